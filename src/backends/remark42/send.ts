import type {Comment} from '../../content/types.js';
import type {BackendOptions} from '../port.js';
import {login} from './login.js';
import {fromWire} from './mapping.js';
import {toMarkdown} from './markdown.js';
import {toRefusal} from './refusal.js';
import type {Server} from './server.js';
import {commentSchema} from './wire.js';

/** Where a comment stands, and whose it is: by this the server knows it again. */
export interface Place {
  readonly url: string;
  readonly user: string;
}

/** Neither holds a line break. */
export const toToken = ({url, user}: Place): string => `${url}\n${user}`;

export function toPlace(token: string): Place {
  const [url = '', user = ''] = token.split('\n');
  return {url, user};
}

/** Logs in and sends a text with what else the server has to be told: a new comment, or to the one with that id. */
export async function send(
  options: BackendOptions,
  {site, api, call, configure}: Server,
  id: readonly string[],
  {url, user}: Place,
  typed: string,
  more: object,
  signal: AbortSignal,
): Promise<Comment> {
  const config = await configure(signal);
  const headers = await login(options, config, user, site, signal);
  const markdown = toMarkdown(typed);
  const wire = await call(
    {
      url: api(['comment', ...id], [['url', url]]),
      method: id.length ? 'PUT' : 'POST',
      headers,
      json: {text: markdown, ...more},
      refusal: (answer) => toRefusal(answer, {typed, markdown, config}),
    },
    commentSchema,
    signal,
  );
  return fromWire(wire);
}
