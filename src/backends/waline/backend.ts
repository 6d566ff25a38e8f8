import {CommentError} from '../errors.js';
import type {BackendFactory, CommentPage} from '../port.js';
import {toCount} from '../received.js';
import {parse} from '../schema.js';
import {countThreads} from './counts.js';
import {openSending, type Locate} from './create.js';
import {addStretch, type Seen} from './mapping.js';
import {cutPage, stretchAt, type Cut, type Reading} from './reading.js';
import {openServer} from './server.js';
import {toPath} from './thread-path.js';
import {likesSchema} from './wire.js';

/** Top-level comments asked for at once, at most: with what is read twice that is as much as Waline gives. */
const most = 45;

/** A Waline server, for `backend="waline"`. */
export const createWaline: BackendFactory = (options) => {
  const {page} = options;
  const ask = openServer(options);
  const seen: Seen = new Map();
  /** What has been read, by thread. */
  const readings = new Map<string, Reading>();

  /** Reads on until there is enough for the page; the first page starts from the newest comment again. */
  async function readPage(thread: string, cut: Cut, signal: AbortSignal): Promise<CommentPage> {
    const known = cut.cursor === null ? undefined : readings.get(thread);
    const reading = known ?? {branches: new Map(), position: 0, total: null, skipped: 0, done: false};
    const wanted = cut.order === 'newest' && !cut.wanted ? Math.min(cut.limit, most) : most;
    for (;;) {
      const part = cutPage(reading, cut, seen);
      if (part) {
        readings.set(thread, reading);
        const {total, skipped} = reading;
        return {...part, prevCursor: null, total, closed: false, skipped};
      }
      if (reading.done) throw new CommentError('not-found');
      const stretch = stretchAt(reading.position, wanted);
      const params = {
        path: toPath(thread, page),
        page: String(stretch.number),
        pageSize: String(stretch.size),
        sortBy: 'insertedAt_desc',
      };
      addStretch(reading, stretch, await ask({params: Object.entries(params)}, signal), seen);
    }
  }

  // From the start, so that nothing is left out above it.
  const locate: Locate = ({thread, id, order, limit}, signal) =>
    readPage(thread, {order, cursor: null, limit, wanted: id}, signal);

  return {
    async capabilities() {
      return {
        list: true,
        requires: [],
        maxLength: null,
        orders: ['newest', 'oldest', 'popular'],
        like: 'toggle',
        // Both are for registered users, who have a token of Waline's.
        edit: false,
        remove: false,
        report: false,
        counts: true,
        locate: true,
        // Waline takes no keys, but never the same comment of the same author in the same thread.
        idempotent: true,
        challenge: null,
        // Visitors cannot read the setting; what is held is told when it is.
        moderation: 'none',
      };
    },

    create: openSending(ask, seen, page, locate),

    list: ({thread, order, limit, cursor}, signal) => readPage(thread, {order, limit, cursor}, signal),

    locate,

    count: (threads, signal) => countThreads(ask, threads, page, signal),

    async like(id, liked, signal) {
      // Nothing besides, or it would count as editing.
      const data = await ask({path: [id], method: 'PUT', json: {like: liked}}, signal);
      const likes = data && toCount(parse(likesSchema, data).like);
      // An answer without a comment is no failure to Waline: there is none with that id.
      if (typeof likes !== 'number') throw new CommentError(data ? 'invalid-response' : 'not-found');
      return likes;
    },
  };
};
