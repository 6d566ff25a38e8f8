import {connectBackend, type BackendSettings} from '../backends/connect-backend.js';
import type {CommentError} from '../backends/errors.js';
import {loadSanitizer} from '../content/sanitize/load.js';
import type {Order} from '../content/types.js';
import type {LanguageController, LanguageHost} from '../language/controller.js';
import {pageKey} from '../page/page-key.js';
import {Announcer} from './announcer.js';
import {CommentList, type ListView, type Purify} from './comment-list.js';
import type {CommentView} from './comment.js';
import {CommentsFailedEvent} from './comments-failed-event.js';
import {CommentsLoadedEvent} from './comments-loaded-event.js';
import {ThreadStore, type Outcome, type ThreadSettings} from './store.js';
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

/** What the page has set of a comment's look. */
export type ViewBasis = Pick<CommentView, 'level' | 'depth' | 'reply'>;

const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

const isHtml = ({comment: {content}}: Branch): boolean => content.text === null && content.html !== null;

/** Joins the store to the list in the page: what arrives is shown and told to the page. */
export class Conversation {
  readonly store: ThreadStore;
  readonly list: CommentList = new CommentList();
  readonly announcer: Announcer;
  failure: Failure | null = null;
  /** What else has to be there before anything is shown. */
  before: () => Promise<unknown> = () => Promise.resolve();
  /** Follows on a reading; `first`: of another conversation than before. */
  after: (first: boolean) => unknown = () => {};

  /** See `CommentView`. */
  extras: CommentView['extras'] = null;

  readonly #host: LanguageHost;
  readonly #language: LanguageController;
  readonly #basis: () => ViewBasis;
  /** Which conversation is wanted, and how much of it in which order. */
  #source: readonly unknown[] = [];
  #manner: readonly unknown[] = [];
  #settings: ThreadSettings | undefined;
  #purify: Purify | null = null;
  /** Ends the work on rows that are no longer wanted. */
  #rows = new AbortController();
  /** Whose rows stand in the page, and what they were rendered with. */
  #shown: CommentTree | undefined;
  #shownWith: readonly unknown[] = [];
  /** Rows are put in by one piece of work after another. */
  #work: Promise<void> = Promise.resolve();

  constructor(host: LanguageHost, language: LanguageController, basis: () => ViewBasis) {
    this.#host = host;
    this.#language = language;
    this.#basis = basis;
    const changed = (): void => host.requestUpdate();
    this.store = new ThreadStore(changed);
    this.announcer = new Announcer(changed);
  }

  /** When all that has arrived stands in the page. */
  get settled(): Promise<void> {
    return this.#work;
  }

  /** Whether something is known that does not stand in the page yet. */
  get pending(): boolean {
    return this.store.state === 'loading' || (this.store.tree.size > 0 && !this.list.size);
  }

  /** What comments are shown with. */
  get view(): ListView {
    const {like, isLiked, repliesLeft} = this.store;
    return {
      ...this.#basis(),
      language: this.#language,
      like,
      isLiked,
      repliesLeft,
      extras: this.extras,
      purify: this.#purify,
    };
  }

  /** Reads the conversation when another is wanted than before, or when reading was given up; else looks after what is shown. */
  ask(wanted: ConversationSettings, order: Order): void {
    const {backend, endpoint, site, headers, credentials} = wanted;
    const thread = wanted.thread || pageKey();
    const pageSize = Math.min(100, Math.max(1, Math.trunc(wanted.pageSize) || 20));
    // Headers by what they say: settings in the page are read anew when anything around them changes.
    const source = [backend, endpoint, site, JSON.stringify(headers), credentials, thread];
    const manner = [order, pageSize];
    const same = sameList(source, this.#source);
    const changed = !same || !sameList(manner, this.#manner);
    this.#source = source;
    this.#manner = manner;
    if (changed) {
      const place = JSON.stringify([typeof backend === 'string' ? backend : '', endpoint, site, thread]);
      const connect: ThreadSettings['connect'] = async () => {
        await this.before();
        return connectBackend({backend, endpoint, site, headers, credentials});
      };
      this.#settings = {connect, thread, order, pageSize, place};
    }
    if (changed || this.store.state === 'idle' || this.store.misread) void this.#load(!same);
    else if (this.list.size && !sameList(this.#facts(), this.#shownWith)) void this.refresh();
  }

  reload(): void {
    void this.#load(false);
  }

  async #load(first: boolean): Promise<void> {
    if (!this.#settings) return;
    this.fail(null);
    // On its way together with the comments.
    void this.#language.load();
    const slow = setTimeout(() => this.announcer.say(this.#language.text('loading')), 1000);
    const reading = this.store.load(this.#settings, !first);
    if (!this.store.tree.size) this.#clear();
    const outcome = await reading;
    clearTimeout(slow);
    this.announcer.say('');
    await this.take(outcome, () => void this.#load(first));
    if (outcome && 'added' in outcome) this.after(first);
  }

  update(branch: Branch): void {
    this.list.update(branch, this.view);
  }

  /** Renders all comments again, after a change of what they are shown with. */
  refresh(): Promise<void> {
    this.#shownWith = this.#facts();
    return this.#queue((signal) => this.list.refresh(this.view, signal));
  }

  fail(failure: Failure | null): void {
    this.failure = failure;
    this.#host.requestUpdate();
  }

  /** What came of a request: shown and told, or said to have failed. Gives what is new. */
  async take(outcome: Outcome, retry: () => void, above = false): Promise<readonly Branch[]> {
    if (!outcome) return [];
    if ('error' in outcome) {
      const {error} = outcome;
      this.fail({error, retry});
      this.#host.dispatchEvent(new CommentsFailedEvent(error));
      return [];
    }
    this.fail(null);
    if (!(await this.show(outcome.added, above))) return [];
    for (const branch of outcome.changed) this.update(branch);
    this.#host.dispatchEvent(new CommentsLoadedEvent(outcome.loaded));
    return outcome.added;
  }

  /** Puts branches into the page; false when they are no longer wanted. */
  async show(branches: readonly Branch[], above: boolean): Promise<boolean> {
    const {tree} = this.store;
    await Promise.all([
      this.#language.load(),
      !this.#purify && branches.some(isHtml) && this.bringPurifier(),
    ]);
    if (tree !== this.store.tree) return false;
    // What was shown until now goes in the step in which the new comes.
    if (this.#shown !== tree) this.#clear();
    this.#shown = tree;
    if (!this.list.size) this.#shownWith = this.#facts();
    await this.#queue((signal) => this.list.show(branches, this.view, signal, above));
    this.#host.requestUpdate();
    return tree === this.store.tree;
  }

  /** Brings in what makes HTML safe to show. */
  async bringPurifier(): Promise<void> {
    try {
      this.#purify = (await loadSanitizer()).sanitizeComment;
    } catch {
      // Said at each comment that needs it, with a button that tries again.
    }
  }

  /** What all comments are rendered with, and what they are said with. */
  #facts(): readonly unknown[] {
    const {tag, dir, language} = this.#language;
    const {strings, numerals, calendar} = this.#host;
    return [
      ...Object.values(this.view),
      this.store.capabilities,
      tag,
      dir,
      language,
      strings,
      numerals,
      calendar,
    ];
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
}
