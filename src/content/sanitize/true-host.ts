import {limits} from '../limits.js';

const withoutWww = (host: string): string => host.replace(/^www\./, '');

function toHost(name: string): string {
  try {
    return new URL(`https://${name}`).hostname;
  } catch {
    // No host can have this name, but a reader may take it for one.
    return name.toLowerCase();
  }
}

/** Names of hosts that a reader would see in a text: `paypal.com`, `(https://paypal.com/login)`. */
export function namedHosts(text: string): readonly string[] {
  const hosts: string[] = [];
  for (const word of text.slice(0, limits.url).split(/\s+/)) {
    const [authority = ''] = word.replace(/^[^\p{L}\p{N}]*(?:[a-z][a-z\d+.-]*:)?\/*/iu, '').split(/[/?#\\]/);
    for (const [name] of authority.matchAll(/[\p{L}\p{M}\p{N}.。．｡-]+/gu)) {
      const bare = name.replace(/^[.。．｡-]+|[.。．｡-]+$/g, '');
      if (/[.。．｡]\p{L}[\p{L}\p{M}\p{N}-]+$|^(?:\d+\.){3}\d+$/u.test(bare)) hosts.push(toHost(bare));
    }
  }
  return hosts;
}

/** The host behind a link whose text names another one, in ASCII so that no letter passes for another; else null. */
export function trueHost(link: HTMLAnchorElement): string | null {
  if (!/^https?:$/.test(link.protocol)) return null;
  const real = withoutWww(link.hostname);
  const named = namedHosts(link.textContent);
  return named.some((host) => withoutWww(host) !== real) ? link.host : null;
}
