import {Hono} from 'hono';
import {limitBody} from './http/body.js';
import type {ServerEnv} from './http/client-address.js';
import {crossOrigin} from './http/cross-origin.js';
import {Problem} from './http/problem.js';
import {securityHeaders} from './http/security-headers.js';
import {moderatingRoutes} from './routes/moderating.js';
import {ownRoutes} from './routes/own.js';
import {postingRoutes} from './routes/posting.js';
import {reactionRoutes} from './routes/reactions.js';
import {readingRoutes} from './routes/reading.js';
import type {Services} from './services.js';
import {databaseErrorCode} from './store/transaction.js';

/** Where the API is. */
export const endpoint = '/api/comments';

/** The whole API. What it answers is written down in `openapi.yaml`. */
export function createApi(services: Services): Hono<ServerEnv> {
  const {config} = services;
  const api = new Hono<ServerEnv>();
  api.use('*', securityHeaders('api'), crossOrigin(config.allowedOrigins), limitBody(config.maxLength));
  // In this order: what has a name of its own comes before what is named by an id.
  api.route('/', moderatingRoutes(services));
  api.route('/', readingRoutes(services));
  api.route('/', postingRoutes(services));
  api.route('/', reactionRoutes(services));
  api.route('/', ownRoutes(services));
  api.all('*', () => new Problem(404, 'not-found').toResponse());
  api.onError((error, context) => {
    if (error instanceof Problem) return error.toResponse();
    // The client hung up amid its body: nobody is there to be answered, and nothing broke here.
    if (error === context.env.incoming?.errored) return new Problem(400, 'invalid').toResponse();
    report(error, context.req.method, context.req.path);
    return new Problem(500, 'server').toResponse();
  });
  return api;
}

/**
 * Says on the console that something broke, without what was in the request:
 * a database's message quotes the values, and an e-mail address is among them.
 */
function report(error: Error, method: string, path: string): void {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = databaseErrorCode(error) ?? '';
  console.error([`${method} ${path} failed: ${error.name} ${code}`, ...frames.slice(0, 8)].join('\n'));
}
