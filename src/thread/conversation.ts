import type {CommentError} from '../backends/errors.js';
import type {Backend, EditGrant} from '../backends/port.js';
import {loadSanitizer} from '../content/sanitize/load.js';
import type {Comment, Order} from '../content/types.js';
import {connectBackend, type BackendSettings} from '../form/connect-backend.js';
import type {LanguageController, LanguageHost} from '../language/controller.js';
import type {MessageKey} from '../language/messages.js';
import {pageKey} from '../page/page-key.js';
import {localStore} from '../page/storage.js';
import {Announcer} from './announcer.js';
import {CommentList, type ListContext, type Purify} from './comment-list.js';
import type {CommentView} from './comment.js';
import {CommentsFailedEvent} from './comments-failed-event.js';
import {CommentsLoadedEvent} from './comments-loaded-event.js';
import {fromFragment} from './permalink.js';
import {ThreadStore, type Side, type Outcome} from './store.js';
import type {Branch, CommentTree} from './tree.js';

/** What went wrong last, and what tries it again. */
export interface Failure {
  readonly error: CommentError;
  readonly retry: () => void;
}

/** What the page has set that says which conversation is read, and how. */
export interface ConversationSettings extends BackendSettings {
  readonly thread: string;
  readonly pageSize: number;
}

/** What is to be read. */
interface Wanted {
  readonly source: BackendSettings;
  readonly thread: string;
  readonly order: Order;
  readonly pageSize: number;
}

const placeOf = ({source: {backend, endpoint, site}, thread}: Wanted): string =>
  JSON.stringify([typeof backend === 'string' ? backend : '', endpoint, site, thread]);

const isSource = (one: BackendSettings, other: BackendSettings): boolean =>
  one.backend === other.backend && one.headers === other.headers && one.credentials === other.credentials;

const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

const welcomeWords = ({status, parentId}: Comment): MessageKey => {
  if (status === 'held') return 'statusPending';
  return parentId === null ? 'statusPosted' : 'statusReplyPosted';
};

const isHtml = ({comment: {content}}: Branch): boolean => content.text === null && content.html !== null;

/** Joins the store to the list in the page: what arrives is shown, said and told to the page. */
export class Conversation {
  readonly store: ThreadStore;
  readonly list: CommentList = new CommentList();
  failure: Failure | null = null;

  readonly announcer: Announcer = new Announcer();

  readonly #host: LanguageHost;
  readonly #language: LanguageController;
  readonly #view: () => CommentView;
  #wanted: Wanted | undefined;
  #purify: Purify | null = null;
  /** Ends the work on rows that are no longer wanted. */
  #rows = new AbortController();
  /** Whose rows stand in the page, and what they were rendered with. */
  #shown: CommentTree | undefined;
  #shownWith: readonly unknown[] = [];
  /** Rows are put in by one piece of work after another. */
  #work: Promise<void> = Promise.resolve();

  constructor(host: LanguageHost, language: LanguageController, view: () => CommentView) {
    this.#host = host;
    this.#language = language;
    this.#view = view;
    this.store = new ThreadStore(localStore, () => host.requestUpdate());
  }

  /** When all that has arrived stands in the page. */
  get settled(): Promise<void> {
    return this.#work;
  }

  /** Whether something is known that does not stand in the page yet. */
  get pending(): boolean {
    return this.store.state.status === 'loading' || (this.store.tree.size > 0 && !this.list.size);
  }

  /** Whether the comment is still a part of what is shown. */
  has(branch: Branch): boolean {
    return this.store.tree.get(branch.comment.id) === branch;
  }

  /** Reads the conversation when something else is wanted than before, or when reading was given up. */
  ask(settings: ConversationSettings, order: Order): void {
    const {backend, endpoint, site, headers, credentials} = settings;
    const before = this.#wanted;
    const wanted = {
      source: {backend, endpoint, site, headers, credentials},
      thread: settings.thread || pageKey(),
      order,
      pageSize: Math.min(100, Math.max(1, Math.trunc(settings.pageSize) || 20)),
    };
    const same =
      before !== undefined && placeOf(before) === placeOf(wanted) && isSource(before.source, wanted.source);
    const changed = !same || before.order !== wanted.order || before.pageSize !== wanted.pageSize;
    this.#wanted = wanted;
    if (changed || this.store.state.status === 'idle') void this.#load(!same);
    else this.#lookAgain();
  }

  reload(): void {
    void this.#load(false);
  }

  /** Gives up reading. */
  stop(): void {
    this.store.abort();
  }

