import type {Comment} from '../../content/types.js';
import {toComment} from '../received.js';
import {parseOrNull} from '../schema.js';
import {levelSchema, placeSchema, type WireItem} from './wire.js';

/** What it answers is our own: text, or null. */
export const fromWire = ({comment: wire, parentId}: WireItem): Comment =>
  toComment({
    id: wire.id,
    parentId: typeof parentId === 'string' ? parentId : null,
    name: wire.moderator?.displayName || wire.by_nickname,
    role: wire.moderatorId ? 'moderator' : null,
    html: wire.parsedContent,
    createdAt: wire.createdAt,
    // Nothing else is listed.
    status: 'published',
  });

/** A top-level comment with all below it, each before those that answer it, oldest first. */
export interface Branch {
  readonly id: string;
  readonly time: number;
  readonly items: readonly unknown[];
  /** The server has replies to one of them that it gives nobody. */
  readonly isCut: boolean;
}

export function toBranch(root: unknown): Branch {
  const {id, createdAt} = parseOrNull(placeSchema, root) ?? {};
  const items: unknown[] = [];
  let isCut = false;
  const waiting: {comment: unknown; parentId: string | null}[] = [{comment: root, parentId: null}];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    items.push(item);
    const place = parseOrNull(placeSchema, item.comment);
    const replies = parseOrNull(levelSchema, place?.replies);
    const parentId = typeof place?.id === 'string' ? place.id : null;
    // The server has the newest first, and what is put on last is taken first.
    for (const comment of replies?.data ?? []) waiting.push({comment, parentId});
    if (replies && replies.commentCount !== replies.data.length) isCut = true;
  }
  return {id: String(id), time: Date.parse(String(createdAt)), items, isCut};
}
