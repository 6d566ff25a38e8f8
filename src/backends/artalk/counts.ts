import {toCount} from '../received.js';
import type {Server} from './server.js';
import {countsSchema, listSchema} from './wire.js';

/** Bytes that an address may have beside what else stands in it. */
const longest = 6_000;

/** Names in groups that fit into an address each. */
function toGroups(names: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let length = Infinity;
  for (const name of names) {
    const more = encodeURIComponent(name).length + 3;
    if (length + more > longest) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(name);
    length += more;
  }
  return groups;
}

/** Adds up the comments of all names that a thread may have. */
export async function countThreads(
  server: Server,
  site: string,
  threads: ReadonlyMap<string, readonly string[]>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const names = [...threads.values()].flat();
  const numbers = new Map<string, number>();
  const askAll = async (group: readonly string[]): Promise<void> => {
    const params = Object.entries({site_name: site, page_keys: group.join()});
    const {data} = await server.ask(countsSchema, {path: ['stats', 'page_comment'], params}, signal);
    for (const name of group)
      // Names are paths, but nothing keeps a page from naming its thread "__proto__".
      numbers.set(name, toCount(Object.getOwnPropertyDescriptor(data, name)?.value) ?? 0);
  };
  const askOne = async (name: string): Promise<void> => {
    const params = Object.entries({site_name: site, page_key: name, limit: '0'});
    const {count} = await server.ask(listSchema, {path: ['comments'], params}, signal);
    numbers.set(name, toCount(count) ?? 0);
  };
  await Promise.all([
    ...toGroups(names.filter((name) => !name.includes(','))).map(askAll),
    // The list of names is cut at commas.
    ...names.filter((name) => name.includes(',')).map(askOne),
  ]);
  return new Map(
    [...threads].map(([thread, own]) => [
      thread,
      own.reduce((sum, name) => sum + (numbers.get(name) ?? 0), 0),
    ]),
  );
}
