import {pathSpellings} from '../page-path.js';
import type {PageFacts} from '../port.js';
import {toCount} from '../received.js';
import type {Server} from './server.js';
import {countsSchema} from './wire.js';

/** Characters of names that an address may have, encoded. */
const longest = 6_000;

/** Names joined by commas, as many as fit into an address. */
function toGroups(names: readonly string[]): readonly string[] {
  const groups: string[] = [];
  for (const name of names) {
    const joined = [...groups.slice(-1), name].join();
    if (encodeURIComponent(joined).length > longest) groups.push(name);
    else groups.splice(-1, 1, joined);
  }
  return groups;
}

/**
 * Published comments of each thread, replies included, whichever names Artalk
 * has for it. The list of names is cut at commas: a thread that has one gets no
 * number.
 */
export async function countThreads(
  server: Server,
  threads: readonly string[],
  page: PageFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const names = new Map(
    threads.filter((thread) => !thread.includes(',')).map((thread) => [thread, pathSpellings(thread, page)]),
  );
  const answers = await Promise.all(
    toGroups([...names.values()].flat()).map((page_keys) =>
      server.ask(countsSchema, {path: ['stats', 'page_comment'], params: {page_keys}}, signal),
    ),
  );
  const counts = new Map(answers.flatMap(({data}) => Object.entries(data)));
  const sum = (one: readonly string[]): number =>
    one.reduce((sum, name) => sum + (toCount(counts.get(name)) ?? 0), 0);
  return new Map([...names].map(([thread, one]) => [thread, sum(one)]));
}
