import * as z from 'zod/mini';
import {anything, content, id, name} from '../schema.js';

export const commentSchema = z.object({
  id,
  /** A top-level comment: there are two levels. */
  parent: z.nullish(id),
  /** HTML. */
  text: content,
  /** Escaped for HTML. */
  author: name,
  website: anything,
  /** 1: published, 2: held, 4: deleted. */
  mode: anything,
  /** Seconds since 1970. */
  created: anything,
  modified: anything,
  likes: anything,
  dislikes: anything,
  /** Replies that the list has left out. */
  hidden_replies: anything,
});

export type WireComment = z.output<typeof commentSchema>;

/** `total_replies` counts every comment of the thread. */
export const listSchema = z.object({
  replies: z.array(z.unknown()),
  total_replies: anything,
});

/** What paging needs of a comment. */
export const rowSchema = z.object({
  id: anything,
  created: anything,
  replies: z.nullish(z.array(z.unknown())),
});

/** A version is an id, as far as its shape goes. */
export const infoSchema = z.object({version: id, moderation: anything});

export const configSchema = z.object({
  config: z.object({'require-author': anything, 'require-email': anything}),
});

/** Null: there is no such comment. */
export const votesSchema = z.nullish(z.object({likes: anything, dislikes: anything}));

export const countsSchema = z.array(z.unknown());

export const refusalSchema = z.object({message: anything});
