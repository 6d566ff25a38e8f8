import type {Order} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {CommentPage} from '../port.js';
import {toCount, toCursor} from '../received.js';
import {readComments} from '../schema.js';
import {flatten, fromWire} from './mapping.js';
import type {Server} from './server.js';
import {commentSchema, detail, treeSchema} from './wire.js';

/** Name of each order, and whether time falls or rises in it. */
const sorts: Readonly<Record<Order, readonly [name: string, sign: number]>> = {
  newest: ['-time', 1],
  oldest: ['+time', -1],
  popular: ['-score', 0],
};

/** The server counts replies, too: asked for so many times the top-level comments wanted. */
const repliesExpected = 2;

export interface Wanted {
  readonly order: Order;
  readonly limit: number;
  /** Id and time of the top-level comment that the page before ended with. */
  readonly cursor: string | null;
  /** A comment that has to be on the page. */
  readonly id?: string;
}

/**
 * A page of whole branches: what the server gives from the cursor on, or cut
 * from the `whole` conversation.
 */
export async function readPage(
  server: Server,
  url: string,
  wanted: Wanted,
  signal: AbortSignal,
  whole = wanted.id !== undefined,
): Promise<CommentPage> {
  const {order, limit, cursor, id} = wanted;
  const [sort, sign] = sorts[order];
  const [last = '', time = ''] = cursor?.split(' ') ?? [];
  const address = server.api(
    ['find'],
    [
      ['url', url],
      ['format', 'tree'],
      ['sort', sort],
      ...(whole ? [] : [['limit', String(limit * repliesExpected)] as const]),
      ...(whole || !last ? [] : [['offset_id', last] as const]),
    ],
  );
  const {comments: trees, info} = await server.call({url: address}, treeSchema, signal);
  const {count, count_left, read_only} = detail(info);
  const left = toCount(count_left);
  const branches = trees.map((tree) => {
    const comments = flatten(tree);
    const {id, time} = detail(comments[0]);
    return {id, time, comments};
  });
  // A server that does not know the last comment any more, or is too old to cut, begins at the top again.
  const known = branches.findIndex((branch) => branch.id === last);
  const isPassed = (branch: {readonly time: unknown}): boolean =>
    sign * (Date.parse(String(branch.time)) - Date.parse(time)) > 0;
  const rest = branches.filter((branch, index) => (known < 0 ? !isPassed(branch) : index > known));
  if (!whole && left && rest.length < trees.length) return readPage(server, url, wanted, signal, true);
  const place = rest.findIndex(({comments}) => comments.some((one) => detail(one).id === id)) + 1;
  if (id && !place) throw new CommentError('not-found');
  const page = rest.slice(0, Math.max(limit, place));
  const end = page.findLast((branch) => branch.id);
  const comments = page.flatMap((branch) => branch.comments);
  return {
    ...readComments(comments, commentSchema, fromWire),
    total: toCount(count),
    nextCursor: end && (left || rest.length > page.length) ? toCursor(`${end.id} ${end.time}`) : null,
    prevCursor: null,
    closed: read_only === true,
  };
}
