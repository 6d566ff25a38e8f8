/**
 * A local storage of this page alone: test files that run side by side share
 * the browser's own, and empty it for each other.
 */
class OwnStorage {
  [key: string]: unknown;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }

  setItem(key: string, value: string): void {
    this[key] = value;
  }

  removeItem(key: string): void {
    delete this[key];
  }

  clear(): void {
    for (const key of Object.keys(this)) delete this[key];
  }
}

Object.defineProperty(globalThis, 'localStorage', {configurable: true, value: new OwnStorage()});

/** Storage that takes nothing while `act` runs. */
export async function withFullStorage(act: () => Promise<void>): Promise<void> {
  const prototypes = [Storage.prototype, OwnStorage.prototype];
  const before = prototypes.map(({setItem}) => setItem);
  for (const prototype of prototypes) {
    prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  }
  try {
    await act();
  } finally {
    prototypes.forEach((prototype, index) => (prototype.setItem = before[index] ?? prototype.setItem));
  }
}
