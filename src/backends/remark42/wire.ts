import * as z from 'zod/mini';
import {anything, content, id, name, parseOrNull} from '../schema.js';

export const commentSchema = z.object({
  id,
  /** What it answers; empty: nothing. Text like a name. */
  pid: name,
  /** HTML. The Markdown that it was made of (`orig`) is not cleaned, and no use to us. */
  text: content,
  /** `name` is escaped for HTML. */
  user: z.nullish(z.object({name, admin: anything})),
  score: anything,
  time: anything,
  edit: anything,
  delete: anything,
});

export type WireComment = z.output<typeof commentSchema>;

export const treeSchema = z.object({comments: z.array(z.unknown()), info: anything});

export const configSchema = z.object({
  auth_providers: z.array(z.unknown()),
  min_comment_size: anything,
  max_comment_size: anything,
  edit_duration: anything,
  send_jwt_header: anything,
});

export type Config = z.output<typeof configSchema>;

/** Every other object: in each is what belongs there. */
const detailSchema = z.object({
  /** Of a tree. */
  comment: anything,
  replies: anything,
  /** Of a comment, as far as paging goes; `time` also of its last change. */
  id: anything,
  time: anything,
  /** Of a conversation: `count` without deleted comments, `count_left` with them. */
  url: anything,
  count: anything,
  count_left: anything,
  read_only: anything,
  /** Of a refusal. */
  code: anything,
  error: anything,
});

export const countsSchema = z.array(detailSchema);

/** What an object holds of it; nothing, if it is none. */
export const detail = (value: unknown): Partial<z.output<typeof detailSchema>> =>
  parseOrNull(detailSchema, value) ?? {};
