import {render} from 'lit';
import type {loadSanitizer} from '../content/sanitize/load.js';
import type {Content, Direction} from '../content/types.js';
import {renderComment, type Body, type CommentView, type ShownComment} from './comment.js';
import {textBody} from './text-body.js';
import {lastOf, type Branch} from './tree.js';
import {yieldThread} from './yield-thread.js';

/** Milliseconds of work, and comments, before the browser gets a turn. */
const slice = 12;
const most = 100;

/** Makes HTML of a server safe to show. */
export type Purify = Awaited<ReturnType<typeof loadSanitizer>>['sanitizeComment'];

/** What the list has to know beside the comments. */
export interface ListView extends CommentView {
  /** Missing as long as it is not loaded: comments in HTML are then said to be unsafe. */
  readonly purify: Purify | null;
}

/** A branch as it stands in the page. */
interface Row extends ShownComment {
  readonly item: HTMLElement;
  body: Body | null;
  /** What `body` was made from. */
  content?: Content;
  dir?: Direction;
  dated: boolean;
}

function makeList(): HTMLElement {
  const list = document.createElement('ol');
  // Safari forgets that it is a list once the markers are gone.
  list.setAttribute('role', 'list');
  list.className = 'list';
  return list;
}

let lastNumber = 0;

/**
 * The comments in the page. Each is a template of its own, rendered into its
 * `<li>`: a change touches one, and a thousand arrive in steps between which
 * the browser can paint. A directive over the whole list would walk all of them
 * for each step and each change.
 */
export class CommentList {
  readonly element: HTMLElement = makeList();
  readonly #rows = new Map<Branch, Row>();
  readonly #branches = new WeakMap<Element, Branch>();

  get size(): number {
    return this.#rows.size;
  }

  clear(): void {
    this.#rows.clear();
    this.element.replaceChildren();
  }

  /** The comment that an element of the list belongs to. */
  branchOf(element: Element): Branch | undefined {
    const item = element.closest('li');
    return item ? this.#branches.get(item) : undefined;
  }

  articleOf(branch: Branch): HTMLElement | null | undefined {
    return this.#rows.get(branch)?.item.querySelector('article');
  }

  /** Puts new branches at their places; those of the top level above or below the others. */
  async show(branches: readonly Branch[], view: ListView, signal: AbortSignal, above = false): Promise<void> {
    const before = above ? this.element.firstElementChild : null;
    await this.#inSteps(branches, signal, (branch) => {
      if (this.#rows.has(branch)) return;
      const row = {
        branch,
        number: ++lastNumber,
        item: document.createElement('li'),
        body: null,
        dated: false,
      };
      this.#place(row, view.depth, before);
      this.#rows.set(branch, row);
      this.#branches.set(row.item, branch);
      this.#render(row, view);
    });
  }

  /** Renders all again, after a change of what they are shown with. */
  refresh(view: ListView, signal: AbortSignal): Promise<void> {
    return this.#inSteps([...this.#rows.values()], signal, (row) => this.#render(row, view));
  }

  /** Renders one again; with `dated` it is told by its date from now on. */
  update(branch: Branch, view: ListView, dated = false): void {
    const row = this.#rows.get(branch);
    if (!row) return;
    row.dated ||= dated;
    this.#render(row, view);
  }

  /** Stops when it is aborted. */
  async #inSteps<Item>(
    items: readonly Item[],
    signal: AbortSignal,
    work: (item: Item) => void,
  ): Promise<void> {
    let start = performance.now();
    let count = 0;
    for (const item of items) {
      if (count++ === most || performance.now() - start > slice) {
        await yieldThread();
        start = performance.now();
        count = 1;
      }
      if (signal.aborted) return;
      work(item);
    }
  }

  #place({branch, item}: Row, depth: number, before: Element | null): void {
    const {parent, older, level} = branch;
    const above = parent && this.#rows.get(parent)?.item;
    if (!above) this.element.insertBefore(item, before);
    else if (level <= depth) {
      let replies = above.querySelector(':scope > ol');
      if (!replies) {
        replies = makeList();
        above.firstElementChild?.after(replies);
      }
      replies.append(item);
    }
    // Beside the comment that it answers, after what was answered before.
    else (this.#rows.get(older ? lastOf(older) : parent)?.item ?? above).after(item);
  }

  #render(row: Row, view: ListView): void {
    this.#fill(row, view);
    render(renderComment(row, view), row.item);
    view.extras?.complete(row, row.item.firstElementChild);
  }

  /** Makes the nodes of the content, once: a comment is rendered again with the same ones. */
  #fill(row: Row, {language, purify}: ListView): void {
    const {dir} = language;
    const {content} = row.branch.comment;
    if (row.body && row.content === content && row.dir === dir) return;
    row.content = content;
    row.dir = dir;
    row.body =
      content.text === null && content.html !== null
        ? (purify?.(content.html, dir) ?? null)
        : {fragment: textBody(content.text ?? '', dir), shortened: false};
  }
}
