import type {Comment} from '../../content/types.js';
import {toComment, toCount} from '../received.js';
import {id as idSchema, parse, parseOrNull, readComments} from '../schema.js';
import {commentSchema, listSchema, rowSchema, type WireComment} from './wire.js';

type WireId = WireComment['objectId'];

/** Where a comment stands, in the server's own words: it wants ids back as it gave them. */
export interface Home {
  readonly id: WireId;
  readonly root: WireId;
  readonly isSticky: boolean;
}

/** All that is known, by comment. */
export type Homes = Map<string, Home>;

/** A top-level comment and all that is below it. */
export interface Branch {
  readonly isSticky: boolean;
  readonly comments: readonly Comment[];
}

/** Older storages have nothing, others null or an empty text where there is no id. */
const toId = (value: unknown): WireId | null => (value ? parseOrNull(idSchema, value) : null);

/** Comments of before there was moderation have no status. */
const isPublished = (status: unknown): boolean => !status || status === 'approved';

/** Reads a comment, and notes where it stands. */
export function fromWire(wire: WireComment, homes: Homes): Comment {
  const {objectId, nick, link, comment, time, status, like, type} = wire;
  const root = toId(wire.rid);
  homes.set(String(objectId), {id: objectId, root: root ?? objectId, isSticky: Boolean(wire.sticky)});
  return toComment({
    id: objectId,
    // What answers a comment without a root was never a reply to Waline.
    parentId: root === null ? null : (toId(wire.pid) ?? root),
    name: nick,
    website: link,
    role: type === 'administrator' ? 'moderator' : null,
    html: comment,
    createdAt: time,
    status: isPublished(status) ? 'published' : 'held',
    likes: like,
  });
}

/** Rises with age: Waline orders replies in more than one way. */
const ageOf = ({createdAt, id}: Comment): string => `${createdAt} ${id.padStart(20)}`;

const byAge = (one: Comment, other: Comment): number => (ageOf(one) < ageOf(other) ? -1 : 1);

const childrenOf = (row: unknown): readonly unknown[] => parseOrNull(rowSchema, row)?.children ?? [];

/** Replies below their root. What answers a comment that is gone answers the root. */
function arrange(root: string, comments: readonly Comment[]): readonly Comment[] {
  const ids = new Set(comments.map(({id}) => id));
  return comments
    .map((one) => (one.parentId === null || ids.has(one.parentId) ? one : {...one, parentId: root}))
    .sort((one, other) => Number(other.id === root) - Number(one.id === root) || byAge(one, other));
}

/** Part of the list of a thread. */
export interface Stretch {
  /** In the server's order, by the id of the top-level comment. */
  readonly branches: ReadonlyMap<string, Branch>;
  /** Top-level comments, whether they could be read or not. */
  readonly rows: number;
  /** Stretches of this size there are. */
  readonly pages: number;
  readonly total: number | null;
  readonly skipped: number;
}

export function toStretch(data: unknown, homes: Homes): Stretch {
  const {data: rows, count, totalPages} = parse(listSchema, data);
  const all = rows.flatMap((row) => [row, ...childrenOf(row)]);
  const {comments, skipped} = readComments(all, commentSchema, (wire) => fromWire(wire, homes));
  const groups = new Map<string, Comment[]>();
  for (const comment of comments) {
    const root = String(homes.get(comment.id)?.root);
    const group = groups.get(root);
    if (group) group.push(comment);
    else groups.set(root, [comment]);
  }
  const branches = new Map<string, Branch>();
  for (const [root, group] of groups)
    branches.set(root, {isSticky: homes.get(root)?.isSticky ?? false, comments: arrange(root, group)});
  return {branches, rows: rows.length, pages: Number(totalPages), total: toCount(count), skipped};
}
