import {CommentError} from '../errors.js';
import type {BackendFactory, CommentPage, ListRequest} from '../port.js';
import {openArticles} from './article.js';
import {openSending} from './create.js';
import {fields, readTotal, toComments} from './mapping.js';
import {cutPage} from './pages.js';
import {openSite} from './site.js';

/** Comments that WordPress gives at once, at most. */
const chunkSize = 100;

/** Rows that are read twice: the list shifts when comments arrive or go between two reads. */
const overlap = 20;

/** Where reading ends whatever the server says: it could go on for ever. */
const mostComments = 20_000;

/** WordPress itself, for `backend="wordpress"`. */
export const createWordPress: BackendFactory = (options) => {
  const {page} = options;
  const site = openSite(options);
  const find = openArticles(site, page);
  const send = openSending(site, page.commentForm);

  /** Reads on until there is enough for the page; the first page starts from the newest comment again. */
  async function readPage(
    {thread, order, limit, cursor}: ListRequest,
    signal: AbortSignal,
    wanted?: string,
  ): Promise<CommentPage> {
    const article = find(thread);
    if (cursor === null || !article.reading)
      article.reading = {comments: new Map(), position: 0, total: null, skipped: 0, done: false};
    const {reading} = article;
    for (;;) {
      const page = cutPage(reading, {oldestFirst: order === 'oldest', cursor, limit, wanted});
      if (page) {
        const {total, skipped} = reading;
        return {
          ...page,
          prevCursor: null,
          total,
          skipped,
          closed: (await article.status(signal)) === 'closed',
        };
      }
      if (reading.done) throw new CommentError('not-found');
      const offset = Math.max(0, reading.position - overlap);
      const range = {post: article.id, per_page: String(chunkSize), offset: String(offset), ...fields};
      const answer = await site.read('comments', range, signal);
      const {comments, skipped} = toComments(answer);
      for (const comment of comments) reading.comments.set(comment.id, comment);
      const rows = comments.length + skipped;
      reading.position = offset + rows;
      reading.total = readTotal(answer);
      reading.skipped += skipped;
      reading.done = rows < chunkSize || offset > mostComments;
    }
  }

  return {
    async capabilities() {
      return {
        list: true,
        // As WordPress comes; what an owner switched off it does not tell.
        requires: site.isUser ? [] : ['name', 'email'],
        maxLength: null,
        orders: ['newest', 'oldest'],
        like: null,
        edit: false,
        remove: false,
        report: false,
        counts: false,
        locate: true,
        idempotent: true,
        challenge: null,
        // Nobody but a moderator can read the setting; what is held is told when it is.
        moderation: 'none',
        markup: true,
      };
    },

    async create(comment, signal) {
      return send(find(comment.thread), comment, signal);
    },

    list: readPage,

    // From the start, so that nothing is left out above it.
    locate: ({id, ...request}, signal) => readPage({...request, cursor: null}, signal, id),
  };
};
