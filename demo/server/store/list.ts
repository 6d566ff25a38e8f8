import {and, asc, desc, eq, gt, isNull, lt, or, type SQL} from 'drizzle-orm';
import type {Order} from '../../../src/content/types.js';
import {toPublicWire, type WireComment} from '../comment/wire.js';
import {answerBytes, answerComments, facts, fit, type Page} from './answer.js';
import {writeCursor, type Cursor} from './cursor.js';
import {fetchReplies} from './replies.js';
import {comments, type CommentRow} from './schema.js';
import type {Database} from './transaction.js';

export interface PageRequest {
  readonly threadId: string;
  readonly order: Order;
  readonly limit: number;
  readonly cursor: Cursor | null;
}

const isTop = (threadId: string): SQL =>
  // Drizzle types `and` as possibly empty; with arguments it never is.
  and(eq(comments.threadId, threadId), comments.listed, isNull(comments.rootId)) as SQL;

/** The comments before or after a cursor, in the direction that the order reads. */
function beside({order, direction, id, likes, inclusive}: Cursor): SQL | undefined {
  const ascending = (order === 'oldest') === (direction === 'on');
  const past = ascending ? gt(comments.id, id) : lt(comments.id, id);
  const here = inclusive ? or(past, eq(comments.id, id)) : past;
  if (order !== 'popular') return here;
  const further = ascending ? gt(comments.likes, likes) : lt(comments.likes, likes);
  return or(further, and(eq(comments.likes, likes), here));
}

function sorting(order: Order, direction: Cursor['direction']): SQL[] {
  const way = (order === 'oldest') === (direction === 'on') ? asc : desc;
  return order === 'popular' ? [way(comments.likes), way(comments.id)] : [way(comments.id)];
}

/** One page of top-level comments, each followed by its descendants. */
export async function listPage(database: Database, request: PageRequest): Promise<Page> {
  const {threadId, order, limit, cursor} = request;
  const direction = cursor?.direction ?? 'on';
  const found = await database
    .select()
    .from(comments)
    .where(and(isTop(threadId), cursor ? beside(cursor) : undefined))
    .orderBy(...sorting(order, direction))
    .limit(limit + 1);
  const {rows, bytes} = fit(found.slice(0, limit));
  const more = found.length > rows.length;
  if (direction === 'back') rows.reverse();
  const first = rows[0];
  const last = rows.at(-1);
  const cursorAt = (row: CommentRow | undefined, direction: Cursor['direction']) =>
    row ? {order, direction, id: row.id, likes: row.likes} : null;
  const [hasPrevious, hasNext] =
    direction === 'on'
      ? [cursor !== null && (await anyBeside(database, threadId, cursorAt(first, 'back'))), more]
      : [more, await anyBeside(database, threadId, cursorAt(last, 'on'))];
  const next = cursorAt(last, 'on');
  const previous = cursorAt(first, 'back');
  return {
    comments: await withReplies(database, rows, answerComments - rows.length, answerBytes - bytes),
    ...(await facts(database, threadId)),
    nextCursor: hasNext && next ? writeCursor(next) : null,
    prevCursor: hasPrevious && previous ? writeCursor(previous) : null,
  };
}

async function anyBeside(database: Database, threadId: string, cursor: Cursor | null): Promise<boolean> {
  if (!cursor) return false;
  const found = await database
    .select({id: comments.id})
    .from(comments)
    .where(and(isTop(threadId), beside(cursor)))
    .limit(1);
  return found.length > 0;
}

async function withReplies(
  database: Database,
  tops: readonly CommentRow[],
  room: number,
  bytes: number,
): Promise<WireComment[]> {
  const replies = await fetchReplies(database, tops, room, bytes);
  return tops.flatMap((top) => {
    const {rows, left} = replies.get(top.id) ?? {rows: [], left: 0};
    return [toPublicWire(top, left), ...rows.map((row) => toPublicWire(row))];
  });
}
