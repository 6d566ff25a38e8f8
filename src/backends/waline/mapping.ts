import type {Comment} from '../../content/types.js';
import {toComment, toCount} from '../received.js';
import {parse, parseOrNull, readComments} from '../schema.js';
import type {Reading, Stretch} from './reading.js';
import {commentSchema, listSchema, rowSchema, type WireComment} from './wire.js';

/** Where reading ends whatever the server says: it could go on for ever. */
const mostRows = 10_000;

/** Every comment that has come, by its id: the server wants its own ids back as it gave them. */
export type Seen = Map<string, WireComment>;

/** The comment at the top level: itself, where it answers none. */
export const rootOf = (wire: WireComment | undefined): unknown => wire?.rid || wire?.objectId;

/** Reads a comment, and notes it. */
export function fromWire(wire: WireComment, seen: Seen): Comment {
  const {objectId, nick, link, comment, pid, rid, time, status, like, type} = wire;
  seen.set(String(objectId), wire);
  return toComment({
    id: objectId,
    // What answers a comment without a root was never a reply to Waline.
    parentId: rid ? String(pid || rid) : null,
    name: nick,
    website: link,
    role: type === 'administrator' ? 'moderator' : null,
    html: comment,
    createdAt: time,
    // Comments of before there was moderation have none.
    status: !status || status === 'approved' ? 'published' : 'held',
    likes: like,
  });
}

const childrenOf = (row: unknown): readonly unknown[] => parseOrNull(rowSchema, row)?.children ?? [];

/** Rises with age, below the comment that all others answer: Waline orders replies in more than one way. */
const placeOf = ({parentId, createdAt, id}: Comment): string => (parentId ? createdAt + id.padStart(20) : '');

/** Replies below their root. What answers a comment that is gone answers the root. */
function arrange(root: string, comments: readonly Comment[]): readonly Comment[] {
  const ids = new Set(comments.map(({id}) => id));
  return comments
    .map((one) => (one.parentId && !ids.has(one.parentId) ? {...one, parentId: root} : one))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** Adds the part of a thread that `stretch` tells. */
export function addStretch(reading: Reading, {number, size}: Stretch, data: unknown, seen: Seen): void {
  const {data: rows, count, totalPages} = parse(listSchema, data);
  const all = rows.flatMap((row) => [row, ...childrenOf(row)]);
  const {comments, skipped} = readComments(all, commentSchema, (wire) => fromWire(wire, seen));
  const branches = new Map<string, Comment[]>();
  for (const comment of comments) {
    const root = String(rootOf(seen.get(comment.id)));
    const branch = branches.get(root) ?? [];
    branches.set(root, branch);
    branch.push(comment);
  }
  for (const [root, branch] of branches)
    if (!reading.branches.has(root)) reading.branches.set(root, arrange(root, branch));
  reading.position = (number - 1) * size + rows.length;
  reading.total = toCount(count);
  reading.skipped += skipped;
  reading.done =
    rows.length < size || number >= (toCount(totalPages) ?? Infinity) || reading.position > mostRows;
}
