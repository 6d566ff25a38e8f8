import {CommentError} from '../backends/errors.js';
import type {Backend, EditGrant} from '../backends/port.js';
import type {Comment, Order} from '../content/types.js';
import type {HeldComments} from './held-comments.js';
import type {Branch, CommentTree} from './tree.js';

/** What the reader has sent and a list may not have: what is held, and what was sent while the list was on its way. */
export class OwnComments {
  readonly #held: HeldComments;
  #sent: Comment[] = [];

  constructor(held: HeldComments) {
    this.#held = held;
  }

  keep(place: string, comment: Comment, edit?: EditGrant): void {
    if (comment.status === 'held') this.#held.keep(place, comment, edit);
  }

  /** The answer that is on its way may have left the server before this was sent. */
  expect(comment: Comment): void {
    this.#sent.push(comment);
  }

  /** Another conversation is shown. */
  forgetSent(): void {
    this.#sent = [];
  }

  /** The list with what it misses, at the places where it would be; what it has by now is kept no more. */
  join(place: string, listed: readonly Comment[], order: Order): readonly Comment[] {
    const ids = new Set(listed.map(({id}) => id));
    const held = this.#held.of(place).map(({comment}) => comment);
    for (const {id} of held) if (ids.has(id)) this.settle(place, id);
    const own = new Map([...held, ...this.#sent].map((comment) => [comment.id, comment]));
    const missing = [...own.values()].filter(({id}) => !ids.has(id));
    this.#sent = [];
    if (order === 'oldest') return [...listed, ...missing];
    const tops = missing.filter(({parentId}) => parentId === null).toReversed();
    return [...tops, ...listed, ...missing.filter(({parentId}) => parentId !== null)];
  }

  /** The server has listed, rejected or lost it. */
  settle(place: string, id: string): void {
    this.#held.forget(place, id);
  }

  /** Asks what became of the held ones. Gives those of the tree that have changed. */
  async ask(
    backend: Backend,
    place: string,
    tree: CommentTree,
    signal: AbortSignal,
  ): Promise<readonly Branch[]> {
    const changed: Branch[] = [];
    for (const {comment, token} of backend.status ? this.#held.of(place) : []) {
      if (token === null) continue;
      let now: Comment | undefined;
      try {
        now = await backend.status?.(comment.id, token, signal);
      } catch (error) {
        // Without an answer it stays; only the server's word that it is gone counts.
        if (!(error instanceof CommentError) || error.code !== 'not-found') continue;
      }
      if (signal.aborted) return changed;
      if (now?.status === 'held') continue;
      this.settle(place, comment.id);
      const branch = tree.get(comment.id);
      if (!branch) continue;
      branch.comment = now ?? {...comment, status: 'rejected'};
      changed.push(branch);
    }
    return changed;
  }
}
