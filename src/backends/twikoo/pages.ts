import {CommentError} from '../errors.js';
import type {Chunk, Reading} from './reading.js';

export interface Page extends Pick<Chunk, 'comments' | 'skipped'> {
  readonly nextCursor: string | null;
}

/** Pages that are searched for one comment. */
const mostPages = 20;

/**
 * A page of roots with all their replies; how many, the server decides. As
 * many pages as it takes to reach the comment that is `wanted`.
 *
 * A cursor is the moment after the last root, with the ids of those written in
 * its very moment that have been read: the server knows times only, and would
 * leave the others out.
 */
export async function readPage(
  reading: Reading,
  thread: string,
  cursor: string | null,
  signal: AbortSignal,
  wanted?: string,
  pages = 1,
): Promise<Page> {
  const [time, ...shown] = cursor?.split(' ') ?? [];
  const end = Number(time ?? 0);
  let chunk = await reading.read(thread, end, signal, shown);
  // More in one moment than a page holds: those beyond cannot be asked for.
  if (end && !chunk.roots.length && chunk.more) chunk = await reading.read(thread, end - 1, signal);
  const {comments, skipped, roots, more} = chunk;
  const last = Math.min(...roots.map(({before}) => before ?? Infinity));
  const together = roots.filter(({before}) => before === last).map(({id}) => id);
  const next = [last, ...(last === end ? shown : []), ...together].join(' ');
  const nextCursor = more && last < Infinity ? next : null;
  if (!wanted || comments.some(({id}) => id === wanted)) return {comments, skipped, nextCursor};
  if (!nextCursor || pages === mostPages) throw new CommentError('not-found');
  const rest = await readPage(reading, thread, nextCursor, signal, wanted, pages + 1);
  return {...rest, comments: [...comments, ...rest.comments], skipped: skipped + rest.skipped};
}
