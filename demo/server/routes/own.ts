import {Hono} from 'hono';
import {checkContent} from '../comment/check.js';
import {readChange} from '../comment/posted.js';
import {toWire} from '../comment/wire.js';
import {isModerator, requireAuthor, requireModerator} from '../http/access.js';
import {readJson} from '../http/body.js';
import {privateJson} from '../http/caching.js';
import type {ServerEnv} from '../http/client-address.js';
import {fieldProblem} from '../http/problem.js';
import type {Services} from '../services.js';
import {deleteComment, editComment, findComment, moderateComment} from '../store/change.js';

/** One comment: for its author, who has the token of it, and for a moderator. */
export function ownRoutes(services: Services): Hono<ServerEnv> {
  const {config, database} = services;
  const routes = new Hono<ServerEnv>();

  routes.get('/:id', async (context) => {
    const row = await findComment(database, context.req.param('id'));
    if (!isModerator(context, services)) requireAuthor(context, services, row);
    return privateJson(context, {comment: toWire(row)});
  });

  routes.patch('/:id', async (context) => {
    services.limitOthers(context);
    const row = await findComment(database, context.req.param('id'));
    const change = readChange(await readJson(context));
    if ('status' in change) {
      requireModerator(context, services);
      const moderated = await moderateComment(database, row.id, change.status);
      return privateJson(context, {comment: toWire(moderated)});
    }
    requireAuthor(context, services, row);
    const {value: text, source, error} = checkContent(change, config);
    if (error) throw fieldProblem(error);
    const edited = await editComment(database, row.id, {text, source}, config.moderation);
    return privateJson(context, {comment: toWire(edited)});
  });

  routes.delete('/:id', async (context) => {
    services.limitOthers(context);
    const row = await findComment(database, context.req.param('id'));
    requireAuthor(context, services, row);
    await deleteComment(database, row.id);
    return context.body(null, 204);
  });

  return routes;
}
