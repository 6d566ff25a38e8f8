import {pathSpellings} from '../page-path.js';
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
  const names = threads.map((thread) => pathSpellings(thread, page));
  const counts = await server.ask(
    countsSchema,
    {
      path: ['count'],
      method: 'POST',
      json: names.flat(),
      // Isso takes any; for this one the browser need not ask first.
      headers: {'content-type': 'text/plain'},
    },
    signal,
  );
  let place = 0;
  const add = (sum: number): number => sum + (toCount(counts[place++]) ?? 0);
  return new Map(threads.map((thread, index) => [thread, names[index]?.reduce(add, 0) ?? 0]));
}
