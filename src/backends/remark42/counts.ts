import type {PageFacts} from '../port.js';
import {toCount} from '../received.js';
import type {Server} from './server.js';
import {toUrls} from './thread-url.js';
import {countsSchema} from './wire.js';

/** Addresses in one request, of which the server reads 128 KiB. */
const mostAtOnce = 100;

/** Published comments of each thread, however its address is spelled. */
export async function countThreads(
  {api, call}: Server,
  threads: readonly string[],
  page: PageFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map(threads.map((thread) => [thread, 0]));
  const threadOf = new Map<unknown, string>(
    threads.flatMap((thread) => toUrls(thread, page).map((url) => [url, thread] as const)),
  );
  const urls = [...threadOf.keys()];
  for (let from = 0; from < urls.length; from += mostAtOnce) {
    const json = urls.slice(from, from + mostAtOnce);
    for (const {url, count} of await call(
      {url: api(['counts']), method: 'POST', json},
      countsSchema,
      signal,
    )) {
      const thread = threadOf.get(url);
      if (thread) numbers.set(thread, (numbers.get(thread) ?? 0) + (toCount(count) ?? 0));
    }
  }
  return numbers;
}
