import type * as z from 'zod/mini';
import type {Order} from '../../content/types.js';
import {CommentError} from '../errors.js';
import {readByOffset} from '../offset-pages.js';
import {formatPageEnd, isBefore, moveOn, parsePageEnd, type Placed} from '../page-end.js';
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

type Read = (params: Params, limit: number) => Promise<readonly Row[]>;
type Rows = Awaited<ReturnType<typeof readByOffset<Row>>>;

/** Comments an answer has at most, so that it stays within the size limit. */
const mostComments = 1_000;
const repliesAtOnce = 100;

/** Less than any two comments lie apart, and more than a number of that size can tell. */
const moment = 1e-6;

const byTime = 'after ';

const sorts: Readonly<Record<Order, string>> = {newest: 'newest', oldest: 'oldest', popular: 'upvotes'};

function toRow(comment: unknown): Row {
  const row = parseOrNull(rowSchema, comment);
  return {
    id: String(row?.id),
    time: typeof row?.created === 'number' ? row.created : NaN,
    comments: [comment, ...(Array.isArray(row?.replies) ? row.replies : [])],
  };
}

const endOf = (page: readonly Row[], end = parsePageEnd([])): string =>
  byTime + formatPageEnd(moveOn(end, page));

/** Oldest first, from a moment before the last one that was given: another may have the same time. */
async function readByTime(read: Read, limit: number, cursor: string | null): Promise<Rows> {
  const end = parsePageEnd(cursor?.slice(byTime.length).split(' ') ?? []);
  const from: Params = cursor === null ? [] : [['after', String(end.time - moment)]];
  const size = limit + 1 + end.ids.length;
  const rows = await read(from, size);
  const fresh = rows.filter((row) => !isBefore(end, row, false));
  const page = fresh.slice(0, limit);
  const isLast = page.length === 0 || (fresh.length <= limit && rows.length < size);
  return {rows: page, nextCursor: isLast ? null : endOf(page, end)};
}

/** Since version 0.14 Isso sorts, and takes an offset. */
export function isSorting({version}: z.output<typeof infoSchema>): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  return major > 0 || minor >= 14;
}

/** A page of the thread that Isso knows by `uri`; or, with `parentId`, of the replies to one comment. */
export async function readPage(
  server: Server,
  uri: string,
  {order, limit, cursor, parentId}: ListRequest,
  signal: AbortSignal,
): Promise<CommentPage> {
  let total: number | null = null;
  const read: Read = async (params, size) => {
    const which: Params =
      parentId === undefined
        ? // Else each comment's replies would be cut like the comments themselves.
          [['nested_limit', String(Math.floor(mostComments / limit))]]
        : [['parent', parentId]];
    const asked: Params = [['uri', uri], ['limit', String(size)], ...which, ...params];
    const answer = await server.ask(listSchema, {params: asked}, signal).catch(async (error: unknown) => {
      if (!(error instanceof CommentError && error.status === 404)) throw error;
      // Old ones say so of an empty thread. Others do not answer this:
      await server.info(signal);
      return {replies: [], total_replies: 0};
    });
    total = toCount(answer.total_replies);
    return answer.replies.map(toRow);
  };
  const readSorted = async (): Promise<Rows> => {
    const page = await readByOffset(
      (offset, size) =>
        read([['sort', sorts[order]], ...(offset ? [['offset', String(offset)] as const] : [])], size),
      order,
      limit,
      cursor,
    );
    // Older ones have not heard of sorting: what came was oldest first.
    return page.nextCursor === null || isSorting(await server.info(signal))
      ? page
      : {...page, nextCursor: endOf(page.rows)};
  };

  const {rows, nextCursor} = await (parentId !== undefined
    ? readByTime(read, repliesAtOnce, cursor)
    : order === 'oldest' || cursor?.startsWith(byTime)
      ? readByTime(read, limit, cursor)
      : readSorted());
  return {
    ...readComments(
      rows.flatMap(({comments}) => comments),
      commentSchema,
      fromWire,
    ),
    total: parentId === undefined ? total : null,
    nextCursor,
    prevCursor: null,
    closed: false,
  };
}
