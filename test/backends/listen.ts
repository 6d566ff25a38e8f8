import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import type {BackendOptions} from '../../src/backends/port.js';
import type {NewComment} from '../../src/content/types.js';
import type {Handler} from '../../src/testing.js';

/** Never aborted. */
export const {signal} = new AbortController();

/** What a backend is made with that talks to `server`; it keeps what it wants to keep. */
export const optionsFor = (server: string, change: Partial<BackendOptions> = {}): BackendOptions => {
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

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Runs `act` on a server that answers by `answer`, and gives what it was asked. */
export async function onServer(answer: Handler, act: () => Promise<unknown>): Promise<readonly Asked[]> {
  const real = window.fetch;
  const asked: Asked[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    asked.push({
      method: request.method,
      url: new URL(request.url),
      body: body ? JSON.parse(body) : undefined,
    });
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
