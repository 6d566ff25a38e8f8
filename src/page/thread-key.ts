import {isTracking} from './tracking-parameters.js';

/** Longest key that servers have to keep. */
const most = 2_000;

/** A percent-encoded character (one byte, or a first byte with those that follow it), or a bare percent sign. */
const escapes = /%[c-f][\da-f](?:%[89ab][\da-f]){1,3}|%[\da-f]{2}|%/gi;

/** Decoded, these would be read as part of the address, or not at all: / \ ? # % and controls. */
const keptInPath = /[/\\?#%\p{Cc}]/u;
const keptInQuery = /[/\\?#%&=+\p{Cc}]/u;

function decodeOne(escape: string, kept: RegExp): string {
  if (escape === '%') return '%25';
  // A byte of a longer character on its own; known without an exception, which is slow.
  if (/^%[89a-f].$/i.test(escape)) return escape.toUpperCase();
  try {
    const decoded = decodeURIComponent(escape);
    if (!kept.test(decoded)) return decoded;
  } catch {
    // No UTF-8: stays as it is.
  }
  return escape.toUpperCase();
}

/** Decodes what can be decoded without changing the meaning, as NFC. */
function decode(text: string, kept: RegExp): string {
  return (
    text
      .replace(escapes, (escape) => decodeOne(escape, kept))
      // Each stretch between two escapes on its own, so that no accent joins the last digit of one.
      .replace(/(%[\dA-F]{2})|[^%]+/g, (stretch, escape?: string) => escape ?? stretch.normalize('NFC'))
  );
}

/** A space at the end stays encoded: whoever reads the key as an address would trim it. */
function keepLastSpaces(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === ' ') end--;
  return text.slice(0, end) + '%20'.repeat(text.length - end);
}

/** What stands for the folder itself. */
const indexPage = /^(?:index|default)\.(?:[sx]?html?|php|aspx?)$/i;

function toPath(pathname: string): string {
  const parts = decode(pathname, keptInPath).split('/').filter(Boolean);
  while (indexPage.test(parts.at(-1) ?? '')) parts.pop();
  return keepLastSpaces(`/${parts.join('/')}`);
}

function toQuery(search: string): string {
  const pairs = search
    .slice(1)
    .split('&')
    .map((pair): readonly [name: string, value: string] => {
      const [name = '', ...value] = pair.replace(/\+/g, ' ').split('=');
      return [decode(name, keptInQuery), decode(value.join('='), keptInQuery)];
    })
    .filter(([name, value]) => (name || value) && !isTracking(name));
  // Only by name: of two with the same name the order may mean something.
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const written = pairs.map(([name, value]) => (value ? `${name}=${value}` : name));
  return written.length ? keepLastSpaces(`?${written.join('&')}`) : '';
}

/** Tells long keys apart; protects nothing. */
function digest(text: string): string {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return (hash >>> 0).toString(36);
}

/** A key that is too long keeps the beginning of its path and gets a digest of all of it. */
function shorten(key: string, path: string): string {
  if (key.length <= most) return key;
  // Not within an escape or a surrogate pair, and without a slash at its end.
  const head = path.slice(0, most - 50).replace(/(?:%[\dA-F]?|[\ud800-\udbff]|\/)$/, '');
  return `${head}/~${digest(key)}`;
}

function parse(address: string | null | undefined, base?: string): URL | null {
  try {
    return address ? new URL(address, base) : null;
  } catch {
    // Not an address.
    return null;
  }
}

/**
 * The canonical key of a page: which conversation belongs to it. Settled for
 * good, because another key would orphan the comments of every page.
 *
 * It is the decoded path (NFC) and the sorted query without tracking
 * parameters; scheme, host and fragment are not part of it. An absolute
 * `canonical` (from `link[rel=canonical]`) wins over the address. The key of
 * an origin followed by a key is that key.
 */
export function threadKey(address: string, canonical?: string | null): string {
  const preferred = parse(canonical);
  // A path alone is read as if it had an origin.
  const url =
    preferred && /^https?:$/.test(preferred.protocol)
      ? preferred
      : (parse(address) ?? parse(address, 'http:x'));
  if (!url) return '/';
  const path = toPath(url.pathname);
  return shorten(path + toQuery(url.search), path);
}
