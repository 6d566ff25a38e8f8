import type {Comment, Order} from '../../content/types.js';
import type {Seen} from './mapping.js';

/** What has been read of a thread, from its beginning. */
export interface Reading {
  /** By the comment at the top level; newest first, but for what a moderator put on top. */
  readonly branches: Map<string, readonly Comment[]>;
  /** Top-level comments that have been passed. */
  position: number;
  total: number | null;
  /** Comments that could not be read. */
  skipped: number;
  /** There is nothing more. */
  done: boolean;
}

export interface Cut {
  readonly order: Order;
  /** The top-level comment that the page before ended with; null: from the start. */
  readonly cursor: string | null;
  /** Top-level comments; more where `wanted` needs it. */
  readonly limit: number;
  /** A comment that has to be on the page. */
  readonly wanted?: string;
}

/** A page of Waline's list. */
export interface Stretch {
  readonly number: number;
  readonly size: number;
}

/** Rows that are read twice: the list moves up when comments are taken away between two reads. */
const overlap = 5;

/**
 * Waline's list has pages of a size of one's own choice, up to 100, and no
 * places in between. So the size is chosen for a page to begin a little before
 * `position` and to reach `wanted` rows beyond: for up to 45 there is always one.
 */
export function stretchAt(position: number, wanted: number): Stretch {
  const start = Math.max(0, position - overlap);
  let size = wanted;
  while (start - (start % size) + size < position + wanted) size++;
  return {number: Math.floor(start / size) + 1, size};
}

type Row = readonly [root: string, comments: readonly Comment[]];

const likesOf = ([, [root]]: Row): number => root?.likes ?? 0;

/**
 * Of Waline's own orders, all but the newest first depend on the database: the
 * oldest first is none, and the most liked first begins with what nobody liked.
 */
function inOrder(branches: Reading['branches'], order: Order, seen: Seen): readonly Row[] {
  const rows: Row[] = [...branches];
  const isSticky = ([root]: Row): number => Number(Boolean(seen.get(root)?.sticky));
  if (order === 'oldest') rows.reverse();
  return rows.sort(
    (one, other) =>
      isSticky(other) - isSticky(one) || (order === 'popular' ? likesOf(other) - likesOf(one) : 0),
  );
}

export interface Page {
  readonly comments: readonly Comment[];
  readonly nextCursor: string | null;
}

/** One page of what has been read; null: more has to be read for it, or it is nowhere. */
export function cutPage(
  {branches, done}: Reading,
  {order, cursor, limit, wanted}: Cut,
  seen: Seen,
): Page | null {
  if (order !== 'newest' && !done) return null;
  const rows = inOrder(branches, order, seen);
  const start = rows.findIndex(([root]) => root === cursor) + 1;
  const rest = rows.slice(start);
  const least = rest.findIndex(([, comments]) => comments.some(({id}) => id === wanted)) + 1;
  if (wanted && !least) return null;
  // What the page before ended with is gone: all is given, and what is shown already is known by its id.
  const size = cursor && !start ? Infinity : Math.max(limit, least);
  const chosen = rest.slice(0, size);
  if (chosen.length < size && !done) return null;
  return {
    comments: chosen.flatMap(([, comments]) => comments),
    nextCursor: done && chosen.length === rest.length ? null : (chosen.at(-1)?.[0] ?? null),
  };
}
