import {eq} from 'drizzle-orm';
import {fold} from '../../../src/content/fold.js';
import {erased} from '../comment/wire.js';
import {Problem} from '../http/problem.js';
import {digest, isUuid} from './ids.js';
import {settlePlaces} from './places.js';
import {comments, likes, reports, type CommentRow} from './schema.js';
import {lockThread} from './threads.js';
import {inTransaction, type Database} from './transaction.js';

/** One comment in whatever status; throws `not-found`. */
export async function findComment(database: Database, id: string): Promise<CommentRow> {
  const [row] = isUuid(id) ? await database.select().from(comments).where(eq(comments.id, id)) : [];
  if (!row) throw new Problem(404, 'not-found');
  return row;
}

type Change = Partial<Omit<CommentRow, 'id' | 'threadId' | 'parentId' | 'rootId'>>;

/** Changes a comment under the lock of its thread; `decide` sees it as it is then, and may throw. */
async function change(
  database: Database,
  id: string,
  decide: (row: CommentRow) => Change,
  then?: (tx: Database) => Promise<unknown>,
): Promise<CommentRow> {
  return inTransaction(database, async (tx) => {
    await lockThread(tx, (await findComment(tx, id)).threadId);
    const [row] = await tx
      .update(comments)
      .set(decide(await findComment(tx, id)))
      .where(eq(comments.id, id))
      .returning();
    if (!row) throw new Problem(404, 'not-found');
    await then?.(tx);
    await settlePlaces(tx, row);
    return findComment(tx, id);
  });
}

/** Whether its author may still change it. */
function refuseUneditable({status, editUntil}: CommentRow): void {
  if (status === 'deleted') throw new Problem(404, 'not-found');
  if (status === 'rejected' || editUntil.getTime() < Date.now()) throw new Problem(403, 'forbidden');
}

/** A new text from the author. `moderation`: it waits again, else approval could be had by a harmless first text. */
export const editComment = (
  database: Database,
  id: string,
  {text, source}: Pick<CommentRow, 'text' | 'source'>,
  moderation: boolean,
): Promise<CommentRow> =>
  change(database, id, (row) => {
    refuseUneditable(row);
    return {
      text,
      source,
      fingerprint: digest(row.parentId ?? '', fold(row.name), fold(text)),
      editedAt: new Date(),
      ...(moderation && row.role === null && {status: 'held'}),
    };
  });

/** Takes back what an author wrote. Nothing of it is kept; the place stays if replies need it. */
export const deleteComment = (database: Database, id: string): Promise<CommentRow> =>
  change(
    database,
    id,
    (row) => {
      refuseUneditable(row);
      return erased;
    },
    async (tx) => {
      await tx.delete(likes).where(eq(likes.commentId, id));
      await tx.delete(reports).where(eq(reports.commentId, id));
    },
  );

/** A moderator's decision. It also settles what readers have reported. */
export const moderateComment = (
  database: Database,
  id: string,
  status: 'published' | 'rejected',
): Promise<CommentRow> =>
  change(
    database,
    id,
    (row) => {
      if (row.status === 'deleted') throw new Problem(404, 'not-found');
      return {status};
    },
    (tx) => tx.delete(reports).where(eq(reports.commentId, id)),
  );
