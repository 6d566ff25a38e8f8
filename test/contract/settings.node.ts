// What settings change, and what is told to others.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {createApi, endpoint} from '../../demo/server/app.js';
import {readConfig} from '../../demo/server/config.js';
import {RateLimit} from '../../demo/server/http/rate-limit.js';
import {createServices} from '../../demo/server/services.js';
import {openDatabase, type OpenDatabase} from '../../demo/server/store/database.js';
import {nextId, timeOrderedId} from '../../demo/server/store/ids.js';
import {createWebhook} from '../../demo/server/webhook.js';
import {bearer, draft, newThread, problem, success, type WireCreated, type WirePage} from './client.js';

describe('settings of the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-settings-'));
  const moderator = 'moderators-only-0123456789';
  let open: OpenDatabase;

  before(async () => {
    open = await openDatabase(null, folder);
  });
  after(async () => {
    await open.close();
    rmSync(folder, {recursive: true});
  });

  /** Asks a server with these settings, without a socket. */
  async function server(settings: Readonly<Record<string, string>>, webhook = createWebhook(null)) {
    const config = readConfig({RATE_LIMIT: '0', MODERATOR_TOKEN: moderator, ...settings});
    const api = createApi(await createServices(config, open.database, webhook));
    const incoming = {incoming: {socket: {remoteAddress: '192.0.2.1'}}};
    return {
      ask: async (path: string, init?: RequestInit): Promise<Response> => api.request(path, init, incoming),
      post: async (body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
        api.request(
          '/',
          {
            method: 'POST',
            headers: {'Content-Type': 'application/json', ...headers},
            body: JSON.stringify(body),
          },
          incoming,
        ),
    };
  }

  it('READ_ONLY closes every thread and leaves it readable', async () => {
    const thread = newThread();
    await success(await (await server({})).post(draft(thread)), 201);
    const closed = await server({READ_ONLY: 'on'});
    await problem(await closed.post(draft(thread)), 403, 'closed');
    const page = await success<WirePage>(await closed.ask(`/?thread=${encodeURIComponent(thread)}`), 200);
    assert.deepEqual([page.closed, page.total], [true, 1]);
  });

  it('a moderator closes one thread and opens it again', async () => {
    const {ask, post} = await server({});
    const thread = newThread();
    const path = `/closed?thread=${encodeURIComponent(thread)}`;
    await problem(await ask(path, {method: 'PUT'}), 401, 'login-required');
    assert.equal((await ask(path, {method: 'PUT', headers: bearer(moderator)})).status, 204);
    await problem(await post(draft(thread)), 403, 'closed');
    await success(await post(draft(newThread())), 201);
    const page = await success<WirePage>(await ask(`/?thread=${encodeURIComponent(thread)}`), 200);
    assert.equal(page.closed, true);
    assert.equal((await ask(path, {method: 'DELETE', headers: bearer(moderator)})).status, 204);
    await success(await post(draft(thread)), 201);
  });

  it('a moderator writes with a badge and does not wait', async () => {
    const {post} = await server({MODERATION: 'on'});
    const {comment} = await success<WireCreated>(await post(draft(newThread()), bearer(moderator)), 201);
    assert.deepEqual([comment.status, comment.author.role], ['published', 'moderator']);
  });

  it('EDIT_MINUTES=0 gives no way to change, and authors of held comments still read theirs', async () => {
    const plain = await server({EDIT_MINUTES: '0'});
    assert.equal((await success<WireCreated>(await plain.post(draft(newThread())), 201)).edit, undefined);
    const {ask, post} = await server({EDIT_MINUTES: '0', MODERATION: 'on'});
    const {comment, edit} = await success<WireCreated>(await post(draft(newThread())), 202);
    const headers = {...bearer(edit?.token ?? ''), 'Content-Type': 'application/json'};
    await success(await ask(`/${comment.id}`, {headers}), 200);
    const body = JSON.stringify({content: {text: 'بعد الوقت'}});
    await problem(await ask(`/${comment.id}`, {method: 'PATCH', headers, body}), 403, 'forbidden');
    await problem(await ask(`/${comment.id}`, {method: 'DELETE', headers}), 403, 'forbidden');
  });

  it('REQUIRED_FIELDS, MAX_LENGTH and BLOCKED_WORDS are kept', async () => {
    const {ask, post} = await server({REQUIRED_FIELDS: 'none', MAX_LENGTH: '10', BLOCKED_WORDS: 'أحمق, bad'});
    const {requires, maxLength} = await success<{requires: string[]; maxLength: number}>(
      await ask('/capabilities'),
      200,
    );
    assert.deepEqual([requires, maxLength], [[], 10]);
    const nobody = {author: {name: '', email: '', url: null}};
    await success(await post(draft(newThread(), 'قصير', nobody)), 201);
    const errors = async (text: string) =>
      (await problem(await post(draft(newThread(), text, nobody)), 422, 'invalid'))[0];
    assert.deepEqual(await errors('أطول من عشرة'), {field: 'content', code: 'too-long', limit: 10});
    assert.deepEqual(await errors('والأحمَق'), {field: 'content', code: 'blocked-words'});
  });

  it('TRUST_PROXY takes the address that the proxy wrote, and no other', async () => {
    const {post} = await server({RATE_LIMIT: '1', TRUST_PROXY: 'on'});
    const from = (list: string) => post(draft(newThread()), {'X-Forwarded-For': list});
    assert.equal((await from('198.51.100.1, 203.0.113.1')).status, 201);
    assert.equal((await from('198.51.100.2, 203.0.113.1')).status, 429);
    assert.equal((await from('203.0.113.1, 203.0.113.2')).status, 201);
  });

  it('WEBHOOK_URL is told of new comments, once, without the e-mail, and is not waited for', async () => {
    const told: string[] = [];
    let answer: () => void = () => {};
    const receiver = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => told.push(text));
      answer = () => response.end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const {port} = receiver.address() as AddressInfo;
    const webhook = createWebhook(`http://127.0.0.1:${port}/`);
    const {post} = await server({}, webhook);
    const [thread, key] = [newThread(), {'Idempotency-Key': crypto.randomUUID()}];
    const arrived = new Promise((resolve) => receiver.once('request', resolve));
    const {comment} = await success<WireCreated>(await post(draft(thread, 'جديد'), key), 201);
    await success(await post(draft(thread, 'جديد'), key), 201);
    await arrived;
    answer();
    await webhook.settled();
    receiver.close();
    const body = JSON.parse(told.join('')) as {event: string; comment: object};
    assert.deepEqual(body, {
      event: 'comment-created',
      comment: {...comment, site: null, thread, page: 'https://news.example/2026/01/article'},
    });
    assert.ok(!told.join('').includes('laila@'));
  });

  it('a webhook that is not there stops nothing', async () => {
    const webhook = createWebhook('http://127.0.0.1:1/');
    const {post} = await server({}, webhook);
    await success(await post(draft(newThread())), 201);
    await webhook.settled();
  });
});

