import {Hono} from 'hono';
import {requireModerator} from '../http/access.js';
import {privateJson} from '../http/caching.js';
import type {ServerEnv} from '../http/client-address.js';
import {Problem} from '../http/problem.js';
import type {Services} from '../services.js';
import {writeCursor} from '../store/cursor.js';
import {listHeld, listReports} from '../store/moderation.js';
import {setClosed} from '../store/threads.js';
import {queryCursor, queryLimit, queryThread} from './query.js';

/** What only a moderator may see and do, across all threads. */
export function moderatingRoutes(services: Services): Hono<ServerEnv> {
  const {database} = services;
  const routes = new Hono<ServerEnv>();

  routes.get('/', async (context, next) => {
    const status = context.req.query('status');
    if (status === undefined) return next();
    requireModerator(context, services);
    if (status !== 'held') throw new Problem(400, 'invalid');
    const after = queryCursor(context, 'oldest')?.id ?? null;
    const {comments, total, next: last} = await listHeld(database, after, queryLimit(context));
    const nextCursor = last && writeCursor({order: 'oldest', direction: 'on', id: last, likes: 0});
    return privateJson(context, {comments, total, nextCursor, prevCursor: null, closed: false});
  });

  routes.get('/reports', async (context) => {
    requireModerator(context, services);
    return privateJson(context, {reports: await listReports(database)});
  });

  // Beyond the contract: one conversation is closed, or opened again.
  for (const [method, closed] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const) {
    routes.on(method, '/closed', async (context) => {
      requireModerator(context, services);
      await setClosed(database, queryThread(context), closed);
      return context.body(null, 204);
    });
  }

  return routes;
}
