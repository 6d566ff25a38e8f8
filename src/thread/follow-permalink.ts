import {prefix} from './permalink.js';

/** The id of the comment that a fragment names, or null. */
export function fromFragment(fragment: string): string | null {
  if (!fragment.startsWith(prefix)) return null;
  const id = fragment.slice(prefix.length);
  try {
    return decodeURIComponent(id);
  } catch {
    // Written by hand: taken as it stands.
    return id;
  }
}
