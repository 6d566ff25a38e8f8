import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {connect, createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {refuseServer, runServer, type ServerProcess} from './run-server.js';

/** Sends an address exactly as it stands: `fetch` would tidy it. */
const raw = (port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    socket
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });

describe('the server of the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-server-'));
  let server: ServerProcess;

  before(async () => {
    server = await runServer({DATA_FOLDER: folder, MODERATOR_TOKEN: 'moderators-only-0123'});
  });
  after(() => rmSync(folder, {recursive: true}));

  it('says where it is', () => {
    assert.match(server.output(), /^Taaliq: http:\/\/127\.0\.0\.1:\d+\/$/m);
    assert.match(server.output(), /^For moderators: http:\/\/127\.0\.0\.1:\d+\/moderate$/m);
    assert.equal(/dist\/ is missing/.test(server.output()), !existsSync('dist/taaliq.js'));
  });

  it('serves its pages with their types, under a strict policy', async () => {
    for (const [path, type] of [
      ['', 'text/html; charset=utf-8'],
      ['articles.html', 'text/html; charset=utf-8'],
      ['english.html', 'text/html; charset=utf-8'],
      ['playground.html', 'text/html; charset=utf-8'],
      ['threads.html', 'text/html; charset=utf-8'],
      ['moderate', 'text/html; charset=utf-8'],
      ['moderate.js', 'text/javascript; charset=utf-8'],
      ['playground.js', 'text/javascript; charset=utf-8'],
      ['demo.css', 'text/css; charset=utf-8'],
      ['openapi.yaml', 'text/yaml; charset=utf-8'],
    ] as const) {
      const {status, headers} = await fetch(server.address + path);
      assert.deepEqual([path, status, headers.get('Content-Type')], [path, 200, type]);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      const policy = headers.get('Content-Security-Policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.ok(!/unsafe/.test(policy));
    }
  });

  it('lets a browser ask whether a page is still the same', async () => {
    const first = await fetch(server.address);
    const tag = first.headers.get('ETag') ?? '';
    assert.equal(first.headers.get('Cache-Control'), 'no-cache');
    assert.equal((await fetch(server.address, {headers: {'If-None-Match': tag}})).status, 304);
    assert.equal((await fetch(server.address, {method: 'HEAD'})).status, 200);
  });

  it('gives out nothing else', async () => {
    const port = Number(new URL(server.address).port);
    for (const path of [
      '/package.json',
      '/server/main.ts',
      '/server/config.ts',
      '/../package.json',
      '/dist/../package.json',
      '/dist/%2e%2e/package.json',
      '/dist/..%2fpackage.json',
      '/dist/..%5cpackage.json',
      '/dist//etc/passwd',
      '/dist/',
      '/.data/server.pid',
      '/%00',
      '/constructor',
    ])
      assert.match(await raw(port, path), /^HTTP\/1\.1 40[04] /, path);
  });

  it('keeps a second server away from its data', async () => {
    const {code, output} = await refuseServer({DATA_FOLDER: folder});
    assert.equal(code, 1);
    assert.match(output, /^Another server \(process \d+\) uses [^\n]+\n$/);
  });

  it('stops cleanly and leaves no lock', async () => {
    assert.equal(await server.end('SIGTERM'), 0);
    assert.deepEqual(
      [existsSync(join(folder, 'server.pid')), existsSync(join(folder, 'pglite'))],
      [false, true],
    );
  });
});

describe('a server that cannot start says why in one line', () => {
  it('a setting that cannot be meant', async () => {
    const {code, output} = await refuseServer({PORT: 'http'});
    assert.equal(code, 1);
    assert.equal(output, 'Setting PORT must be a whole number from 0 to 65535.\n');
  });

  it('a database that does not answer', async () => {
    const {code, output} = await refuseServer({DATABASE_URL: 'postgres://u@127.0.0.1:1/x'});
    assert.equal(code, 1);
    assert.equal(output, 'The PostgreSQL at DATABASE_URL does not answer.\n');
  });

  it('a port that is taken, before anything is made', async () => {
    const folder = join(tmpdir(), `taaliq-taken-${process.pid}`);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const {port} = other.address() as AddressInfo;
    const {code, output} = await refuseServer({PORT: String(port), DATA_FOLDER: folder});
    other.close();
    assert.equal(code, 1);
    assert.equal(output, `Port ${port} is taken. Choose another: PORT=5174 npm start\n`);
    assert.ok(!existsSync(folder));
  });
});
