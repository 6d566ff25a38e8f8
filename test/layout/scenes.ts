import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type MemoryBackend, type Seed} from '../../src/backends/memory/backend.js';
import type {TaaliqForm} from '../../src/form/form.js';
import type {Strings} from '../../src/language/messages.js';
import type {TaaliqThread} from '../../src/thread/thread.js';
import {languages} from '../language/languages.js';
import * as forms from '../form/element.js';
import {waitUntil} from '../support/wait-until.js';
import {comment} from '../thread/comments.js';
import {acting, all, next, one, threadIn} from '../thread/element.js';
import {action, addOwn, openEditor, question} from '../thread/own.js';

/** English with × for every letter, which has no direction: of the same widths in both. (Digits may be a phone number.) */
const crosses = (words: unknown): unknown => {
  if (typeof words === 'string')
    return words.replaceAll(/\{\w+\}|[^\s{}*]/g, (part) => (part.length > 1 ? part : '×'));
  if (typeof words !== 'object' || !words) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, crosses(value)]));
};
// Proof: the keys are those of the language.
export const neutral = {strings: crosses(languages['en']) as Strings};

interface Scene {
  readonly language?: string;
  readonly properties?: {readonly strings?: Strings};
}

type Show = (scene?: Scene) => Promise<HTMLElement>;

const everything: Partial<TaaliqForm> = {
  fields: 'name* email* website',
  agreeRules: true,
  agreePrivacy: true,
  privacyUrl: '/privacy',
  hasThread: true,
};

const form = (backend: MemoryBackend, {language = 'en', properties = {}}: Scene, more = {}) =>
  forms.ready(backend, {...everything, ...properties, ...more}, language);

const fillIn = (place: TaaliqForm, text = '×× ××× ××××'): void => {
  forms.write(place, {name: '×× ×××', email: '8@8.88', text});
  for (const tick of forms.all(place, '[type=checkbox]')) forms.tick(tick as HTMLInputElement);
};

/** Every look of the form. */
export const formScenes: Readonly<Record<string, Show>> = {
  empty: (scene = {}) =>
    forms.show(memoryBackend(), {...everything, ...scene.properties}, scene.language ?? 'en'),
  async filled(scene = {}) {
    const place = await form(memoryBackend({moderation: 'before'}), scene, {maxLength: 10});
    await waitUntil(() => place.renderRoot.querySelector('.premoderation'));
    fillIn(place, '×× ×× ×× ×× ×× ×× ××');
    return place;
  },
  async wrong(scene = {}) {
    const place = await form(memoryBackend(), scene);
    // What was typed in another form is offered in this one.
    forms.write(place, {name: '', email: '', text: ''});
    await forms.send(place);
    return place;
  },
  async failed(scene = {}) {
    const backend = memoryBackend();
    backend.fail('create', new CommentError('network'));
    const place = await form(backend, scene);
    fillIn(place);
    await forms.send(place);
    return place;
  },
  async sent(scene = {}) {
    const place = await form(memoryBackend(), scene);
    fillIn(place);
    await forms.send(place);
    return place;
  },
  async 'a question'(scene = {}) {
    const place = await form(memoryBackend(), scene, {parentId: '1', parentName: '×× ×××'});
    forms.type(forms.box(place), '××');
    forms.one(place, '.actions .quiet').click();
    await waitUntil(() => place.renderRoot.querySelector('dialog[open]'));
    return place;
  },
  closed: (scene = {}) =>
    forms.show(memoryBackend(), {...everything, ...scene.properties, readOnly: true}, scene.language ?? 'en'),
  'not set up': (scene = {}) => forms.show('rest', {...scene.properties}, scene.language ?? 'en'),
};

const long = '××××× ××× ××××××× ×××× '.repeat(8);

/** Comments of every kind, answers on five levels. */
const comments: readonly Seed[] = [
  {id: '1', name: '×××', likes: 8, text: `${long}\n\n××× ××`, author: {role: 'writer', url: 'https://8.88/'}},
  ...['2', '3', '4', '5', '6'].map((id) => ({
    id,
    parentId: `${+id - 1}`,
    name: `×× ${id}`,
    text: `${long}${id}`,
  })),
  {id: '7', name: '××××××××', author: {role: 'moderator'}, editedAt: '2026-02-01T10:00:00.000Z', text: '××'},
  {id: '8', status: 'deleted'},
  {
    id: '9',
    parentId: '8',
    name: '×',
    html: '<p>×× <b>×××</b></p><ul><li>××</li><li>×××</li></ul><blockquote><p>××××</p></blockquote>',
  },
  {id: '10', parentId: '8', name: '×', text: '×× ×'},
  ...['a', 'b', 'c'].map((id) => ({id, name: '××', text: '××××'})),
];

