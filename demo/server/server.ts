import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {Hono} from 'hono';
import {createApi, endpoint} from './app.js';
import type {Config} from './config.js';
import type {ServerEnv} from './http/client-address.js';
import {createListener} from './http/listener.js';
import {createPages} from './pages.js';
import {createServices} from './services.js';
import {openDatabase} from './store/database.js';
import {forgetChallenges} from './store/challenges.js';
import {forgetAnswers} from './store/idempotency.js';
import {createWebhook} from './webhook.js';

export interface RunningServer {
  /** Of the first page, ends in a slash. */
  readonly address: string;
  /** Lets what is under way end, then closes everything. */
  stop(): Promise<void>;
}

/** Requests that are under way get so long to end when the server stops. */
const farewell = 5_000;

export async function startServer(config: Config): Promise<RunningServer> {
  const server = createListener();
  // The port comes first: it is what fails most often. Whoever asks early waits for the rest.
  await listen(server, config);
  const making = makeApp(config);
  server.on(
    'request',
    getRequestListener(async (request, env) => (await making).app.fetch(request, env)),
  );
  try {
    const {close} = await making;
    return {
      address: addressOf(server, config.host),
      async stop() {
        await closeServer(server);
        await close();
      },
    };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

interface MadeApp {
  readonly app: Hono<ServerEnv>;
  close(): Promise<void>;
}

/** The pages and the API, with an open database behind them. */
async function makeApp(config: Config): Promise<MadeApp> {
  const {database, close} = await openDatabase(config.databaseUrl, config.dataFolder);
  try {
    const webhook = createWebhook(config.webhookUrl);
    const app = new Hono<ServerEnv>();
    app.route(endpoint, createApi(await createServices(config, database, webhook)));
    app.route('/', await createPages());
    const forget = async (): Promise<void> => {
      await forgetAnswers(database);
      await forgetChallenges(database);
    };
    await forget();
    // Housekeeping only: what is too old counts for nothing anyway.
    const hourly = setInterval(() => void forget().catch(() => {}), 3_600_000);
    return {
      app,
      async close() {
        clearInterval(hourly);
        await webhook.settled();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const listen = (server: Server, {port, host}: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

function addressOf(server: Server, host: string): string {
  // A server that listens on a port has an address of this kind.
  const {port} = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), farewell);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
