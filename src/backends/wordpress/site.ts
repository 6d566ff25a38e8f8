import {request, type HttpAnswer, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {toRefusal} from './refusal.js';

export type Params = Readonly<Record<string, string>>;

/** One WordPress: its addresses, and the way there. */
export interface Site {
  /** Whether WordPress knows the reader: a cookie says who it is, and counts only with the nonce of the page. */
  readonly isUser: boolean;
  /** Whether the page that hosts the element is of the site's own origin. */
  readonly isOurs: boolean;
  /** Where the site's own comment form posts to. */
  readonly formAction: URL;
  /** Address in the API. */
  route(path: string, params: Params): URL;
  send(wanted: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  read(path: string, params: Params, signal: AbortSignal): Promise<HttpAnswer>;
}

type Sender = Pick<BackendOptions, 'headers' | 'credentials'>;

export function openSite(options: BackendOptions): Site {
  const {credentials, endpoint, headers, page} = options;
  const origin = `${endpoint.origin}/`;
  const home = (endpoint.origin + endpoint.pathname).replace(/\/?$/, '/');
  const action = page.commentForm?.action ?? '';
  // The page of a WordPress names its API. The parameter works on every site, whatever its addresses look like.
  const named = page.links.find(({rel, href}) => rel === 'https://api.w.org/' && href.startsWith(home));
  const root = named?.href ?? `${home}?rest_route=/`;

  const route: Site['route'] = (path, params) =>
    new URL(`${root}wp/v2/${path}${root.includes('?') ? '&' : '?'}${String(new URLSearchParams(params))}`);
  const send = (wanted: HttpRequest, signal: AbortSignal, sender: Sender = options): Promise<HttpAnswer> =>
    request(sender, {refusal: toRefusal, ...wanted}, signal);

  const isUser = credentials !== 'omit' && new Headers(headers).has('x-wp-nonce');
  return {
    isUser,
    isOurs: page.url.startsWith(origin),
    formAction: new URL(action.startsWith(origin) ? action : 'wp-comments-post.php', home),
    route,
    send,
    read(path, params, signal) {
      const wanted = {url: route(path, params)};
      return send(wanted, signal).catch((error: {readonly status?: unknown}) => {
        if (!isUser || error.status !== 403) throw error;
        // The nonce has aged: what visitors may read needs none.
        return send(wanted, signal, {headers: {}, credentials: 'omit'});
      });
    },
  };
}
