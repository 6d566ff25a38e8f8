import type {SafeStorage} from '../page/storage.js';

const storageKey = 'taaliq:liked';
const most = 500;

/**
 * Which comments were liked on this device, as far as it remembers: lists do
 * not tell. The newest 500 of the whole site.
 */
export class LikedComments {
  readonly #storage: SafeStorage;
  /** Read once: every comment asks. */
  #known: Set<string> | undefined;

  constructor(storage: SafeStorage) {
    this.#storage = storage;
  }

  has(place: string, id: string): boolean {
    return (this.#known ??= this.#read()).has(`${place} ${id}`);
  }

  set(place: string, id: string, liked: boolean): void {
    // Anew: another tab may have added some.
    const known = this.#read();
    known.delete(`${place} ${id}`);
    if (liked) known.add(`${place} ${id}`);
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
