import {existsSync, renameSync, rmSync} from 'node:fs';
import {PGlite} from '@electric-sql/pglite';
import {sql} from 'drizzle-orm';
import {drizzle as drizzlePostgres} from 'drizzle-orm/node-postgres';
import {drizzle as drizzlePglite} from 'drizzle-orm/pglite';
import {Pool} from 'pg';
import {lockFolder} from './data-lock.js';
import {DatabaseError} from './database-error.js';
import {createTables} from './tables.js';
import type {Database} from './transaction.js';

export interface OpenDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens the PostgreSQL at `url`, or without one the embedded database in `folder`. */
export async function openDatabase(url: string | null, folder: string): Promise<OpenDatabase> {
  const open = url === null ? await openEmbedded(folder) : await openServer(url);
  try {
    await createTables(open.database);
  } catch (error) {
    await open.close();
    throw error;
  }
  return open;
}

async function openEmbedded(folder: string): Promise<OpenDatabase> {
  const unlock = lockFolder(folder);
  try {
    const path = `${folder}/pglite`;
    if (!existsSync(path)) await makeEmbedded(path);
    const client = await PGlite.create(path);
    return {
      database: drizzlePglite(client),
      close: async () => {
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw new DatabaseError(`The database in ${folder} could not be opened.`, {cause: error});
  }
}

/** Makes an empty database elsewhere first, so that one that was interrupted is never taken for whole. */
async function makeEmbedded(path: string): Promise<void> {
  console.log(`Making the database in ${path} (once, takes a moment)…`);
  const unfinished = `${path}.new`;
  rmSync(unfinished, {recursive: true, force: true});
  const client = await PGlite.create(unfinished);
  await client.close();
  renameSync(unfinished, path);
}

/** Milliseconds. */
const longestQuery = 15_000;

async function openServer(url: string): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // What hangs, on a lock for instance, ends and gives its connection back.
    statement_timeout: longestQuery,
    idle_in_transaction_session_timeout: longestQuery,
  });
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => {});
  const database = drizzlePostgres(pool);
  try {
    await database.execute(sql`SELECT 1`);
  } catch (error) {
    await pool.end();
    throw new DatabaseError('The PostgreSQL at DATABASE_URL does not answer.', {cause: error});
  }
  return {database, close: () => pool.end()};
}
