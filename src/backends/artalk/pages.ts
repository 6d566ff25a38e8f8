import type {Order} from '../../content/types.js';
import {readByOffset, type Placed} from '../offset-pages.js';
import type {CommentPage, ListRequest} from '../port.js';
import {toCount} from '../received.js';
import {parseOrNull, readComments} from '../schema.js';
import {toTime} from './clock.js';
import {fromWire} from './mapping.js';
import type {Server} from './server.js';
import {commentSchema, listSchema, rowSchema} from './wire.js';

/** A comment with everything that answers it. */
interface Row extends Placed {
  readonly comments: unknown[];
}

const sorts: Readonly<Record<Order, string>> = {newest: 'date_desc', oldest: 'date_asc', popular: 'vote'};

/** Gives each top-level comment what answers it, oldest first, and lists what hangs on nothing that came. */
function toRows(comments: readonly unknown[]): {rows: readonly Row[]; homeless: readonly unknown[]} {
  const rows: Row[] = [];
  const replies: (Row & {readonly parent: string})[] = [];
  const homeless: unknown[] = [];
  for (const comment of comments) {
    const row = parseOrNull(rowSchema, comment);
    const parent = String(row?.rid || '');
    const one = {id: String(row?.id), parent, time: toTime(row?.date), comments: [comment]};
    if (!row) homeless.push(comment);
    // The others are there only to say what another answers.
    else if (row.visible !== false) (parent ? replies : rows).push(one);
  }
  const homes = new Map(rows.map(({id, comments}) => [id, comments]));
  // What is answered is older, or has at least the smaller number.
  replies.sort((one, other) => one.time - other.time || Number(one.id) - Number(other.id));
  for (const {id, parent, comments} of replies) {
    const home = homes.get(parent) ?? homeless;
    homes.set(id, home);
    home.push(...comments);
  }
  return {rows, homeless};
}

/** A page of the thread that Artalk knows by `name`. */
export async function readPage(
  server: Server,
  name: string,
  {order, limit, cursor}: ListRequest,
  signal: AbortSignal,
): Promise<CommentPage> {
  let total: number | null = null;
  let closed = false;
  const homeless: unknown[] = [];
  const read = async (offset: number, size: number): Promise<readonly Row[]> => {
    const params = {
      page_key: name,
      // Without it no comment comes at all.
      limit: String(size),
      offset: String(offset),
      sort_by: sorts[order],
    };
    const {comments, count, page} = await server.ask(listSchema, {path: ['comments'], params}, signal);
    const answer = toRows(comments);
    total = toCount(count);
    closed = page?.admin_only === true;
    homeless.push(...answer.homeless);
    return answer.rows;
  };
  const {rows, nextCursor} = await readByOffset(read, order, limit, cursor);
  return {
    ...readComments([...rows.flatMap(({comments}) => comments), ...homeless], commentSchema, (wire) =>
      fromWire(wire, server.clock),
    ),
    total,
    nextCursor,
    prevCursor: null,
    closed,
  };
}
