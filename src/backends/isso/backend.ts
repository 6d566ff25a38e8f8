import type * as z from 'zod/mini';
import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import {pagePath} from '../page-path.js';
import type {BackendFactory, Capabilities, Created} from '../port.js';
import {countThreads} from './counts.js';
import {encodeText, fromWire, toScore} from './mapping.js';
import {openOwn} from './own.js';
import {isSorting, readPage} from './pages.js';
import {openServer} from './server.js';
import {commentSchema, configSchema, votesSchema} from './wire.js';

/** Characters that Isso takes. */
const longest = 65_535;

/** Fields, and the settings that demand them. */
const demands = [
  ['name', 'require-author'],
  ['email', 'require-email'],
] as const;

const nothingDemanded: z.output<typeof configSchema> = {config: {}};

/** Isso, for `backend="isso"`. */
export const createIsso: BackendFactory = (options) => {
  const {page} = options;
  const server = openServer(options);
  const own = openOwn(options, server);
  let known: Capabilities | undefined;

  const ask = async (signal: AbortSignal): Promise<Capabilities> => {
    const [info, {config}] = await Promise.all([
      server.info(signal),
      // Since version 0.13. Without it, Isso refuses what it does not take.
      server.ask(configSchema, {path: ['config']}, signal).catch(() => nothingDemanded),
    ]);
    return {
      list: true,
      requires: demands.filter(([, setting]) => config[setting] === true).map(([field]) => field),
      maxLength: longest,
      orders: isSorting(info) ? ['newest', 'oldest', 'popular'] : ['oldest'],
      like: 'once',
      edit: own !== null,
      remove: own !== null,
      report: false,
      counts: true,
      locate: false,
      idempotent: false,
      challenge: null,
      moderation: info.moderation === true ? 'before' : 'none',
    };
  };

  const post = async (
    {author, content, parentId, thread}: NewComment,
    signal: AbortSignal,
  ): Promise<Created> => {
    // Isso would take the comment and put it at the top.
    if (/\D/.test(parentId ?? '')) throw new CommentError('parent-missing');
    const made = await server.ask(
      commentSchema,
      {
        path: ['new'],
        params: [['uri', pagePath(thread, page)]],
        method: 'POST',
        json: {
          author: author.name || null,
          email: author.email || null,
          website: author.url,
          text: encodeText(content.text),
          parent: parentId && Number(parentId),
          // Without one, Isso goes and reads the page itself.
          title: page.title.trim() || thread,
        },
      },
      signal,
    );
    const comment = fromWire(made);
    const edit = await own?.grant(comment.id, signal);
    return {
      status: comment.status === 'published' ? 'published' : 'held',
      id: comment.id,
      comment,
      ...(edit && {edit}),
    };
  };

  return {
    capabilities: async (signal) => (known ??= await ask(signal)),
    create: async (comment, signal) => post(comment, signal),
    list: (request, signal) => readPage(server, pagePath(request.thread, page), request, signal),

    count: (threads, signal) => countThreads(server, threads, page, signal),

    /** Whoever likes twice, or shares a network with one who has, is told the number as it is. */
    async like(id, _liked, signal) {
      const votes = await server.ask(votesSchema, {path: ['id', id, 'like'], method: 'POST'}, signal);
      if (!votes) throw new CommentError('not-found');
      return toScore(votes);
    },

    ...own?.methods,
  };
};
