import {and, eq, gt, ne} from 'drizzle-orm';
import {fold} from '../../../src/content/fold.js';
import type {CheckedComment} from '../comment/check.js';
import type {ThreadKey} from '../comment/thread-key.js';
import {Problem} from '../http/problem.js';
import {digest, idTime, isUuid, nextId} from './ids.js';
import {comments, threads, type CommentRow} from './schema.js';
import {openThread} from './threads.js';
import type {Database} from './transaction.js';

const duplicateWithin = 3_600_000;

export interface NewRow extends CheckedComment {
  readonly thread: ThreadKey;
  readonly parentId: string | null;
  readonly status: 'published' | 'held';
  readonly role: 'moderator' | null;
  readonly lang: string;
  readonly pageUrl: string | null;
  readonly agreed: {readonly rules: string | true | null; readonly privacy: true | null};
  readonly editMinutes: number;
}

/** Stores a comment within a transaction; throws when the conversation does not take it. */
export async function createComment(tx: Database, wanted: NewRow): Promise<CommentRow> {
  const {thread, parentId, name, text} = wanted;
  const {closed, lastId} = await openThread(tx, thread);
  if (closed) throw new Problem(403, 'closed');
  const parent = parentId === null ? null : await findParent(tx, thread.id, parentId);
  const fingerprint = digest(parentId ?? '', fold(name), fold(text));
  await refuseSecondCopy(tx, thread.id, fingerprint);
  const id = nextId(lastId);
  const createdAt = new Date(idTime(id));
  const [row] = await tx
    .insert(comments)
    .values({
      id,
      threadId: thread.id,
      parentId,
      rootId: parent && (parent.rootId ?? parent.id),
      status: wanted.status,
      // What it answers is published, so nothing changes above it.
      listed: wanted.status === 'published',
      name,
      email: wanted.email,
      website: wanted.website,
      role: wanted.role,
      text,
      source: wanted.source,
      fingerprint,
      lang: wanted.lang,
      pageUrl: wanted.pageUrl,
      agreedRules: wanted.agreed.rules === null ? null : String(wanted.agreed.rules),
      agreedPrivacy: wanted.agreed.privacy ?? false,
      createdAt,
      editUntil: new Date(createdAt.getTime() + wanted.editMinutes * 60_000),
    })
    .returning();
  if (!row) throw new Error('A comment that was just stored is not there.');
  await tx.update(threads).set({lastId: id}).where(eq(threads.id, thread.id));
  return row;
}

async function findParent(tx: Database, threadId: string, id: string): Promise<CommentRow> {
  const [parent] = isUuid(id)
    ? await tx
        .select()
        .from(comments)
        .where(and(eq(comments.id, id), eq(comments.threadId, threadId), eq(comments.status, 'published')))
    : [];
  if (!parent) throw new Problem(410, 'parent-missing');
  return parent;
}

/** The same words by the same name at the same place are taken once an hour. */
async function refuseSecondCopy(tx: Database, threadId: string, fingerprint: string): Promise<void> {
  const [copy] = await tx
    .select({id: comments.id})
    .from(comments)
    .where(
      and(
        eq(comments.threadId, threadId),
        eq(comments.fingerprint, fingerprint),
        ne(comments.status, 'deleted'),
        gt(comments.createdAt, new Date(Date.now() - duplicateWithin)),
      ),
    )
    .limit(1);
  if (copy) throw new Problem(409, 'duplicate');
}
