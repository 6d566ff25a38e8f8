import {CommentError} from '../errors.js';
import type {BackendFactory, CommentPage} from '../port.js';
import {openArticles} from './article.js';
import {openSending, type AskNonce} from './create.js';
import {commentFields, readTotal, toChunk} from './mapping.js';
import {cutPage, type Cut} from './pages.js';
import {openSite} from './site.js';
import {chunkSize, readOn, start, type Walk} from './walk.js';

const comments = 'wp/v2/comments';

/** WordPress itself, for `backend="wordpress"`. */
export const createWordPress: BackendFactory = (options) => {
  const site = openSite(options);
  const find = openArticles(site, options.page);
  /** What has been read of each article's conversation. */
  const walks = new Map<string, Walk>();
  let nonce: string | null | undefined;

  // Who is logged in says a cookie, and the API believes it only with a nonce.
  const askNonce: AskNonce = async (signal) => {
    if (nonce === undefined && site.isOurs && options.credentials !== 'omit') {
      const url = new URL('wp-admin/admin-ajax.php?action=rest-nonce', site.formAction);
      nonce = await site.send({url, answer: 'text'}, signal).then(
        ({body}) => (/^\w{8,20}$/.test(String(body)) ? String(body) : null),
        () => {
          signal.throwIfAborted();
          return null;
        },
      );
    }
    return nonce ?? null;
  };

  const send = openSending(options, site, askNonce);

  /** Reads on until there is enough for the page; `anew` from the newest comment. */
  async function readPage(
    thread: string,
    anew: boolean,
    cut: Cut,
    signal: AbortSignal,
  ): Promise<CommentPage> {
    const {id, about} = await find(thread, signal);
    let walk = (anew ? null : walks.get(id)) ?? start;
    for (;;) {
      const page = cutPage(walk, cut);
      if (page) {
        const {total, skipped} = walk;
        return {...page, prevCursor: null, total, skipped, closed: (await about).closed === true};
      }
      if (walk.done) throw new CommentError('not-found');
      walk = await readOn(walk, async (offset) => {
        const params = {
          post: id,
          per_page: String(chunkSize),
          offset: String(offset),
          _fields: commentFields,
        };
        const [answer, {author}] = await Promise.all([site.read(comments, params, signal), about]);
        return toChunk(answer, author);
      });
      walks.set(id, walk);
    }
  }

  return {
    async capabilities(signal) {
      return {
        list: true,
        // As WordPress comes; what an owner switched off it does not tell.
        requires: (await askNonce(signal)) ? [] : ['name', 'email'],
        maxLength: null,
        orders: ['newest', 'oldest'],
        like: null,
        edit: false,
        remove: false,
        report: false,
        counts: true,
        locate: true,
        idempotent: true,
        challenge: null,
        // Nobody but a moderator can read the setting; what is held is told when it is.
        moderation: 'none',
      };
    },

    async create(comment, signal) {
      return send(await find(comment.thread, signal), comment, signal);
    },

    list: ({thread, order, limit, cursor}, signal) =>
      readPage(thread, cursor === null, {oldestFirst: order === 'oldest', cursor, limit}, signal),

    // From the start, so that nothing is left out above it.
    locate: ({thread, id, order, limit}, signal) =>
      readPage(thread, true, {oldestFirst: order === 'oldest', cursor: null, limit, wanted: id}, signal),

    async count(threads, signal) {
      const count = async (thread: string): Promise<readonly [string, number]> => {
        try {
          const {id} = await find(thread, signal);
          const {headers} = await site.read(comments, {post: id, per_page: '1', _fields: 'id'}, signal);
          return [thread, readTotal(headers) ?? 0];
        } catch (error) {
          // An article that is not there has no comments.
          if (error instanceof CommentError && error.code === 'not-found') return [thread, 0];
          throw error;
        }
      };
      return new Map(await Promise.all(threads.map(count)));
    },
  };
};
