import {asCommentError, CommentError} from '../backends/errors.js';
import type {Backend, Capabilities, CommentPage, ListRequest} from '../backends/port.js';
import type {Comment, Order} from '../content/types.js';
import type {CommentsLoaded} from './comments-loaded-event.js';
import {CommentTree, type Branch, type Planted} from './tree.js';
import {yieldThread} from './yield-thread.js';

/** Where the reading of a conversation stands; `absent`: the server only takes comments. */
export type ThreadState = 'idle' | 'loading' | 'ready' | 'absent' | 'failed';

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

/** For how long a list that has come waits for what the server can do, so that no button appears late. */
const grace = 300;
/** For how long it is waited for where it decides: on the order, or on whether there are lists. */
const patience = 3_000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A further page, and where it lies. */
export type Side = 'next' | 'previous';

/** What the device remembers of the reader; the store does without as long as there is nothing. */
export interface Own {
  /** The list with what it misses of the reader's own. */
  join(place: string, listed: readonly Comment[], order: Order): readonly Comment[];
  /** The server has listed it. */
  settle(place: string, id: string): void;
  likes(place: string, id: string): boolean;
}

/**
 * A conversation as it is known on this page: read from a backend, arranged as
 * a tree. Knows the backend by its port and nothing of elements. What goes on
 * from the first page is in further.ts.
 */
export class ThreadStore {
  state: ThreadState = 'idle';
  tree: CommentTree = new CommentTree();
  closed = false;
  capabilities: Capabilities | null = null;
  backend: Backend | undefined;
  settings: ThreadSettings | undefined;
  own: Own | null = null;
  total: number | null = null;
  /** Where the pages before and after begin. */
  cursors: Record<Side, string | null> = {next: null, previous: null};
  /** Replies that the server has and that are not shown, where that is no longer what the comment says. */
  readonly left = new Map<string, number>();
  /** What is being read: a side, or replies to the comment of that id. */
  readonly busy = new Set<string>();

  /** When it is known what the server can do, or that it cannot be learnt. */
  learned: Promise<void> = Promise.resolve();
  /** The order in which the list was asked for. */
  #asked: Order | undefined;
  /** Aborts every read of the conversation that is shown. */
  #reading = new AbortController();
  #notBefore = 0;

  /** To be told that something is different. */
  readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  get place(): string {
    return this.settings?.place ?? '';
  }

  /** The order that is shown: the wanted one, where the server has it. */
  get order(): Order {
    const wanted = this.settings?.order ?? 'newest';
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

  /** What the server can do came after its list, and says that it has another order. */
  get misread(): boolean {
    return this.state === 'ready' && this.#asked !== this.order;
  }

  /** How comments can be liked here. */
  get like(): Capabilities['like'] {
    return this.backend?.like ? (this.capabilities?.like ?? null) : null;
  }

  /** Of every read of the conversation that is shown. */
  get signal(): AbortSignal {
    return this.#reading.signal;
  }

  readonly repliesLeft = ({comment: {id, moreReplies}}: Branch): number => this.left.get(id) ?? moreReplies;

  readonly isLiked = ({comment}: Branch): boolean => this.own?.likes(this.place, comment.id) ?? false;

  /** Drops what is being read; the answers count no more. */
  abort(): void {
    this.#reading.abort();
    this.busy.clear();
    if (this.state === 'loading') this.state = 'idle';
  }

  /** Reads the conversation from its beginning. With `keep` what is shown stays until the answer is there. */
  async load(settings: ThreadSettings, keep = false): Promise<Outcome> {
    this.abort();
    this.#reading = new AbortController();
    const {signal} = this;
    const same = this.place === settings.place;
    if (!same) {
      this.#notBefore = 0;
      this.capabilities = null;
    }
    if (!keep || !same) this.#empty();
    this.settings = settings;
    this.state = 'loading';
    this.changed();
    try {
      this.checkWait();
      const backend = await settings.connect();
      signal.throwIfAborted();
      this.backend = backend;
      const learning = this.#learn(backend, signal);
      this.learned = learning;
      // Most know it without asking their server. Else the default order is
      // read meanwhile, and any other once it is known to be there.
      await Promise.race([learning, settings.order === 'newest' ? yieldThread() : pause(patience)]);
      let reading = this.#read(backend, signal);
      // A server that does not say what it can do holds up nothing that it has
      // given. Where it has refused, it may have no lists at all.
      const given = reading?.then(
        () => pause(grace),
        () => pause(patience),
      );
      await Promise.race([learning, given]);
      if (this.#asked !== this.order) reading = this.#read(backend, signal);
      const page = this.#lists && (await reading);
      signal.throwIfAborted();
      if (page) return this.begin(page);
      this.state = 'absent';
      this.changed();
      return null;
    } catch (cause) {
      const failed = this.failed(cause, signal);
      if (failed) this.state = 'failed';
      this.changed();
      return failed;
    }
  }

  get #lists(): boolean {
    return this.capabilities?.list !== false;
  }

  /** Learns what the server can do. That is worth knowing, not worth failing for. */
  async #learn(backend: Backend, signal: AbortSignal): Promise<void> {
    const capabilities = await backend.capabilities(signal).catch(() => this.capabilities);
    if (signal.aborted) return;
    this.capabilities = capabilities;
    this.changed();
  }

  #read(backend: Backend, signal: AbortSignal): Promise<CommentPage> | undefined {
    this.#asked = this.order;
    return this.#lists ? backend.list?.(this.request(null), signal) : undefined;
  }

  request(cursor: string | null): ListRequest {
    const {thread = '', pageSize = 20} = this.settings ?? {};
    return {thread, order: this.order, limit: pageSize, cursor};
  }

  /** Begins anew with a page of the list. */
  begin(page: CommentPage): Outcome {
    this.#empty();
    this.cursors = {next: page.nextCursor, previous: page.prevCursor};
    this.state = 'ready';
    const comments = this.own?.join(this.place, page.comments, this.order) ?? page.comments;
    return this.arrive(page, this.plant(comments));
  }

  plant(comments: readonly Comment[], above = false): Planted {
    const planted = this.tree.plant(comments, above);
    for (const {comment} of planted.changed) this.own?.settle(this.place, comment.id);
    return planted;
  }

  arrive({total, closed, skipped}: CommentPage, planted: Planted): Outcome {
    this.total = total ?? this.total;
    this.closed = closed;
    this.changed();
    return {...planted, loaded: {total, closed, skipped, count: this.tree.size}};
  }

  /** What a failed read comes to. */
  failed(cause: unknown, signal: AbortSignal): {readonly error: CommentError} | null {
    this.changed();
    if (signal.aborted) return null;
    const error = asCommentError(cause);
    if (error.retryAfter !== null && Date.now() >= this.#notBefore)
      this.#notBefore = Date.now() + error.retryAfter * 1000;
    return {error};
  }

  /** A server that asked for time gets it, however often the reader tries. */
  checkWait(): void {
    const seconds = Math.ceil((this.#notBefore - Date.now()) / 1000);
    if (seconds > 0) throw new CommentError('too-fast', {retryAfter: seconds});
  }

  #empty(): void {
    this.tree = new CommentTree();
    this.total = null;
    this.closed = false;
    this.cursors = {next: null, previous: null};
    this.left.clear();
  }
}
