import type {Comment} from '../../content/types.js';

/** What has been read of a conversation, from the newest comment down. */
export interface Reading {
  readonly comments: Map<string, Comment>;
  /** Rows of the list that have been passed. */
  position: number;
  total: number | null;
  /** Rows that could not be read. */
  skipped: number;
  /** There is nothing further down. */
  done: boolean;
}

export interface Cut {
  readonly oldestFirst: boolean;
  /** Key of the top-level comment that the page before ended with; null: from the start. */
  readonly cursor: string | null;
  /** Top-level comments; more where `wanted` needs it. */
  readonly limit: number;
  /** A comment that has to be on the page. */
  readonly wanted?: string | undefined;
}

export interface Page {
  readonly comments: readonly Comment[];
  readonly nextCursor: string | null;
}

/** Rises with age, as WordPress sorts: by second, then by number. */
const keyOf = ({createdAt, id}: Comment): string => createdAt + id.padStart(20);

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
export function cutPage({comments, done}: Reading, {oldestFirst, cursor, limit, wanted}: Cut): Page | null {
  const branches: [key: string, branch: Comment[]][] = [];
  /** The branch of each comment. What it answers is older, so that one's is known before. */
  const homes = new Map<string, Comment[]>();
  const homeless: Comment[] = [];
  for (const comment of [...comments.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))) {
    const {id, parentId} = comment;
    const home = parentId === null ? [] : (homes.get(parentId) ?? homeless);
    if (parentId === null) branches.push([keyOf(comment), home]);
    homes.set(id, home);
    home.push(comment);
  }
  if (!oldestFirst) branches.reverse();
  const rest = branches.filter(([key]) => cursor === null || (oldestFirst ? key > cursor : key < cursor));
  const least = rest.findIndex(([, branch]) => branch === homes.get(wanted ?? '')) + 1;
  const chosen = rest.slice(0, Math.max(limit, least));
  const isLast = chosen.length === rest.length;
  if ((isLast || oldestFirst) && !done) return null;
  if (wanted && !comments.has(wanted)) return null;
  return {
    comments: [...chosen.flatMap(([, branch]) => branch), ...(isLast ? homeless : [])],
    nextCursor: isLast ? null : (chosen.at(-1)?.[0] ?? null),
  };
}
