import {memoryBackend, type MemoryBackend, type MemoryOptions} from '../../src/backends/memory/backend.js';
import type {NewComment} from '../../src/content/types.js';
import type {TaaliqThread} from '../../src/thread/thread.js';
import {all, articleWith, shown} from './element.js';
import {waitUntil} from '../support/wait-until.js';

type Written = NewComment['content'];

const sent = (written: string | Written): NewComment => ({
  thread: 'k',
  parentId: null,
  author: {name: 'نورة', email: 'n@example.org', url: null},
  content: typeof written === 'string' ? {text: written, html: null} : written,
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: crypto.randomUUID(),
});

export interface WithOwn {
  readonly backend: MemoryBackend;
  readonly thread: TaaliqThread;
}

/** Sends a comment and shows it, as the form does. */
export async function addOwn({backend, thread}: WithOwn, written: string | Written): Promise<void> {
  const {comment, edit} = await backend.create(sent(written), new AbortController().signal);
  if (!comment) throw new Error('not made');
  const before = all(thread, '.new').length;
  thread.add(comment, edit);
  await waitUntil(() => all(thread, '.new').length > before, 'it is shown');
  await thread.updateComplete;
}

/** A conversation with a comment of another and, first, one that the reader has just sent. */
export async function withOwn(
  written: string | Written = 'تعليقي',
  options: MemoryOptions = {},
  properties: Partial<TaaliqThread> = {},
  lang = 'ar',
): Promise<WithOwn> {
  const backend = memoryBackend({comments: [{id: 'a', name: 'سامي', text: 'تعليق آخر'}], ...options});
  const thread = await shown(backend, properties, lang);
  await addOwn({backend, thread}, written);
  return {backend, thread};
}

/** A button of the comment that a text stands in. */
export function action(thread: Element, text: string, does: 'edit' | 'remove' | 'report'): HTMLElement {
  const found = articleWith(thread, text).querySelector<HTMLElement>(`[data-do=${does}]`);
  if (!found) throw new Error(`no ${does}`);
  return found;
}

export const actionsOf = (thread: Element, text: string): readonly (string | undefined)[] =>
  [...articleWith(thread, text).querySelectorAll<HTMLElement>('[data-do]')].map(({dataset}) => dataset['do']);

/** The box in which a comment is changed. */
export const editBox = (thread: Element): HTMLTextAreaElement => {
  const [box] = all(thread, '.edit textarea');
  if (!(box instanceof HTMLTextAreaElement)) throw new Error('nothing is being changed');
  return box;
};

export async function openEditor(thread: Element, text: string): Promise<HTMLTextAreaElement> {
  const article = articleWith(thread, text);
  action(thread, text, 'edit').click();
  await waitUntil(() => article.querySelector('.edit'), 'the box is open');
  return editBox(thread);
}

export function write(box: HTMLTextAreaElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

/** The question that is asked. */
export async function question(thread: Element): Promise<HTMLDialogElement> {
  await waitUntil(() => all(thread, 'dialog[open]').length, 'a question');
  const [dialog] = all(thread, 'dialog');
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('no question');
  return dialog;
}

export const press = (target: Element, key: string, keys: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...keys}),
  );
