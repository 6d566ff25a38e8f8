import {lt} from 'drizzle-orm';
import {fieldProblem} from '../http/problem.js';
import type {Solved} from '../proof-of-work.js';
import {digest} from './ids.js';
import {challenges} from './schema.js';
import type {Database} from './transaction.js';

/**
 * Marks a challenge as used within the transaction that stores the comment;
 * throws when it was used before, by whichever process of this database.
 */
export async function spendSolution(tx: Database, {signature, expiresAt}: Solved): Promise<void> {
  const spent = await tx
    .insert(challenges)
    .values({id: digest(signature), expiresAt})
    .onConflictDoNothing()
    .returning({id: challenges.id});
  if (spent.length === 0) throw fieldProblem({field: 'challenge', code: 'expired'});
}

/** Forgets used challenges that nobody could use again anyway. */
export async function forgetChallenges(database: Database): Promise<void> {
  // A little later than they expire: the clocks of several machines differ.
  await database.delete(challenges).where(lt(challenges.expiresAt, new Date(Date.now() - 3_600_000)));
}
