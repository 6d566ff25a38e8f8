import assert from 'node:assert/strict';
import {address, list, newThread, problem, publish, reply, rules, success, texts} from '../client.js';

export const readingRules = rules('reading', {
  'finds an unknown thread empty': async (target) => {
    assert.deepEqual(await list(target, {thread: newThread()}), {
      comments: [],
      total: 0,
      nextCursor: null,
      prevCursor: null,
      closed: false,
    });
  },

  'gives the newest first, or the oldest': async (target) => {
    const thread = newThread();
    for (const text of ['أول', 'ثان', 'ثالث']) await publish(target, thread, text);
    assert.deepEqual(texts((await list(target, {thread})).comments), ['ثالث', 'ثان', 'أول']);
    assert.deepEqual(texts((await list(target, {thread, order: 'newest'})).comments), ['ثالث', 'ثان', 'أول']);
    assert.deepEqual(texts((await list(target, {thread, order: 'oldest'})).comments), ['أول', 'ثان', 'ثالث']);
  },

  'puts all descendants after their top-level comment, the oldest first': async (target) => {
    const thread = newThread();
    const first = (await publish(target, thread, 'أ')).comment;
    await publish(target, thread, 'ب');
    const below = await reply(target, thread, first.id, 'أ١');
    await reply(target, thread, below.id, 'أ١١');
    await reply(target, thread, first.id, 'أ٢');
    for (const order of ['newest', 'oldest']) {
      const {comments, total} = await list(target, {
        thread,
        order,
        limit: 1,
        ...(order === 'newest' && {limit: 2}),
      });
      const start = comments.findIndex(({id}) => id === first.id);
      assert.deepEqual(texts(comments.slice(start, start + 4)), ['أ', 'أ١', 'أ١١', 'أ٢']);
      assert.equal(total, 5);
    }
  },

  'keeps threads apart, whatever is in their keys': async (target) => {
    const base = newThread();
    const keys = [
      base,
      `${base}/`,
      `${base}?a=1&b=2`,
      `${base}#x`,
      `${base}%2F`,
      `${base}/../x`,
      `${base}\r\nx`,
    ];
    for (const key of keys) await publish(target, key, key);
    for (const key of keys)
      assert.deepEqual(texts((await list(target, {thread: key})).comments).length, 1, key);
  },

  'keeps sites apart': async (target) => {
    const thread = newThread();
    await publish(target, thread, 'هنا', {site: 'one'});
    assert.equal((await list(target, {thread, site: 'one'})).total, 1);
    assert.equal((await list(target, {thread, site: 'two'})).total, 0);
    assert.equal((await list(target, {thread})).total, 0);
  },

  'takes a key of 2,000 characters and no longer one': async (target) => {
    const thread = `/${newThread()}`.padEnd(2_000, 'م');
    await publish(target, thread);
    assert.equal((await list(target, {thread})).total, 1);
    const errors = await problem(
      await fetch(address(target.endpoint, {thread: `${thread}م`})),
      [400, 422],
      'invalid',
    );
    assert.deepEqual(
      errors.map(({field}) => field),
      ['thread'],
    );
  },

  'refuses what it does not understand': async (target) => {
    const thread = newThread();
    const queries: Readonly<Record<string, string>>[] = [
      {},
      {thread: ''},
      {thread: 'a\0b'},
      {thread, order: 'random'},
      {thread, limit: '0'},
      {thread, limit: '101'},
      {thread, limit: 'x'},
      {thread, cursor: 'not-a-cursor'},
    ];
    for (const query of queries)
      await problem(await fetch(address(target.endpoint, query)), [400, 422], 'invalid');
  },

  'says when nothing has changed': async (target) => {
    const thread = newThread();
    await publish(target, thread);
    const url = address(target.endpoint, {thread});
    const first = await fetch(url);
    await first.body?.cancel();
    const tag = first.headers.get('ETag') ?? '';
    assert.match(tag, /^(?:W\/)?"[^"]+"$/);
    assert.match(first.headers.get('Cache-Control') ?? '', /max-age=0|no-cache/);
    const again = await fetch(url, {headers: {'If-None-Match': tag}});
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('ETag'), tag);
    await publish(target, thread);
    const changed = await fetch(url, {headers: {'If-None-Match': tag}});
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('ETag'), tag);
  },

  'counts many threads at once': async (target) => {
    const [one, two, none] = [newThread(), newThread(), newThread()];
    const {comment} = await publish(target, one);
    await reply(target, one, comment.id);
    await publish(target, two);
    const url = new URL(`${target.endpoint}/counts`);
    for (const key of [one, two, none, '__proto__']) url.searchParams.append('thread', key);
    const {counts} = await success<{counts: Record<string, number>}>(await fetch(url), 200);
    assert.deepEqual(
      Object.entries(counts).sort(),
      [
        [one, 2],
        [two, 1],
        [none, 0],
        ['__proto__', 0],
      ].sort(),
    );
  },

  'counts at most 100': async (target) => {
    const url = new URL(`${target.endpoint}/counts`);
    for (let number = 0; number < 100; number++) url.searchParams.append('thread', `k${number}`);
    assert.equal(Object.keys((await success<{counts: object}>(await fetch(url), 200)).counts).length, 100);
    url.searchParams.append('thread', 'one more');
    await problem(await fetch(url), [400, 422], 'invalid');
    await problem(await fetch(`${target.endpoint}/counts?thread=`), [400, 422], 'invalid');
  },

  'answers 404 for what is not there': async (target) => {
    await problem(await fetch(`${target.endpoint}/a/b/c`), 404, 'not-found');
  },
});
