import {asCommentError, type CommentError} from '../backends/errors.js';
import type {Backend} from '../backends/port.js';
import type {SafeStorage} from '../page/storage.js';
import {deviceKeys} from './device.js';
import type {Branch} from './tree.js';

const storageKey = deviceKeys.liked;
const most = 500;

/**
 * Which comments were liked on this device, as far as it remembers: lists do
 * not tell. The newest 500 of the whole site.
 */
export class Likes {
  readonly #storage: SafeStorage;
  /** Read once: every comment asks. */
  #known: Set<string> | undefined;
  readonly #busy = new Set<Branch>();

  constructor(storage: SafeStorage) {
    this.#storage = storage;
  }

  has(place: string, id: string): boolean {
    return (this.#known ??= this.#read()).has(`${place} ${id}`);
  }

  /** Likes a comment or takes it back: at once, and undone when the server refuses. */
  async toggle(
    like: NonNullable<Backend['like']>,
    place: string,
    branch: Branch,
  ): Promise<CommentError | null> {
    if (this.#busy.has(branch)) return null;
    const {id, likes} = branch.comment;
    const liked = this.has(place, id);
    const set = (on: boolean, number: number): void => {
      this.#remember(`${place} ${id}`, on);
      branch.comment = {...branch.comment, likes: number};
    };
    this.#busy.add(branch);
    set(!liked, Math.max(0, likes + (liked ? -1 : 1)));
    try {
      // Never aborted: the reader has done it, whatever becomes of the page.
      set(!liked, await like(id, !liked, new AbortController().signal));
      return null;
    } catch (error) {
      set(liked, likes);
      return asCommentError(error);
    } finally {
      this.#busy.delete(branch);
    }
  }

  #remember(key: string, liked: boolean): void {
    // Anew: another tab may have added some.
    const known = this.#read();
    known.delete(key);
    if (liked) known.add(key);
    this.#known = new Set([...known].slice(-most));
    this.#storage.set(storageKey, JSON.stringify([...this.#known]));
  }

  #read(): Set<string> {
    try {
      const stored: unknown = JSON.parse(this.#storage.get(storageKey) ?? '[]');
      return new Set(Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : []);
    } catch {
      // Damaged: as good as empty.
      return new Set();
    }
  }
}
