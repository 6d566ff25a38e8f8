// What an attacker may send to the reference backend: nothing of it runs, breaks or shows anything.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {address, bearer, draft, list, newThread, post, publish, send} from './client.js';
import {allowedOrigin, startReference, type Reference} from './start-reference.js';

const hostile: readonly unknown[] = [
  "'); DROP TABLE comments; --",
  "' OR '1'='1",
  '1; SELECT pg_sleep(10)',
  '$1 $$ %s {{7*7}} ${7*7}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\0',
  'أ\0ب',
  '\uD800',
  '\r\nX-Evil: 1',
  '../../etc/passwd',
  '%00%0d%0a',
  '__proto__',
  'constructor',
  '\u202Eevil\u2066',
  '\u0301'.repeat(5_000),
  'أ'.repeat(60_000),
  '9'.repeat(400),
  '',
  -1,
  1e308,
  true,
  [],
  ['a'],
  {},
  {text: 'a'},
  {$ne: null},
];

/** Every place of a POST's body, as a body that has `value` there. */
const places: Readonly<Record<string, (value: unknown) => object>> = {
  site: (site) => draft(newThread(), undefined, {site}),
  thread: (thread) => draft(newThread(), undefined, {thread}),
  parentId: (parentId) => draft(newThread(), undefined, {parentId}),
  page: (page) => draft(newThread(), undefined, {page}),
  'page.url': (url) => draft(newThread(), undefined, {page: {url, title: url}}),
  author: (author) => draft(newThread(), undefined, {author}),
  'author.name': (name) => draft(newThread(), undefined, {author: {name, email: 'l@example.org'}}),
  'author.email': (email) => draft(newThread(), undefined, {author: {name: 'ليلى', email}}),
  'author.url': (url) => draft(newThread(), undefined, {author: {name: 'ليلى', email: 'l@example.org', url}}),
  content: (content) => draft(newThread(), undefined, {content}),
  'content.text': (text) => draft(newThread(), undefined, {content: {text}}),
  'content.html': (html) => draft(newThread(), undefined, {content: {text: `نص ${randomUUID()}`, html}}),
  lang: (lang) => draft(newThread(), undefined, {lang}),
  dir: (dir) => draft(newThread(), undefined, {dir}),
  agreed: (agreed) => draft(newThread(), undefined, {agreed}),
  'agreed.rules': (rules) => draft(newThread(), undefined, {agreed: {rules, privacy: rules}}),
  decoy: (decoy) => draft(newThread(), undefined, {decoy}),
  challenge: (challenge) => draft(newThread(), undefined, {challenge}),
};

const answers = new Set([200, 201, 202, 204, 400, 401, 403, 404, 409, 410, 413, 422, 431]);