describe('parts of the server', () => {
  it('a setting that cannot be meant is refused by name', () => {
    const refusals: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
      [{PORT: '-1'}, /^PORT must be a whole number/],
      [{PORT: '70000'}, /^PORT must be a whole number/],
      [{ALLOWED_ORIGINS: 'https://a.example/x'}, /^ALLOWED_ORIGINS must be/],
      [{ALLOWED_ORIGINS: 'a.example'}, /^ALLOWED_ORIGINS must be/],
      [{MODERATION: 'yes'}, /^MODERATION must be "on" or "off"$/],
      [{MODERATION: 'on'}, /^MODERATION is "on", so MODERATOR_TOKEN must be set/],
      [{MODERATOR_TOKEN: 'secret'}, /^MODERATOR_TOKEN must have at least 16/],
      [{REQUIRED_FIELDS: 'name,phone'}, /^REQUIRED_FIELDS must be of/],
      [{DATABASE_URL: 'mysql://localhost/x'}, /^DATABASE_URL must be/],
      [{WEBHOOK_URL: 'ftp://x'}, /^WEBHOOK_URL must be/],
      [{PORT: 'x', HOST: '', READ_ONLY: '1'}, /^PORT must [^;]+; READ_ONLY must/],
    ];
    for (const [settings, message] of refusals) assert.throws(() => readConfig(settings), {message});
    assert.deepEqual(readConfig({PORT: '', MODERATION: ' '}), readConfig({}));
    assert.deepEqual(
      readConfig({ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080,'}).allowedOrigins,
      ['https://a.example', 'http://b.example:8080'],
    );
  });

  it('the limit lets a burst through, then one after the other', () => {
    const limit = new RateLimit(6);
    const take = (address: string, second: number): boolean => {
      try {
        limit.take(address, second * 1_000);
        return true;
      } catch {
        return false;
      }
    };
    const six = Array.from({length: 7}, () => take('192.0.2.1', 0));
    assert.deepEqual(six, [true, true, true, true, true, true, false]);
    assert.deepEqual(
      [take('192.0.2.1', 9), take('192.0.2.1', 10), take('192.0.2.1', 11)],
      [false, true, false],
    );
    assert.equal(take('192.0.2.2', 11), true);
    // A network of IPv6 is one address, however it is written.
    for (let at = 0; at < 6; at++) assert.equal(take(`2001:db8:1:2::${at}`, 20), true);
    assert.deepEqual([take('2001:db8:1:2:ffff:1:2:3', 20), take('2001:db8:1:3::1', 20)], [false, true]);
  });

  it('ids grow within a millisecond, and when another clock was ahead', () => {
    const hour = 3_600_000;
    const ahead = timeOrderedId(Date.now() + hour);
    let last: string | null = null;
    for (let at = 0; at < 1_000; at++) {
      const id: string = nextId(last);
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.ok(last === null || id > last);
      last = id;
    }
    assert.ok(nextId(ahead) > ahead);
  });

  it('routes are under the address that the pages name', () => {
    assert.equal(endpoint, '/api/comments');
  });
});
