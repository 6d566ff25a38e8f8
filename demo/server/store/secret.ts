import {randomBytes} from 'node:crypto';
import {eq} from 'drizzle-orm';
import {settings} from './schema.js';
import type {Database} from './transaction.js';

/** The secret that signs edit tokens, made once and shared by every process on this database. */
export async function loadEditSecret(database: Database): Promise<string> {
  await database
    .insert(settings)
    .values({name: 'edit-secret', value: randomBytes(32).toString('base64url')})
    .onConflictDoNothing();
  const [row] = await database.select().from(settings).where(eq(settings.name, 'edit-secret'));
  if (!row) throw new Error('The edit secret that was just made is not there.');
  return row.value;
}
