import {expect} from '@open-wc/testing';
import {onScriptedNetwork, type Handler, type SeenRequest} from '../../src/backends/contract-server.js';
import {CommentError, type ErrorCode} from '../../src/backends/errors.js';
import type {
  Backend,
  BackendFactory,
  BackendOptions,
  CommentPage,
  ListRequest,
} from '../../src/backends/port.js';
import type {NewComment} from '../../src/content/types.js';

export const {signal} = new AbortController();

/** The key of the page, and its path as its address has it. */
export const thread = '/2026/01/مقال';
export const path = '/2026/01/%D9%85%D9%82%D8%A7%D9%84/';

export const write = (text: string, changes: Partial<NewComment> = {}): NewComment => ({
  thread,
  parentId: null,
  author: {name: 'ليلى', email: 'laila@example.org', url: null},
  content: {text, html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: 'key',
  ...changes,
});

export const ask = (changes: Partial<ListRequest> = {}): ListRequest => ({
  thread,
  order: 'newest',
  limit: 20,
  cursor: null,
  ...changes,
});

/** Proof: every test asks only for what its server has. */
type Whole = Required<Backend>;

type Act<Result> = (backend: Whole, seen: readonly SeenRequest[]) => Promise<Result>;

type CallAdapter = <Result>(
  server: {readonly answer: Handler},
  act: Act<Result>,
  changes?: Partial<BackendOptions>,
) => Promise<Result>;

/** Gives what makes an adapter and lets it meet a server. */
export const openAdapter =
  (create: BackendFactory, endpoint: string, site = ''): CallAdapter =>
  ({answer}, act, changes = {}) =>
    onScriptedNetwork(answer, ({seen}) => {
      const options: BackendOptions = {
        endpoint: new URL(endpoint),
        site,
        page: {
          url: `https://news.example${path}?utm_source=x`,
          title: 'مقال',
          canonical: null,
          links: [],
          bodyClasses: [],
          commentForm: null,
        },
        storage: {get: () => null, set: () => false, remove: () => {}},
        headers: {},
        credentials: 'omit',
        ...changes,
      };
      return act(create(options) as Whole, seen);
    });

/** Reads a thread to its end, calling `between` after each page. Gives the pages' ids. */
export async function readAll(
  backend: Whole,
  request: Partial<ListRequest> = {},
  between: (page: CommentPage, index: number) => void = () => {},
): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let cursor: string | null = null;
  do {
    const page = await backend.list(ask({...request, cursor}), signal);
    pages.push(page.comments.map(({id}) => id));
    between(page, pages.length);
    cursor = page.nextCursor;
  } while (cursor !== null && pages.length < 100);
  return pages;
}

/** The error that an attempt ends in, which has that code. */
export async function refusal(attempt: Promise<unknown>, code: ErrorCode): Promise<CommentError> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(CommentError);
  expect(error).to.include({code});
  return error as CommentError;
}
