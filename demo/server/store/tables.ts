import {sql} from 'drizzle-orm';
import {integer, pgTable} from 'drizzle-orm/pg-core';
import {databaseErrorCode, inTransaction, type Database} from './transaction.js';

/** How many of the steps below this database has had. One row. */
const version = pgTable('version', {one: integer('one').primaryKey(), done: integer('done').notNull()});

// Only ever added to, each entry once: a database remembers how many it has had.
const steps: readonly string[] = [
  `
  CREATE TABLE threads (
    id text PRIMARY KEY, site text NOT NULL, key text NOT NULL,
    closed boolean NOT NULL DEFAULT false, last_id uuid
  );
  CREATE TABLE comments (
    id uuid PRIMARY KEY, thread_id text NOT NULL REFERENCES threads (id),
    parent_id uuid, root_id uuid,
    status text NOT NULL CHECK (status IN ('published', 'held', 'rejected', 'deleted')),
    listed boolean NOT NULL,
    name text NOT NULL, email text NOT NULL, website text,
    role text CHECK (role IN ('writer', 'moderator')),
    text text NOT NULL, fingerprint text NOT NULL, lang text NOT NULL, page_url text,
    agreed_rules text, agreed_privacy boolean NOT NULL,
    likes integer NOT NULL DEFAULT 0,
    created_at timestamptz(3) NOT NULL, edited_at timestamptz(3), edit_until timestamptz(3) NOT NULL
  );
  CREATE INDEX comments_top ON comments (thread_id, id) WHERE listed AND root_id IS NULL;
  CREATE INDEX comments_popular ON comments (thread_id, likes, id) WHERE listed AND root_id IS NULL;
  CREATE INDEX comments_below ON comments (root_id, id) WHERE listed;
  CREATE INDEX comments_parent ON comments (parent_id);
  CREATE INDEX comments_published ON comments (thread_id) WHERE status = 'published';
  CREATE INDEX comments_held ON comments (id) WHERE status = 'held';
  CREATE INDEX comments_fingerprint ON comments (thread_id, fingerprint);
  CREATE TABLE likes (
    comment_id uuid NOT NULL REFERENCES comments (id), reader text NOT NULL,
    PRIMARY KEY (comment_id, reader)
  );
  CREATE TABLE reports (
    id uuid PRIMARY KEY, comment_id uuid NOT NULL REFERENCES comments (id),
    reason text NOT NULL, created_at timestamptz(3) NOT NULL
  );
  CREATE INDEX reports_comment ON reports (comment_id);
  CREATE TABLE idempotency (
    key uuid PRIMARY KEY, request text NOT NULL, answer text,
    created_at timestamptz(3) NOT NULL
  );
  CREATE INDEX idempotency_age ON idempotency (created_at);
  CREATE TABLE settings (name text PRIMARY KEY, value text NOT NULL);
  `,
  `
  CREATE TABLE challenges (id text PRIMARY KEY, expires_at timestamptz(3) NOT NULL);
  CREATE INDEX challenges_age ON challenges (expires_at);
  `,
  `
  ALTER TABLE comments ADD COLUMN source text;
  `,
];

/** Brings a new or older database to the tables of `schema.ts`. */
export async function createTables(database: Database): Promise<void> {
  try {
    await prepare(database);
  } catch (error) {
    // Two processes that start at once can both try to make the first table; the loser finds it made.
    if (!['23505', '42P07'].includes(databaseErrorCode(error) ?? '')) throw error;
    await prepare(database);
  }
  await inTransaction(database, async (tx) => {
    // The lock lets one of several starting processes make the rest; the others find it made.
    const found = await tx.select({done: version.done}).from(version).for('update');
    const done = found[0]?.done ?? 0;
    for (const step of steps.slice(done)) {
      for (const statement of step.split(';')) if (statement.trim()) await tx.execute(sql.raw(statement));
    }
    if (done < steps.length) await tx.update(version).set({done: steps.length});
  });
}

async function prepare(database: Database): Promise<void> {
  await database.execute(
    sql`CREATE TABLE IF NOT EXISTS version (one integer PRIMARY KEY CHECK (one = 1), done integer NOT NULL)`,
  );
  await database.insert(version).values({one: 1, done: 0}).onConflictDoNothing();
}
