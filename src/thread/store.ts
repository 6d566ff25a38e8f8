import {CommentError} from '../backends/errors.js';
import type {Backend, Capabilities, CommentPage, EditGrant, ListRequest} from '../backends/port.js';
import type {Comment, Order} from '../content/types.js';
import type {SafeStorage} from '../page/storage.js';
import {asCommentError} from './as-comment-error.js';
import type {CommentsLoaded} from './comments-loaded-event.js';
import {HeldComments} from './held-comments.js';
import {Likes} from './likes.js';
import {OwnComments} from './own-comments.js';
import {Paging} from './paging.js';
import {CommentTree, type Branch, type Planted} from './tree.js';

/** Where the reading of a conversation stands. */
export type ThreadState =
  | {readonly status: 'idle'}
  | {readonly status: 'loading'}
  | {readonly status: 'ready'}
  /** The server only takes comments. */
  | {readonly status: 'absent'}
  | {readonly status: 'failed'; readonly error: CommentError};

export interface ThreadSettings {
  readonly connect: () => Promise<Backend>;
  readonly thread: string;
  readonly order: Order;
  readonly pageSize: number;
  /** Names server, site and conversation in what the reader's device keeps. */
  readonly place: string;
}

/** What came of a request: null when it was overtaken and its answer dropped. */
export type Outcome = (Planted & {readonly loaded: CommentsLoaded}) | {readonly error: CommentError} | null;

/** A further page, and where it lies. */
export type Side = 'next' | 'previous';

/**
 * A conversation as it is known on this page: reads it from a backend, page by
 * page, and keeps the tree with the reader's own comments and likes. Knows the
 * backend by its port and nothing of elements.
 */
export class ThreadStore {
  state: ThreadState = {status: 'idle'};
  tree: CommentTree = new CommentTree();
  closed = false;
  capabilities: Capabilities | null = null;

  readonly #own: OwnComments;
  readonly #likes: Likes;
  readonly #changed: () => void;
  #total: number | null = null;
  #settings: ThreadSettings | undefined;
  #backend: Backend | undefined;
  /** Aborts every read of the conversation that is shown. */
  #reading = new AbortController();
  #paging: Readonly<Record<Side, Paging>> = {next: new Paging(), previous: new Paging()};
  /** Of comments whose further replies were asked for. */
  #replies = new Map<string, {readonly paging: Paging; left: number}>();
  readonly #busy = new Set<string>();
  #notBefore = 0;

  constructor(storage: SafeStorage, changed: () => void) {
    this.#own = new OwnComments(new HeldComments(storage));
    this.#likes = new Likes(storage);
    this.#changed = changed;
  }

  /** The order that is shown: the wanted one, where the server has it. */
  get order(): Order {
    const wanted = this.#settings?.order ?? 'newest';
    const orders = this.capabilities?.orders ?? [];
    return orders.includes(wanted) ? wanted : (orders[0] ?? wanted);
  }

  /** Published comments of the conversation, as far as is known. */
  get count(): number {
    if (this.#total !== null) return this.#total;
    let count = 0;
    for (const {comment} of this.tree.all()) if (comment.status === 'published') count++;
    return count;
  }

  /** How comments can be liked here. */
  get like(): Capabilities['like'] {
    return this.#backend?.like ? (this.capabilities?.like ?? null) : null;
  }

  /** Whether there is a page before or after what is shown. */
  has(where: Side): boolean {
    return this.#paging[where].cursor !== null;
  }

  /** Whether a page is being read, or replies to the comment of that id. */
  isBusy(what: string): boolean {
    return this.#busy.has(what);
  }

  /** Replies that the server has and that are not shown. */
  repliesLeft({comment}: Branch): number {
    return this.#replies.get(comment.id)?.left ?? comment.moreReplies;
  }

  isLiked(branch: Branch): boolean {
    return this.#likes.has(this.#place, branch);
  }

  /** Drops what is being read; the answers count no more. */
  abort(): void {
    this.#reading.abort();
    this.#busy.clear();
    if (this.state.status === 'loading') this.state = {status: 'idle'};
  }

  /** Reads the conversation from its beginning. With `keep` what is shown stays until the answer is there. */
  async load(settings: ThreadSettings, keep = false): Promise<Outcome> {
    this.abort();
    const {signal} = (this.#reading = new AbortController());
    if (this.#place !== settings.place) {
      this.#notBefore = 0;
      this.capabilities = null;
      this.#own.forgetSent();
    }
    if (!keep || this.#place !== settings.place) this.#empty();
    this.#settings = settings;
    this.state = {status: 'loading'};
    this.#changed();
    try {
      this.#checkWait();
      const backend = await settings.connect();
      signal.throwIfAborted();
      this.#backend = backend;
      const [capabilities, page] = await Promise.all([
        // What the server can do is worth knowing, not worth failing for.
        backend.capabilities(signal).catch(() => null),
        backend.list?.(this.#request(null), signal) ?? null,
      ]);
      signal.throwIfAborted();
      this.capabilities = capabilities;
      if (page && capabilities?.list !== false) return this.#begin(page);
      this.state = {status: 'absent'};
      this.#changed();
      return null;
    } catch (cause) {
      if (signal.aborted) return null;
      const error = this.#noteWait(cause);
      this.state = {status: 'failed', error};
      this.#changed();
      return {error};
    }
  }

  /** Reads the page before or after what is shown. */
  async more(where: Side): Promise<Outcome> {
    const paging = this.#paging[where];
    if (paging.cursor === null) return null;
    return this.#read(where, this.#request(paging.cursor), (page) => {
      paging.follow(where === 'next' ? page.nextCursor : page.prevCursor);
      return this.#plant(page.comments, where === 'previous');
    });
  }

  /** Reads further replies to a comment. */
  async moreReplies({comment: {id, moreReplies}}: Branch): Promise<Outcome> {
    const rest = this.#replies.get(id) ?? {paging: new Paging(), left: moreReplies};
    const {paging} = rest;
    let outcome: Outcome;
    // Some servers begin with the replies that came with the comment: the reader wants others.
    do {
      outcome = await this.#read(id, {...this.#request(paging.cursor), parentId: id}, (page) => {
        paging.follow(page.nextCursor);
        const planted = this.#plant(page.comments);
        // The server's number may be old: as long as it has a further page there is at least one.
        rest.left = paging.cursor === null ? 0 : Math.max(1, rest.left - planted.added.length);
        this.#replies.set(id, rest);
        return planted;
      });
    } while (outcome && 'added' in outcome && !outcome.added.length && paging.cursor !== null);
    return outcome;
  }

