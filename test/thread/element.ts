import {fixture, html} from '@open-wc/testing';
import type {Backend} from '../../src/backends/port.js';
import {spread} from '../../src/thread/spread.js';
import {register} from '../../src/page/register.js';
import {TaaliqThread} from '../../src/thread/thread.js';
import {waitUntil} from '../support/wait-until.js';

register('taaliq-thread', TaaliqThread);

/** A conversation in the page, in a language of its own. */
export async function show(
  backend: Backend | string,
  properties: Partial<TaaliqThread> = {},
  lang = 'ar',
): Promise<TaaliqThread> {
  const place = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <taaliq-thread ${spread({backend, thread: 'k', ...properties})}></taaliq-thread>
    </div>`,
  );
  return threadIn(place);
}

/** The next event of that name anywhere in the page: ask before it can happen. */
export const next = <Kind extends Event>(name: string): Promise<Kind> =>
  new Promise((resolve) => {
    document.addEventListener(name, (event) => resolve(event as Kind), {once: true});
  });

/** As `show`, once its comments stand in the page. */
export async function shown(
  backend: Backend,
  properties: Partial<TaaliqThread> = {},
  lang = 'ar',
): Promise<TaaliqThread> {
  const loaded = next('comments-loaded');
  const thread = await show(backend, properties, lang);
  await loaded;
  await thread.updateComplete;
  return thread;
}

export function threadIn(place: ParentNode): TaaliqThread {
  const thread = place.querySelector('taaliq-thread');
  if (!thread) throw new Error('no conversation');
  return thread;
}

export const all = (thread: Element, selector: string): readonly HTMLElement[] => [
  ...(thread.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export function one(thread: Element, selector: string): HTMLElement {
  const [found] = all(thread, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** The comment that a text stands in. */
export function articleWith(thread: Element, text: string): HTMLElement {
  const found = all(thread, 'article').find((article) => article.textContent.includes(text));
  if (!found) throw new Error(`no comment with ${text}`);
  return found;
}

export function button(place: ParentNode, name: string): HTMLElement {
  const found = [...place.querySelectorAll<HTMLElement>('button')].find((candidate) =>
    candidate.textContent.includes(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

/** Text as a reader sees it: without marks of direction, and with single spaces. */
export const seen = (element: Element | null | undefined): string =>
  (element?.textContent ?? '')
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Waits for the code for what a reader does: further buttons stand at as many comments. */
export const acting = (thread: Element, comments = 1): Promise<void> =>
  waitUntil(() => all(thread, '[data-do=report]').length >= comments, 'the further buttons have come');

/** What has focus, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
