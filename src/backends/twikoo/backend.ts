import {CommentError} from '../errors.js';
import type {BackendFactory, Capabilities, CommentPage} from '../port.js';
import {openAccessToken} from './access-token.js';
import {openCall} from './call.js';
import {countThreads} from './counts.js';
import {openSending} from './create.js';
import {toCapabilities} from './mapping.js';
import {readPage} from './pages.js';
import {openReading} from './reading.js';
import {answerSchema, configSchema} from './wire.js';

/** Twikoo, but for Tencent's own cloud, which has no address: for `backend="twikoo"`. */
export const createTwikoo: BackendFactory = (options) => {
  const token = openAccessToken(options);
  const call = openCall(options, token);
  const reading = openReading(call, options);
  const {read, places} = reading;
  let known: Capabilities | undefined;

  const count = (threads: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, number>> =>
    countThreads(call, threads, options.page, signal);

  async function list(
    thread: string,
    cursor: string | null,
    signal: AbortSignal,
    wanted?: string,
  ): Promise<CommentPage> {
    const page = await readPage(reading, thread, cursor, signal, wanted);
    const published = page.comments.filter(({status}) => status === 'published').length;
    let total: number | null = null;
    // The list counts only what stands at the top; and comments can do without.
    if (cursor === null && page.nextCursor)
      total = (await count([thread], signal).catch(() => null))?.get(thread) ?? null;
    else if (cursor === null) total = published;
    return {...page, prevCursor: null, total, closed: false};
  }

  return {
    capabilities: async (signal) =>
      (known ??= toCapabilities((await call('GET_CONFIG', {}, configSchema, signal)).config)),

    create: openSending(call, reading, token, options, () => known),

    list: ({thread, cursor}, signal) => list(thread, cursor, signal),

    locate: ({thread, id}, signal) => list(thread, null, signal, id),

    count,

    async like(id, liked, signal) {
      const place = places.get(id);
      token.make();
      // It only toggles: what this reader has done so far, maybe in another tab, has to be known first.
      const chunk = place && (await read(place.thread, place.before, signal));
      const now = chunk?.comments.some((comment) => comment.id === id) && places.get(id);
      if (!now) throw new CommentError('not-found');
      if (now.liked === liked) return now.likes;
      await call('COMMENT_LIKE', {id, type: 'up'}, answerSchema, signal);
      return Math.max(0, now.likes + (liked ? 1 : -1));
    },

    async remove(id, token, signal) {
      await call('COMMENT_DELETE_FOR_USER', {id, accessToken: token}, answerSchema, signal);
    },
  };
};
