import {markupToHtml} from '../../../src/content/markup-to-html.js';
import type {CommentRow} from '../store/schema.js';

/** Text, or HTML that was made of what its author typed with tags. */
export type WireContent =
  | {readonly text: string | null; readonly html: null}
  | {readonly text: null; readonly html: string; readonly source: string};

/** A comment as every answer shows it. There is no e-mail address in it. */
export interface WireComment {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: {readonly name: string; readonly url: string | null; readonly role: string | null};
  readonly content: WireContent;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly status: CommentRow['status'];
  readonly likes: number;
  readonly url: null;
  /** Replies that were left out of this answer. */
  readonly moreReplies?: number;
}

/** What a moderator sees besides. */
export interface WireModerated extends WireComment {
  readonly site: string | null;
  readonly thread: string;
  readonly page: string | null;
}

// Made anew each time: it takes a moment, and a stricter rule holds for old comments as well.
const toContent = ({status, text, source}: CommentRow): WireContent =>
  status === 'deleted' || source === null
    ? {text: status === 'deleted' ? null : text, html: null}
    : {text: null, html: markupToHtml(source), source};

/** For its author or a moderator: with its true status. */
export const toWire = (row: CommentRow): WireComment => ({
  id: row.id,
  parentId: row.parentId,
  author: {name: row.name, url: row.website, role: row.role},
  content: toContent(row),
  createdAt: row.createdAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  status: row.status,
  likes: row.likes,
  url: null,
});

/**
 * For everybody. One that is not published and still listed keeps the place
 * of its replies, and shows nothing of what it was.
 */
export const toPublicWire = (row: CommentRow, moreReplies = 0): WireComment => ({
  ...toWire(row.status === 'published' ? row : {...row, ...erased}),
  ...(moreReplies > 0 && {moreReplies}),
});

export const toModeratedWire = (
  row: CommentRow,
  thread: {readonly site: string; readonly key: string},
): WireModerated => ({
  ...toWire(row),
  site: thread.site || null,
  thread: thread.key,
  page: row.pageUrl,
});

/** What is left of a comment that was deleted. */
export const erased = {
  status: 'deleted',
  name: '',
  email: '',
  website: null,
  role: null,
  text: '',
  source: null,
  fingerprint: '',
  likes: 0,
  pageUrl: null,
  editedAt: null,
} as const;
