import type {CommentError} from '../backends/errors.js';
import type {CommentPage, EditGrant, ListRequest} from '../backends/port.js';
import type {Comment} from '../content/types.js';
import type {OwnComments} from './own-comments.js';
import type {Outcome, Side, ThreadStore} from './store.js';
import type {Branch, CommentTree, Planted} from './tree.js';

/** Goes on with a conversation whose first page is there: further pages and replies, likes, the reader's own comments. */
export class Further {
  readonly #store: ThreadStore;
  readonly #own: OwnComments;
  #tree: CommentTree | undefined;
  /** Cursors that were followed: one that comes twice would go round for ever. */
  readonly #seen = new Set<string>();
  /** Where further replies to a comment begin. */
  readonly #replies = new Map<string, string | null>();

  constructor(store: ThreadStore, own: OwnComments) {
    this.#store = store;
    this.#own = own;
    store.own = own;
  }

  /** Reads the page before or after what is shown. */
  async more(where: Side): Promise<Outcome> {
    this.#turn();
    const {cursors} = this.#store;
    const cursor = cursors[where];
    if (cursor === null) return null;
    return this.#read(where, this.#store.request(cursor), (page) => {
      cursors[where] = this.#follow(where, cursor, where === 'next' ? page.nextCursor : page.prevCursor);
      return this.#store.plant(page.comments, where === 'previous');
    });
  }

  /** Reads further replies to a comment. */
  async moreReplies(branch: Branch): Promise<Outcome> {
    this.#turn();
    const {id} = branch.comment;
    const {left} = this.#store;
    let outcome: Outcome;
    // Some servers begin with the replies that came with the comment: the reader wants others.
    do {
      const cursor = this.#replies.get(id) ?? null;
      outcome = await this.#read(id, {...this.#store.request(cursor), parentId: id}, (page) => {
        const planted = this.#store.plant(page.comments);
        const next = this.#follow(`replies ${id}`, cursor, page.nextCursor);
        this.#replies.set(id, next);
        // The server's number may be old: as long as it has a further page there is at least one.
        left.set(id, next === null ? 0 : Math.max(1, this.#store.repliesLeft(branch) - planted.added.length));
        return planted;
      });
    } while (outcome && 'added' in outcome && !outcome.added.length && this.#replies.get(id));
    return outcome;
  }

  /** Goes to the part of the conversation that holds the comment, when the server can find it. */
  async locate(id: string): Promise<Outcome> {
    const {settings, backend, signal, learned} = this.#store;
    await learned;
    const {capabilities, order} = this.#store;
    if (signal.aborted || !settings || !capabilities?.locate) return null;
    try {
      const {thread, pageSize: limit} = settings;
      const page = await backend?.locate?.({thread, id, order, limit}, signal);
      return page && !signal.aborted ? this.#store.begin(page) : null;
    } catch {
      // Gone, or overtaken: what is shown stays.
      return null;
    }
  }

  /** Takes in a comment that the reader has just sent. */
  add(comment: Comment, edit?: EditGrant): Branch | null {
    const store = this.#store;
    this.#own.keep(store.place, comment, edit);
    if (store.state === 'loading') this.#own.expect(store.place, comment);
    const [branch = null] = store.plant([comment], store.order !== 'oldest').added;
    if (branch && comment.status === 'published' && store.total !== null) store.total++;
    return branch;
  }

  /** A comment as its author has left it. */
  replace(branch: Branch, comment: Comment): void {
    const store = this.#store;
    const counted = ({status}: Comment): number => Number(status === 'published');
    // The page may have turned to another conversation meanwhile.
    if (store.total !== null && store.tree.get(comment.id) === branch)
      store.total += counted(comment) - counted(branch.comment);
    branch.comment = comment;
    store.changed();
  }

  /** Likes a comment or takes it back. The branch changes at once, and changes back when the server refuses. */
  async toggleLike(branch: Branch): Promise<CommentError | null> {
    const {backend, like, place} = this.#store;
    if (!backend?.like || (like === 'once' && this.#store.isLiked(branch))) return null;
    return this.#own.toggle(backend.like.bind(backend), place, branch);
  }

  /** Asks what became of the reader's held comments. Gives those that have changed. */
  async askHeld(): Promise<readonly Branch[]> {
    const {backend, place, tree, signal} = this.#store;
    return backend ? this.#own.ask(backend, place, tree, signal) : [];
  }

  /** What was followed in another list does not count in this one. */
  #turn(): void {
    if (this.#tree === this.#store.tree) return;
    this.#tree = this.#store.tree;
    this.#seen.clear();
    this.#replies.clear();
  }

  #follow(what: string, from: string | null, to: string | null): string | null {
    this.#seen.add(`${what} ${from}`);
    return to === null || this.#seen.has(`${what} ${to}`) ? null : to;
  }

  /** One read of a kind at a time. */
  async #read(what: string, request: ListRequest, use: (page: CommentPage) => Planted): Promise<Outcome> {
    const {backend, busy, signal} = this.#store;
    if (!backend?.list || busy.has(what)) return null;
    busy.add(what);
    this.#store.changed();
    try {
      this.#store.checkWait();
      const page = await backend.list(request, signal);
      if (signal.aborted) return null;
      busy.delete(what);
      return this.#store.arrive(page, use(page));
    } catch (cause) {
      if (!signal.aborted) busy.delete(what);
      return this.#store.failed(cause, signal);
    }
  }
}