describe('an attacker asks the reference backend', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-attack-'));
  let reference: Reference;
  let endpoint: string;

  before(async () => {
    reference = await startReference(null, folder);
    ({endpoint} = reference.target);
  });
  after(async () => {
    await reference.stop();
    rmSync(folder, {recursive: true});
  });

  /** The answer is one of those written down, tells nothing of the inside, and the comments are still there. */
  async function withstands(response: Response, what: string): Promise<void> {
    const body = await response.text();
    assert.ok(answers.has(response.status), `${what}: ${response.status} ${body.slice(0, 200)}`);
    // A success repeats what was sent.
    if (response.status >= 400)
      assert.doesNotMatch(body, /select|insert|postgres|drizzle|node_modules|\bat .+:\d+:\d+/i, what);
    assert.equal(response.headers.get('X-Evil'), null, what);
  }

  for (const [place, bodyWith] of Object.entries(places)) {
    it(`with hostile values in ${place}`, async () => {
      const thread = newThread();
      await publish({endpoint}, thread, 'ما كان هنا');
      for (const value of hostile) {
        const body = JSON.stringify(bodyWith(value));
        await withstands(await post(endpoint, body), `${place} = ${JSON.stringify(value).slice(0, 60)}`);
      }
      const {comments, total} = await list({endpoint}, {thread});
      assert.deepEqual([comments.map(({content}) => content.text), total], [['ما كان هنا'], 1]);
    });
  }

  it('with hostile values in every parameter and header', async () => {
    const {comment} = await publish({endpoint}, newThread());
    for (const value of hostile.filter((one) => typeof one === 'string')) {
      const short = value.slice(0, 2_500);
      for (const name of ['thread', 'site', 'order', 'limit', 'cursor', 'parent', 'around', 'status']) {
        const query = {thread: newThread(), [name]: short};
        await withstands(await fetch(address(endpoint, query)), `${name}=${short.slice(0, 60)}`);
      }
      await withstands(await fetch(address(`${endpoint}/counts`, {thread: short})), 'counts');
      const id = encodeURIComponent(short.replace(/\p{Cs}/gu, '\uFFFD'));
      for (const [method, path] of [
        ['GET', id],
        ['DELETE', id],
        ['PATCH', id],
        ['PUT', `${id}/like`],
        ['POST', `${id}/report`],
      ] as const)
        await withstands(
          await send(method, `${endpoint}/${path}`, method === 'GET' ? undefined : {}, {
            'Reader-Key': randomUUID(),
          }),
          `${method} ${path.slice(0, 60)}`,
        );
      // Only these can be written in a header at all.
      if (!/^[\x20-\x7E]+$/.test(short) || short.length > 1_000) continue;
      const like = `${endpoint}/${comment.id}/like`;
      await withstands(await fetch(like, {method: 'PUT', headers: {'Reader-Key': short}}), 'Reader-Key');
      await withstands(await post(endpoint, draft(newThread()), short), 'Idempotency-Key');
      const own = `${endpoint}/${comment.id}`;
      await withstands(await send('DELETE', own, {}, bearer(short)), 'Authorization');
    }
  });

  it('with JSON that is deep, doubled, polluted or none', async () => {
    const thread = newThread();
    const whole = JSON.stringify(draft(thread, 'مرة واحدة'));
    for (const body of [
      '['.repeat(50_000),
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      '{"__proto__": {"decoy": "x", "isModerator": true}}',
      '{"constructor": {"prototype": {"isModerator": true}}}',
      'null',
      '"نص"',
      '1',
      '',
      '{',
      whole.slice(0, -1),
      `${whole} ${whole}`,
      'thread=a&content=b',
    ])
      await withstands(await post(endpoint, body), body.slice(0, 60));
    assert.equal(({} as {isModerator?: boolean}).isModerator, undefined);
    const polluted = whole.replace('{', '{"__proto__": {"role": "moderator"}, "role": "moderator",');
    const answer = (await (await post(endpoint, polluted)).json()) as {comment: {author: {role: unknown}}};
    assert.equal(answer.comment.author.role, null);
    assert.equal((await list({endpoint}, {thread})).total, 1);
  });

  it('with bodies that are not JSON in the plain, or too large, told or untold', async () => {
    const body = JSON.stringify(draft(newThread()));
    const asking = (headers: HeadersInit, sent: BodyInit, more: object = {}) =>
      fetch(endpoint, {method: 'POST', headers, body: sent, ...more});
    const json = {'Content-Type': 'application/json'};
    // A form of any page can send these without being asked first.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      assert.equal((await asking({'Content-Type': type}, body)).status, 400, type);
    assert.equal((await asking({...json, 'Content-Encoding': 'gzip'}, gzipSync(body))).status, 400);
    const large = JSON.stringify(draft(newThread(), 'أ'.repeat(400_000)));
    assert.equal((await asking(json, large)).status, 413);
    const untold = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < 100; at++) controller.enqueue(new TextEncoder().encode(' '.repeat(10_000)));
        controller.close();
      },
    });
    assert.equal((await asking(json, untold, {duplex: 'half'})).status, 413);
  });

  for (const [what, request] of Object.entries({
    'two lengths': 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    'a length and chunks': 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'chunks of a wrong size': 'Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
    'a length below zero': 'Content-Length: -1\r\n\r\n',
    'a header without a name': ': x\r\n\r\n',
    'a header over two lines': 'X-A: b\r\n c\r\n\r\n',
  })) {
    it(`with ${what}, and is cut off`, async () => {
      const answer = await raw(endpoint, `POST /api/comments HTTP/1.1\r\nHost: a\r\n${request}`);
      assert.match(answer, /^HTTP\/1\.1 400 /);
    });
  }

  it('with headers of a megabyte, and is cut off', async () => {
    const answer = await raw(endpoint, `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(1_000_000)}\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 431 /);
  });

  it('SEC 8.1, SEC 8.4: gets no e-mail address, network address or user agent from any answer', async () => {
    const thread = newThread();
    const email = `secret-${randomUUID()}@example.org`;
    const created = await publish({endpoint}, thread, 'لي بريد', {author: {name: 'ليلى', email, url: null}});
    const {id} = created.comment;
    const token = bearer(created.edit?.token ?? '');
    const moderator = bearer(reference.target.moderatorToken);
    const asked = [
      JSON.stringify(created),
      ...(await Promise.all(
        [
          fetch(address(endpoint, {thread})),
          fetch(address(endpoint, {thread, around: id})),
          fetch(`${endpoint}/${id}`, {headers: token}),
          fetch(address(endpoint, {status: 'held'}), {headers: moderator}),
          fetch(`${endpoint}/reports`, {headers: moderator}),
          send('PATCH', `${endpoint}/${id}`, {content: {text: 'وغيرته'}}, token),
        ].map(async (asking) => (await asking).text()),
      )),
    ];
    for (const answer of asked) assert.doesNotMatch(answer, /secret-|127\.0\.0\.1|undici|node/i);
  });

  it('changes nobody’s comment with a token that is wrong in any way', async () => {
    const one = await publish({endpoint}, newThread());
    const other = await publish({endpoint}, newThread());
    const right = one.edit?.token ?? '';
    const wrong = [other.edit?.token ?? '', right.slice(0, -1), `${right}a`, right.toUpperCase(), 'a', '0'];
    for (const token of wrong) {
      for (const [method, body] of [
        ['PATCH', {content: {text: 'غيره'}}],
        ['PATCH', {status: 'rejected'}],
        ['DELETE', {}],
      ] as const)
        assert.equal((await send(method, `${endpoint}/${one.comment.id}`, body, bearer(token))).status, 403);
    }
    for (const path of ['reports', '?status=held'])
      assert.equal(
        (await fetch(`${endpoint}/${path}`.replace('/?', '?'), {headers: bearer(right)})).status,
        403,
      );
  });

  it('guesses tokens only so often; then not even the right one is compared', async () => {
    const {limited, moderatorToken} = reference.target;
    const reports = (token: string) => fetch(`${limited.endpoint}/reports`, {headers: bearer(token)});
    const guessed = await Promise.all(
      Array.from({length: limited.limit * 6}, (_, at) => reports(`guess-${at}`)),
    );
    assert.deepEqual([...new Set(guessed.map(({status}) => status))], [403]);
    assert.equal((await reports('one-more')).status, 429);
    const refused = await reports(moderatorToken);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('Retry-After')) >= 1);
  });

  it('from another site’s page, and that page may not read the answer', async () => {
    const from = async (origin: string) =>
      (await fetch(address(endpoint, {thread: newThread()}), {headers: {Origin: origin}})).headers.get(
        'Access-Control-Allow-Origin',
      );
    assert.equal(await from(allowedOrigin), allowedOrigin);
    for (const origin of [
      'https://evil.example',
      'null',
      `${allowedOrigin}.evil.example`,
      'https://anews.example',
    ])
      assert.equal(await from(origin), null, origin);
  });
});

/** Writes bytes to the server of an address as they are; gives what comes until it hangs up. */
function raw(endpoint: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(endpoint).port), '127.0.0.1', () => socket.write(request));
    socket
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .on('close', () => resolve(answer))
      // What is written after the server hung up; what it said before has come.
      .on('error', (error) => (answer ? resolve(answer) : reject(error)));
  });
}
