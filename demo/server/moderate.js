// The moderator's page: what waits, what was reported, and two buttons. All
// text from readers goes into text nodes; the token stays in this page's memory.
const endpoint = '/api/comments';

const texts = {
  ar: {
    title: 'الإشراف على التعليقات',
    token: 'رمز المشرف',
    enter: 'دخول',
    refresh: 'تحديث',
    held: 'تنتظر الموافقة',
    reports: 'بلاغات القراء',
    noHeld: 'لا تعليقات تنتظر.',
    noReports: 'لا بلاغات.',
    more: 'المزيد',
    publish: 'نشر',
    keep: 'إبقاء',
    reject: 'رفض',
    published: 'نُشر التعليق.',
    rejected: 'رُفض التعليق.',
    anonymous: 'مجهول',
    page: 'الصفحة',
    reasons: 'ما قاله القراء',
    noReason: 'بلا سبب',
    wrong: 'الرمز غير صحيح.',
    gone: 'لم يعد هذا التعليق موجودًا.',
    wait: 'محاولات كثيرة. انتظر قليلًا ثم حاول مرة أخرى.',
    failed: 'تعذّر الوصول إلى الخادم. حاول مرة أخرى.',
  },
  en: {
    title: 'Moderating comments',
    token: 'Moderator’s token',
    enter: 'Enter',
    refresh: 'Refresh',
    held: 'Waiting for approval',
    reports: 'Reported by readers',
    noHeld: 'No comments are waiting.',
    noReports: 'No reports.',
    more: 'More',
    publish: 'Publish',
    keep: 'Keep',
    reject: 'Reject',
    published: 'The comment is published.',
    rejected: 'The comment is rejected.',
    anonymous: 'Anonymous',
    page: 'Page',
    reasons: 'What readers said',
    noReason: 'No reason given',
    wrong: 'The token is wrong.',
    gone: 'This comment is no longer there.',
    wait: 'Too many attempts. Wait a little, then try again.',
    failed: 'The server could not be reached. Try again.',
  },
};

const lang = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ar';
const say = texts[lang];
const dates = new Intl.DateTimeFormat(lang, {dateStyle: 'medium', timeStyle: 'short'});
const byId = (id) => document.getElementById(id);
const status = byId('status');
let token = '';
let nextCursor = null;

document.documentElement.lang = lang;
document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
document.title = say.title;
for (const element of document.querySelectorAll('[data-text]'))
  element.textContent = say[element.dataset.text];
if (lang === 'en') {
  const link = byId('other-language');
  link.textContent = 'العربية';
  link.lang = link.hreflang = 'ar';
  link.href = '?';
}

class Refused extends Error {}

async function ask(path, options = {}) {
  const answer = await fetch(endpoint + path, {
    ...options,
    headers: {Authorization: `Bearer ${token}`, ...(options.body && {'Content-Type': 'application/json'})},
  });
  if (answer.ok) return answer.json();
  const known = {401: say.wrong, 403: say.wrong, 404: say.gone, 429: say.wait};
  throw new Refused(known[answer.status] ?? say.failed);
}

/** Runs what a button asks for; whatever goes wrong is said in the status line. */
async function attempt(work) {
  status.textContent = '';
  try {
    await work();
  } catch (error) {
    status.textContent = error instanceof Refused ? error.message : say.failed;
  }
}

function make(tag, content = '', more = {}) {
  const element = Object.assign(document.createElement(tag), more);
  element.append(content);
  return element;
}

/** Direction of what a reader wrote is the text's own, whatever the page's is. */
const foreign = (tag, text) => make(tag, text, {dir: 'auto'});

function card(comment, reports) {
  const item = document.createElement('li');
  const name = make('h3', foreign('bdi', comment.author.name || say.anonymous), {tabIndex: -1});
  const facts = make('p', '', {className: 'facts'});
  facts.append(make('time', dates.format(new Date(comment.createdAt)), {dateTime: comment.createdAt}), ' · ');
  facts.append(`${say.page}: `, pageOf(comment));
  if (comment.author.url) facts.append(' · ', foreign('bdi', comment.author.url));
  item.append(name, facts);
  const body = make('div', '', {className: 'text'});
  for (const line of (comment.content.source ?? comment.content.text).split('\n'))
    body.append(foreign('p', line));
  item.append(body);
  if (reports) {
    item.append(make('h4', say.reasons));
    const list = document.createElement('ul');
    for (const {reason} of reports) list.append(foreign('li', reason || say.noReason));
    item.append(list);
  }
  const actions = make('p', '', {className: 'actions'});
  actions.append(
    decision(item, comment, 'published', reports ? say.keep : say.publish),
    decision(item, comment, 'rejected', say.reject),
  );
  item.append(actions);
  return item;
}

function pageOf({thread, page}) {
  const key = foreign('bdi', thread);
  if (!page) return key;
  // The address was sent with the comment, so its host is shown and it opens apart from this page.
  const link = make('a', key, {href: page, target: '_blank', rel: 'noopener noreferrer nofollow'});
  const host = document.createElement('span');
  host.append(link, ' (', foreign('bdi', new URL(page).host), ')');
  return host;
}

function decision(item, comment, wanted, label) {
  const button = make('button', label, {type: 'button', className: wanted});
  button.setAttribute('aria-label', `${label}: ${comment.author.name || say.anonymous}`);
  button.addEventListener('click', () =>
    attempt(async () => {
      await ask(`/${encodeURIComponent(comment.id)}`, {
        method: 'PATCH',
        body: JSON.stringify({status: wanted}),
      });
      const list = item.parentElement;
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      showEmpty(list);
      (next?.querySelector('h3') ?? list.parentElement.querySelector('h2')).focus();
      status.textContent = say[wanted];
    }),
  );
  return button;
}

function showEmpty(list) {
  if (list.childElementCount === 0 && !(list.id === 'held' && nextCursor))
    list.append(make('li', list.id === 'held' ? say.noHeld : say.noReports, {className: 'empty'}));
}

async function loadHeld(cursor) {
  const page = await ask(`?status=held${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  const list = byId('held');
  if (!cursor) list.replaceChildren();
  const cards = page.comments.map((comment) => card(comment));
  list.append(...cards);
  nextCursor = page.nextCursor;
  byId('more').hidden = nextCursor === null;
  showEmpty(list);
  return cards;
}

async function loadReports() {
  const {reports} = await ask('/reports');
  const byComment = new Map(reports.map(({comment}) => [comment.id, []]));
  for (const report of reports) byComment.get(report.comment.id).push(report);
  const list = byId('reports');
  list.replaceChildren(...[...byComment.values()].map((group) => card(group[0].comment, group)));
  showEmpty(list);
}

async function load() {
  await loadHeld(null);
  await loadReports();
}

byId('enter').addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(async () => {
    token = byId('token').value.trim();
    await load();
    byId('enter').hidden = true;
    byId('desk').hidden = false;
    byId('held-title').focus();
  });
});
byId('refresh').addEventListener('click', () => attempt(load));
byId('more').addEventListener('click', () =>
  attempt(async () => {
    const [first] = await loadHeld(nextCursor);
    first?.querySelector('h3').focus();
  }),
);
