/** The canonical key of a page: which conversation belongs to it. */
export function threadKey(address: string, canonical?: string | null): string {
  const url = [canonical, address]
    .map((value) => (value && URL.canParse(value) ? new URL(value) : null))
    .find(Boolean);
  if (!url) return '/';
  try {
    return decodeURIComponent(url.pathname).normalize('NFC');
  } catch {
    // Malformed sequences stay as they are.
    return url.pathname;
  }
}