async function thread(backend: MemoryBackend, {language = 'en', properties = {}}: Scene, more = {}) {
  const place = document.createElement('div');
  place.lang = language;
  const element = document.createElement('taaliq-thread');
  Object.assign(element, {backend, thread: 'k', order: 'oldest', ...properties, ...more});
  const loaded = next('comments-loaded');
  place.append(element);
  document.body.append(place);
  places.push(place);
  await loaded;
  await element.updateComplete;
  return threadIn(place);
}

const full = async (scene: Scene): Promise<{backend: MemoryBackend; thread: TaaliqThread}> => {
  const backend = memoryBackend({comments, repliesAtOnce: 5});
  const shown = await thread(backend, scene, {pageSize: 4});
  await addOwn({backend, thread: shown}, '÷÷÷');
  shown.add(comment({id: 'held', status: 'held', name: '××', text: '××'}));
  await waitUntil(() => all(shown, '.held').length);
  await acting(shown, 5);
  await waitUntil(() => all(shown, '.body blockquote').length);
  return {backend, thread: shown};
};

/** Every look of the conversation. */
export const threadScenes: Readonly<Record<string, Show>> = {
  full: async (scene = {}) => (await full(scene)).thread,
  async 'a reply'(scene = {}) {
    const {thread: shown} = await full(scene);
    one(shown, '[part=reply]').click();
    await waitUntil(() => one(shown, 'taaliq-form').shadowRoot?.querySelector('#decoy'));
    return shown;
  },
  async 'being changed'(scene = {}) {
    const {thread: shown} = await full(scene);
    await openEditor(shown, '÷÷÷');
    return shown;
  },
  async 'about to be deleted'(scene = {}) {
    const {thread: shown} = await full(scene);
    action(shown, '÷÷÷', 'remove').click();
    await question(shown);
    return shown;
  },
  async 'failed at a comment'(scene = {}) {
    const {backend, thread: shown} = await full(scene);
    backend.fail('report', new CommentError('server'));
    one(shown, '[data-do=report]').click();
    await waitUntil(() => all(shown, 'article [role=alert]').length);
    one(shown, '[part=like]').click();
    return shown;
  },
  empty: (scene = {}) => thread(memoryBackend(), scene),
  async failed(scene = {}) {
    const backend = memoryBackend();
    backend.fail('list', new CommentError('network'));
    const failed = next('comments-failed');
    const place = document.createElement('div');
    place.lang = scene.language ?? 'en';
    const element = Object.assign(document.createElement('taaliq-thread'), {
      backend,
      thread: 'k',
      ...scene.properties,
    });
    place.append(element);
    document.body.append(place);
    places.push(place);
    await failed;
    await element.updateComplete;
    return element;
  },
};

const places: HTMLElement[] = [];

/** After each test. */
export function clear(): void {
  for (const place of places.splice(0)) place.remove();
  forms.clean();
}

/** Every element inside, those of nested roots included. */
export function inside(root: ParentNode | null): Element[] {
  const found: Element[] = [];
  for (const element of root?.querySelectorAll('*') ?? []) found.push(element, ...inside(element.shadowRoot));
  return found;
}

export const shownInside = (element: Element): Element[] =>
  inside(element.shadowRoot).filter((each) => each.getClientRects().length > 0);

/** Which element that is, for a reader of the failure. */
export const called = (element: Element): string =>
  `${element.localName}${element.id && `#${element.id}`}${[...element.classList].map((name) => `.${name}`).join('')}`;

const whole = new CSSStyleSheet();
whole.replaceSync('.comment {content-visibility: visible !important}');

/** Comments out of view are laid out, too: else they have no boxes yet. */
export function layOut(host: HTMLElement): void {
  for (const {shadowRoot} of [host, ...inside(host.shadowRoot)]) shadowRoot?.adoptedStyleSheets.push(whole);
}
