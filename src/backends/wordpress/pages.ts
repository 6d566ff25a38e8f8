import type {Comment} from '../../content/types.js';
import type {Walk} from './walk.js';

/** A stretch of whole branches. */
export interface Page {
  /** Each top-level comment, followed by what is below it, oldest first. */
  readonly comments: readonly Comment[];
  readonly nextCursor: string | null;
}

export interface Cut {
  readonly oldestFirst: boolean;
  /** Key of the top-level comment that the page before ended with; null: from the start. */
  readonly cursor: string | null;
  /** Top-level comments; more if the one looked for comes later. */
  readonly limit: number;
  /** A comment that has to be on the page. */
  readonly wanted?: string;
}

/** Rises with age, as WordPress sorts: by second, then by number. */
const keyOf = ({createdAt, id}: Comment): string => `${createdAt ?? ''} ${id.padStart(20, '0')}`;

/**
 * One page of what has been read; null: more has to be read for it.
 *
 * Read from the newest down, replies come before what they answer. So when a
 * top-level comment is reached, what is below it is there, and pages that go
 * from the newest down need no reading to the end. What has no top-level
 * comment above it, goes in a circle or is older than what it answers comes last.
 *
 * A cursor is a place in time: it means the same whatever arrives or goes.
 */
export function cutPage({comments, done}: Walk, {oldestFirst, cursor, limit, wanted}: Cut): Page | null {
  const byAge = [...comments.values()]
    .map((comment) => [keyOf(comment), comment] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const branches = new Map<string, Comment[]>();
  /** Which branch each comment is in. Parents are older: theirs is known before. */
  const homes = new Map<string | null, string>();
  const homeless: Comment[] = [];
  for (const [key, comment] of byAge) {
    if (comment.parentId === null) branches.set(key, []);
    const home = comment.parentId === null ? key : homes.get(comment.parentId);
    if (home !== undefined) homes.set(comment.id, home);
    (branches.get(home ?? '') ?? homeless).push(comment);
  }

  const keys = [...branches.keys()];
  if (!oldestFirst) keys.reverse();
  const from =
    cursor === null ? 0 : keys.filter((key) => (oldestFirst ? key <= cursor : key >= cursor)).length;
  const home = wanted === undefined ? undefined : homes.get(wanted);
  const least = home !== undefined ? keys.indexOf(home) + 1 : wanted === undefined ? 0 : Infinity;
  const to = Math.max(from + limit, least);
  const isLast = to >= keys.length;
  if ((!done && (oldestFirst || isLast)) || (wanted !== undefined && !comments.has(wanted))) return null;
  const chosen = keys.slice(from, to).flatMap((key) => branches.get(key) ?? []);
  return {
    comments: isLast ? [...chosen, ...homeless] : chosen,
    nextCursor: isLast ? null : (keys[to - 1] ?? null),
  };
}
