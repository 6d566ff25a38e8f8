import * as z from 'zod/mini';
import {content, id, name} from '../schema.js';

export const commentSchema = z.object({
  id,
  /** 0: none. */
  parent: z.nullish(id),
  /** Number of the user; 0: a visitor. */
  author: z.unknown(),
  /** Escaped for HTML. */
  author_name: name,
  author_url: z.unknown(),
  /** UTC, without saying so. */
  date_gmt: z.unknown(),
  content: z.object({rendered: content}),
  link: z.unknown(),
  status: z.unknown(),
});

export type WireComment = z.output<typeof commentSchema>;

export const listSchema = z.array(z.unknown());

/** A post or page, as far as its comments go. */
export const aboutSchema = z.object({id, author: z.unknown(), comment_status: z.unknown()});

export const refusalSchema = z.object({code: z.unknown(), message: z.unknown(), data: z.unknown()});

/** Which parameters were wrong, by name. */
export const paramsSchema = z.object({params: z.unknown()});
