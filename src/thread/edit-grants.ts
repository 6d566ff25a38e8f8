import type {EditGrant} from '../backends/port.js';
import type {SafeStorage} from '../page/storage.js';

const storageKey = 'taaliq:edit';
const most = 50;

type Kept = readonly [key: string, grant: EditGrant];

const isKept = (value: unknown): value is Kept => {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  // Proof: only asked whether it has these.
  const grant = value[1] as Partial<EditGrant> | null;
  return typeof grant?.token === 'string' && typeof grant.until === 'string';
};

/**
 * What lets a reader change or take back the comments that were sent from this
 * tab, until the server's time for it is over. Whoever has such a token can do
 * it, so it goes with the tab.
 */
export class EditGrants {
  readonly #storage: SafeStorage;
  readonly #now: () => number;
  /** Read once: every comment asks. Where storage is forbidden it lasts as long as the page. */
  #known: Map<string, EditGrant> | undefined;

  constructor(storage: SafeStorage, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  /** As long as the tab. */
  keep(place: string, id: string, grant: EditGrant): void {
    this.#all().set(`${place} ${id}`, grant);
    this.#write((kept) => kept.set(`${place} ${id}`, grant));
  }

  /** Null when there is none, or when its time is over. */
  of(place: string, id: string): EditGrant | null {
    const grant = this.#all().get(`${place} ${id}`);
    return grant && this.#lasts(grant) ? grant : null;
  }

  forget(place: string, id: string): void {
    this.#all().delete(`${place} ${id}`);
    this.#write((kept) => kept.delete(`${place} ${id}`));
  }

  #lasts({until}: EditGrant): boolean {
    return Date.parse(until) > this.#now();
  }

  #all(): Map<string, EditGrant> {
    return (this.#known ??= new Map(this.#read()));
  }

  /** Anew: another conversation of the page may have added some. */
  #write(change: (kept: Map<string, EditGrant>) => unknown): void {
    const kept = new Map(this.#read());
    change(kept);
    const left = [...kept].filter(([, grant]) => this.#lasts(grant)).slice(-most);
    if (left.length) this.#storage.set(storageKey, JSON.stringify(left));
    else this.#storage.remove(storageKey);
  }

  #read(): readonly Kept[] {
    try {
      const stored: unknown = JSON.parse(this.#storage.get(storageKey) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isKept) : [];
    } catch {
      // Not ours, or damaged: as good as empty.
      return [];
    }
  }
}
