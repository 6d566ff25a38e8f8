// The form and a conversation in each language. Everything is in the page: no server is asked.
import {languages} from './languages-data.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A letter under more marks than anyone writes. */
const stacked = `م${'\u0651\u064e\u0652\u0654'.repeat(12)}`;
/** Ends an isolate that it did not begin, then turns round what follows. */
const escape = '\u2069\u202e';

/** Comments of every kind, newest first. Texts are text; `html` is what a server sends as HTML. */
function commentsIn({names, mixed, reply, foreign, quote, reasons, code, letters, laugh, missing, first}) {
  const [one, two, three] = names;
  const [opening, because, stressed, second] = reasons;
  const html =
    `<p>${opening}</p><ul><li>${because}<em>${stressed}</em></li><li>${second}</li></ul>` +
    `<blockquote><p>${quote}</p></blockquote><p>${code.join('<code>dir="auto"</code>')} <q>${reply}</q></p>` +
    '<pre><code>if (a &lt; b &amp;&amp; c &gt; 0) {\n  show(“نعم”, "no"); // 100%\n}</code></pre>';
  return [
    {id: 'first', name: three, age: 0, text: first, status: 'held'},
    {id: 'mixed', name: one, age: 2 * minute, text: mixed, likes: 3},
    {id: 'reply', parentId: 'mixed', name: two, age: minute, text: reply, role: 'writer'},
    {id: 'html', name: two, age: 11 * hour, html, edited: true, likes: 1_234},
    {id: 'foreign', name: 'Alexandra', age: 3 * day, text: foreign.join('\n\n'), role: 'moderator'},
    {id: 'hostile', name: `${one}${escape}`, age: 15 * day, text: `${escape}${stacked} ${letters}`},
    {id: 'answer', parentId: 'hostile', name: `${stacked}${three}`, age: 14 * day, text: laugh.repeat(120)},
    {id: 'gone', name: '', age: 70 * day, status: 'deleted'},
    {id: 'missing', parentId: 'gone', name: three, url: 'https://example.org/', age: 69 * day, text: missing},
    {id: 'old', name: `${three} ${laugh.repeat(40)}`.slice(0, 80), age: 800 * day, text: letters},
  ];
}

function toComment({
  id,
  parentId = null,
  name,
  url = null,
  role = null,
  age,
  text = null,
  html = null,
  ...rest
}) {
  const {status = 'published', likes = 0, edited = false} = rest;
  const createdAt = new Date(Date.now() - age).toISOString();
  return {
    id,
    parentId,
    author: {name, url, role},
    content: {text, html},
    createdAt,
    editedAt: edited ? createdAt : null,
    status,
    likes,
    url: null,
    moreReplies: 0,
  };
}

const can = {
  list: true,
  requires: ['name', 'email'],
  maxLength: 500,
  orders: ['newest', 'oldest', 'popular'],
  like: 'toggle',
  edit: false,
  remove: false,
  report: true,
  counts: false,
  locate: false,
  idempotent: true,
  challenge: null,
  moderation: 'before',
};

/** A comment server that is a list. What is sent is held, as by a moderator. */
function serverOf(language) {
  const comments = commentsIn(language).map(toComment);
  const total = comments.filter(({status}) => status === 'published').length;
  return {
    capabilities: async () => can,
    list: async ({order}) => {
      const turned = order === 'oldest' ? comments.toReversed() : comments;
      const shown = order === 'popular' ? comments.toSorted((a, b) => b.likes - a.likes) : turned;
      return {comments: shown, total, nextCursor: null, prevCursor: null, closed: false, skipped: 0};
    },
    create: async ({key}) => ({status: 'held', id: key, comment: null}),
    like: async (id, wanted) => comments.find((comment) => comment.id === id).likes + (wanted ? 1 : 0),
    report: async () => undefined,
  };
}

/** A column of the page: a language's name in itself, and the widget. */
function columnOf(language) {
  const {lang} = language;
  const section = document.createElement('section');
  section.lang = lang;
  section.dir = ['en', 'fr', 'tr'].includes(lang) ? 'ltr' : 'rtl';
  const name = document.createElement('h2');
  name.textContent = language.autonym;
  const element = document.createElement('taaliq-comments');
  Object.assign(element, {backend: serverOf(language), thread: lang, headingLevel: 3, loading: 'eager'});
  element.fields = 'name* email* website';
  section.append(name, element);
  return section;
}

const place = document.getElementById('languages');
const waiting = new Set(languages.map(({lang}) => lang));

// `data-ready` says that every conversation is drawn.
place.addEventListener('comments-loaded', async ({target}) => {
  const {lang} = target.closest('section');
  await target.updateComplete;
  waiting.delete(lang);
  if (!waiting.size) document.documentElement.toggleAttribute('data-ready', true);
});
await customElements.whenDefined('taaliq-comments');
place.append(...languages.map(columnOf));

// The two ways to look at everything once more.
const options = document.getElementById('options');
options.addEventListener('change', () => {
  const {scheme, direction} = Object.fromEntries(new FormData(options));
  document.documentElement.dataset.scheme = scheme;
  for (const element of place.querySelectorAll('taaliq-comments'))
    if (direction) element.setAttribute('dir', direction);
    else element.removeAttribute('dir');
});
