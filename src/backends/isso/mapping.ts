import type * as z from 'zod/mini';
import {decodeOnce} from '../../content/decode-once.js';
import type {Comment, CommentStatus} from '../../content/types.js';
import {escapeMarkdown} from '../escape-markdown.js';
import {toComment} from '../received.js';
import type {votesSchema, WireComment} from './wire.js';

/** Addresses that both of Isso's parsers take in angle brackets: one reads references in them, one stops at quotes. */
const linkable = /^https?:[^"'\\&]+$/i;

/**
 * Text as Isso stores it. A line end alone would be a space. What keeps a line
 * from being code is dropped with the indentation: one of the parsers shows it.
 */
export const encodeText = (text: string): string =>
  escapeMarkdown(text, linkable)
    .replace(/^&#32;\s*/gm, '')
    .replace(/\n/g, '  \n');

const statuses = new Map<unknown, CommentStatus>([
  [1, 'published'],
  [2, 'held'],
  [4, 'deleted'],
]);

const toMilliseconds = (seconds: unknown): unknown => (typeof seconds === 'number' ? seconds * 1_000 : null);

/** How many more like it than not. */
export function toScore({likes, dislikes}: z.output<typeof votesSchema>): number {
  const score = Number(likes) - Number(dislikes);
  return Number.isFinite(score) ? Math.max(0, Math.trunc(score)) : 0;
}

export const fromWire = (wire: WireComment): Comment =>
  toComment({
    id: wire.id,
    parentId: wire.parent,
    escapedName: wire.author,
    // Escaped, too.
    website: decodeOnce(String(wire.website)),
    html: wire.text,
    createdAt: toMilliseconds(wire.created),
    editedAt: toMilliseconds(wire.modified),
    status: statuses.get(wire.mode),
    likes: toScore(wire),
    moreReplies: wire.hidden_replies,
  });
