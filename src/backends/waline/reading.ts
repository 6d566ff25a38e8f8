import type {Order} from '../../content/types.js';
import type {Branch} from './mapping.js';

/** What has been read of a thread, from its beginning. */
export interface Reading {
  /** Newest first, but for what a moderator put on top. */
  readonly branches: Map<string, Branch>;
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

/** Waline refuses to give more at once. */
const mostAtOnce = 100;

/** Rows that are read twice: the list moves up when comments are taken away between two reads. */
const overlap = 5;

/**
 * Waline's list has pages of a size of one's own choice, and no places in between. So the size is chosen for a
 * page to begin a little before `position` and, where it can, to reach `wanted` rows beyond.
 */
export function stretchAt(position: number, wanted: number): {readonly page: number; readonly size: number} {
  let best = {page: 1, size: 1, end: 0};
  for (let size = Math.min(wanted, mostAtOnce / 2); size <= mostAtOnce; size++) {
    const before = Math.floor(Math.max(0, position - overlap) / size);
    const end = (before + 1) * size;
    if (end > best.end) best = {page: before + 1, size, end};
    if (end >= position + wanted) break;
  }
  return best;
}

type Row = readonly [root: string, branch: Branch];

const likesOf = ([, {comments}]: Row): number => comments[0]?.likes ?? 0;

/** Waline's own ways to sort by age upwards and by likes depend on the database: one does nothing, one puts nulls first. */
function inOrder(rows: readonly Row[], order: Order): readonly Row[] {
  const sorted = [...rows];
  if (order === 'oldest') sorted.reverse();
  if (order === 'popular') sorted.sort((one, other) => likesOf(other) - likesOf(one));
  return [...sorted.filter(([, {isSticky}]) => isSticky), ...sorted.filter(([, {isSticky}]) => !isSticky)];
}

export interface Page {
  readonly comments: Branch['comments'];
  readonly nextCursor: string | null;
}

/** One page of what has been read; null: more has to be read for it, or it is nowhere. */
export function cutPage({branches, done}: Reading, {order, cursor, limit, wanted}: Cut): Page | null {
  if (order !== 'newest' && !done) return null;
  const rows = inOrder([...branches], order);
  const start = cursor === null ? 0 : rows.findIndex(([root]) => root === cursor) + 1;
  // Taken away since: once everything is there, everything is given. What is shown already is left out by whoever shows it.
  const isLost = cursor !== null && start === 0;
  const rest = rows.slice(start);
  const least = rest.findIndex(([, {comments}]) => comments.some(({id}) => id === wanted)) + 1;
  if (wanted && !least) return null;
  const size = isLost ? Infinity : Math.max(limit, least);
  const chosen = rest.slice(0, size);
  if (chosen.length < size && !done) return null;
  return {
    comments: chosen.flatMap(([, {comments}]) => comments),
    nextCursor: done && chosen.length === rest.length ? null : (chosen.at(-1)?.[0] ?? null),
  };
}
