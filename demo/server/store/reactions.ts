import {and, count, eq, sql} from 'drizzle-orm';
import {Problem} from '../http/problem.js';
import {findComment} from './change.js';
import {digest, timeOrderedId} from './ids.js';
import {comments, likes, reports} from './schema.js';
import {inTransaction, type Database} from './transaction.js';

// Enough for a moderator to see that something is wrong; a crowd shall not fill the disk.
const reportsKept = 50;

async function refuseUnpublished(database: Database, id: string): Promise<void> {
  if ((await findComment(database, id)).status !== 'published') throw new Problem(404, 'not-found');
}

/** Likes a comment or takes it back, once a reader; gives the new number. */
export async function setLike(
  database: Database,
  commentId: string,
  readerKey: string,
  liked: boolean,
): Promise<number> {
  const reader = digest(commentId, readerKey);
  return inTransaction(database, async (tx) => {
    await refuseUnpublished(tx, commentId);
    const changed = liked
      ? await tx
          .insert(likes)
          .values({commentId, reader})
          .onConflictDoNothing()
          .returning({reader: likes.reader})
      : await tx
          .delete(likes)
          .where(and(eq(likes.commentId, commentId), eq(likes.reader, reader)))
          .returning({reader: likes.reader});
    const step = changed.length === 0 ? 0 : liked ? 1 : -1;
    const [row] = await tx
      .update(comments)
      .set({likes: sql`${comments.likes} + ${step}`})
      .where(and(eq(comments.id, commentId), eq(comments.status, 'published')))
      .returning({likes: comments.likes});
    if (!row) throw new Problem(404, 'not-found');
    return row.likes;
  });
}

/** Keeps what a reader says is wrong with a comment. */
export async function addReport(database: Database, commentId: string, reason: string): Promise<void> {
  await refuseUnpublished(database, commentId);
  const [kept] = await database
    .select({number: count()})
    .from(reports)
    .where(eq(reports.commentId, commentId));
  if ((kept?.number ?? 0) >= reportsKept) return;
  const now = Date.now();
  await database
    .insert(reports)
    .values({id: timeOrderedId(now), commentId, reason, createdAt: new Date(now)});
}
