import type {PageFacts} from '../port.js';
import {toCount} from '../received.js';
import {parse} from '../schema.js';
import type {Ask} from './server.js';
import {toPaths} from './thread-path.js';
import {itemsSchema} from './wire.js';

/** Bytes of an address that servers and proxies take, less what stands before the paths. */
const mostBytes = 5_500;

/** Paths in groups that each fit into one address. */
function toGroups(paths: readonly string[]): readonly (readonly string[])[] {
  const half = paths.length >> 1;
  return half && encodeURIComponent(paths.join('&url=')).length > mostBytes
    ? [paths.slice(0, half), paths.slice(half)].flatMap(toGroups)
    : paths.length
      ? [paths]
      : [];
}

/** Visible comments of each thread, replies included. */
export async function countThreads(
  ask: Ask,
  threads: readonly string[],
  page: PageFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (const group of toGroups([...new Set(threads.flatMap((thread) => toPaths(thread, page)))])) {
    // One path alone Waline would take apart at its commas.
    const paths = [...group, ...group.slice(0, 1)];
    const params = [['type', 'count'], ...paths.map((path) => ['url', path] as const)] as const;
    const counts = parse(itemsSchema, await ask({params}, signal));
    paths.forEach((path, index) => numbers.set(path, toCount(counts[index]) ?? 0));
  }
  const sum = (thread: string): number =>
    toPaths(thread, page).reduce((sum, path) => sum + (numbers.get(path) ?? 0), 0);
  return new Map(threads.map((thread) => [thread, sum(thread)]));
}
