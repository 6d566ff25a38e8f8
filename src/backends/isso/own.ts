import {CommentError} from '../errors.js';
import type {Backend, BackendOptions, EditGrant} from '../port.js';
import {anything} from '../schema.js';
import {encodeText, fromWire} from './mapping.js';
import type {Server} from './server.js';
import {commentSchema} from './wire.js';

/** What a reader may do with their own comment, as long as Isso's cookie lasts. */
export interface Own {
  /** Undefined where the browser has not kept the cookie. */
  grant(id: string, signal: AbortSignal): Promise<EditGrant | undefined>;
  readonly methods: Required<Pick<Backend, 'edit' | 'remove' | 'status'>>;
}

/** As Isso comes. It does not tell what its owner has set. */
const editTime = 15 * 60_000;

/** Null where no cookie can reach Isso: nothing else tells it who wrote a comment. */
export function openOwn({credentials, endpoint, page}: BackendOptions, server: Server): Own | null {
  const sameOrigin = page.url.startsWith(`${endpoint.origin}/`);
  if (credentials === 'omit' || (credentials === 'same-origin' && !sameOrigin)) return null;

  const status: Own['methods']['status'] = async (id, _token, signal) =>
    fromWire(await server.ask(commentSchema, {path: ['id', id]}, signal));

  return {
    // Browsers may refuse a cookie of another site without a word; the comment is there all the same.
    grant: (id, signal) =>
      status(id, '', signal).then(
        () => ({token: 'cookie', until: new Date(Date.now() + editTime).toISOString()}),
        () => undefined,
      ),

    methods: {
      status,

      async edit(id, text, _html, _token, signal) {
        const json = {text: encodeText(text)};
        return fromWire(await server.ask(commentSchema, {path: ['id', id], method: 'PUT', json}, signal));
      },

      async remove(id, token, signal) {
        try {
          await server.ask(anything, {path: ['id', id], method: 'DELETE', answer: 'none'}, signal);
        } catch (error) {
          // Isso stumbles over a comment that is gone already.
          const found =
            error instanceof CommentError &&
            error.status === 500 &&
            (await status(id, token, signal).catch((reason: unknown) => reason));
          if (!(found instanceof CommentError && found.status === 404)) throw error;
        }
      },
    },
  };
}
