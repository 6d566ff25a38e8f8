/** Text kept on the reader's device. Never throws: a full or forbidden storage answers null and false. */
export interface SafeStorage {
  get(key: string): string | null;
  set(key: string, value: string): boolean;
  remove(key: string): void;
}

/**
 * Every call asks the window anew and inside `try`: the getter itself throws
 * where storage is forbidden, and some pages put a stub in its place.
 */
const safely = (name: 'localStorage' | 'sessionStorage'): SafeStorage => ({
  get(key) {
    try {
      const value: unknown = globalThis[name].getItem(key);
      return typeof value === 'string' ? value : null;
    } catch {
      // Forbidden, or not there: nothing is kept.
      return null;
    }
  },
  set(key, value) {
    try {
      globalThis[name].setItem(key, value);
      // A stub may swallow it without a word.
      return globalThis[name].getItem(key) === value;
    } catch {
      // Full or forbidden: the caller hears that nothing was kept.
      return false;
    }
  },
  remove(key) {
    try {
      globalThis[name].removeItem(key);
    } catch {
      // Nothing could have been kept either.
    }
  },
});

/** Kept until someone clears it. */
export const localStore: SafeStorage = safely('localStorage');
/** Kept as long as the tab. */
export const sessionStore: SafeStorage = safely('sessionStorage');
