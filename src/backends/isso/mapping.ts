import type * as z from 'zod/mini';
import {decodeOnce} from '../../content/decode-once.js';
import type {Comment, CommentStatus} from '../../content/types.js';
import {escapeMarkdown} from '../escape-markdown.js';
import {toComment, toCount} from '../received.js';
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

const statuses: Readonly<Record<string, CommentStatus>> = {1: 'published', 2: 'held', 4: 'deleted'};

/** How many more like it than not. */
export const toScore = ({likes, dislikes}: NonNullable<z.output<typeof votesSchema>>): number =>
  toCount(Number(likes) - Number(dislikes)) ?? 0;

export const fromWire = (wire: WireComment): Comment =>
  toComment({
    id: wire.id,
    parentId: wire.parent,
    escapedName: wire.author,
    // Escaped, too.
    website: decodeOnce(String(wire.website)),
    html: wire.text,
    createdAt: Number(wire.created) * 1_000,
    editedAt: Number(wire.modified) * 1_000,
    status: statuses[String(wire.mode)],
    likes: toScore(wire),
    moreReplies: wire.hidden_replies,
  });
