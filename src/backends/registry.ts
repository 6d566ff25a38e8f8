import {CommentError} from './errors.js';
import type {BackendFactory} from './port.js';
import {registrations, type LoadBackend} from './register-backend.js';

interface Entry {
  load: LoadBackend;
  /** What is tried after `load` has failed. */
  again: LoadBackend;
  /** Under way or done. */
  loading?: Promise<BackendFactory> | undefined;
}

const entry = (load: LoadBackend, again: LoadBackend = load): Entry => ({load, again});

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
    'twikoo',
    entry(
      async () => (await import('./twikoo/backend.js')).createTwikoo,
      async () => (await import('./twikoo/backend.js?retry')).createTwikoo,
    ),
  ],
  [
    'postgrest',
    entry(
      async () => (await import('./postgrest/backend.js')).createPostgrest,
      async () => (await import('./postgrest/backend.js?retry')).createPostgrest,
    ),
  ],
  [
    'form-endpoint',
    entry(
      async () => (await import('./form-endpoint/backend.js')).createFormEndpoint,
      async () => (await import('./form-endpoint/backend.js?retry')).createFormEndpoint,
    ),
  ],
  [
    'remark42',
    entry(
      async () => (await import('./remark42/backend.js')).createRemark42,
      async () => (await import('./remark42/backend.js?retry')).createRemark42,
    ),
  ],
  [
    'waline',
    entry(
      async () => (await import('./waline/backend.js')).createWaline,
      async () => (await import('./waline/backend.js?retry')).createWaline,
    ),
  ],
  [
    'isso',
    entry(
      async () => (await import('./isso/backend.js')).createIsso,
      async () => (await import('./isso/backend.js?retry')).createIsso,
    ),
  ],
  [
    'cusdis',
    entry(
      async () => (await import('./cusdis/backend.js')).createCusdis,
      async () => (await import('./cusdis/backend.js?retry')).createCusdis,
    ),
  ],
  [
    'artalk',
    entry(
      async () => (await import('./artalk/backend.js')).createArtalk,
      async () => (await import('./artalk/backend.js?retry')).createArtalk,
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

/** The entry of that name; one that the page has registered since is taken over. */
function find(name: string): Entry | undefined {
  const own = registrations.get(name);
  if (own && registrations.delete(name)) entries.set(name, entry(own));
  return entries.get(name);
}

export const hasBackend = (name: string): boolean => !!find(name);

/**
 * Brings in the code of a backend. Rejects with a `CommentError`: `not-found`
 * when no backend has that name, `network` when its code could not be loaded;
 * then calling again tries again.
 */
export async function loadBackend(name: string): Promise<BackendFactory> {
  const known = find(name);
  if (!known) {
    const names = [...new Set([...entries.keys(), ...registrations.keys()])].join(', ');
    throw new CommentError('not-found', {
      advice: `There is no backend "${name}". Use one of ${names}, or make your own known with registerBackend().`,
    });
  }
  const attempt = (known.loading ??= Promise.resolve().then(() => known.load({CommentError})));
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
