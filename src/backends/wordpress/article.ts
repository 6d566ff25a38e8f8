import {CommentError} from '../errors.js';
import type {PageFacts} from '../port.js';
import {parse} from '../schema.js';
import {toAbout} from './mapping.js';
import {adviseThread} from './refusal.js';
import type {Params, Site} from './site.js';
import {listSchema} from './wire.js';

/** What WordPress tells of a post or page. */
export interface About {
  readonly id: string;
  /** Number of its author, to know the author's own comments; null: not known. */
  readonly author: unknown;
  /** Whether its comments are switched off; null: not known. They can be closed by age all the same. */
  readonly closed: boolean | null;
}

/** The post or page that is commented on. */
export interface Article {
  readonly id: string;
  /** Asked for beside the comments, not before them. */
  readonly about: Promise<About>;
}

/** How to ask for an article. */
export interface Search {
  /** Known beforehand: comments need no more than that. */
  readonly id: string | null;
  readonly collections: readonly string[];
  readonly params: Params;
}

const collections = ['posts', 'pages'];

/** An address or thread key, decoded where that is possible. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A stray per cent sign: taken as it stands.
    return address;
  }
}

/** Last segment of the path, which WordPress finds an article by. */
const slugOf = (address: string): string =>
  decode(address.replace(/^\w+:\/\/[^/]*|[?#].*/gs, ''))
    .split('/')
    .findLast(Boolean) ?? '';

/** A number as the thread, or in an address like `/?p=12`, which WordPress has for every article. */
const numbered = /(?:^|[?&](?:p|page_id)=)(\d+)(?:&|$)/;

/** The same in what WordPress and its themes write into the page of an article. */
const marked = /(?:\/wp\/v2\/([\w-]+)\/|[?&](?:p|page_id)=|^(?:postid|page-id|comment_post_ID)-)(\d+)$/;

function readMarkup({links, bodyClasses, commentForm}: PageFacts): Search | null {
  const marks = [
    ...links
      .filter(({rel, type}) => type === 'application/json' || rel === 'shortlink')
      .map(({href}) => href),
    ...bodyClasses,
    ...(commentForm?.hidden ?? []).map((field) => field.join('-')),
  ];
  for (const mark of marks) {
    const [, collection, id] = marked.exec(decode(mark)) ?? [];
    if (id) return {id, collections: collection ? [collection] : collections, params: {include: id}};
  }
  return null;
}

/**
 * Which article a thread belongs to: by its number, by the markup of the page
 * that hosts the element, or, for other pages, by its path.
 */
export function toSearch(thread: string, page: PageFacts): Search {
  const id = numbered.exec(thread)?.[1];
  if (id) return {id, collections, params: {include: id}};
  const slug = slugOf(thread);
  const isThisPage = slug === slugOf(page.canonical ?? page.url);
  return (isThisPage ? readMarkup(page) : null) ?? {id: null, collections, params: {slug}};
}

/** Finds the article of a thread, once for each thread. */
export function openArticles(
  site: Site,
  page: PageFacts,
): (thread: string, signal: AbortSignal) => Promise<Article> {
  const found = new Map<string, Article>();

  async function lookUp({collections, params}: Search, signal: AbortSignal): Promise<About> {
    for (const collection of collections) {
      const query = {...params, _fields: 'id,author,comment_status'};
      const {body} = await site.read(`wp/v2/${collection}`, query, signal);
      const [first] = parse(listSchema, body);
      if (first) return toAbout(first);
    }
    throw new CommentError('not-found', {advice: adviseThread});
  }

  return async (thread, signal) => {
    const known = found.get(thread);
    if (known) return known;
    const search = toSearch(thread, page);
    const {id} = search;
    const about = lookUp(search, signal);
    const article = id
      ? {
          id,
          about: about.catch(() => {
            // Comments can do without; next time it is asked again.
            found.delete(thread);
            return {id, author: null, closed: null};
          }),
        }
      : {id: (await about).id, about};
    found.set(thread, article);
    return article;
  };
}
