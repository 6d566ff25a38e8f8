import {randomBytes} from 'node:crypto';
import {eq} from 'drizzle-orm';
import {settings} from './schema.js';
import type {Database} from './transaction.js';

/** A secret to sign with, made once and shared by every process on this database. */
export async function loadSecret(
  database: Database,
  name: 'edit-secret' | 'challenge-secret',
): Promise<string> {
  await database
    .insert(settings)
    .values({name, value: randomBytes(32).toString('base64url')})
    .onConflictDoNothing();
  const [row] = await database.select().from(settings).where(eq(settings.name, name));
  if (!row) throw new Error('The secret that was just made is not there.');
  return row.value;
}
