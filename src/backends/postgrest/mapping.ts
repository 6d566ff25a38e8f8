import type {Comment, NewComment} from '../../content/types.js';
import {toComment} from '../received.js';
import type {Column, Table} from './table.js';
import type {WireRow} from './wire.js';

export const fromRow = ({id, parent_id, author, url, body, created_at}: WireRow): Comment =>
  toComment({
    id,
    parentId: parent_id,
    name: author,
    website: url,
    text: body,
    // A column without time zone is in the database's own: UTC nearly everywhere.
    createdAt: /(?:Z|[+-][\d:]+)$/.test(created_at) ? created_at : `${created_at}Z`,
    // What may not be seen is not among the rows.
    status: 'published',
  });

/** The row of a comment. What is empty is left out: the column's default applies, or there is no such column. */
export function toRow({key, author, ...comment}: NewComment, site: string, table: Table): unknown {
  const values: Readonly<Record<Exclude<Column, 'created_at'>, string | null>> = {
    id: key,
    thread: comment.thread,
    parent_id: comment.parentId,
    author: author.name,
    email: author.email,
    url: author.url,
    body: comment.content.text,
    site,
  };
  // `Object.entries` gives the record's own keys, and nothing but columns is in it.
  return Object.fromEntries(
    (Object.entries(values) as [Column, string | null][])
      .filter(([column, value]) => value && table.takes(column))
      .map(([column, value]) => [table.name(column), value]),
  );
}
