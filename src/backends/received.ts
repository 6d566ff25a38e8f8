import {displayName} from '../content/clean-name.js';
import {decodeOnce} from '../content/decode-once.js';
import {safeLink} from '../content/link.js';
import type {AuthorRole, Comment, CommentStatus} from '../content/types.js';

/** A comment as a server sent it, under our names. What is `unknown` is checked here and may be anything. */
export interface Received {
  readonly id: string | number;
  readonly parentId?: string | number | null | undefined;
  readonly name?: string | null | undefined;
  /** The name, where the server has escaped it for HTML. */
  readonly escapedName?: string | null | undefined;
  readonly website?: unknown;
  readonly role?: AuthorRole | null;
  readonly text?: string | null | undefined;
  readonly html?: string | null | undefined;
  readonly source?: string | null | undefined;
  /** Milliseconds since 1970, or text with a time zone. */
  readonly createdAt?: unknown;
  readonly editedAt?: unknown;
  readonly status?: unknown;
  readonly likes?: unknown;
  readonly url?: unknown;
  readonly moreReplies?: unknown;
}

const statuses: readonly unknown[] = ['published', 'held', 'rejected', 'deleted'] satisfies CommentStatus[];

const isStatus = (value: unknown): value is CommentStatus => statuses.includes(value);

/** A whole number from 0 to 10⁹, or null. */
export const toCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e9 ? value : null;

/** A cursor of at most 2 KiB, or null. */
export const toCursor = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 2_048 ? value : null;

const earliest = Date.UTC(1990, 0);
const day = 86_400_000;

/** ISO 8601 in UTC, or null for what is no date from 1990 to `latest`: tomorrow, if not told. */
export function toDate(value: unknown, latest: number = Date.now() + day): string | null {
  const readable = typeof value === 'number' || (typeof value === 'string' && value.length <= 40);
  const time = readable ? new Date(value).getTime() : NaN;
  return time >= earliest && time <= latest ? new Date(time).toISOString() : null;
}

const toUrl = (value: unknown): string | null => (typeof value === 'string' ? safeLink(value) : null);

const toParent = (id: Received['parentId']): string | null =>
  id === null || id === undefined ? null : String(id);

/** The comment, with names cleaned, links and dates checked, and nothing that no field is for. */
export function toComment(received: Received): Comment {
  const status = isStatus(received.status) ? received.status : 'held';
  const gone = status === 'deleted';
  return {
    id: String(received.id),
    parentId: toParent(received.parentId),
    author: {
      name: displayName(received.name ?? decodeOnce(received.escapedName ?? '')),
      url: toUrl(received.website),
      role: received.role ?? null,
    },
    content: {
      text: gone ? null : (received.text ?? null),
      html: gone ? null : (received.html ?? null),
      ...(!gone && typeof received.source === 'string' && {source: received.source}),
    },
    createdAt: toDate(received.createdAt),
    editedAt: toDate(received.editedAt),
    status,
    likes: toCount(received.likes) ?? 0,
    url: toUrl(received.url),
    moreReplies: toCount(received.moreReplies) ?? 0,
  };
}
