import {CommentError} from './errors.js';
import type {BackendFactory} from './port.js';

type Load = () => Promise<BackendFactory>;

interface Entry {
  load: Load;
  /** What is tried after `load` has failed. */
  again: Load;
  /** Under way or done. */
  loading?: Promise<BackendFactory> | undefined;
}

const entry = (load: Load, again: Load = load): Entry => ({load, again});

// Each has a second address: see retry-address.d.ts.
const entries = new Map<string, Entry>([
  [
    'rest',
    entry(
      async () => (await import('./rest/backend.js')).createRest,
      async () => (await import('./rest/backend.js?retry')).createRest,
    ),
  ],
  [
    'wordpress',
    entry(
      async () => (await import('./wordpress/backend.js')).createWordPress,
      async () => (await import('./wordpress/backend.js?retry')).createWordPress,
    ),
  ],
  [
    'memory',
    entry(
      async () => (await import('./memory/backend.js')).createMemory,
      async () => (await import('./memory/backend.js?retry')).createMemory,
    ),
  ],
]);

/**
 * Makes a backend known by a name, for `backend="name"`. `load` is called when
 * the first element needs it. A name that is in use already is taken over.
 */
export function registerBackend(name: string, load: () => Promise<BackendFactory>): void {
  entries.set(name, entry(load));
}

export const hasBackend = (name: string): boolean => entries.has(name);

/**
 * Brings in the code of a backend. Rejects with a `CommentError`: `not-found`
 * when no backend has that name, `network` when its code could not be loaded;
 * then calling again tries again.
 */
export async function loadBackend(name: string): Promise<BackendFactory> {
  const known = entries.get(name);
  if (!known) {
    const names = [...entries.keys()].join(', ');
    throw new CommentError('not-found', {
      advice: `There is no backend "${name}". Use one of ${names}, or make your own known with registerBackend().`,
    });
  }
  const attempt = (known.loading ??= Promise.resolve().then(known.load));
  try {
    return await attempt;
  } catch (cause) {
    // Of several that waited for this attempt, the first sets up the next.
    if (known.loading === attempt) {
      known.loading = undefined;
      [known.load, known.again] = [known.again, known.load];
    }
    const advice = `The code of the backend "${name}" could not be loaded.`;
    throw new CommentError('network', {cause, advice});
  }
}
