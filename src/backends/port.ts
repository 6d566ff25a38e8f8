import type {Comment, NewComment, Order} from '../content/types.js';
import type {PageFacts} from '../page/facts.js';
import type {SafeStorage} from '../page/storage.js';

export type {PageFacts, PageForm, PageLink} from '../page/facts.js';
export type {SafeStorage} from '../page/storage.js';

export type Credentials = 'omit' | 'same-origin' | 'include';

export interface BackendOptions {
  /** Checked address: http(s), no user, no fragment. */
  readonly endpoint: URL;
  /** The site's name on servers that host several; empty if none. */
  readonly site: string;
  readonly page: PageFacts;
  readonly storage: SafeStorage;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Credentials;
}

/** What the server can do. The interface shows only that, and asks for what it demands. */
export interface Capabilities {
  /** Whether comments can be read; false: a form without a conversation. */
  readonly list: boolean;
  /** Fields that the server refuses to do without. */
  readonly requires: readonly ('name' | 'email')[];
  /** Characters a comment may have, or null when the server has no limit of its own. */
  readonly maxLength: number | null;
  readonly orders: readonly Order[];
  readonly like: 'toggle' | 'once' | null;
  readonly edit: boolean;
  readonly remove: boolean;
  readonly report: boolean;
  readonly counts: boolean;
  readonly locate: boolean;
  /** The same comment sent twice is stored once. */
  readonly idempotent: boolean;
  /** Kind of challenge that the server asks for, or null. */
  readonly challenge: string | null;
  readonly moderation: 'none' | 'before' | 'after';
  /** The server takes the field that people do not see, and decides itself. */
  readonly decoy?: boolean;
  /** The server keeps the tags that `content.source` of a comment has. */
  readonly markup?: boolean;
}

export interface ListRequest {
  readonly thread: string;
  readonly order: Order;
  /** Top-level comments wanted, 1–100. */
  readonly limit: number;
  /** From the page before, or null for the first. */
  readonly cursor: string | null;
  /** Only the descendants of this comment, oldest first. */
  readonly parentId?: string;
}

export interface CommentPage {
  /** Flat; each top-level comment is followed by its descendants. */
  readonly comments: readonly Comment[];
  /** Published comments of the whole thread, or null when the server does not tell. */
  readonly total: number | null;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
  /** The server takes no more comments here. */
  readonly closed: boolean;
  /** Comments of the answer that could not be read and were left out. */
  readonly skipped: number;
}

export interface LocateRequest {
  readonly thread: string;
  readonly id: string;
  readonly order: Order;
  readonly limit: number;
}

/** Lets its author change or read a comment for a while. */
export interface EditGrant {
  readonly token: string;
  /** ISO 8601 in UTC. */
  readonly until: string;
}

export interface Created {
  readonly status: 'published' | 'held';
  /** Null when the server does not tell which one it made. */
  readonly id: string | null;
  /** Null when the server does not send it back. */
  readonly comment: Comment | null;
  readonly edit?: EditGrant;
}

/**
 * A comment server. Every call takes a signal and rejects with a `CommentError`
 * (or with the signal's reason when it was aborted), never with anything else.
 * What is left out, the server cannot do; `capabilities` must say the same.
 */
export interface Backend {
  capabilities(signal: AbortSignal): Promise<Capabilities>;
  create(comment: NewComment, signal: AbortSignal): Promise<Created>;
  list?(request: ListRequest, signal: AbortSignal): Promise<CommentPage>;
  /**
   * Number of published comments for each thread key asked for; unknown threads
   * are 0. There may be any number of keys: what one request cannot hold goes
   * into several.
   */
  count?(threads: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** The page on which the comment stands; rejects with `not-found`. */
  locate?(request: LocateRequest, signal: AbortSignal): Promise<CommentPage>;
  /** Likes or takes it back; gives the new number. */
  like?(id: string, liked: boolean, signal: AbortSignal): Promise<number>;
  /** `source`: what was typed, of a comment that was written with tags. */
  edit?(
    id: string,
    text: string,
    html: string | null,
    token: string,
    signal: AbortSignal,
    source?: string,
  ): Promise<Comment>;
  remove?(id: string, token: string, signal: AbortSignal): Promise<void>;
  report?(id: string, reason: string, signal: AbortSignal): Promise<void>;
  /** One's own comment in whatever status it has; rejects with `not-found` when it is gone. */
  status?(id: string, token: string, signal: AbortSignal): Promise<Comment>;
}

export type BackendFactory = (options: BackendOptions) => Backend;