  async #load(first: boolean): Promise<void> {
    if (!this.#wanted) return;
    const {source, thread, order, pageSize} = this.#wanted;
    this.#fail(null);
    // On its way together with the comments.
    void this.#language.load();
    const slow = setTimeout(() => this.announcer.say(this.#language.text('loading')), 1000);
    const connect = (): Promise<Backend> => connectBackend(source);
    const reading = this.store.load({connect, thread, order, pageSize, place: placeOf(this.#wanted)}, !first);
    if (!this.store.tree.size) this.#clear();
    const outcome = await reading;
    clearTimeout(slow);
    this.announcer.clear();
    if (!outcome) return;
    await this.#take(outcome, () => void this.#load(first));
    if ('error' in outcome) return;
    if (first) void this.goTo(fromFragment(location.hash));
    for (const branch of await this.store.askHeld()) this.update(branch);
  }

  /** Reads the page after or before what is shown, and puts the reader at the first new comment. */
  async more(where: Side): Promise<void> {
    const outcome = await this.store.more(where);
    this.#greet(await this.#take(outcome, () => void this.more(where), where === 'previous'));
  }

  async moreReplies(branch: Branch): Promise<void> {
    const outcome = await this.store.moreReplies(branch);
    const added = await this.#take(outcome, () => void this.moreReplies(branch));
    this.update(branch);
    this.#greet(added);
  }

  /** Puts the reader at a comment, which the server brings in where it can. */
  async goTo(id: string | null): Promise<void> {
    if (id === null) return;
    if (!this.store.tree.get(id)) await this.#take(await this.store.locate(id), () => {});
    await this.settled;
    const branch = this.store.tree.get(id);
    if (!branch) return;
    this.list.date(branch, this.#context());
    this.list.articleOf(branch)?.focus();
  }

  /** Shows what the reader has just sent, says so and puts them there. */
  async welcome(comment: Comment, edit?: EditGrant, quietly = false): Promise<void> {
    const branch = this.store.add(comment, edit);
    if (!branch) return;
    await this.#show([branch], this.store.order !== 'oldest');
    const article = this.list.articleOf(branch);
    article?.classList.add('new');
    if (quietly) return;
    article?.focus();
    this.announcer.say(this.#language.text(welcomeWords(comment)));
  }

  async like(branch: Branch): Promise<void> {
    const answer = this.store.toggleLike(branch);
    this.update(branch);
    const error = await answer;
    this.update(branch);
    this.#fail(error && {error, retry: () => void this.like(branch)});
  }

  /** Tries again to show comments that could not be shown safely. */
  async sanitize(): Promise<void> {
    await this.#bringPurifier();
    await this.refresh();
  }

  update(branch: Branch): void {
    this.list.update(branch, this.#context());
  }

  /** Renders all comments again. */
  refresh(): Promise<void> {
    this.#shownWith = this.#facts();
    return this.#queue((signal) => this.list.refresh(this.#context(), signal));
  }

  /** Renders all comments again if they would look different. */
  #lookAgain(): void {
    if (this.list.size && !sameList(this.#facts(), this.#shownWith)) void this.refresh();
  }

  /** What all comments are rendered with. */
  #facts(): readonly unknown[] {
    const {language, ...view} = this.#view();
    const {strings, numerals, calendar} = this.#host;
    return [
      ...Object.values(view),
      language.tag,
      language.dir,
      language.language,
      strings,
      numerals,
      calendar,
    ];
  }

  #context(): ListContext {
    return {
      view: this.#view(),
      purify: this.#purify,
      isLiked: (branch) => this.store.isLiked(branch),
      repliesLeft: (branch) => this.store.repliesLeft(branch),
    };
  }

  #fail(failure: Failure | null): void {
    this.failure = failure;
    this.#host.requestUpdate();
  }

  #clear(): void {
    this.#rows.abort();
    this.#rows = new AbortController();
    this.#work = Promise.resolve();
    this.#shown = undefined;
    this.list.clear();
  }

  #queue(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const {signal} = this.#rows;
    this.#work = this.#work.then(() => (signal.aborted ? undefined : work(signal)));
    return this.#work;
  }

  /** What came of a request: shown and told, or said to have failed. Gives what is new. */
  async #take(outcome: Outcome, retry: () => void, above = false): Promise<readonly Branch[]> {
    if (!outcome) return [];
    if ('error' in outcome) {
      const {error} = outcome;
      this.#fail({error, retry});
      this.#host.dispatchEvent(new CommentsFailedEvent(error));
      return [];
    }
    this.#fail(null);
    if (!(await this.#show(outcome.added, above))) return [];
    for (const branch of outcome.changed) this.update(branch);
    this.#host.dispatchEvent(new CommentsLoadedEvent(outcome.loaded));
    return outcome.added;
  }

  /** Puts branches into the page; false when they are no longer wanted. */
  async #show(branches: readonly Branch[], above: boolean): Promise<boolean> {
    const {tree} = this.store;
    const needed: Promise<unknown>[] = [this.#language.load()];
    if (!this.#purify && branches.some(isHtml)) needed.push(this.#bringPurifier());
    await Promise.all(needed);
    if (tree !== this.store.tree) return false;
    // What was shown until now goes in the step in which the new comes.
    if (this.#shown !== tree) this.#clear();
    this.#shown = tree;
    if (!this.list.size) this.#shownWith = this.#facts();
    await this.#queue((signal) => this.list.show(branches, this.#context(), signal, above));
    this.#host.requestUpdate();
    return tree === this.store.tree;
  }

  async #bringPurifier(): Promise<void> {
    try {
      this.#purify = (await loadSanitizer()).sanitizeComment;
    } catch {
      // Said at each comment that needs it, with a button that tries again.
    }
  }

  #greet(added: readonly Branch[]): void {
    const [first] = added;
    if (!first) return;
    this.announcer.say(this.#language.plural('newComments', added.length));
    this.list.articleOf(first)?.focus();
  }
}
