import * as z from 'zod/mini';
import {content, id, name, text} from '../schema.js';

export const commentSchema = z.object({
  id,
  parentId: z.nullish(id),
  author: z.nullish(z.object({name, url: z.unknown(), role: z.unknown()})),
  content: z.nullish(z.object({text: content, html: content})),
  createdAt: z.unknown(),
  editedAt: z.unknown(),
  status: z.unknown(),
  likes: z.unknown(),
  url: z.unknown(),
  moreReplies: z.unknown(),
});

export type WireComment = z.output<typeof commentSchema>;

export const pageSchema = z.object({
  comments: z.array(z.unknown()),
  total: z.unknown(),
  nextCursor: z.unknown(),
  prevCursor: z.unknown(),
  closed: z.unknown(),
});

/** Answer to writing, editing and asking for one comment. */
export const oneSchema = z.object({comment: commentSchema, edit: z.unknown()});

export const grantSchema = z.object({token: text(4_096), until: z.unknown()});

export const likesSchema = z.object({likes: z.unknown()});

export const countsSchema = z.object({counts: z.unknown()});

export const capabilitiesSchema = z.object({
  orders: z.unknown(),
  requires: z.unknown(),
  maxLength: z.unknown(),
  like: z.unknown(),
  edit: z.unknown(),
  report: z.unknown(),
  counts: z.unknown(),
  around: z.unknown(),
  idempotent: z.unknown(),
  moderation: z.unknown(),
  challenge: z.unknown(),
});

export const problemSchema = z.object({code: z.unknown(), errors: z.unknown()});

export const fieldErrorSchema = z.object({field: z.unknown(), code: z.unknown(), limit: z.unknown()});
