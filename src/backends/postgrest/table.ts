import type {Capabilities} from '../port.js';
import type {Param} from './rows.js';

/** What is read of a comment. Never the e-mail. */
const readable = ['id', 'parent_id', 'author', 'url', 'body', 'created_at'] as const;

/** What a column is for; a table that was made for us calls it by these names. */
export type Column = (typeof readable)[number] | 'thread' | 'email' | 'site';

/** The table or view in which comments are kept, and how it names things. */
export interface Table {
  /** With the owner's own filters; no setting is in its query any more. */
  readonly address: URL;
  /** The columns that are read, in PostgREST's words. */
  readonly select: string;
  readonly name: (column: Column) => string;
  /** The condition that a column holds a value. */
  readonly equal: (column: Column, value: string) => Param;
  /** Whether a value is sent for that column. */
  readonly takes: (column: Column) => boolean;
  /** What happens to a comment that is sent: the table does not tell. */
  readonly moderation: Capabilities['moderation'];
  /** A view that has counted already, with the columns `thread` and `comments`. */
  readonly counts: URL | null;
}

/**
 * Reads the endpoint's query, which is PostgREST's own and can be tried out in
 * any client. Aliases say what columns are for, `select=author:full_name`; the
 * others have their usual names. Three settings are ours: `without` (columns
 * that the table does not have; `id`: it numbers its rows itself), `moderation`
 * (`none`, `before`, `after`) and `counts` (name of a view). What is left are
 * filters, for reading.
 */
export function readTable(endpoint: URL): Table {
  const address = new URL(endpoint);
  const take = (name: string): readonly string[] => {
    const value = address.searchParams.get(name) ?? '';
    address.searchParams.delete(name);
    return value.split(/\s*,\s*/);
  };
  const names = new Map(
    take('select').map((item) => {
      const [alias = '', column = alias] = item.split(':');
      return [alias, column];
    }),
  );
  const without = take('without');
  const [moderation] = take('moderation');
  const [counts] = take('counts');
  // Left from trying it out: sorting and paging are our own.
  for (const own of ['order', 'limit']) take(own);

  const name = (column: Column): string => names.get(column) ?? column;
  const takes = (column: Column): boolean => !without.includes(column);
  return {
    address,
    select: readable
      .filter((column) => column === 'id' || takes(column))
      .map((column) => `${column}:${name(column)}`)
      .join(),
    name,
    equal: (column, value) => [name(column), `eq.${value}`],
    takes,
    moderation: moderation === 'before' || moderation === 'after' ? moderation : 'none',
    counts: counts ? new URL(encodeURIComponent(counts), address) : null,
  };
}
