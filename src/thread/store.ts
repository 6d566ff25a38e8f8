import {CommentError} from '../backends/errors.js';
import type {Backend, Capabilities, CommentPage, EditGrant, ListRequest} from '../backends/port.js';
import type {Comment, Order} from '../content/types.js';
import type {CommentsLoaded} from './comments-loaded-event.js';
import type {HeldComments} from './held-comments.js';
import type {LikedComments} from './liked-comments.js';
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

/** Where the next page of a list begins; a cursor that comes twice would go round for ever. */
class Paging {
  readonly #seen = new Set<string>();
  cursor: string | null = null;

  follow(cursor: string | null): void {
    this.cursor = cursor === null || this.#seen.has(cursor) ? null : cursor;
    if (cursor !== null) this.#seen.add(cursor);
  }
}

const asError = (cause: unknown): CommentError =>
  cause instanceof CommentError ? cause : new CommentError('server', {cause});

/**
 * A conversation as it is known on this page: reads it from a backend, page by
 * page, and keeps the tree, the reader's own held comments and likes. Knows the
 * backend by its port and nothing of elements.
 */
export class ThreadStore {
  state: ThreadState = {status: 'idle'};
  tree = new CommentTree();
  total: number | null = null;
  closed = false;
  capabilities: Capabilities | null = null;

  readonly #held: HeldComments;
  readonly #liked: LikedComments;
  readonly #changed: () => void;
  #settings: ThreadSettings | undefined;
  #backend: Backend | undefined;
  /** Aborts every read of the conversation that is shown. */
  #reading = new AbortController();
  #next = new Paging();
  #previous = new Paging();
  #replies = new Map<string, {readonly paging: Paging; left: number}>();
  readonly #busy = new Set<string>();
  /** Accepted while the list was on its way. */
  #sent: Comment[] = [];
  #notBefore = 0;

  constructor(held: HeldComments, liked: LikedComments, changed: () => void) {
    this.#held = held;
    this.#liked = liked;
    this.#changed = changed;
  }

  get order(): Order {
    const wanted = this.#settings?.order ?? 'newest';
    const orders = this.capabilities?.orders ?? [];
    return orders.includes(wanted) ? wanted : (orders[0] ?? wanted);
  }

  /** Published comments of the conversation, as far as is known. */
  get count(): number {
    if (this.total !== null) return this.total;
    let count = 0;
    for (const {comment} of this.tree.all()) if (comment.status === 'published') count++;
    return count;
  }

  /** How comments can be liked here. */
  get like(): Capabilities['like'] {
    return this.#backend?.like ? (this.capabilities?.like ?? null) : null;
  }

  get hasNext(): boolean {
    return this.#next.cursor !== null;
  }

  get hasPrevious(): boolean {
    return this.#previous.cursor !== null;
  }

  /** Whether a request of this kind is under way: `next`, `previous`, or the id of a comment. */
  isBusy(what: string): boolean {
    return this.#busy.has(what);
  }

  /** Replies that the server has and that are not shown. */
  repliesLeft({comment}: Branch): number {
    return this.#replies.get(comment.id)?.left ?? comment.moreReplies;
  }

