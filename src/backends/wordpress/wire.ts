import * as z from 'zod/mini';
import {anything, content, id, name} from '../schema.js';

export const commentSchema = z.object({
  id,
  /** 0: none. */
  parent: z.nullish(id),
  /** Escaped for HTML. */
  author_name: name,
  author_url: anything,
  /** UTC, without saying so. */
  date_gmt: anything,
  content: z.object({rendered: content}),
  link: anything,
  status: anything,
});

export type WireComment = z.output<typeof commentSchema>;

export const listSchema = z.array(z.unknown());

/** A post or page. `comment_status` is its switch: comments can be closed by age all the same. */
export const aboutSchema = z.object({comment_status: anything});

/** `code` is as short as a name. */
export const refusalSchema = z.object({code: name, message: anything});
