import type {Order} from '../../content/types.js';
import {readByOffset} from '../offset-pages.js';
import type {Placed} from '../page-end.js';
import type {CommentPage, ListRequest} from '../port.js';
import {toCount} from '../received.js';
import {parseOrNull, readComments} from '../schema.js';
import {fromWire} from './mapping.js';
import type {Server} from './server.js';
import {commentSchema, listSchema, rowSchema} from './wire.js';

/** A comment with everything that answers it. */
interface Row extends Placed {
  readonly comments: unknown[];
}

const sorts: Readonly<Record<Order, string>> = {newest: 'date_desc', oldest: 'date_asc', popular: 'vote'};

/** Rises with time; what zone it is does not matter here. */
const toTime = (date: unknown): number => Date.parse(`${String(date).replace(' ', 'T')}Z`);

/** Gives each top-level comment what answers it, oldest first, and lists what hangs on nothing that came. */
function toRows(comments: readonly unknown[]): {rows: readonly Row[]; homeless: readonly unknown[]} {
  const rows: Row[] = [];
  const replies: {
    readonly id: string;
    readonly parent: string;
    readonly time: number;
    readonly comment: unknown;
  }[] = [];
  const homeless: unknown[] = [];
  const homes = new Map<string, unknown[]>();
  for (const comment of comments) {
    const row = parseOrNull(rowSchema, comment);
    // There only to say what another answers.
    if (row?.visible === false) continue;
    const [id, time] = [String(row?.id), toTime(row?.date)];
    if (!row) homeless.push(comment);
    else if (row.rid) replies.push({id, parent: String(row.rid), time, comment});
    else {
      const home = [comment];
      homes.set(id, home);
      rows.push({id, time, comments: home});
    }
  }
  // What is answered is older, or has at least the smaller number.
  replies.sort((one, other) => one.time - other.time || Number(one.id) - Number(other.id));
  for (const {id, parent, comment} of replies) {
    const home = homes.get(parent);
    if (home) homes.set(id, home);
    (home ?? homeless).push(comment);
  }
  return {rows, homeless};
}

/** A page of the thread that Artalk knows by `name`. */
export async function readPage(
  server: Server,
  site: string,
  name: string,
  {order, limit, cursor}: ListRequest,
  signal: AbortSignal,
): Promise<CommentPage> {
  let total: number | null = null;
  let closed = false;
  const homeless: unknown[] = [];
  const read = async (offset: number, size: number): Promise<readonly Row[]> => {
    const params = Object.entries({
      page_key: name,
      site_name: site,
      // Without it no comment comes at all.
      limit: String(size),
      offset: String(offset),
      sort_by: sorts[order],
    });
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
