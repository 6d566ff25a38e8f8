import type * as z from 'zod/mini';
import {toAddress} from '../address.js';
import {CommentError} from '../errors.js';
import {request, type HttpRequest} from '../http.js';
import type {BackendFactory} from '../port.js';
import {toComment} from '../received.js';
import {parse} from '../schema.js';
import {toMarkdown} from './markdown.js';
import {readPage} from './pages.js';
import {createdSchema, listSchema} from './wire.js';

const adviseSite = 'Set "site" to the App ID of your project in Cusdis.';
const adviseEndpoint = 'Set "endpoint" to the address of Cusdis, as in its data-host.';

/** Cusdis, for `backend="cusdis"`. */
export const createCusdis: BackendFactory = (options) => {
  const {endpoint, site: appId, page} = options;

  async function call<Schema extends z.ZodMiniType>(
    wanted: Partial<HttpRequest>,
    params: readonly (readonly [name: string, value: string])[],
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    if (!appId) throw new CommentError('not-found', {advice: adviseSite});
    const {body} = await request(
      options,
      {
        url: toAddress(endpoint, ['api', 'open', 'comments'], params),
        // The server answers every origin, and browsers then want no cookies.
        credentials: 'omit',
        refusal: ({status, body}) =>
          // Where there is no Cusdis, the answer is no JSON.
          status === 404 && typeof body === 'object'
            ? new CommentError('not-found', {status, advice: adviseSite})
            : null,
        ...wanted,
      },
      signal,
    );
    return parse(schema, body, adviseEndpoint);
  }

  return {
    async capabilities() {
      return {
        list: true,
        requires: ['name'],
        maxLength: null,
        orders: ['newest'],
        like: null,
        edit: false,
        remove: false,
        report: false,
        // The server's numbers have in them what is held.
        counts: false,
        locate: false,
        idempotent: false,
        challenge: null,
        moderation: 'before',
      };
    },

    list: ({thread, limit, cursor}, signal) =>
      readPage(
        (number) =>
          call(
            {},
            [
              ['appId', appId],
              ['pageId', thread],
              ['page', String(number)],
            ],
            listSchema,
            signal,
          ),
        limit,
        cursor,
      ),

    async create({thread, author: {name, email}, content: {text}, parentId}, signal) {
      const json = {
        appId,
        pageId: thread,
        content: toMarkdown(text),
        nickname: name,
        ...(email && {email}),
        ...(parentId !== null && {parentId}),
        // For moderators; what is left out stays as it was.
        pageUrl: page.canonical ?? page.url,
        ...(page.title && {pageTitle: page.title}),
      };
      const {data} = await call({method: 'POST', json}, [], createdSchema, signal);
      // The answer has the Markdown, and the e-mail address.
      const comment = toComment({
        id: data.id,
        parentId,
        name,
        text,
        createdAt: data.createdAt,
        status: 'held',
      });
      return {status: 'held', id: comment.id, comment};
    },
  };
};
