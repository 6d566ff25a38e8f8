import type {PgDatabase, PgQueryResultHKT} from 'drizzle-orm/pg-core';

/** Either database, and a transaction in it: the same queries run on all three. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** What the driver said, beneath Drizzle's wrapping: the five letters of SQLSTATE or of the socket. */
export function databaseErrorCode(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return null;
}

// Serialization failure and deadlock: the engine asks for the same again.
const again: ReadonlySet<string> = new Set(['40001', '40P01']);

/** Runs `work` as one transaction; all of it happens or nothing. `work` may run more than once. */
export async function inTransaction<T>(database: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (tries === 5 || !again.has(databaseErrorCode(error) ?? '')) throw error;
    }
  }
}
