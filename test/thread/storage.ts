import type {SafeStorage} from '../../src/page/storage.js';

/** Storage that lasts as long as a test; `refuse` makes it one that keeps nothing. */
export class TestStorage implements SafeStorage {
  readonly kept = new Map<string, string>();
  refuse = false;

  get(key: string): string | null {
    return this.refuse ? null : (this.kept.get(key) ?? null);
  }

  set(key: string, value: string): boolean {
    if (!this.refuse) this.kept.set(key, value);
    return !this.refuse;
  }

  remove(key: string): void {
    this.kept.delete(key);
  }
}
