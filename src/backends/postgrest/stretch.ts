import type {Comment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import {readComments} from '../schema.js';
import {fromRow} from './mapping.js';
import type {Param, ReadRows} from './rows.js';
import type {Table} from './table.js';
import {rowSchema} from './wire.js';

/** Comments in a row, by time. */
export interface Stretch {
  readonly comments: readonly Comment[];
  /** Rows that could not be read. */
  readonly skipped: number;
  /** Keys of the first and the last comment: places in time, whatever arrives or goes meanwhile. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** There are more behind the last one. */
  readonly more: boolean;
  /** Comments from the cursor on, these included; null when the server does not tell. */
  readonly total: number | null;
}

export interface StretchRequest {
  readonly thread: string;
  /** Which comments of the thread. */
  readonly where: readonly Param[];
  readonly newestFirst: boolean;
  readonly limit: number;
  /** A key with a mark before it: `=` the stretch begins there, else behind it. Null: from the start. */
  readonly cursor: string | null;
}

export type ReadStretch = (wanted: StretchRequest, signal: AbortSignal) => Promise<Stretch>;

export const openStretches =
  (site: string, table: Table, read: ReadRows): ReadStretch =>
  async ({thread, where, newestFirst, limit, cursor}, signal) => {
    const {name, equal} = table;
    const time = name('created_at');
    const id = name('id');
    const [way, behind] = newestFirst ? ['desc', 'lt'] : ['asc', 'gt'];
    const params: Param[] = [
      equal('thread', thread),
      ...where,
      ['select', table.select],
      ['order', `${time}.${way},${id}.${way}`],
      ['limit', String(limit)],
    ];
    if (site) params.push(equal('site', site));
    if (cursor !== null) {
      const [, mark, at, last] = /^(.)(\S+) ([^"]+)$/.exec(cursor) ?? [];
      if (!last) throw new CommentError('invalid');
      const orAt = mark === '=' ? 'e' : '';
      // Later; or at the same moment, with a greater id.
      params.push([
        'or',
        `(${time}.${behind}."${at}",and(${time}.eq."${at}",${id}.${behind}${orAt}."${last}"))`,
      ]);
    }
    const {rows, total} = await read(table.address, params, signal);
    const keys: string[] = [];
    const found = readComments(rows, rowSchema, (row) => {
      keys.push(`${row.created_at} ${row.id}`);
      return fromRow(row);
    });
    return {
      ...found,
      first: keys[0],
      last: keys.at(-1),
      // Where it is not told, the last page is an empty one.
      more: rows.length > 0 && rows.length < (total ?? Infinity),
      total,
    };
  };
