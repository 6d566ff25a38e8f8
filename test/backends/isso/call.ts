import {expect} from '@open-wc/testing';
import {createIsso} from '../../../src/backends/isso/backend.js';
import {CommentError, type ErrorCode} from '../../../src/backends/errors.js';
import type {Backend, BackendOptions, CommentPage, ListRequest} from '../../../src/backends/port.js';
import {onScriptedNetwork, type SeenRequest} from '../../../src/backends/contract-server.js';
import type {NewComment} from '../../../src/content/types.js';
import type {Isso} from './server.js';

export const {signal} = new AbortController();
export const thread = '/2026/01/مقال';
export const uri = '/2026/01/%D9%85%D9%82%D8%A7%D9%84/';

const options: BackendOptions = {
  endpoint: new URL('https://comments.example/isso/'),
  site: '',
  page: {
    url: `https://news.example${uri}?utm_source=x`,
    title: 'مقال',
    canonical: null,
    links: [],
    bodyClasses: [],
    commentForm: null,
  },
  storage: {get: () => null, set: () => false, remove: () => {}},
  headers: {},
  credentials: 'omit',
};

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

/** Proof: every test asks only for what Isso has. */
type Whole = Required<Backend>;

/** A backend and the server behind it. */
export const withIsso = <Result>(
  {answer}: Pick<Isso, 'answer'>,
  act: (backend: Whole, seen: readonly SeenRequest[]) => Promise<Result>,
  changes: Partial<BackendOptions> = {},
): Promise<Result> =>
  onScriptedNetwork(answer, ({seen}) => act(createIsso({...options, ...changes}) as Whole, seen));

export const ask = (changes: Partial<ListRequest> = {}): ListRequest => ({
  thread,
  order: 'newest',
  limit: 20,
  cursor: null,
  ...changes,
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

export async function refusal(attempt: Promise<unknown>, code: ErrorCode): Promise<CommentError> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(CommentError);
  expect(error).to.include({code});
  return error as CommentError;
}
