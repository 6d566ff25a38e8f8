import {eq, lt} from 'drizzle-orm';
import {fieldProblem, Problem} from '../http/problem.js';
import {digest} from './ids.js';
import {idempotency} from './schema.js';
import type {Database} from './transaction.js';

const remembered = 24 * 3_600_000;

const isOld = () => lt(idempotency.createdAt, new Date(Date.now() - remembered));

/** What may not differ when a key is used again: thread, parent and text, as they were sent. */
export const requestDigest = (thread: string, parentId: string | null, text: string): string =>
  digest(thread, parentId ?? '', text);

/**
 * Claims a key within the transaction that will store the comment. Null: it is
 * ours. Otherwise the answer that was given before.
 *
 * The primary key does the waiting: a second insert of a key whose transaction
 * is still open stops until that one ends. If it was committed, its answer is
 * there; if not, the key is free. No process has to remember anything.
 */
export async function claimKey(tx: Database, key: string, request: string): Promise<string | null> {
  const fresh = {request, answer: null, createdAt: new Date()};
  const claimed = await tx
    .insert(idempotency)
    .values({key, ...fresh})
    .onConflictDoUpdate({target: idempotency.key, set: fresh, setWhere: isOld()})
    .returning({key: idempotency.key});
  if (claimed.length > 0) return null;
  const [found] = await tx.select().from(idempotency).where(eq(idempotency.key, key));
  // Swept away as too old between the two statements: the widget may try again.
  if (!found || found.answer === null) throw new Problem(503, 'server', {retryAfter: 1});
  if (found.request !== request) throw fieldProblem();
  return found.answer;
}

/** Keeps the answer, as JSON, for whoever comes with the same key. */
export async function rememberAnswer(tx: Database, key: string, answer: string): Promise<void> {
  await tx.update(idempotency).set({answer}).where(eq(idempotency.key, key));
}

/** Forgets answers that are older than a day. */
export async function forgetAnswers(database: Database): Promise<void> {
  await database.delete(idempotency).where(isOld());
}
