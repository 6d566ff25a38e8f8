import {Hono} from 'hono';
import type {Context} from 'hono';
import {z} from 'zod';
import {cleanText} from '../../../src/content/clean.js';
import {readJson} from '../http/body.js';
import {privateJson} from '../http/caching.js';
import type {ServerEnv} from '../http/client-address.js';
import {Problem} from '../http/problem.js';
import type {Services} from '../services.js';
import {isUuid} from '../store/ids.js';
import {addReport, setLike} from '../store/reactions.js';

const report = z.object({reason: z.string().max(10_000).default('')});

/** What readers do with the comments of others. */
export function reactionRoutes(services: Services): Hono<ServerEnv> {
  const {database} = services;
  const routes = new Hono<ServerEnv>();

  const like = (liked: boolean) => async (context: Context<ServerEnv, '/:id/like'>) => {
    services.limitOthers(context);
    const likes = await setLike(database, context.req.param('id'), readerKey(context), liked);
    return privateJson(context, {likes});
  };
  routes.put('/:id/like', like(true));
  routes.delete('/:id/like', like(false));

  routes.post('/:id/report', async (context) => {
    services.limitOthers(context);
    const parsed = report.safeParse(await readJson(context));
    if (!parsed.success) throw new Problem(400, 'invalid');
    await addReport(database, context.req.param('id'), cleanText(parsed.data.reason).slice(0, 1_000));
    return privateJson(context, {}, 202);
  });

  return routes;
}

function readerKey(context: Context<ServerEnv>): string {
  const key = context.req.header('Reader-Key') ?? '';
  if (!isUuid(key)) throw new Problem(400, 'invalid');
  return key.toLowerCase();
}
