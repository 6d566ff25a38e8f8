const prefix = '#comment-';

/**
 * A comment's own address: whole, because a bare `#…` would follow the page's
 * `<base>`. An id may hold anything, an address may not.
 */
export function permalink(id: string): string {
  const page = location.href.replace(/#.*/s, '');
  return page + prefix + encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'));
}

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
