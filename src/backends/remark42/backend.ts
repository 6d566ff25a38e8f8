import type {BackendFactory} from '../port.js';
import {toCount} from '../received.js';
import {countThreads} from './counts.js';
import {readPage} from './pages.js';
import {send, toPlace, toToken} from './send.js';
import {openServer} from './server.js';
import {toThreadUrl} from './thread-url.js';
import {toUserName} from './user-name.js';

/** Remark42, for `backend="remark42"`. */
export const createRemark42: BackendFactory = (options) => {
  const {page} = options;
  const server = openServer(options);

  return {
    async capabilities(signal) {
      const {edit_duration, max_comment_size} = await server.configure(signal);
      // None: then the server's own client offers it to nobody.
      const edit = !!toCount(edit_duration);
      return {
        list: true,
        requires: ['name'],
        maxLength: toCount(max_comment_size) || null,
        orders: ['newest', 'oldest', 'popular'],
        // Votes are for those who have given a name.
        like: null,
        edit,
        remove: edit,
        report: false,
        counts: true,
        locate: true,
        idempotent: false,
        challenge: null,
        moderation: 'none',
      };
    },

    async create({thread, author, content, parentId}, signal) {
      const place = {url: toThreadUrl(thread, page), user: toUserName(author.name)};
      const more = {
        pid: parentId ?? '',
        // Without one the server fetches the page.
        title: page.title,
        locator: {site: server.site, url: place.url},
      };
      const comment = await send(options, server, [], place, content.text, more, signal);
      const seconds = toCount((await server.configure(signal)).edit_duration);
      return {
        status: 'published',
        id: comment.id,
        comment,
        ...(seconds && {
          edit: {token: toToken(place), until: new Date(Date.now() + seconds * 1_000).toISOString()},
        }),
      };
    },

    list: (request, signal) => readPage(server, toThreadUrl(request.thread, page), request, signal),

    locate: (request, signal) =>
      readPage(server, toThreadUrl(request.thread, page), {...request, cursor: null}, signal),

    count: (threads, signal) => countThreads(server, threads, page, signal),

    edit: (id, text, _html, token, signal) => send(options, server, [id], toPlace(token), text, {}, signal),

    async remove(id, token, signal) {
      await send(options, server, [id], toPlace(token), '', {delete: true}, signal);
    },
  };
};
