import type {Comment} from '../../content/types.js';

/** Comments that WordPress gives at once, at most. */
export const chunkSize = 100;

/** Where reading ends whatever the server says: it could go on for ever. */
const mostComments = 20_000;

/** A stretch of WordPress's flat list, newest first. */
export interface Chunk {
  readonly comments: readonly Comment[];
  /** Rows of the answer, those that could not be read included. */
  readonly rows: number;
  readonly total: number | null;
}

export type ReadChunk = (offset: number) => Promise<Chunk>;

/** What has been read of one conversation, from the newest comment down. */
export interface Walk {
  readonly comments: ReadonlyMap<string, Comment>;
  readonly position: number;
  readonly total: number | null;
  readonly skipped: number;
  readonly done: boolean;
}

export const start: Walk = {comments: new Map(), position: 0, total: null, skipped: 0, done: false};

/**
 * Reads on. The list shifts when comments arrive or go meanwhile, so the last
 * row is read again: if it is not where it was, some went, and the stretch
 * before is read once more, so that none is left out.
 */
export async function readOn(walk: Walk, read: ReadChunk): Promise<Walk> {
  const offset = Math.max(0, walk.position - 1);
  const chunk = await read(offset);
  const {rows, total} = chunk;
  const [first] = chunk.comments;
  const isTorn = offset > 0 && !(first && walk.comments.has(first.id));
  const missed = isTorn ? (await read(Math.max(0, offset - chunkSize))).comments : [];
  const comments = new Map(walk.comments);
  for (const comment of [...missed, ...chunk.comments]) comments.set(comment.id, comment);
  const position = offset + rows;
  return {
    comments,
    position,
    total,
    skipped: walk.skipped + rows - chunk.comments.length,
    done: !rows || position >= mostComments || (total === null ? rows < chunkSize : position >= total),
  };
}
