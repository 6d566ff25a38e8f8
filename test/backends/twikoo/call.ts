import {expect} from '@open-wc/testing';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend, BackendOptions} from '../../../src/backends/port.js';
import {createTwikoo} from '../../../src/backends/twikoo/backend.js';
import type {NewComment} from '../../../src/content/types.js';
import type {Handler} from '../../../src/testing.js';
import {server, type Wire} from './recorded.js';

/** Never aborted. */
export const {signal} = new AbortController();

export const options = (change: Partial<BackendOptions> = {}): BackendOptions => {
  const kept = new Map<string, string>();
  return {
    endpoint: new URL(server),
    site: '',
    page: {
      url: 'https://news.example/a',
      title: '',
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
    ...change,
  };
};

export const connect = (change: Partial<BackendOptions> = {}): Required<Backend> =>
  createTwikoo(options(change)) as Required<Backend>;

export const write = (change: Partial<NewComment> = {}): NewComment => ({
  thread: '/a',
  parentId: null,
  author: {name: 'ليلى', email: 'laila@example.org', url: null},
  content: {text: 'أ < ب', html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: 'key',
  ...change,
});

export const textOf = (text: string): NewComment['content'] => ({text, html: null});

/** Runs `act` on a server that answers by `answer`, and gives what it was asked. */
export async function onServer(answer: Handler, act: () => Promise<unknown>): Promise<readonly Wire[]> {
  const real = window.fetch;
  const asked: Wire[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push((await request.clone().json()) as Wire);
    return answer(request);
  };
  try {
    await act();
  } finally {
    window.fetch = real;
  }
  return asked;
}

export async function refusal(attempt: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).to.be.instanceOf(CommentError);
  return error as CommentError;
}
