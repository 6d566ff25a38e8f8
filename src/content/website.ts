import {cleanAddress} from './clean-address.js';
import {safeLink} from './link.js';

const scheme = /^[a-z][a-z\d+.-]*:/i;
/** Not a scheme: `example.org:8080`. */
const hostWithPort = /^[^/:]+\.[^/:]+:\d+(?:[/?#]|$)/;

/** A typed website as it is posted and linked, or null when it is none. An empty one is the caller's business. */
export function toWebsite(typed: string): string | null {
  const address = cleanAddress(typed);
  if (/^[/\\]/.test(address)) return null;
  return safeLink(scheme.test(address) && !hostWithPort.test(address) ? address : `https://${address}`);
}
