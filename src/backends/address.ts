import {CommentError} from './errors.js';

/**
 * The address of `path` below `base`, whose own query is kept, with `params`
 * added. Whatever a thread key or an id holds, it stays one segment or one value.
 */
export function toAddress(
  base: URL,
  path: readonly string[] = [],
  params: readonly (readonly [name: string, value: string])[] = [],
): URL {
  const url = new URL(base);
  // Encoding leaves dots alone, and they would lead out of the path.
  if (path.some((segment) => /^\.{0,2}$/.test(segment))) throw new CommentError('not-found');
  if (path.length > 0)
    url.pathname = [url.pathname.replace(/\/$/, ''), ...path.map(encodeURIComponent)].join('/');
  for (const [name, value] of params) url.searchParams.append(name, value);
  return url;
}
