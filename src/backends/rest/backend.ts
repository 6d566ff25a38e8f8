import {toAddress} from '../address.js';
import {CommentError} from '../errors.js';
import {request, type HttpAnswer, type HttpRequest} from '../http.js';
import type {BackendFactory, Capabilities} from '../port.js';
import {readerKey} from '../reader-key.js';
import {
  addCounts,
  toCapabilities,
  toCreated,
  toGroups,
  toLikes,
  toOne,
  toPage,
  toRefusal,
  toWire,
} from './mapping.js';

type Params = readonly (readonly [name: string, value: string])[];

const bearer = (token: string): Record<string, string> => ({authorization: `Bearer ${token}`});

/** Our own protocol, for `backend="rest"`. */
export const createRest: BackendFactory = (options) => {
  const {endpoint, site, storage} = options;

  const at = (path: readonly string[] = [], params: Params = []): URL =>
    toAddress(endpoint, path, site ? [...params, ['site', site]] : params);

  const send = (wanted: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> =>
    request(options, {refusal: toRefusal, ...wanted}, signal);

  let known: Capabilities | undefined;

  return {
    async capabilities(signal) {
      // Asked for by form and thread alike, and it does not change while the page is open.
      if (known) return known;
      const {body} = await send({url: at(['capabilities'])}, signal).catch((error: unknown) => {
        // A small server only reads and posts.
        if (error instanceof CommentError && error.status === 404) return {body: {}};
        throw error;
      });
      return (known = toCapabilities(body));
    },

    async list({thread, order, limit, cursor, parentId}, signal) {
      const params: Params =
        parentId === undefined
          ? [
              ['thread', thread],
              ['order', order],
              ['limit', String(limit)],
            ]
          : [
              ['thread', thread],
              ['parent', parentId],
            ];
      const {body} = await send(
        {url: at([], cursor === null ? params : [...params, ['cursor', cursor]])},
        signal,
      );
      return toPage(body);
    },

    async locate({thread, id, order, limit}, signal) {
      const url = at(
        [],
        [
          ['thread', thread],
          ['around', id],
          ['order', order],
          ['limit', String(limit)],
        ],
      );
      return toPage((await send({url}, signal)).body);
    },

    async count(threads, signal) {
      const groups = toGroups(threads, at(['counts']).href.length);
      const numbers = new Map<string, number>();
      await Promise.all(
        groups.map(async (group) => {
          const url = at(
            ['counts'],
            group.map((thread) => ['thread', thread]),
          );
          addCounts(numbers, group, (await send({url}, signal)).body);
        }),
      );
      return numbers;
    },

    async create(comment, signal) {
      const headers = {'idempotency-key': comment.key};
      const json = toWire(options, comment);
      return toCreated(await send({url: at(), method: 'POST', headers, json}, signal));
    },

    async edit(id, text, html, token, signal, source) {
      const json = {content: {text, html, source}};
      const {body} = await send({url: at([id]), method: 'PATCH', headers: bearer(token), json}, signal);
      return toOne(body);
    },

    async remove(id, token, signal) {
      await send({url: at([id]), method: 'DELETE', headers: bearer(token), answer: 'none'}, signal);
    },

    async like(id, liked, signal) {
      const headers = {'reader-key': readerKey(storage)};
      const {body} = await send({url: at([id, 'like']), method: liked ? 'PUT' : 'DELETE', headers}, signal);
      return toLikes(body);
    },

    async report(id, reason, signal) {
      await send({url: at([id, 'report']), method: 'POST', json: {reason}, answer: 'none'}, signal);
    },

    async status(id, token, signal) {
      return toOne((await send({url: at([id]), headers: bearer(token)}, signal)).body);
    },
  };
};
