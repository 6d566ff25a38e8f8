import type * as z from 'zod/mini';
import {CommentError} from '../errors.js';
import {readByOffset, type Placed} from '../offset-pages.js';
import type {CommentPage, ListRequest} from '../port.js';
import {toCount} from '../received.js';
import {parseOrNull, readComments} from '../schema.js';
import {fromWire} from './mapping.js';
import type {Params, Server} from './server.js';
import {commentSchema, listSchema, rowSchema, type infoSchema} from './wire.js';

/** A comment with the replies that came with it. */
interface Row extends Placed {
  readonly comments: readonly unknown[];
}

/** Comments an answer has at most, so that it stays within the size limit. */
const mostComments = 1_000;
const repliesAtOnce = 100;

/** Less than any two comments lie apart, and more than a number of that size can tell. */
const moment = 1e-6;

const byTime = 'after ';

function toRow(comment: unknown): Row {
  const row = parseOrNull(rowSchema, comment);
  return {
    id: String(row?.id),
    time: Number(row?.created),
    comments: [comment, ...(row?.replies ?? [])],
  };
}

/** Since version 0.14 Isso sorts, and takes an offset. */
export const isSorting = ({version}: z.output<typeof infoSchema>): boolean =>
  /^(?:[1-9]|0\.(?:1[4-9]|[2-9]\d))/.test(String(version));

/**
 * A page of the thread that Isso knows by `uri`; or, with `parentId`, of the
 * replies to one comment. Oldest first it is read by time, which every version
 * can do: from a moment before the last comment that was given, for another may
 * have the same time.
 */
export async function readPage(
  server: Server,
  uri: string,
  {order, limit, cursor, parentId}: ListRequest,
  signal: AbortSignal,
): Promise<CommentPage> {
  let total: number | null = null;
  const read = async (params: Params, size: number): Promise<readonly Row[]> => {
    const which: Params =
      parentId === undefined
        ? // Else each comment's replies would be cut like the comments themselves.
          [['nested_limit', String(Math.floor(mostComments / limit))]]
        : [['parent', parentId]];
    const asked: Params = [['uri', uri], ['limit', String(size)], ...which, ...params];
    const answer = await server
      .ask(listSchema, {params: asked}, signal)
      .catch(async (error: unknown): Promise<z.output<typeof listSchema>> => {
        if (!(error instanceof CommentError && error.status === 404)) throw error;
        // Old ones say so of an empty thread. Others do not answer this:
        await server.info(signal);
        return {replies: []};
      });
    total = toCount(answer.total_replies);
    return answer.replies.map(toRow);
  };

  const timed = cursor?.startsWith(byTime) ? cursor.slice(byTime.length) : null;
  const isTimed = parentId !== undefined || order === 'oldest' || timed !== null;
  const [, time, ...ids] = timed?.split(' ') ?? [];
  const after: Params = time === undefined ? [] : [['after', String(Number(time) - moment)]];
  const {rows, nextCursor} = await readByOffset(
    (offset, size) => {
      if (isTimed) return offset > 0 ? [] : read(after, size + ids.length);
      const sort = ['sort', order === 'newest' ? order : 'upvotes'] as const;
      return read(offset > 0 ? [sort, ['offset', String(offset)]] : [sort], size);
    },
    isTimed ? 'oldest' : order,
    parentId === undefined ? limit : repliesAtOnce,
    isTimed ? timed && timed.replace(/^\d+/, '0') : cursor,
  );
  // Older ones have not heard of sorting: what came was oldest first.
  const goesOnByTime = nextCursor !== null && (isTimed || !isSorting(await server.info(signal)));
  return {
    ...readComments(
      rows.flatMap(({comments}) => comments),
      commentSchema,
      fromWire,
    ),
    total: parentId === undefined ? total : null,
    nextCursor: goesOnByTime ? byTime + nextCursor : nextCursor,
    prevCursor: null,
    closed: false,
  };
}
