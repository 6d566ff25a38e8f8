import {and, count, eq, inArray, sql} from 'drizzle-orm';
import {markupToHtml} from '../../../src/content/markup-to-html.js';
import type {WireComment} from '../comment/wire.js';
import {comments, threads, type CommentRow} from './schema.js';
import type {Database} from './transaction.js';

/** Comments an answer may hold. */
export const answerComments = 1_000;

/**
 * Bytes of text an answer may hold. The widget reads 4 MiB; escaping can double
 * the text, and a thousand comments have half a megabyte of other members.
 */
export const answerBytes = 1_600_000;

export interface Page {
  readonly comments: readonly WireComment[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
  readonly closed: boolean;
}

/** What was typed with tags goes out as HTML as well, where a sign can become six. */
const bytesOf = ({text, source}: CommentRow): number =>
  source === null
    ? Buffer.byteLength(text)
    : Buffer.byteLength(source) + Buffer.byteLength(markupToHtml(source));

/** As many rows as an answer's bytes allow, but at least one. */
export function fit<T extends CommentRow>(
  rows: readonly T[],
  allowed: number = answerBytes,
): {rows: T[]; bytes: number} {
  let bytes = 0;
  const fitting = rows.filter((row, index) => {
    bytes += bytesOf(row);
    return index === 0 || bytes <= allowed;
  });
  return {rows: fitting, bytes};
}

/** What every answer says of its thread. One that nobody has written in is empty and open. */
export async function facts(database: Database, threadId: string): Promise<{total: number; closed: boolean}> {
  const [counted] = await database
    .select({total: count()})
    .from(comments)
    .where(and(eq(comments.threadId, threadId), sql`${comments.status} = 'published'`));
  const [thread] = await database
    .select({closed: threads.closed})
    .from(threads)
    .where(eq(threads.id, threadId));
  return {total: counted?.total ?? 0, closed: thread?.closed ?? false};
}

/** Published comments of each thread; one that has none is not in the map. */
export async function countPublished(
  database: Database,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .select({threadId: comments.threadId, total: count()})
    .from(comments)
    .where(and(inArray(comments.threadId, [...threadIds]), sql`${comments.status} = 'published'`))
    .groupBy(comments.threadId);
  return new Map(rows.map(({threadId, total}) => [threadId, total]));
}
