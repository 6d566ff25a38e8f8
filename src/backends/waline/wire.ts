import * as z from 'zod/mini';
import {anything, content, id, name} from '../schema.js';

/** Around every answer. `errno` 0 is a success, whatever HTTP says of the others. */
export const envelopeSchema = z.object({errno: anything, errmsg: anything, data: anything});

/** Of another comment. Storages differ in what they have where there is none: nothing, null or an empty text. */
const otherId = z.nullish(z.custom<string | number>((value) => typeof value !== 'object'));

export const commentSchema = z.object({
  objectId: id,
  /** HTML, made of Markdown. */
  comment: content,
  /** That Markdown. */
  orig: anything,
  nick: name,
  link: anything,
  /** What it answers, and the top-level comment above; none of both: it is one. */
  pid: otherId,
  rid: otherId,
  /** Milliseconds. */
  time: anything,
  status: anything,
  like: anything,
  sticky: anything,
  /** Of registered authors. */
  type: anything,
});

export type WireComment = z.output<typeof commentSchema>;

/** Items that are read one by one, and counts in the order of the question. */
export const itemsSchema = z.array(z.unknown());

/** `count` counts every comment, `data` and `totalPages` those at the top level. */
export const listSchema = z.object({data: itemsSchema, count: anything, totalPages: anything});

/** All that is below a top-level comment. */
export const rowSchema = z.object({children: itemsSchema});

export const likesSchema = z.object({like: anything});
