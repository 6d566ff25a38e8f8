import type {CommentError} from './errors.js';
import type {BackendFactory} from './port.js';

/** What a backend of the page's own needs of ours; the hosted files have no other way to give it. */
export interface BackendKit {
  readonly CommentError: typeof CommentError;
}

export type LoadBackend = (kit: BackendKit) => Promise<BackendFactory>;

/** Backends of the page's own, until the registry takes them in. */
export const registrations = new Map<string, LoadBackend>();

/**
 * Makes a backend known by a name, for `backend="name"`. `load` is called when
 * the first element needs it, and gives what makes backends; it may bring in
 * their code by then. A name that is in use already is taken over.
 */
export function registerBackend(name: string, load: LoadBackend): void {
  registrations.set(name, load);
}
