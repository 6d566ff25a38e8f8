import {CommentError} from '../backends/errors.js';
import type {Backend, EditGrant} from '../backends/port.js';
import type {Comment, Order} from '../content/types.js';
import type {SafeStorage} from '../page/storage.js';
import {EditGrants} from './edit-grants.js';
import {HeldComments} from './held-comments.js';
import {Likes} from './likes.js';
import type {Own} from './store.js';
import type {Branch, CommentTree} from './tree.js';

/**
 * What is the reader's own in a conversation: likes, comments that a list may
 * not have because they are held or were sent while it was on its way, and what
 * lets them change what they wrote.
 */
export class OwnComments implements Own {
  readonly #likes: Likes;
  readonly #held: HeldComments;
  readonly #grants: EditGrants;
  /** Sent from this page, as far as their ids are known. */
  readonly #mine = new Set<string>();
  #sent: Comment[] = [];
  #sentTo = '';

  /** `device` lasts, `tab` goes with its tab. */
  constructor(device: SafeStorage, tab: SafeStorage) {
    this.#likes = new Likes(device);
    this.#held = new HeldComments(device);
    this.#grants = new EditGrants(tab);
  }

  keep(place: string, comment: Comment, edit?: EditGrant): void {
    this.#mine.add(`${place} ${comment.id}`);
    if (comment.status === 'held') this.#held.keep(place, comment, edit);
    if (edit) this.#grants.keep(place, comment.id, edit);
  }

  /** What lets the reader change the comment or take it back, as long as that is allowed. */
  grantOf(place: string, id: string): EditGrant | null {
    return this.#grants.of(place, id);
  }

  /** Whether it is known to be the reader's own. */
  isMine(place: string, id: string): boolean {
    return this.#mine.has(`${place} ${id}`) || this.grantOf(place, id) !== null;
  }

  /** Its author has changed it: it may wait for a moderator now, or no more. */
  change(place: string, comment: Comment): void {
    if (comment.status === 'held') this.keep(place, comment, this.grantOf(place, comment.id) ?? undefined);
    else this.settle(place, comment.id);
  }

  /** Its author has taken it back. */
  drop(place: string, id: string): void {
    this.settle(place, id);
    this.#grants.forget(place, id);
  }

  /** The answer that is on its way may have left the server before this was sent. */
  expect(place: string, comment: Comment): void {
    if (place !== this.#sentTo) this.#sent = [];
    this.#sentTo = place;
    this.#sent.push(comment);
  }

  likes(place: string, id: string): boolean {
    return this.#likes.has(place, id);
  }

  /** Likes a comment or takes it back: at once, and undone when the server refuses. */
  toggle(like: NonNullable<Backend['like']>, place: string, branch: Branch): Promise<CommentError | null> {
    return this.#likes.toggle(like, place, branch);
  }

  /** The list with what it misses, at the places where it would be; what it has by now is kept no more. */
  join(place: string, listed: readonly Comment[], order: Order): readonly Comment[] {
    const ids = new Set(listed.map(({id}) => id));
    const held = this.#held.of(place).map(({comment}) => comment);
    for (const {id} of held) if (ids.has(id)) this.settle(place, id);
    const sent = place === this.#sentTo ? this.#sent : [];
    const own = new Map([...held, ...sent].map((comment) => [comment.id, comment]));
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
