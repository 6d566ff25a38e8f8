import {fixture} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {
  memoryBackend,
  type MemoryBackend,
  type MemoryOptions,
  type Seed,
} from '../../src/backends/memory/backend.js';
import {TaaliqCount} from '../../src/count/count.js';
import {register} from '../../src/page/register.js';
import {waitUntil} from '../support/wait-until.js';
import {seen} from '../thread/element.js';

register('taaliq-count', TaaliqCount);

/** A server with so many comments in each thread, that tells what its numbers were asked for. */
export function countingBackend(
  numbers: Readonly<Record<string, number>>,
  options: MemoryOptions = {},
): MemoryBackend & {readonly asked: (readonly string[])[]} {
  const seeds = (count: number): Seed[] => Array.from({length: count}, (_, index) => ({id: `${index}`}));
  const comments = new Map(Object.entries(numbers).map(([thread, count]) => [thread, seeds(count)]));
  const backend = memoryBackend({comments, ...options});
  const {count} = backend;
  const asked: (readonly string[])[] = [];
  return Object.assign(backend, {
    asked,
    count: (threads: readonly string[], signal: AbortSignal) => {
      asked.push(threads);
      return count(threads, signal);
    },
  });
}

/** Puts a page's part in place, and gives its counts. */
export async function show(template: TemplateResult): Promise<readonly TaaliqCount[]> {
  const place = await fixture<HTMLElement>(template);
  return [...place.querySelectorAll('taaliq-count')];
}

/** What an element says by itself; what its page wrote into it is not part of it. */
export const said = (element: TaaliqCount): string => {
  const root = element.shadowRoot?.querySelector<HTMLElement>('[part=root]');
  return root && !root.hidden && root.style.visibility !== 'hidden' ? seen(root) : '';
};

/** Whether what the page wrote into the element is shown. */
export const showsOwn = (element: TaaliqCount): boolean =>
  element.shadowRoot?.querySelector<HTMLElement>('slot')?.hidden === false;

export const says = (element: TaaliqCount | undefined, words: string): Promise<void> =>
  waitUntil(() => element && said(element) === words, `never said "${words}"`);

/** When there is no number to be had. */
export const gaveUp = (element: TaaliqCount): Promise<void> =>
  waitUntil(() => element.matches(':state(failed)'), 'never gave up');
