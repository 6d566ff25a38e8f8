import {CommentError} from '../errors.js';
import type {BackendFactory, CommentPage} from '../port.js';
import {toCount} from '../received.js';
import {parse} from '../schema.js';
import {countThreads} from './counts.js';
import {openSending} from './create.js';
import {toStretch, type Homes} from './mapping.js';
import {cutPage, stretchAt, type Cut, type Reading} from './reading.js';
import {openServer} from './server.js';
import {toPath} from './thread-path.js';
import {likesSchema} from './wire.js';

/** Top-level comments asked for at once where all of them are needed. */
const wholesale = 50;

/** Where reading ends whatever the server says: it could go on for ever. */
const mostRows = 10_000;

/** A Waline server, for `backend="waline"`. */
export const createWaline: BackendFactory = (options) => {
  const {page} = options;
  const ask = openServer(options);
  const homes: Homes = new Map();
  /** What has been read, by thread. */
  const readings = new Map<string, Reading>();

  async function readOn(
    reading: Reading,
    thread: string,
    wanted: number,
    signal: AbortSignal,
  ): Promise<void> {
    const {page: number, size} = stretchAt(reading.position, wanted);
    const data = await ask(
      {
        params: [
          ['path', toPath(thread, page)],
          ['page', String(number)],
          ['pageSize', String(size)],
          ['sortBy', 'insertedAt_desc'],
        ],
      },
      signal,
    );
    const {branches, rows, pages, total, skipped} = toStretch(data, homes);
    for (const [root, branch] of branches)
      if (!reading.branches.has(root)) reading.branches.set(root, branch);
    reading.position = (number - 1) * size + rows;
    reading.total = total;
    reading.skipped += skipped;
    reading.done = rows < size || number >= pages || reading.position > mostRows;
  }

  /** Reads on until there is enough for the page; the first page starts from the newest comment again. */
  async function readPage(thread: string, cut: Cut, signal: AbortSignal): Promise<CommentPage> {
    const known = cut.cursor === null ? undefined : readings.get(thread);
    const reading = known ?? {branches: new Map(), position: 0, total: null, skipped: 0, done: false};
    const wanted = cut.order === 'newest' && !cut.wanted ? cut.limit : wholesale;
    for (;;) {
      const part = cutPage(reading, cut);
      if (part) {
        readings.set(thread, reading);
        const {total, skipped} = reading;
        return {...part, prevCursor: null, total, closed: false, skipped};
      }
      if (reading.done) throw new CommentError('not-found');
      await readOn(reading, thread, wanted, signal);
    }
  }

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

    create: openSending(ask, homes, page, async (thread, id, signal) => {
      const cut: Cut = {order: 'newest', cursor: null, limit: 1, wanted: id};
      return (await readPage(thread, cut, signal)).comments;
    }),

    list: ({thread, order, limit, cursor}, signal) => readPage(thread, {order, limit, cursor}, signal),

    // From the start, so that nothing is left out above it.
    locate: ({thread, id, order, limit}, signal) =>
      readPage(thread, {order, cursor: null, limit, wanted: id}, signal),

    count: (threads, signal) => countThreads(ask, threads, page, signal),

    async like(id, liked, signal) {
      // Nothing besides, or it would count as editing.
      const data = await ask({path: [id], method: 'PUT', json: {like: liked}}, signal);
      // Waline finds it no failure that there is no such comment.
      if (data === '') throw new CommentError('not-found');
      const likes = toCount(parse(likesSchema, data).like);
      if (likes === null) throw new CommentError('invalid-response');
      return likes;
    },
  };
};