  /** Goes to the part of the conversation that holds the comment, when the server can find it. */
  async locate(id: string): Promise<Outcome> {
    if (!this.#settings || !this.capabilities?.locate) return null;
    const {thread, pageSize} = this.#settings;
    const {signal} = this.#reading;
    try {
      const page = await this.#backend?.locate?.({thread, id, order: this.order, limit: pageSize}, signal);
      return page && !signal.aborted ? this.#begin(page) : null;
    } catch {
      // Gone, or overtaken: what is shown stays.
      return null;
    }
  }

  /** Takes in a comment that the reader has just sent. */
  add(comment: Comment, edit?: EditGrant): Branch | null {
    this.#own.keep(this.#place, comment, edit);
    if (this.state.status === 'loading') this.#own.expect(comment);
    const [branch = null] = this.#plant([comment], this.order !== 'oldest').added;
    if (branch && comment.status === 'published' && this.#total !== null) this.#total++;
    this.#changed();
    return branch;
  }

  /** Likes a comment or takes it back. The branch changes at once, and changes back when the server refuses. */
  async toggleLike(branch: Branch): Promise<CommentError | null> {
    if (!this.#backend?.like || (this.like === 'once' && this.isLiked(branch))) return null;
    return this.#likes.toggle(this.#backend.like.bind(this.#backend), this.#place, branch);
  }

  /** Asks what became of the reader's held comments. Gives those that have changed. */
  async askHeld(): Promise<readonly Branch[]> {
    return this.#backend ? this.#own.ask(this.#backend, this.#place, this.tree, this.#reading.signal) : [];
  }

  get #place(): string {
    return this.#settings?.place ?? '';
  }

  #request(cursor: string | null): ListRequest {
    const {thread = '', pageSize = 20} = this.#settings ?? {};
    return {thread, order: this.order, limit: pageSize, cursor};
  }

  #empty(): void {
    this.tree = new CommentTree();
    this.#total = null;
    this.closed = false;
    this.#paging = {next: new Paging(), previous: new Paging()};
    this.#replies = new Map();
  }

  /** Begins anew with a page of the list. */
  #begin(page: CommentPage): Outcome {
    this.#empty();
    this.#paging.next.follow(page.nextCursor);
    this.#paging.previous.follow(page.prevCursor);
    this.state = {status: 'ready'};
    return this.#arrive(page, this.#plant(this.#own.join(this.#place, page.comments, this.order)));
  }

  #plant(comments: readonly Comment[], above = false): Planted {
    const planted = this.tree.plant(comments, above);
    for (const {comment} of planted.changed) this.#own.settle(this.#place, comment.id);
    return planted;
  }

  #arrive({total, closed, skipped}: CommentPage, {added, changed}: Planted): Outcome {
    this.#total = total ?? this.#total;
    this.closed = closed;
    this.#changed();
    return {added, changed, loaded: {total, closed, skipped, count: this.tree.size}};
  }

  /** A further read of the same conversation: one of a kind at a time. */
  async #read(what: string, request: ListRequest, use: (page: CommentPage) => Planted): Promise<Outcome> {
    if (!this.#backend?.list || this.#busy.has(what)) return null;
    const {signal} = this.#reading;
    this.#busy.add(what);
    this.#changed();
    try {
      this.#checkWait();
      const page = await this.#backend.list(request, signal);
      if (signal.aborted) return null;
      this.#busy.delete(what);
      return this.#arrive(page, use(page));
    } catch (cause) {
      if (signal.aborted) return null;
      this.#busy.delete(what);
      this.#changed();
      return {error: this.#noteWait(cause)};
    }
  }

  #noteWait(cause: unknown): CommentError {
    const error = asCommentError(cause);
    if (error.retryAfter !== null && Date.now() >= this.#notBefore)
      this.#notBefore = Date.now() + error.retryAfter * 1000;
    return error;
  }

  /** A server that asked for time gets it, however often the reader tries. */
  #checkWait(): void {
    const seconds = Math.ceil((this.#notBefore - Date.now()) / 1000);
    if (seconds > 0) throw new CommentError('too-fast', {retryAfter: seconds});
  }
}
