import {pathSpellings} from '../page-path.js';
import type {PageFacts} from '../port.js';

/**
 * The addresses under which Remark42's own client keeps a page's comments: with
 * origin and encoded. First as the page itself is written, then all other ways.
 * What is no path is an address, or a name of the site's own.
 */
export const toUrls = (thread: string, page: PageFacts): readonly string[] =>
  pathSpellings(thread, page).map((path) =>
    path.startsWith('/') ? new URL(new URL(page.url).origin + path).href : path,
  );

export const toThreadUrl = (thread: string, page: PageFacts): string => toUrls(thread, page)[0] ?? thread;
