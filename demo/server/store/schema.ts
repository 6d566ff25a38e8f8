import {boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid} from 'drizzle-orm/pg-core';

/**
 * The tables. Nothing in them is peculiar to one PostgreSQL, so that any engine
 * that speaks its language will do; `tables.ts` creates them.
 */

const moment = (name: string) => timestamp(name, {precision: 3, withTimezone: true, mode: 'date'});

/** One conversation. Its row is locked while something in it changes. */
export const threads = pgTable('threads', {
  /** Digest of site and key: a key can be longer than an index takes. */
  id: text('id').primaryKey(),
  site: text('site').notNull(),
  key: text('key').notNull(),
  closed: boolean('closed').notNull().default(false),
  /** The newest comment's id: the next one is greater, whatever the clocks of several machines say. */
  lastId: uuid('last_id'),
});

export const comments = pgTable(
  'comments',
  {
    /** UUID version 7. Within a thread, the order of ids is the order in which comments became visible. */
    id: uuid('id').primaryKey(),
    threadId: text('thread_id').notNull(),
    parentId: uuid('parent_id'),
    /** The top-level comment above; null for a top-level one. */
    rootId: uuid('root_id'),
    status: text('status', {enum: ['published', 'held', 'rejected', 'deleted']}).notNull(),
    /** Whether lists show it: it is published, or keeps the place for replies that are shown. */
    listed: boolean('listed').notNull(),
    name: text('name').notNull(),
    /** For the site's owner, in the database only; no answer holds it. */
    email: text('email').notNull(),
    website: text('website'),
    role: text('role', {enum: ['writer', 'moderator']}),
    text: text('text').notNull(),
    /** What its author typed, if it was with tags; `text` is then what is seen of it. */
    source: text('source'),
    /** Digest of folded name and text, by which a second copy is known. */
    fingerprint: text('fingerprint').notNull(),
    lang: text('lang').notNull(),
    pageUrl: text('page_url'),
    /** What the reader agreed to, as proof: the version of the rules (`true` if they have none). */
    agreedRules: text('agreed_rules'),
    agreedPrivacy: boolean('agreed_privacy').notNull(),
    likes: integer('likes').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    editedAt: moment('edited_at'),
    editUntil: moment('edit_until').notNull(),
  },
  (table) => [index('comments_parent').on(table.parentId)],
);

/** Who likes what. The reader's key is kept as a digest that differs for each comment. */
export const likes = pgTable(
  'likes',
  {
    commentId: uuid('comment_id').notNull(),
    reader: text('reader').notNull(),
  },
  (table) => [primaryKey({columns: [table.commentId, table.reader]})],
);

export const reports = pgTable('reports', {
  id: uuid('id').primaryKey(),
  commentId: uuid('comment_id').notNull(),
  reason: text('reason').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** Answers to POST that were given, by the key that came with it. */
export const idempotency = pgTable('idempotency', {
  key: uuid('key').primaryKey(),
  /** Digest of what may not differ: thread, parent and text. */
  request: text('request').notNull(),
  /** The answer as JSON (null while the comment is being stored), without the edit token, which can be made again. */
  answer: text('answer'),
  createdAt: moment('created_at').notNull(),
});

/** Challenges whose solution has brought a comment: none brings a second one. */
export const challenges = pgTable('challenges', {
  /** Digest of the challenge's signature. */
  id: text('id').primaryKey(),
  expiresAt: moment('expires_at').notNull(),
});

/** What every process of this server has to agree on. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

export type CommentRow = typeof comments.$inferSelect;
export type ThreadRow = typeof threads.$inferSelect;
