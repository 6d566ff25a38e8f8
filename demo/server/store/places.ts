import {and, eq} from 'drizzle-orm';
import {comments, type CommentRow} from './schema.js';
import type {Database} from './transaction.js';

/**
 * Works out anew what lists show of a comment and of those above it, after its
 * status has changed: what is published, and the places of what is not but has
 * replies that are shown.
 */
export async function settlePlaces(tx: Database, changed: CommentRow): Promise<void> {
  let row: CommentRow | undefined = changed;
  while (row) {
    const listed = row.status === 'published' || (await hasListedReply(tx, row.id));
    // Nothing above depends on more than this; a new comment's own row is right already.
    if (listed === row.listed && row !== changed) return;
    if (listed !== row.listed) await tx.update(comments).set({listed}).where(eq(comments.id, row.id));
    row = row.parentId === null ? undefined : await find(tx, row.parentId);
  }
}

async function hasListedReply(tx: Database, id: string): Promise<boolean> {
  const found = await tx
    .select({id: comments.id})
    .from(comments)
    .where(and(eq(comments.parentId, id), eq(comments.listed, true)))
    .limit(1);
  return found.length > 0;
}

async function find(tx: Database, id: string): Promise<CommentRow | undefined> {
  const [row] = await tx.select().from(comments).where(eq(comments.id, id));
  return row;
}
