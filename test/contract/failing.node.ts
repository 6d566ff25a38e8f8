// What the reference backend says on the console when a request fails: what broke here, and nothing of a client that has gone.
import assert from 'node:assert/strict';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {connect, type AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it, mock} from 'node:test';
import {getRequestListener} from '@hono/node-server';
import {createApi} from '../../demo/server/app.js';
import {readConfig} from '../../demo/server/config.js';
import {createListener} from '../../demo/server/http/listener.js';
import {createServices} from '../../demo/server/services.js';
import type {Database} from '../../demo/server/store/transaction.js';
import {createWebhook} from '../../demo/server/webhook.js';
import {draft, newThread, post} from './client.js';

/** A database whose own connection has broken; it quotes what it was asked to store, as databases do. */
const broken = new Proxy({} as Database, {
  get() {
    throw Object.assign(new Error('laila@example.org'), {code: 'ECONNRESET'});
  },
});

describe('the reference backend says on the console', () => {
  const server = createListener();
  const error = mock.method(console, 'error', () => {});
  let port: number;
  /** Settles when the last request has been dealt with, whether or not anybody is there to get the answer. */
  let dealtWith: Promise<Response>;

  before(async () => {
    const config = readConfig({RATE_LIMIT: '0', EDIT_SECRET: 'edit-secret-0123456789'});
    const api = createApi(await createServices(config, broken, createWebhook(null)));
    const listener = getRequestListener(
      (request, env) => (dealtWith = Promise.resolve(api.fetch(request, env))),
    );
    server.on('request', listener as (request: IncomingMessage, response: ServerResponse) => void);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({port} = server.address() as AddressInfo);
  });
  beforeEach(() => error.mock.resetCalls());
  after(() => {
    error.mock.restore();
    server.close();
    server.closeAllConnections();
  });

  for (const length of ['content-length: 1000', 'transfer-encoding: chunked']) {
    it(`nothing when a client hangs up amid its body (${length})`, async () => {
      const arrived = new Promise((resolve) => server.once('request', resolve));
      const socket = connect(port, '127.0.0.1');
      socket.write(`POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${length}\r\n\r\n`);
      await arrived;
      socket.resetAndDestroy();
      await dealtWith;
      assert.equal(error.mock.callCount(), 0);
    });
  }

  it('what broke on its own side, without anything of the reader', async () => {
    const {status} = await post(`http://127.0.0.1:${port}/`, draft(newThread()));
    assert.equal(status, 500);
    assert.equal(error.mock.callCount(), 1);
    const said = String(error.mock.calls[0]?.arguments);
    assert.match(said, /^POST \/ failed: Error ECONNRESET\n\s+at /);
    assert.doesNotMatch(said, /laila/);
  });
});
