import {toAddress} from '../address.js';
import {CommentError} from '../errors.js';
import {request} from '../http.js';
import type {BackendOptions} from '../port.js';
import {toCount} from '../received.js';
import {toRefusal} from './refusal.js';
import type {Table} from './table.js';

export type Param = readonly [name: string, value: string];

export interface Rows {
  readonly rows: readonly unknown[];
  /** All rows that fit; null where a proxy took the header away. */
  readonly total: number | null;
}

export type ReadRows = (address: URL, params: readonly Param[], signal: AbortSignal) => Promise<Rows>;

/** For the console, with the address that was asked. */
export const notATable = ({origin, pathname}: URL): CommentError =>
  new CommentError('invalid-response', {
    advice: `${origin}${pathname} did not answer as a table: is "endpoint" right?`,
  });

/** What servers and proxies take in an address without being asked. */
const bytesPerAddress = 6_000;

/** Conditions that a column holds one of `values`, each short enough for one address. */
export function toLists(values: readonly string[]): readonly string[] {
  const lists: string[][] = [];
  let bytes = Infinity;
  for (const value of values) {
    // PostgREST would take a comma or a dot for its own. Its quotes are those of JSON.
    const quoted = JSON.stringify(value);
    bytes += encodeURIComponent(quoted).length + 3;
    if (bytes > bytesPerAddress) {
      lists.push([]);
      bytes = 0;
    }
    lists.at(-1)?.push(quoted);
  }
  return lists.map((list) => `in.(${list.join()})`);
}

/** Reads rows, and how many there are: a server may send fewer than it was asked for. */
export const openRows =
  (options: BackendOptions, table: Table): ReadRows =>
  async (address, params, signal) => {
    const {body, headers} = await request(
      options,
      {
        url: toAddress(address, [], params),
        headers: {prefer: 'count=exact'},
        refusal: (answer) => toRefusal(answer, table),
      },
      signal,
    );
    if (!Array.isArray(body)) throw notATable(address);
    const total = headers.get('content-range')?.split('/')[1];
    return {rows: body, total: toCount(Number(total ?? NaN))};
  };
