import type * as z from 'zod/mini';
import type {CommentPage} from '../port.js';
import {readByOffset} from '../offset-pages.js';
import {toCount} from '../received.js';
import {readComments} from '../schema.js';
import {fromWire, toBranch, type Branch} from './mapping.js';
import {itemSchema, type listSchema} from './wire.js';

/** Top-level comments that the server gives at once. */
const pageSize = 10;

/** Asks for a page of the server's. */
export type Read = (page: number) => Promise<z.output<typeof listSchema>>;

/** A stretch of the list, from as many of the server's pages as it touches. */
async function readStretch(read: Read, offset: number, limit: number): Promise<readonly Branch[]> {
  const first = Math.floor(offset / pageSize) + 1;
  const start = await read(first);
  const last = Math.min(Math.ceil((offset + limit) / pageSize), toCount(start.data.pageCount) ?? first);
  const numbers = Array.from({length: Math.max(0, last - first)}, (_, index) => first + 1 + index);
  const pages = [start, ...(await Promise.all(numbers.map(read)))];
  const from = offset % pageSize;
  return pages
    .flatMap(({data}) => data.data)
    .slice(from, from + limit)
    .map(toBranch);
}

/** One page of whole branches, newest first. */
export async function readPage(read: Read, limit: number, cursor: string | null): Promise<CommentPage> {
  const {rows, nextCursor} = await readByOffset(
    (offset, size) => readStretch(read, offset, size),
    'newest',
    limit,
    cursor,
  );
  const items = rows.flatMap((branch) => branch.items);
  const isAll = cursor === null && nextCursor === null && !rows.some(({isCut}) => isCut);
  return {
    ...readComments(items, itemSchema, fromWire),
    // The server tells of top-level comments only, and counts what is held, too.
    total: isAll ? items.length : null,
    nextCursor,
    prevCursor: null,
    closed: false,
  };
}
