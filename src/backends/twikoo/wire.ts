import * as z from 'zod/mini';
import {anything, content, id, name} from '../schema.js';

/** Of any answer; a message only comes with a failure. */
export const answerSchema = z.object({code: anything, message: anything});

export const commentSchema = z.object({
  id,
  /** Root and direct parent of a reply; empty or not there at a root. */
  rid: anything,
  pid: anything,
  /** As it was typed, never escaped. */
  nick: name,
  /** Any scheme. */
  link: anything,
  /** HTML, as the client sent it and the server cleaned it. */
  comment: content,
  /** Of the site's owner. */
  master: anything,
  ups: anything,
  /** What older servers have instead of `ups`. */
  like: anything,
  liked: anything,
  /** Pinned to the top of the first page. */
  top: anything,
  /** Waits for a moderator; only its author is told. */
  isSpam: anything,
  /** Milliseconds since 1970. */
  created: anything,
});

export type WireComment = z.output<typeof commentSchema>;

/** A root, for its replies and its place in the list. */
export const rootSchema = z.object({id, replies: anything, top: anything, created: anything});

export const listSchema = z.object({data: z.array(z.unknown()), more: anything});

export const createdSchema = z.object({id});

export const configSchema = z.object({
  config: z.object({LIMIT_LENGTH: anything, REQUIRED_FIELDS: anything, CAPTCHA_PROVIDER: anything}),
});

export const countsSchema = z.object({data: z.array(z.object({url: anything, count: anything}))});

/** Geetest's four values under Twikoo's names. */
export const geetestSchema = z.object({
  geeTestLotNumber: anything,
  geeTestCaptchaOutput: anything,
  geeTestPassToken: anything,
  geeTestGenTime: anything,
});
