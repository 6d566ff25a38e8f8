import {render} from 'lit';
import type {loadSanitizer} from '../content/sanitize/load.js';
import type {Comment, Content, Direction} from '../content/types.js';
import {renderComment, type Body, type CommentView} from './comment.js';
import {textBody} from './text-body.js';
import {lastOf, type Branch} from './tree.js';
import {yieldThread} from './yield-thread.js';

/** Comments put into the page before the browser gets a turn. */
const stride = 50;

/** Makes HTML of a server safe to show. */
export type Purify = Awaited<ReturnType<typeof loadSanitizer>>['sanitizeComment'];

/** What the list has to know beside the comments. */
export interface ListContext {
  readonly view: CommentView;
  /** Missing as long as it is not loaded: comments in HTML are then said to be unsafe. */
  readonly purify: Purify | null;
  readonly isLiked: (branch: Branch) => boolean;
  /** Replies that can be asked for. */
  readonly repliesLeft: (branch: Branch) => number;
}

/** A branch as it stands in the page. */
interface Row {
  readonly branch: Branch;
  readonly number: number;
  readonly item: HTMLLIElement;
  readonly article: HTMLElement;
  replies: HTMLOListElement | null;
  more: HTMLButtonElement | null;
  body: Body;
  /** What `body` was made from. */
  content: Content | null;
  dir: Direction | null;
  dated: boolean;
}

const nothingYet: Body = {kind: 'unsafe'};

function makeList(): HTMLOListElement {
  const list = document.createElement('ol');
  // Safari forgets that it is a list once the markers are gone.
  list.setAttribute('role', 'list');
  list.className = 'list';
  return list;
}

let lastNumber = 0;

/**
 * The comments in the page. Each is a template of its own, rendered into its
 * `<article>`: a change touches one, and a thousand arrive in steps between
 * which the browser can paint. A directive over the whole list would walk all
 * of them for each step and each change.
 */
export class CommentList {
  readonly element: HTMLOListElement = makeList();
  #rows = new Map<Branch, Row>();
  readonly #branches = new WeakMap<Element, Branch>();

  get size(): number {
    return this.#rows.size;
  }

  clear(): void {
    this.#rows = new Map();
    this.element.replaceChildren();
  }

  /** The comment that an element of the list belongs to. */
  branchOf(element: Element): Branch | undefined {
    const item = element.closest('li');
    return item ? this.#branches.get(item) : undefined;
  }

  itemOf(branch: Branch): HTMLLIElement | undefined {
    return this.#rows.get(branch)?.item;
  }

  articleOf(branch: Branch): HTMLElement | undefined {
    return this.#rows.get(branch)?.article;
  }

  /** Puts new branches at their places; those of the top level above or below the others. Stops when it is aborted. */
  async show(
    branches: readonly Branch[],
    context: ListContext,
    signal: AbortSignal,
    above = false,
  ): Promise<void> {
    const before = above ? this.element.firstElementChild : null;
    for (const [index, branch] of branches.entries()) {
      if (index && index % stride === 0) await yieldThread();
      if (signal.aborted) return;
      this.#insert(branch, context, before);
    }
  }

  /** Renders all again, after a change of what they are shown with. */
  async refresh(context: ListContext, signal: AbortSignal): Promise<void> {
    for (const [index, row] of [...this.#rows.values()].entries()) {
      if (index && index % stride === 0) await yieldThread();
      if (signal.aborted) return;
      this.#render(row, context);
    }
  }

  /** Renders one again. */
  update(branch: Branch, context: ListContext): void {
    const row = this.#rows.get(branch);
    if (row) this.#render(row, context);
  }

  /** Tells the comment's date instead of its age. */
  date(branch: Branch, context: ListContext): void {
    const row = this.#rows.get(branch);
    if (!row) return;
    row.dated = true;
    this.#render(row, context);
  }

  #insert(branch: Branch, context: ListContext, before: Element | null): void {
    if (this.#rows.has(branch)) return;
    const item = document.createElement('li');
    const article = document.createElement('article');
    const number = ++lastNumber;
    article.id = `comment-${number}`;
    article.className = 'comment';
    article.tabIndex = -1;
    article.setAttribute('part', 'comment');
    article.setAttribute('aria-labelledby', `heading-${number}`);
    item.append(article);
    const row: Row = {
      branch,
      number,
      item,
      article,
      replies: null,
      more: null,
      body: nothingYet,
      content: null,
      dir: null,
      dated: false,
    };
    this.#place(row, context.view.depth, before);
    this.#rows.set(branch, row);
    this.#branches.set(item, branch);
    this.#render(row, context);
  }

  #place({branch, item}: Row, depth: number, before: Element | null): void {
    const {parent, older, level} = branch;
    const above = parent && this.#rows.get(parent);
    if (!above) this.element.insertBefore(item, before);
    else if (level <= depth) this.#repliesOf(above).append(item);
    // Beside the comment that it answers, after what was answered before.
    else (this.#rows.get(older ? lastOf(older) : parent) ?? above).item.after(item);
  }

  #repliesOf(row: Row): HTMLOListElement {
    if (!row.replies) {
      row.replies = makeList();
      row.item.insertBefore(row.replies, row.more);
    }
    return row.replies;
  }

  #render(row: Row, context: ListContext): void {
    const {branch, article, number, dated} = row;
    const {comment, parent, level} = branch;
    const {view} = context;
    this.#fill(row, comment, context);
    article.classList.toggle('held', comment.status === 'held');
    render(
      renderComment(
        {
          comment,
          parent: parent?.comment ?? null,
          flat: level > context.view.depth,
          body: row.body,
          liked: context.isLiked(branch),
          dated,
          number,
        },
        view,
      ),
      article,
    );
    this.#renderMore(row, context);
  }

  /** Makes the nodes of the content, once: an answer is shown again and again with the same ones. */
  #fill(row: Row, {content}: Comment, {view, purify}: ListContext): void {
    const {dir} = view.language;
    if (row.content === content && row.dir === dir && row.body.kind === 'nodes') return;
    row.content = content;
    row.dir = dir;
    if (content.text !== null || content.html === null) {
      row.body = {kind: 'nodes', nodes: textBody(content.text ?? '', dir), shortened: false};
      return;
    }
    const safe = purify?.(content.html, dir);
    row.body = safe ? {kind: 'nodes', nodes: safe.fragment, shortened: safe.shortened} : nothingYet;
  }

  #renderMore(row: Row, {view, repliesLeft}: ListContext): void {
    const left = repliesLeft(row.branch);
    if (!left) {
      row.more?.remove();
      row.more = null;
      return;
    }
    if (!row.more) {
      row.more = document.createElement('button');
      row.more.type = 'button';
      row.more.className = 'quiet more';
      row.more.dataset['do'] = 'replies';
      row.more.setAttribute('part', 'more');
      row.item.append(row.more);
    }
    row.more.textContent = view.language.plural('showReplies', left);
  }
}
