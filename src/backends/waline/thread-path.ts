import {pagePath} from '../page-path.js';
import type {PageFacts} from '../port.js';

/** As Waline's own client does with every path, its page's or one that it was given. */
function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A stray per cent sign: taken as it stands.
    return path;
  }
}

/** What Waline calls a thread: the decoded path of its page, with the slash at its end if it has one. */
export const toPath = (thread: string, page: PageFacts): string => decodePath(pagePath(thread, page));

/** All that a thread may be called: whether another page has a slash at its end is not known here. */
export function toPaths(thread: string, page: PageFacts): readonly string[] {
  const path = toPath(thread, page);
  return path !== thread || /\/$|[?#]/.test(path) ? [path] : [path, `${path}/`];
}
