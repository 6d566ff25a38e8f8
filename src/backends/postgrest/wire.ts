import * as z from 'zod/mini';
import {anything, content, id, name, text} from '../schema.js';

/** A row under the names that it is asked for by. */
export const rowSchema = z.object({
  id,
  parent_id: z.nullish(id),
  author: name,
  url: anything,
  body: content,
  /** As PostgreSQL writes it, to the microsecond: pages go on from here. */
  created_at: text(40),
});

export type WireRow = z.output<typeof rowSchema>;

/** A row of the view that counts. */
export const countSchema = z.object({thread: text(2_000), comments: anything});

/** An error of the database or of PostgREST. Its `details` may hold what a reader wrote. */
export const refusalSchema = z.object({code: anything, message: anything, hint: anything});
