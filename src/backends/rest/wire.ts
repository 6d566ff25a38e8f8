import * as z from 'zod/mini';
import {anything, content, id, name, text} from '../schema.js';

export const commentSchema = z.object({
  id,
  parentId: z.nullish(id),
  author: z.nullish(z.object({name, url: anything, role: anything})),
  content: z.nullish(z.object({text: content, html: content, source: content})),
  createdAt: anything,
  editedAt: anything,
  status: anything,
  likes: anything,
  url: anything,
  moreReplies: anything,
});

export type WireComment = z.output<typeof commentSchema>;

export const pageSchema = z.object({
  comments: z.array(z.unknown()),
  total: anything,
  nextCursor: anything,
  prevCursor: anything,
  closed: anything,
});

/** Answer to writing, editing and asking for one comment. */
export const oneSchema = z.object({comment: commentSchema, edit: anything});

export const grantSchema = z.object({token: text(4_096), until: anything});

export const likesSchema = z.object({likes: anything});

export const countsSchema = z.object({counts: anything});

export const capabilitiesSchema = z.object({
  orders: anything,
  requires: anything,
  maxLength: anything,
  like: anything,
  edit: anything,
  report: anything,
  counts: anything,
  around: anything,
  idempotent: anything,
  moderation: anything,
  challenge: anything,
  markup: anything,
});

export const problemSchema = z.object({code: anything, errors: anything});

export const fieldErrorSchema = z.object({field: anything, code: anything, limit: anything});
