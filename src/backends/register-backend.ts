import type {BackendFactory} from './port.js';

export type LoadBackend = () => Promise<BackendFactory>;

/** Backends of the page's own, until the registry takes them in. */
export const registrations = new Map<string, LoadBackend>();

/**
 * Makes a backend known by a name, for `backend="name"`. `load` is called when
 * the first element needs it. A name that is in use already is taken over.
 */
export function registerBackend(name: string, load: LoadBackend): void {
  registrations.set(name, load);
}
