import {toAddress} from '../address.js';
import {CommentError} from '../errors.js';
import {request} from '../http.js';
import type {BackendOptions} from '../port.js';
import {toRefusal} from './refusal.js';
import {toNameError} from './user-name.js';
import type {Config} from './wire.js';

const advice =
  'Remark42 needs AUTH_ANON=true and this page\'s host with credentials="same-origin", or AUTH_SEND_JWT_HEADER=true with X-JWT exposed.';

/** Logs a reader in by name alone. Gives the headers with which requests are that user's from now on. */
export async function login(
  options: BackendOptions,
  {auth_providers, send_jwt_header}: Config,
  user: string,
  aud: string,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const {endpoint, credentials, page} = options;
  // On another host, a cookie that the page has by that name is none of the server's business.
  const sharesCookies = credentials !== 'omit' && new URL(page.url).hostname === endpoint.hostname;
  if (auth_providers.includes('anonymous') && (sharesCookies || send_jwt_header === true)) {
    const {headers} = await request(
      options,
      {
        // Until the browser is closed.
        url: toAddress(endpoint, ['auth', 'anonymous', 'login'], [['sess', '1']]),
        method: 'POST',
        json: {user, aud},
        refusal: (answer) => (answer.status === 403 ? toNameError(user) : toRefusal(answer)),
      },
      signal,
    );
    const jwt = headers.get('x-jwt');
    const token = jwt ?? (sharesCookies && page.cookie?.('XSRF-TOKEN'));
    // What else a page puts there could not stand in a header.
    if (token && /^[\x21-\x7e]+$/.test(token)) return {[jwt ? 'x-jwt' : 'x-xsrf-token']: token};
  }
  throw new CommentError('login-required', {advice});
}
