import {Hono} from 'hono';
import type {Context} from 'hono';
import type {Order} from '../../../src/content/types.js';
import {readThread, type ThreadKey} from '../comment/thread-key.js';
import {privateJson, publicJson} from '../http/caching.js';
import type {ServerEnv} from '../http/client-address.js';
import {Problem} from '../http/problem.js';
import type {Services} from '../services.js';
import {countPublished, type Page} from '../store/answer.js';
import {findComment} from '../store/change.js';
import type {Cursor} from '../store/cursor.js';
import {listPage} from '../store/list.js';
import {listReplies} from '../store/replies.js';
import type {CommentRow} from '../store/schema.js';
import {orders, queryCursor, queryLimit, queryOrder, queryThread} from './query.js';

const countedThreads = 100;

/** Everything that anybody may read. */
export function readingRoutes(services: Services): Hono<ServerEnv> {
  const {config, database, proofOfWork} = services;
  const routes = new Hono<ServerEnv>();

  routes.get('/', async (context) => {
    const thread = queryThread(context);
    const page = await findPage(context, thread);
    return publicJson(context, {...page, closed: page.closed || config.readOnly});
  });

  async function findPage(context: Context<ServerEnv>, thread: ThreadKey): Promise<Page> {
    const order = queryOrder(context);
    const parent = context.req.query('parent');
    if (parent !== undefined) {
      const cursor = queryCursor(context, 'oldest');
      return listReplies(database, await findListed(parent, thread), cursor);
    }
    const limit = queryLimit(context);
    const around = context.req.query('around');
    const cursor = around === undefined ? queryCursor(context, order) : await placeOf(around, thread, order);
    return listPage(database, {threadId: thread.id, order, limit, cursor});
  }

  async function findListed(id: string, thread: ThreadKey): Promise<CommentRow> {
    const row = await findComment(database, id);
    if (row.threadId !== thread.id || !row.listed) throw new Problem(404, 'not-found');
    return row;
  }

  /** Where the page begins that shows a comment: at the top-level comment above it. */
  async function placeOf(id: string, thread: ThreadKey, order: Order): Promise<Cursor> {
    const row = await findListed(id, thread);
    const top = row.rootId === null ? row : await findListed(row.rootId, thread);
    return {order, direction: 'on', id: top.id, likes: top.likes, inclusive: true};
  }

  routes.get('/counts', async (context) => {
    const keys = context.req.queries('thread') ?? [];
    if (keys.length === 0 || keys.length > countedThreads) throw new Problem(400, 'invalid');
    const threads = keys.map((key) => readThread(key, context.req.query('site')));
    const totals = await countPublished(
      database,
      threads.map(({id}) => id),
    );
    const counts = Object.fromEntries(threads.map(({key, id}) => [key, totals.get(id) ?? 0]));
    return publicJson(context, {counts});
  });

  routes.get('/capabilities', (context) =>
    publicJson(context, {
      version: 1,
      orders,
      requires: config.requires,
      maxLength: config.maxLength,
      like: true,
      edit: config.editMinutes > 0,
      report: true,
      counts: true,
      around: true,
      idempotent: true,
      moderation: config.moderation ? 'before' : config.moderatorToken === null ? 'none' : 'after',
      challenge: config.challenge,
      markup: config.markup,
    }),
  );

  routes.get('/challenge', async (context) => {
    if (!proofOfWork) throw new Problem(404, 'not-found');
    services.limitOthers(context);
    return privateJson(context, await proofOfWork.challenge());
  });

  return routes;
}
