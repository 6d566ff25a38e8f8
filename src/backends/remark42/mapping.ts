import type {Comment} from '../../content/types.js';
import {toComment} from '../received.js';
import {detail, type WireComment} from './wire.js';

export const fromWire = (wire: WireComment): Comment =>
  toComment({
    id: wire.id,
    parentId: wire.pid || null,
    escapedName: wire.user?.name,
    role: wire.user?.admin === true ? 'moderator' : null,
    html: wire.text,
    createdAt: wire.time,
    editedAt: detail(wire.edit).time,
    // There is no queue: what is stored is published.
    status: wire.delete === true ? 'deleted' : 'published',
    likes: wire.score,
  });

/** Comments of a tree, each before those that answer it, oldest first. */
export function flatten(tree: unknown): readonly unknown[] {
  const flat: unknown[] = [];
  const waiting = [tree];
  while (waiting.length > 0) {
    const {comment, replies} = detail(waiting.pop());
    flat.push(comment);
    if (Array.isArray(replies)) waiting.push(...replies.toReversed());
  }
  return flat;
}
