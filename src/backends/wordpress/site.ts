import {CommentError} from '../errors.js';
import {request, type HttpAnswer, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {toRefusal} from './refusal.js';

export type Params = Readonly<Record<string, string>>;

/** One WordPress: its addresses, and the way there. */
export interface Site {
  /** Whether the page that hosts the element is of the site's own origin. */
  readonly isOurs: boolean;
  /** Where the site's own comment form posts to. */
  readonly formAction: URL;
  /** Address of a REST route, by the API root that is known to work, or is tried next. */
  route(path: string, params: Params): URL;
  send(wanted: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  /** Reads from the REST API, and finds out where it is. */
  read(path: string, params: Params, signal: AbortSignal): Promise<HttpAnswer>;
}

const routeParam = 'rest_route';

/**
 * Where the API may be: the page of a WordPress names it, `wp-json/` is the
 * usual place, and a parameter works where addresses are not rewritten.
 */
function toRoots(home: URL, {page}: BackendOptions): readonly string[] {
  const named = page.links.find(({rel, href}) => rel === 'https://api.w.org/' && href.startsWith(home.href));
  return [named?.href ?? `${home.href}wp-json/`, `${home.href}?${routeParam}=/`];
}

export function openSite(options: BackendOptions): Site {
  const {endpoint, page} = options;
  // The address of the API or of index.php is taken for the site's, too.
  const path = endpoint.pathname.replace(/\/(?:wp-json|index\.php)?\/?$/, '');
  const home = new URL(`${path}/`, endpoint);
  const action = page.commentForm?.action ?? '';
  let roots = toRoots(home, options);

  const route: Site['route'] = (path, params) => {
    const url = new URL(roots[0] ?? '');
    const parent = url.searchParams.get(routeParam);
    if (parent) url.searchParams.set(routeParam, parent + path);
    else url.pathname += path;
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
    return url;
  };
  const send: Site['send'] = (wanted, signal) => request(options, {refusal: toRefusal, ...wanted}, signal);

  return {
    isOurs: new URL(page.url).origin === home.origin,
    formAction: new URL(action.startsWith(home.origin + '/') ? action : 'wp-comments-post.php', home),
    route,
    send,
    async read(path, params, signal) {
      for (;;) {
        const tried = roots;
        try {
          const answer = await send({url: route(path, params)}, signal);
          roots = [...roots.slice(0, 1)];
          return answer;
        } catch (error) {
          const isElsewhere =
            error instanceof CommentError && (error.code === 'invalid-response' || error.status === 404);
          if (!isElsewhere || !tried[1]) throw error;
          // Another read may have gone on already.
          if (roots === tried) roots = tried.slice(1);
        }
      }
    },
  };
}
