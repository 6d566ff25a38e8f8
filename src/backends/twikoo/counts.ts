import {pathSpellings} from '../page-path.js';
import type {PageFacts} from '../port.js';
import {toCount} from '../received.js';
import type {Call} from './call.js';
import {countsSchema} from './wire.js';

/** Published comments of each thread, replies included. Lists find a page with and without its last slash, counts do not. */
export async function countThreads(
  call: Call,
  threads: readonly string[],
  page: PageFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const spell = (thread: string): readonly string[] => pathSpellings(thread, page);
  const fields = {urls: threads.flatMap(spell), includeReply: true};
  const {data} = await call('GET_COMMENTS_COUNT', fields, countsSchema, signal);
  const numbers = new Map(data.map(({url, count}) => [url, toCount(count) ?? 0]));
  const sum = (thread: string): number =>
    spell(thread).reduce((sum, url) => sum + (numbers.get(url) ?? 0), 0);
  return new Map(threads.map((thread) => [thread, sum(thread)]));
}
