// Serves the reference backend to the suite: one database, three servers that
// differ in their settings.
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {createApi} from '../../demo/server/app.js';
import {readConfig} from '../../demo/server/config.js';
import {createListener} from '../../demo/server/http/listener.js';
import {createServices} from '../../demo/server/services.js';
import {openDatabase} from '../../demo/server/store/database.js';
import {createWebhook} from '../../demo/server/webhook.js';
import type {Target} from './client.js';

export const allowedOrigin = 'https://news.example';
export const moderatorToken = 'moderators-only-0123456789';

export interface Reference {
  readonly target: Target;
  stop(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;
/** Comes between the suite and the server; the wrong servers are made by it. */
export type Between = (request: Request, serve: (request: Request) => Promise<Response>) => Promise<Response>;

const straight: Between = (request, serve) => serve(request);

export async function startReference(
  databaseUrl: string | null,
  dataFolder: string,
  between: Between = straight,
): Promise<Reference> {
  const {database, close} = await openDatabase(databaseUrl, dataFolder);
  const stops: (() => Promise<void>)[] = [];
  const limit = 5;

  async function start(settings: Settings): Promise<string> {
    const config = readConfig({
      RATE_LIMIT: '0',
      ALLOWED_ORIGINS: allowedOrigin,
      MODERATOR_TOKEN: moderatorToken,
      ...settings,
    });
    const api = createApi(await createServices(config, database, createWebhook(null)));
    const listener = getRequestListener((request, env) =>
      between(request, async (request) => api.fetch(request, env)),
    ) as (request: IncomingMessage, response: ServerResponse) => void;
    const server = createListener().on('request', listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  return {
    target: {
      endpoint: await start({}),
      moderated: await start({MODERATION: 'on'}),
      limited: {endpoint: await start({RATE_LIMIT: String(limit)}), limit},
      allowedOrigin,
      moderatorToken,
    },
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
      await close();
    },
  };
}
