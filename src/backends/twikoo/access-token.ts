import type {BackendOptions} from '../port.js';

/** Who the reader is to this server. It says nothing about them, but whoever has it can delete what they wrote. */
export interface AccessToken {
  /** Null: this reader has done nothing yet that needs one. */
  find(): string | null;
  make(): string;
}

/**
 * Kept for each server apart, and apart from the one of Twikoo's own client:
 * on the device of the site's owner that one opens everything.
 */
export function openAccessToken({storage, endpoint}: BackendOptions): AccessToken {
  const place = `taaliq:twikoo:${endpoint.href}`;
  let inMemory: string | null = null;
  const find = (): string | null => storage.get(place) ?? inMemory;
  const make = (): string => {
    inMemory = crypto.getRandomValues(new Uint32Array(4)).join('-');
    storage.set(place, inMemory);
    return inMemory;
  };
  return {find, make: () => find() ?? make()};
}
