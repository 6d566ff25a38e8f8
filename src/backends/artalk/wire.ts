import * as z from 'zod/mini';
import {limits} from '../../content/limits.js';
import {anything, content, id, name, text} from '../schema.js';

export const commentSchema = z.object({
  id,
  /** What it answers; 0: nothing. */
  rid: z.nullish(id),
  nick: name,
  link: anything,
  /** HTML. The source is in `content`. */
  content_marked: content,
  /** In the server's time zone, without saying which. */
  date: anything,
  is_pending: anything,
  vote_up: anything,
});

export type WireComment = z.output<typeof commentSchema>;

/** Top-level comments in order, then everything that answers them in none. */
export const listSchema = z.object({
  comments: z.array(z.unknown()),
  /** Replies included. */
  count: anything,
  page: z.nullish(z.object({admin_only: anything})),
});

/** What paging needs of a comment. */
export const rowSchema = z.object({id, rid: z.nullish(id), date: anything, visible: anything});

export const oneSchema = z.object({comment: commentSchema});

export const confSchema = z.object({frontend_conf: z.object({vote: anything})});

export const votesSchema = z.object({up: anything, is_up: anything});

export const countsSchema = z.object({data: z.custom<object>((data) => Object(data) === data)});

/** The message is in the server's language. */
export const refusalSchema = z.object({
  msg: text(limits.receivedName),
  err_no_site: anything,
  need_login: anything,
  need_captcha: anything,
});
