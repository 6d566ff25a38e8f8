import type {PageFacts} from './port.js';

/** What a thread key leaves out at the end of a path. */
const ending = /(?:\/+(?:index|default)\.(?:[sx]?html?|php|aspx?))?\/*$/i;

/** Path of an address as it stands there, or empty. */
function pathOf(address: string): string {
  try {
    return new URL(address).pathname;
  } catch {
    // Not an address.
    return '';
  }
}

/** A path as thread keys have it, or empty. */
function toKey(path: string): string {
  try {
    return decodeURIComponent(path).normalize().replace(ending, '') || '/';
  } catch {
    // A stray per cent sign.
    return '';
  }
}

/**
 * The name of a thread on servers whose own script takes the page's path as the
 * address has it, encoded and with the slash at its end: the canonical address,
 * where that is known. What is no key of this page is taken as it stands.
 */
export function pagePath(thread: string, {canonical, url}: PageFacts): string {
  return [canonical ?? '', url].map(pathOf).find((path) => path && toKey(path) === thread) ?? thread;
}

/** All names that a page may have there: the key of another page does not tell how its address is written. */
export function pathSpellings(thread: string, page: PageFacts): readonly string[] {
  const own = pagePath(thread, page);
  // A query is no part of such names.
  if (/[?#]/.test(thread)) return [own];
  const url = new URL('https://page.example');
  url.pathname = thread;
  const path = url.pathname.replace(/\/$/, '');
  const small = path.replace(/%../g, (escape) => escape.toLowerCase());
  return [...new Set([own, thread, path || '/', `${path}/`, small || '/', `${small}/`])];
}
