import {pagePath, pathSpellings} from '../page-path.js';
import type {PageFacts} from '../port.js';
import {toCount} from '../received.js';
import type {Server} from './server.js';
import {countsSchema} from './wire.js';

/** Published comments of each thread, replies included, whichever names Isso has for it. */
export async function countThreads(
  server: Server,
  threads: readonly string[],
  page: PageFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const names = threads.flatMap((thread) =>
    [...new Set([pagePath(thread, page), ...pathSpellings(thread)])].map((uri) => ({thread, uri})),
  );
  const counts = await server.ask(
    countsSchema,
    {
      path: ['count'],
      method: 'POST',
      json: names.map(({uri}) => uri),
      // Isso takes any; for this one the browser need not ask first.
      headers: {'content-type': 'text/plain'},
    },
    signal,
  );
  const numbers = new Map<string, number>();
  for (const [index, {thread}] of names.entries())
    numbers.set(thread, (numbers.get(thread) ?? 0) + (toCount(counts[index]) ?? 0));
  return numbers;
}
