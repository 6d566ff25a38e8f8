import * as z from 'zod/mini';
import {limits} from '../content/limits.js';
import type {Comment} from '../content/types.js';
import {CommentError} from './errors.js';

// Schemas are strict where a wrong value makes a comment useless. What can do
// without the value is `anything`, and `received.ts` reads it.
// Every kind of schema is code that each reader loads: `object custom optional
// nullish array unknown` are here already, look twice before using another.

/**
 * May be missing, and may be wrong. JSON may call anything its `toString`, and
 * then to ask for text or a number throws: in its place stands an empty list,
 * which is there, has an empty text and fits nothing.
 */
export const anything = z.optional(
  // oxlint-disable-next-line promise/valid-params -- the catch of a schema, not of a promise
  z.catch(
    z.custom<unknown>((value) => {
      try {
        return typeof `${value}` === 'string';
      } catch {
        return false;
      }
    }),
    [],
  ),
);

/** An id: 1–200 characters, or an integer that JSON did not round. */
export const id = z.custom<string | number>((value) =>
  typeof value === 'string'
    ? // A lone surrogate can stand in no address.
      value.length > 0 && value.length <= limits.id && !/\p{Cs}/u.test(value)
    : Number.isSafeInteger(value),
);

/** Text of at most `limit` UTF-16 code units. Lighter than `z.string()` with a check. */
export const text = (limit: number): z.ZodMiniCustom<string> =>
  z.custom<string>((value) => typeof value === 'string' && value.length <= limit);

/** Name of an author as it comes. */
export const name = z.nullish(text(limits.receivedName));

/** Text or HTML of a comment. */
export const content = z.nullish(text(limits.receivedContent));

/** What `schema` makes of `value`; null when it does not fit. */
export function parseOrNull<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> | null {
  const result = z.safeParse(schema, value);
  return result.success ? result.data : null;
}

/** What `schema` makes of `value`; throws `invalid-response`, with `advice`, when it does not fit. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  advice = '',
): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new CommentError('invalid-response', advice ? {advice} : {});
}

/**
 * Reads comments one by one, so that a bad one does not take the others with
 * it: it is left out and counted. When all are bad, so is the answer. Of
 * comments with the same id the first stays.
 */
export function readComments<Schema extends z.ZodMiniType>(
  items: readonly unknown[],
  schema: Schema,
  toComment: (wire: z.output<Schema>) => Comment,
): {comments: readonly Comment[]; skipped: number} {
  const comments = new Map<string, Comment>();
  let skipped = 0;
  for (const item of items) {
    const result = z.safeParse(schema, item);
    if (!result.success) {
      skipped++;
      continue;
    }
    const comment = toComment(result.data);
    if (!comments.has(comment.id)) comments.set(comment.id, comment);
  }
  if (skipped > 0 && skipped === items.length) throw new CommentError('invalid-response');
  return {comments: [...comments.values()], skipped};
}
