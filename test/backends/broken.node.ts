import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CommentError} from '../../src/backends/errors.js';
import type {Backend, BackendOptions} from '../../src/backends/port.js';
import {createRest} from '../../src/backends/rest/backend.js';
import {backendContract, type ContractCase} from '../../src/testing.js';
import {capabilities, json, restSubject, wireComment} from './rest/recorded.js';

/** A REST backend in which something is wrong. */
type Break = (good: Required<Backend>, options: BackendOptions) => Partial<Backend>;

const breaking =
  (breakIt: Break) =>
  (options: BackendOptions): Backend => {
    const good = createRest(options) as Required<Backend>;
    return {...good, ...breakIt(good, options)};
  };

const casesOf = (breakIt: Break): readonly ContractCase[] =>
  backendContract({...restSubject, create: breaking(breakIt)});

/** What is broken, and one case that has to notice. */
const table: readonly (readonly [what: string, notices: string, breakIt: Break])[] = [
  [
    'an empty thread has a comment',
    'reads an empty thread',
    (good) => ({
      list: async (request, signal) =>
        good.list({...request, thread: 'x'}, signal).then((page) => ({...page, total: 1})),
    }),
  ],
  [
    'every page is the first',
    'pages through a conversation without a repeat or a gap',
    (good) => ({list: (request, signal) => good.list({...request, cursor: null}, signal)}),
  ],
  [
    'replies are dropped',
    'pages through a conversation without a repeat or a gap',
    (good) => ({
      list: async (request, signal) => {
        const page = await good.list(request, signal);
        return {...page, comments: page.comments.filter(({parentId}) => parentId === null)};
      },
    }),
  ],
  [
    'a date as the server wrote it',
    'pages through a conversation without a repeat or a gap',
    (good) => ({
      list: async (request, signal) => {
        const page = await good.list(request, signal);
        return {
          ...page,
          comments: page.comments.map((one) => Object.assign(one, {createdAt: '31 Jan 2026'})),
        };
      },
    }),
  ],
  [
    'a link that runs',
    'pages through a conversation without a repeat or a gap',
    (good) => ({
      list: async (request, signal) => {
        const page = await good.list(request, signal);
        return {...page, comments: page.comments.map((one) => Object.assign(one, {url: 'data:text/html,x'}))};
      },
    }),
  ],
  [
    'bad comments are not counted',
    'leaves out a comment that cannot be read, and counts it',
    (good) => ({list: async (request, signal) => ({...(await good.list(request, signal)), skipped: 0})}),
  ],
  ['counts are wrong', 'counts several threads', () => ({count: async () => new Map([['/a', 4]])})],
  [
    'held is taken for published',
    'tells that a comment is held',
    (good) => ({
      create: async (comment, signal) => ({...(await good.create(comment, signal)), status: 'published'}),
    }),
  ],
  [
    'claims what it has not',
    'can do what it says',
    (good) => ({
      capabilities: async (signal) => ({...(await good.capabilities(signal)), list: true}),
      list: undefined as never,
    }),
  ],
  [
    'stores the same comment twice',
    'keeps the promise of its key',
    (good) => ({
      create: async (comment, signal) => ({
        ...(await good.create(comment, signal)),
        id: `${Math.random()}`,
        comment: null,
      }),
    }),
  ],
  [
    'a refusal is any error',
    'tells that a comment is refused: closed',
    (good) => ({
      create: (comment, signal) =>
        good.create(comment, signal).catch(() => {
          throw new Error('no');
        }),
    }),
  ],
  [
    'fields are forgotten',
    'tells that a comment is refused: fields',
    (good) => ({
      create: (comment, signal) =>
        good.create(comment, signal).catch((error: CommentError) => {
          throw new CommentError(error.code);
        }),
    }),
  ],
  [
    'the abort is wrapped',
    'reading: an abort',
    (good) => ({
      list: (request, signal) =>
        good.list(request, signal).catch((cause: unknown) => {
          throw cause instanceof CommentError ? cause : new CommentError('network', {cause});
        }),
    }),
  ],
  [
    'the abort is not heard',
    'writing: an abort',
    (good) => ({create: (comment) => good.create(comment, new AbortController().signal)}),
  ],
  [
    'HTML is no error',
    'reading: HTML instead of JSON',
    (good) => ({
      list: (request, signal) =>
        good.list(request, signal).catch(() => ({
          comments: [],
          total: 0,
          nextCursor: null,
          prevCursor: null,
          closed: false,
          skipped: 0,
        })),
    }),
  ],
  [
    'a write is tried again',
    'writing: 500',
    (good) => ({
      create: (comment, signal) => good.create(comment, signal).catch(() => good.create(comment, signal)),
    }),
  ],
  [
    'a wait is forgotten',
    'writing: 429 with Retry-After',
    (good) => ({
      create: (comment, signal) =>
        good.create(comment, signal).catch((error: CommentError) => {
          throw new CommentError(error.code, {fields: error.fields});
        }),
    }),
  ],
  [
    'the e-mail is in the address',
    'tells that a comment is published',
    (good, options) => ({
      create: async (comment, signal) => {
        await fetch(new URL(`?e=${comment.author.email}`, options.endpoint), {signal, credentials: 'omit'});
        return good.create(comment, signal);
      },
    }),
  ],
  [
    'another host is asked',
    'reads an empty thread',
    (good) => ({
      list: async (request, signal) => {
        await fetch('https://tracker.example/', {signal, credentials: 'omit'});
        return good.list(request, signal);
      },
    }),
  ],
  [
    'cookies are sent',
    'reads an empty thread',
    (good, options) => ({
      list: async (request, signal) => {
        await fetch(options.endpoint, {signal, credentials: 'include'});
        return good.list(request, signal);
      },
    }),
  ],
];

describe('a broken backend fails the contract', () => {
  for (const [what, notices, breakIt] of table)
    it(what, async () => {
      const found = casesOf(breakIt).find(({name}) => name === notices);
      assert.ok(found, `no case is named "${notices}"`);
      await assert.rejects(found.run);
    });

  it('also when it never answers', async () => {
    const [stuck] = backendContract({
      endpoint: restSubject.endpoint,
      published: {answer: () => json({comment: wireComment('1')}, 201)},
      create: (options) => ({...createRest(options), create: () => new Promise(() => {})}),
    });
    await assert.rejects(async () => stuck?.run(), /neither resolves nor rejects/);
  });

  it('and puts fetch and the timers back', async () => {
    const before = [globalThis.fetch, globalThis.setTimeout, globalThis.clearTimeout];
    const [one] = backendContract({...restSubject, empty: {answer: () => json(capabilities)}});
    await assert.rejects(async () => one?.run());
    assert.deepEqual([globalThis.fetch, globalThis.setTimeout, globalThis.clearTimeout], before);
  });
});
