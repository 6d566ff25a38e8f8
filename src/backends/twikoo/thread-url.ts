import type {PageFacts} from '../port.js';

/**
 * The `url` under which Twikoo's own client keeps a page's comments: its path
 * as browsers encode it. What is no path is a name of the site's own.
 */
export function toThreadUrl(thread: string, {canonical, url: address}: PageFacts): string {
  if (!thread.startsWith('/')) return thread;
  const page = new URL(canonical ?? address);
  const {pathname, search} = new URL(page.origin + thread);
  // Lists find it with and without the slash at its end, but other counters only as it was written.
  return (page.pathname === `${pathname}/` ? page.pathname : pathname) + search;
}

/** The same without and with a slash at its end: counts are exact. */
export function toSpellings(url: string): readonly string[] {
  const bare = url.replace(/\/$/, '');
  return [bare, `${bare}/`];
}
