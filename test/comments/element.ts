import {fixture, html} from '@open-wc/testing';
import type {MemoryBackend, Seed} from '../../src/backends/memory/backend.js';
import {TaaliqComments} from '../../src/comments/comments.js';
import type {CommentCreatedEvent} from '../../src/form/comment-created-event.js';
import {register} from '../../src/page/register.js';
import {all, next, one} from '../thread/element.js';

register('taaliq-comments', TaaliqComments);

export const seeds = (count: number): Seed[] =>
  Array.from({length: count}, (_, index) => ({id: String(index + 1)}));

export const within = (place: ParentNode): TaaliqComments => {
  const element = place.querySelector('taaliq-comments');
  if (!element) throw new Error('no comments');
  return element;
};

/** The whole section in the page, in a language of its own. */
export async function show(
  backend: MemoryBackend | string,
  {lang = 'ar', ...properties}: Record<string, unknown> = {},
): Promise<TaaliqComments> {
  const element = document.createElement('taaliq-comments');
  Object.assign(element, {backend, thread: 'k', loading: 'eager', ...properties});
  const place = await fixture<HTMLElement>(html`<div lang=${lang}>${element}</div>`);
  return within(place);
}

/** As `show`, once the comments of the conversation have arrived. */
export async function shown(
  backend: MemoryBackend,
  properties: Record<string, unknown> = {},
): Promise<TaaliqComments> {
  const loaded = next('comments-loaded');
  const element = await show(backend, properties);
  await loaded;
  await element.updateComplete;
  return element;
}

export const formOf = (element: Element): HTMLElement => one(element, 'taaliq-form');
export const threadOf = (element: Element): HTMLElement => one(element, 'taaliq-thread');
export const articles = (element: Element): readonly HTMLElement[] => all(threadOf(element), 'article');

/** Writes a comment and sends it, as a reader does. */
export const send = async (element: Element, text: string): Promise<CommentCreatedEvent> => {
  const form = formOf(element);
  for (const [id, value] of [
    ['name', 'أنا'],
    ['email', 'a@example.org'],
    ['comment', text],
  ] as const) {
    const field = one(form, `#${id}`);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error(id);
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }
  const created = next<CommentCreatedEvent>('comment-created');
  one(form, '[part=submit]').click();
  return created;
};
