import {expect} from '@open-wc/testing';
import type {NewComment} from '../../../src/content/types.js';
import {onScriptedNetwork, type Handler, type SeenRequest} from '../../../src/backends/contract-server.js';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend, BackendOptions} from '../../../src/backends/port.js';
import {createRest} from '../../../src/backends/rest/backend.js';

export const {signal} = new AbortController();

export const comment: NewComment = {
  thread: '/2026/01/مقال',
  parentId: '7',
  author: {name: 'ليلى', email: 'laila@example.org', url: null},
  content: {text: 'أ < ب و ج > د', html: '<p dir="rtl">أ &lt; ب و ج &gt; د</p>'},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: '2', privacy: true},
  decoy: '',
  challenge: 'token',
  key: '6f2d3f1e-8b1a-4c59-9f05-3d1a6f0f4b11',
};

/** What the backend put on the device. */
export const kept = new Map<string, string>();

const options = (changes: Partial<BackendOptions> = {}): BackendOptions => ({
  endpoint: new URL('https://news.example/api/comments/'),
  site: '',
  page: {
    url: 'https://news.example/2026/01/a?x=1',
    title: 'مقال',
    canonical: null,
    links: [],
    bodyClasses: [],
    commentForm: null,
  },
  storage: {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => Boolean(kept.set(key, value)),
    remove: (key) => void kept.delete(key),
  },
  headers: {},
  credentials: 'omit',
  ...changes,
});

type Rest = Required<Backend>;

/** Calls the backend and gives what it said and what it asked. */
export const call = <Result>(
  answer: Handler,
  act: (backend: Rest) => Promise<Result>,
  changes?: Partial<BackendOptions>,
): Promise<{result: Result; seen: readonly SeenRequest[]; asked: SeenRequest}> =>
  onScriptedNetwork(answer, async ({seen}) => {
    const result = await act(createRest(options(changes)) as Rest);
    return {result, seen, asked: seen[0]!};
  });

/** The error that sending the comment ends in. */
export const refusal = async (answer: Handler): Promise<CommentError> => {
  const {result} = await call(answer, (backend) =>
    backend.create(comment, signal).catch((error: unknown) => error),
  );
  expect(result).to.be.instanceOf(CommentError);
  return result as CommentError;
};

/** What a list is asked for. */
export const first = {thread: comment.thread, order: 'popular', limit: 20, cursor: null} as const;
