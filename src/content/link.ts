import {isEmail} from './email.js';
import {limits} from './limits.js';

/** What no address needs and what hides where it leads: space, controls, the invisible, backslash. */
const suspicious =
  /[\s\\\u2800\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

function parse(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    // Not an absolute address.
    return null;
  }
}

function isPlainMail({pathname, search, hash}: URL): boolean {
  // A query could fill in a subject or copy others; so could an encoded line break.
  if (search || hash) return false;
  try {
    return isEmail(decodeURIComponent(pathname));
  } catch {
    // Malformed.
    return false;
  }
}

/**
 * The address of a link that a stranger set, as it may stand in `href`, or
 * null: then it stays text. Only http(s), with `mail` also a plain `mailto:`.
 */
export function safeLink(value: string, {mail = false}: {readonly mail?: boolean} = {}): string | null {
  if (value.length > limits.url) return null;
  const address = value.trim();
  // The URL parser would read `https:host` and `https:///host` as addresses; no one means them.
  if (suspicious.test(address) || !/^(?:https?:\/\/[^/]|mailto:)/i.test(address)) return null;
  const url = parse(address);
  if (!url || url.href.length > limits.url || url.username || url.password) return null;
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return url.href;
    case 'mailto:':
      return mail && isPlainMail(url) ? url.href : null;
    default:
      return null;
  }
}
