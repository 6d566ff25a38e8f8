import type {PageFacts} from '../port.js';
import {parse} from '../schema.js';
import {toError} from './refusal.js';
import type {Reading} from './pages.js';
import type {Site} from './site.js';
import {aboutSchema} from './wire.js';

/** The post or page that is commented on. */
export interface Article {
  readonly id: string;
  /** What has been read of its conversation. */
  reading?: Reading;
  /** `open` or `closed`, or what else the API tells; undefined: it does not. */
  status(signal: AbortSignal): Promise<unknown>;
}

/** Path of an address or thread key, decoded where that is possible, and as thread keys are written. */
function toPath(address: string): string {
  const path = address.replace(/\/?([?#].*)?$/s, '');
  try {
    return decodeURIComponent(path).normalize();
  } catch {
    // A stray per cent sign: taken as it stands.
    return path;
  }
}

/** A number alone, or in what WordPress and its themes write into addresses and pages. */
const numbered = /(?:^|[?&](?:p|page_id)=|v2(?:\/|%2F)([\w-]+)(?:\/|%2F)|^(?:postid|page-id)-)(\d+)(?:&|$)/;

/**
 * Number of the article that a thread belongs to, from the thread or the markup
 * of its page; and the article's collection in the API, where that is told.
 */
export function locateArticle(
  thread: string,
  {canonical, url, links, bodyClasses}: PageFacts,
): readonly [id: string, collection: string | undefined] {
  const marks = [
    ...links.map(({rel, type, href}) => (type === 'application/json' || rel === 'shortlink' ? href : '')),
    ...bodyClasses,
  ];
  const [, , wanted] = numbered.exec(thread) ?? [];
  // The markup tells of its own page only.
  const isOwn = !wanted && toPath(canonical ?? url).endsWith(toPath(thread));
  for (const mark of [...marks, thread]) {
    const [, collection, id] = numbered.exec(mark) ?? [];
    if (id && (isOwn || id === wanted)) return [id, collection];
  }
  throw toError('not-found');
}

/** Finds the article of a thread, once for each thread. */
export function openArticles(site: Site, page: PageFacts): (thread: string) => Article {
  const found = new Map<string, Article>();
  return (thread) => {
    let article = found.get(thread);
    if (!article) {
      const [id, collection = 'posts'] = locateArticle(thread, page);
      let status: Promise<unknown> | undefined;
      article = {
        id,
        status: (signal) =>
          (status ??= site
            .read(`${collection}/${id}`, {_fields: 'comment_status'}, signal)
            .then(({body}) => parse(aboutSchema, body).comment_status)
            // Comments can do without. Next time it is asked again.
            .catch(() => (status = undefined))),
      };
      found.set(thread, article);
    }
    return article;
  };
}
