import assert from 'node:assert/strict';
import type {AddressInfo} from 'node:net';
import {connect} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {createListener, patience} from '../../demo/server/http/listener.js';

/** What a client gets that sends so much and then nothing more, until the server hangs up. */
const stall = (port: number, sent: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .on('close', () => resolve(answer))
      .on('error', reject);
  });

describe('a slow client', () => {
  // The same server with less patience.
  const server = createListener({headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20});
  let port: number;

  before(async () => {
    server.on('request', (request) => request.resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({port} = server.address() as AddressInfo);
  });
  after(() => server.close());

  it('that stops amid its headers is cut off', async () => {
    assert.match(await stall(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Le'), /^HTTP\/1\.1 408 /);
  });

  it('that stops amid its body is cut off', async () => {
    assert.match(
      await stall(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{'),
      /^HTTP\/1\.1 408 /,
    );
  });

  it('that says nothing is cut off', async () => {
    assert.match(await stall(port, ''), /^HTTP\/1\.1 408 /);
  });

  it('has half a minute', () => {
    const {headersTimeout, requestTimeout, connectionsCheckingInterval} = patience;
    assert.ok(headersTimeout <= requestTimeout && connectionsCheckingInterval <= headersTimeout);
    const {requestTimeout: allowed} = createListener();
    assert.equal(allowed, 30_000);
  });
});
