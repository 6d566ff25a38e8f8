import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CommentError} from '../../src/backends/errors.js';
import type {Backend, BackendOptions, CommentPage, Created} from '../../src/backends/port.js';
import type {Comment} from '../../src/content/types.js';
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

const empty: CommentPage = {
  comments: [],
  total: 0,
  nextCursor: null,
  prevCursor: null,
  closed: false,
  skipped: 0,
};

const created: Created = {status: 'published', id: null, comment: null};

/** Every method that rejects, with what stands in for a rejection. */
const standIns = {
  list: empty,
  create: created,
  locate: empty,
  like: 3,
  edit: created,
  remove: undefined,
  report: undefined,
  status: created,
} as const;

/** All methods, with what is made of a rejection. */
const afterFailure = (
  good: Required<Backend>,
  react: (error: unknown, instead: unknown) => unknown,
): Partial<Backend> =>
  Object.fromEntries(
    Object.entries(standIns).map(([name, instead]) => [
      name,
      (...parameters: unknown[]) =>
        Promise.resolve(Reflect.apply(good[name as keyof typeof standIns], good, parameters)).catch(
          (error: unknown) => react(error, instead),
        ),
    ]),
  );

/** Names of cases, all that fit. */
const named = (pattern: RegExp): readonly string[] =>
  backendContract(restSubject)
    .map(({name}) => name)
    .filter((name) => pattern.test(name));

/** What is broken, and the cases that have to notice. */
const table: readonly (readonly [what: string, notice: string | readonly string[], breakIt: Break])[] = [
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
    'the abort is not heard',
    'writing: an abort',
    (good) => ({create: (comment) => good.create(comment, new AbortController().signal)}),
  ],
  [
    'nothing is an error',
    named(/^(?:reading|writing): (?!an abort)|refused: |: 500$|not there/),
    (good) => afterFailure(good, (_error, instead) => instead),
  ],
  [
    'every error is of another kind',
    named(/^(?:reading|writing): (?!an abort)|refused: |: 500$|not there/),
    (good) =>
      afterFailure(good, (error) => {
        throw new Error('no', {cause: error});
      }),
  ],
  [
    'an abort is an error like any other',
    named(/: an abort$/),
    (good) =>
      afterFailure(good, (cause) => {
        throw cause instanceof CommentError ? cause : new CommentError('network', {cause});
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
    'an answer stands apart from what it answers',
    ['pages through a conversation without a repeat or a gap', 'finds the page of a comment'],
    (good) => {
      const apart = ({comments, ...page}: CommentPage): CommentPage => ({
        ...page,
        comments: comments.toSorted((one) => (one.parentId === null ? 1 : -1)),
      });
      return {
        list: async (request, signal) => apart(await good.list(request, signal)),
        locate: async (request, signal) => apart(await good.locate(request, signal)),
      };
    },
  ],
  [
    'the page of a comment is the first one',
    'finds the page of a comment',
    () => ({locate: async () => empty}),
  ],
  ['likes are not counted', 'likes a comment', () => ({like: async () => 0})],
  [
    'another comment comes back',
    ['changes a comment', 'tells what became of a comment'],
    (good) => {
      const other = async (comment: Promise<Comment>): Promise<Comment> => ({
        ...(await comment),
        id: 'other',
      });
      return {
        edit: (...parameters) => other(good.edit(...parameters)),
        status: (...parameters) => other(good.status(...parameters)),
      };
    },
  ],
  [
    'is without what it says it has',
    named(/^(?:deletes|reports) a comment$/),
    () => ({remove: undefined as never, report: undefined as never}),
  ],
  [
    'the e-mail is in the address',
    'tells that a comment is published',
    (good, options) => ({
      create: async (comment, signal) => {
        const {endpoint, headers} = options;
        await fetch(new URL(`?e=${comment.author.email}`, endpoint), {signal, credentials: 'omit', headers});
        return good.create(comment, signal);
      },
    }),
  ],
  [
    'the headers of the page are left out',
    'reads an empty thread',
    (good, options) => ({
      list: async (request, signal) => {
        await fetch(options.endpoint, {signal, credentials: 'omit'});
        return good.list(request, signal);
      },
    }),
  ],
  [
    'another host is asked',
    'reads an empty thread',
    (good, options) => ({
      list: async (request, signal) => {
        await fetch('https://tracker.example/', {signal, credentials: 'omit', headers: options.headers});
        return good.list(request, signal);
      },
    }),
  ],
  [
    'cookies are sent',
    'reads an empty thread',
    (good, options) => ({
      list: async (request, signal) => {
        await fetch(options.endpoint, {signal, credentials: 'include', headers: options.headers});
        return good.list(request, signal);
      },
    }),
  ],
];

describe('a broken backend fails the contract', () => {
  for (const [what, notice, breakIt] of table)
    it(what, async () => {
      const cases = new Map(casesOf(breakIt).map(({name, run}) => [name, run]));
      for (const name of [notice].flat()) {
        const run = cases.get(name);
        assert.ok(run, `no case is named "${name}"`);
        await assert.rejects(run, `"${name}" did not notice`);
      }
    });

  it('in every case there is', () => {
    const noticing = new Set(table.flatMap(([, notice]) => notice));
    assert.deepEqual(
      named(/./).filter((name) => !noticing.has(name)),
      [],
    );
  });

  it('also when it never answers', async () => {
    const [stuck] = backendContract({
      endpoint: restSubject.endpoint,
      published: {answer: () => json({comment: wireComment('1')}, 201)},
      create: (options) => ({...createRest(options), create: () => new Promise(() => {})}),
    });
    await assert.rejects(async () => stuck?.run(), /neither resolves nor rejects/);
  });

  it('and is told when a case is over, so that nothing goes on', async () => {
    let given: AbortSignal | undefined;
    const [one] = casesOf((good) => ({
      list(request, signal) {
        given = signal;
        return good.list(request, signal);
      },
    }));
    await one?.run();
    assert.equal(given?.aborted, true);
  });

  it('and puts fetch and the timers back', async () => {
    const before = [globalThis.fetch, globalThis.setTimeout, globalThis.clearTimeout];
    const [one] = backendContract({...restSubject, empty: {answer: () => json(capabilities)}});
    await assert.rejects(async () => one?.run());
    assert.deepEqual([globalThis.fetch, globalThis.setTimeout, globalThis.clearTimeout], before);
  });
});