  isLiked({comment}: Branch): boolean {
    return this.#settings !== undefined && this.#liked.has(this.#settings.place, comment.id);
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
    const same = this.#settings?.place === settings.place;
    this.#settings = settings;
    this.state = {status: 'loading'};
    if (!keep || !same) this.#empty();
    if (!same) {
      this.#notBefore = 0;
      this.#sent = [];
      this.capabilities = null;
    }
    this.#changed();
    try {
      this.#checkWait();
      const backend = await settings.connect();
      signal.throwIfAborted();
      this.#backend = backend;
      const list = backend.list?.bind(backend);
      const [capabilities, page] = await Promise.all([
        // What the server can do is worth knowing, not worth failing for.
        backend.capabilities(signal).catch(() => null),
        list?.(this.#request(null), signal) ?? null,
      ]);
      signal.throwIfAborted();
      this.capabilities = capabilities;
      if (!page || capabilities?.list === false) {
        this.state = {status: 'absent'};
        this.#changed();
        return null;
      }
      return this.#begin(page);
    } catch (error) {
      return this.#fail(error, signal);
    }
  }

  /** Reads the page before or after what is shown. */
  async more(where: 'next' | 'previous'): Promise<Outcome> {
    const paging = where === 'next' ? this.#next : this.#previous;
    if (paging.cursor === null) return null;
    const request = this.#request(paging.cursor);
    return this.#read(where, request, (page) => {
      paging.follow(where === 'next' ? page.nextCursor : page.prevCursor);
      return this.#plant(page.comments, where === 'previous');
    });
  }

  /** Reads further replies to a comment. */
  async moreReplies(branch: Branch): Promise<Outcome> {
    const {id} = branch.comment;
    const rest = this.#replies.get(id) ?? {paging: new Paging(), left: branch.comment.moreReplies};
    const request = {...this.#request(rest.paging.cursor), parentId: id};
    return this.#read(id, request, (page) => {
      rest.paging.follow(page.nextCursor);
      const planted = this.#plant(page.comments);
      // The server's number may be old: as long as it has a further page there is at least one.
      rest.left = rest.paging.cursor === null ? 0 : Math.max(1, rest.left - planted.added.length);
      this.#replies.set(id, rest);
      return planted;
    });
  }

  /** Goes to the part of the conversation that holds the comment, when the server can find it. */
  async locate(id: string): Promise<Outcome> {
    const settings = this.#settings;
    const backend = this.#backend;
    if (!settings || !backend?.locate || !this.capabilities?.locate) return null;
    const {signal} = this.#reading;
    try {
      const request = {thread: settings.thread, id, order: this.order, limit: settings.pageSize};
      const page = await backend.locate(request, signal);
      if (signal.aborted) return null;
      this.#empty();
      return this.#begin(page);
    } catch {
      // Gone, or it was aborted: what is shown stays.
      return null;
    }
  }

  /** Shows a comment that the reader has just sent. */
  add(comment: Comment, edit?: EditGrant): Branch | null {
    const place = this.#settings?.place;
    if (comment.status === 'held' && place !== undefined) this.#held.keep(place, comment, edit);
    // The answer that is on its way may have left the server before.
    if (this.state.status === 'loading') this.#sent.push(comment);
    const [branch = null] = this.#plant([comment], this.order !== 'oldest').added;
    if (branch && comment.status === 'published' && this.total !== null) this.total++;
    this.#changed();
    return branch;
  }

  /** Likes a comment or takes it back: at once, and undone when the server refuses. */
  async toggleLike(branch: Branch): Promise<CommentError | null> {
    const {comment} = branch;
    const backend = this.#backend;
    const place = this.#settings?.place;
    const key = `like ${comment.id}`;
    const liked = this.isLiked(branch);
    if (!backend?.like || place === undefined || this.#busy.has(key)) return null;
    if (liked && this.capabilities?.like === 'once') return null;
    this.#busy.add(key);
    const set = (on: boolean, likes: number): void => {
      this.#liked.set(place, comment.id, on);
      branch.comment = {...branch.comment, likes};
    };
    set(!liked, Math.max(0, comment.likes + (liked ? -1 : 1)));
    try {
      set(!liked, await backend.like(comment.id, !liked, new AbortController().signal));
      return null;
    } catch (error) {
      set(liked, comment.likes);
      return asError(error);
    } finally {
      this.#busy.delete(key);
    }
  }

  /** Asks what became of the reader's held comments. Gives those that have changed. */
  async askHeld(): Promise<readonly Branch[]> {
    const place = this.#settings?.place;
    const backend = this.#backend;
    if (place === undefined || !backend?.status) return [];
    const {signal} = this.#reading;
    const changed: Branch[] = [];
    for (const {comment, token} of this.#held.of(place)) {
      if (token === null) continue;
      let now: Comment | null;
      try {
        now = await backend.status(comment.id, token, signal);
      } catch (error) {
        // Without an answer it stays; the server's word that it is gone counts.
        if (!(error instanceof CommentError) || error.code !== 'not-found') continue;
        now = null;
      }
      if (signal.aborted) return [];
      if (now?.status === 'held') continue;
      this.#held.forget(place, comment.id);
      const branch = this.tree.get(comment.id);
      if (!branch) continue;
      branch.comment = now ?? {...comment, status: 'rejected'};
      changed.push(branch);
    }
    return changed;
  }

  #request(cursor: string | null): ListRequest {
    const {thread = '', pageSize = 20} = this.#settings ?? {};
    return {thread, order: this.order, limit: pageSize, cursor};
  }

  #empty(): void {
    this.tree = new CommentTree();
    this.total = null;
    this.closed = false;
    this.#next = new Paging();
    this.#previous = new Paging();
    this.#replies = new Map();
  }

  /** Begins anew with a page of the list. */
  #begin(page: CommentPage): Outcome {
    this.#empty();
    this.#next.follow(page.nextCursor);
    this.#previous.follow(page.prevCursor);
    this.state = {status: 'ready'};
    return this.#arrive(page, this.#plant(this.#withOwn(page.comments)));
  }

  /** The reader's own comments that are not listed stand where they would be if they were. */
  #withOwn(listed: readonly Comment[]): readonly Comment[] {
    const place = this.#settings?.place ?? '';
    const ids = new Set(listed.map(({id}) => id));
    const held = this.#held.of(place).map(({comment}) => comment);
    const sent = this.#sent.filter(({id}) => !held.some((other) => other.id === id));
    const missing = [...held, ...sent].filter(({id}) => !ids.has(id));
    this.#sent = [];
    for (const {id} of held) if (ids.has(id)) this.#held.forget(place, id);
    if (this.order === 'oldest') return [...listed, ...missing];
    const top = missing.filter(({parentId}) => parentId === null).reverse();
    return [...top, ...listed, ...missing.filter(({parentId}) => parentId !== null)];
  }

  #plant(comments: readonly Comment[], above = false): Planted {
    const planted = this.tree.plant(comments, above);
    for (const {comment} of planted.changed) this.#held.forget(this.#settings?.place ?? '', comment.id);
    return planted;
  }

  #arrive({total, closed, skipped}: CommentPage, {added, changed}: Planted): Outcome {
    this.total = total ?? this.total;
    this.closed = closed;
    this.#changed();
    return {added, changed, loaded: {total, closed, skipped, count: this.tree.size}};
  }

  /** A further read of the same conversation: one of a kind at a time. */
  async #read(what: string, request: ListRequest, use: (page: CommentPage) => Planted): Promise<Outcome> {
    const list = this.#backend?.list?.bind(this.#backend);
    if (!list || this.#busy.has(what)) return null;
    const {signal} = this.#reading;
    this.#busy.add(what);
    this.#changed();
    try {
      this.#checkWait();
      const page = await list(request, signal);
      if (signal.aborted) return null;
      this.#busy.delete(what);
      return this.#arrive(page, use(page));
    } catch (error) {
      if (signal.aborted) return null;
      this.#busy.delete(what);
      this.#changed();
      return {error: this.#noteWait(asError(error))};
    }
  }

  #fail(cause: unknown, signal: AbortSignal): Outcome {
    if (signal.aborted) return null;
    const error = this.#noteWait(asError(cause));
    this.state = {status: 'failed', error};
    this.#changed();
    return {error};
  }

  #noteWait(error: CommentError): CommentError {
    if (error.retryAfter !== null)
      this.#notBefore = Math.max(this.#notBefore, Date.now() + error.retryAfter * 1000);
    return error;
  }

  /** A server that asked for time gets it, however often the reader tries. */
  #checkWait(): void {
    const seconds = Math.ceil((this.#notBefore - Date.now()) / 1000);
    if (seconds > 0) throw new CommentError('too-fast', {retryAfter: seconds});
  }
}
