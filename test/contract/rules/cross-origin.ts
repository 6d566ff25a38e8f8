import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {address, draft, newThread, rules, send} from '../client.js';

const words = (value: string | null): string[] =>
  (value ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .sort();

const preflight = (endpoint: string, origin: string): Promise<Response> =>
  fetch(endpoint, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    },
  });

export const crossOriginRules = rules('cross-origin', {
  'pages of an allowed origin may write': async (target) => {
    const {ok, headers} = await preflight(target.endpoint, target.allowedOrigin);
    assert.ok(ok);
    assert.equal(headers.get('Access-Control-Allow-Origin'), target.allowedOrigin);
    assert.deepEqual(words(headers.get('Access-Control-Allow-Methods')), [
      'delete',
      'get',
      'patch',
      'post',
      'put',
    ]);
    assert.deepEqual(words(headers.get('Access-Control-Allow-Headers')), [
      'authorization',
      'content-type',
      'idempotency-key',
      'reader-key',
    ]);
    assert.equal(headers.get('Access-Control-Max-Age'), '86400');
    assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
  },

  'pages of an allowed origin may read answers, also of failures': async (target) => {
    const thread = newThread();
    const Origin = target.allowedOrigin;
    const first = await fetch(address(target.endpoint, {thread}), {headers: {Origin}});
    const answers = [
      first,
      await fetch(address(target.endpoint, {thread}), {
        headers: {Origin, 'If-None-Match': first.headers.get('ETag') ?? ''},
      }),
      await send('POST', target.endpoint, draft(thread), {Origin, 'Idempotency-Key': randomUUID()}),
      await send('POST', target.endpoint, '{', {Origin}),
      await send('POST', target.endpoint, {...draft(thread), more: 'x'.repeat(2_000_000)}, {Origin}),
      await fetch(`${target.endpoint}/nothing/there`, {headers: {Origin}}),
    ];
    assert.deepEqual(
      answers.map(({status}) => status),
      [200, 304, 201, 400, 413, 404],
    );
    for (const {headers} of answers) {
      assert.equal(headers.get('Access-Control-Allow-Origin'), Origin);
      assert.deepEqual(words(headers.get('Access-Control-Expose-Headers')), ['etag', 'retry-after']);
      assert.ok(words(headers.get('Vary')).includes('origin'));
    }
  },

  'pages of other origins may not': async (target) => {
    for (const origin of ['https://evil.example', `${target.allowedOrigin}.evil.example`, 'null']) {
      const asked = await preflight(target.endpoint, origin);
      assert.equal(asked.headers.get('Access-Control-Allow-Origin'), null);
      const read = await fetch(address(target.endpoint, {thread: newThread()}), {headers: {Origin: origin}});
      assert.equal(read.headers.get('Access-Control-Allow-Origin'), null);
      assert.ok(words(read.headers.get('Vary')).includes('origin'));
    }
  },

  'an answer that is opened as a page can do nothing': async (target) => {
    const {headers} = await fetch(address(target.endpoint, {thread: newThread()}));
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'/);
  },
});
