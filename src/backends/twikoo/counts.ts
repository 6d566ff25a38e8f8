import type {PageFacts} from '../port.js';
import {toCount} from '../received.js';
import type {Call} from './call.js';
import {toSpellings, toThreadUrl} from './thread-url.js';
import {countsSchema} from './wire.js';

/** Published comments of each thread, replies included. */
export async function countThreads(
  call: Call,
  threads: readonly string[],
  page: PageFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const spell = (thread: string): readonly string[] => toSpellings(toThreadUrl(thread, page));
  const fields = {urls: threads.flatMap(spell), includeReply: true};
  const {data} = await call('GET_COMMENTS_COUNT', fields, countsSchema, signal);
  const numbers = new Map(data.map(({url, count}) => [url, toCount(count) ?? 0]));
  const sum = (thread: string): number =>
    spell(thread).reduce((sum, url) => sum + (numbers.get(url) ?? 0), 0);
  return new Map(threads.map((thread) => [thread, sum(thread)]));
}
