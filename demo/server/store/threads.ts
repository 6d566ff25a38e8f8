import {eq} from 'drizzle-orm';
import type {ThreadKey} from '../comment/thread-key.js';
import {threads, type ThreadRow} from './schema.js';
import type {Database} from './transaction.js';

/**
 * The row of a conversation, locked until the transaction ends. Whoever adds,
 * changes or takes away a comment holds this lock: so ids grow in the order in
 * which comments become visible, two copies of one comment see each other, and
 * a reply cannot slip under a comment that is being taken away.
 */
export async function lockThread(tx: Database, id: string): Promise<ThreadRow | null> {
  const [row] = await tx.select().from(threads).where(eq(threads.id, id)).for('update');
  return row ?? null;
}

/** The same for a conversation that may be new. */
export async function openThread(tx: Database, {id, site, key}: ThreadKey): Promise<ThreadRow> {
  const known = await lockThread(tx, id);
  if (known) return known;
  await tx.insert(threads).values({id, site, key}).onConflictDoNothing();
  const made = await lockThread(tx, id);
  if (!made) throw new Error('A thread that was just made is not there.');
  return made;
}

/** Closes a conversation for new comments, or opens it again. */
export async function setClosed(
  database: Database,
  {id, site, key}: ThreadKey,
  closed: boolean,
): Promise<void> {
  await database
    .insert(threads)
    .values({id, site, key, closed})
    .onConflictDoUpdate({target: threads.id, set: {closed}});
}
