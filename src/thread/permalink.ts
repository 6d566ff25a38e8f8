export const prefix = '#comment-';

/**
 * A comment's own address: whole, because a bare `#…` would follow the page's
 * `<base>`. An id may hold anything, an address may not.
 */
export function permalink(id: string): string {
  const page = location.href.replace(/#.*/s, '');
  return page + prefix + encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'));
}
