import {and, asc, eq, gt, inArray, sql} from 'drizzle-orm';
import {toPublicWire} from '../comment/wire.js';
import {answerComments, facts, fit, type Page} from './answer.js';
import {writeCursor, type Cursor} from './cursor.js';
import {comments, type CommentRow} from './schema.js';
import type {Database} from './transaction.js';

interface Replies {
  readonly rows: readonly CommentRow[];
  /** Replies that did not fit. */
  readonly left: number;
}

/**
 * The descendants of some top-level comments, oldest first. Where there is not
 * room for all, each has its share: the oldest of every one come first. A reply
 * is younger than what it answers, so what is cut off never leaves an orphan.
 */
export async function fetchReplies(
  database: Database,
  tops: readonly CommentRow[],
  room: number,
  bytes: number,
): Promise<ReadonlyMap<string, Replies>> {
  if (tops.length === 0) return new Map();
  const ids = tops.map(({id}) => id);
  const ranked = database
    .select({
      id: comments.id,
      place: sql<number>`row_number() OVER (PARTITION BY ${comments.rootId} ORDER BY ${comments.id})`.as(
        'place',
      ),
      all: sql<string>`count(*) OVER (PARTITION BY ${comments.rootId})`.as('all_replies'),
    })
    .from(comments)
    .where(and(inArray(comments.rootId, ids), comments.listed))
    .as('ranked');
  const found = await database
    .select({row: comments, all: ranked.all})
    .from(ranked)
    .innerJoin(comments, eq(comments.id, ranked.id))
    .orderBy(asc(ranked.place), asc(comments.id))
    .limit(room);
  const groups = new Map<string, {rows: CommentRow[]; left: number}>();
  const {rows: fitting} = fit(
    found.map(({row}) => row),
    bytes,
  );
  const kept = new Set(fitting.map(({id}) => id));
  for (const {row, all} of found) {
    const root = row.rootId ?? '';
    const group = groups.get(root) ?? {rows: [], left: Number(all)};
    if (kept.has(row.id)) {
      group.rows.push(row);
      group.left--;
    }
    groups.set(root, group);
  }
  return groups;
}

/** Descendants of one comment, oldest first, as pages of their own. */
export async function listReplies(
  database: Database,
  parent: CommentRow,
  cursor: Cursor | null,
): Promise<Page> {
  const found = await database
    .select()
    .from(comments)
    .where(
      and(
        parent.rootId === null ? eq(comments.rootId, parent.id) : isBelow(parent.id),
        comments.listed,
        cursor ? gt(comments.id, cursor.id) : undefined,
      ),
    )
    .orderBy(asc(comments.id))
    .limit(answerComments + 1);
  const {rows} = fit(found.slice(0, answerComments));
  const last = rows.at(-1);
  const more = found.length > rows.length;
  return {
    comments: rows.map((row) => toPublicWire(row)),
    ...(await facts(database, parent.threadId)),
    nextCursor: more && last ? writeCursor({order: 'oldest', direction: 'on', id: last.id, likes: 0}) : null,
    prevCursor: null,
  };
}

const isBelow = (id: string) => sql`${comments.id} IN (
  WITH RECURSIVE below (id) AS (
    SELECT id FROM comments WHERE parent_id = ${id}
    UNION ALL
    SELECT reply.id FROM comments reply JOIN below ON reply.parent_id = below.id
  )
  SELECT id FROM below
)`;
