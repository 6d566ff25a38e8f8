/**
 * The backend's address, relative to the page's own address (not to `<base>`,
 * which a page's content may set). Null when no request may go there: another
 * scheme than http(s), a user name, a fragment, or plain http from an https page.
 */
export function resolveEndpoint(value: string, page: string): URL | null {
  if (!value.trim()) return null;
  let url: URL;
  try {
    url = new URL(value, page);
  } catch {
    // Not an address at all.
    return null;
  }
  const secure = url.protocol === 'https:';
  if (!secure && (url.protocol !== 'http:' || /^https:/i.test(page))) return null;
  // An empty fragment leaves `hash` empty but stays in the address.
  if (url.username || url.password || url.href.includes('#')) return null;
  return url;
}
