import {pagePath} from '../page-path.js';
import type {BackendFactory, Capabilities} from '../port.js';
import {toCount} from '../received.js';
import {countThreads} from './counts.js';
import {create} from './create.js';
import {fromWire} from './mapping.js';
import {readPage} from './pages.js';
import {openServer} from './server.js';
import {confSchema, oneSchema, votesSchema} from './wire.js';

/** Characters that a name of a page may have. */
const longestName = 255;

/** Artalk, for `backend="artalk"`. */
export const createArtalk: BackendFactory = (options) => {
  const {page} = options;
  const server = openServer(options);
  let known: Capabilities | undefined;

  /** What Artalk's own script calls the page; encoded, Arabic may be too long for it. */
  const toName = (thread: string): string => {
    const path = pagePath(thread, page);
    return path.length > longestName ? thread : path;
  };

  return {
    async capabilities(signal) {
      if (known) return known;
      const {frontend_conf} = await server.ask(confSchema, {path: ['conf']}, signal);
      return (known = {
        list: true,
        requires: ['name', 'email'],
        maxLength: null,
        orders: ['newest', 'oldest', 'popular'],
        like: frontend_conf.vote === false ? null : 'toggle',
        edit: false,
        remove: false,
        report: false,
        counts: true,
        locate: false,
        idempotent: false,
        // One is asked for when much has been sent, not of everybody.
        challenge: null,
        moderation: 'none',
      });
    },

    create: (comment, signal) => create(server, options, toName(comment.thread), comment, signal),
    list: (request, signal) => readPage(server, toName(request.thread), request, signal),

    count: (threads, signal) => countThreads(server, threads, page, signal),

    async like(id, liked, signal) {
      const path = ['votes', 'comment', id];
      let votes = await server.ask(votesSchema, {path}, signal);
      // A vote is taken back by the same vote again, and counts for all who share an address.
      if ((votes.is_up === true) !== liked)
        votes = await server.ask(votesSchema, {path: [...path, 'up'], method: 'POST', json: {}}, signal);
      return toCount(votes.up) ?? 0;
    },

    async status(id, _token, signal) {
      const {comment} = await server.ask(oneSchema, {path: ['comments', id]}, signal);
      return fromWire(comment, server.clock);
    },
  };
};
