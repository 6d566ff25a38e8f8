import assert from 'node:assert/strict';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend, PageFacts} from '../../../src/backends/port.js';
import {createWaline} from '../../../src/backends/waline/backend.js';
import type {NewComment} from '../../../src/content/types.js';

/** Never aborted. */
export const {signal} = new AbortController();

export const pageAt = (url: string): PageFacts => ({
  url,
  title: '',
  canonical: null,
  links: [],
  bodyClasses: [],
  commentForm: null,
});

export type Reader = Backend & Required<Pick<Backend, 'list' | 'locate' | 'count' | 'like'>>;

/** The adapter, on a page of another site. */
export function connect(
  url: string,
  page: PageFacts = pageAt('https://news.example/a'),
  headers: Readonly<Record<string, string>> = {},
): Reader {
  const backend = createWaline({
    endpoint: new URL(url),
    site: '',
    page,
    storage: {get: () => null, set: () => false, remove: () => {}},
    headers,
    credentials: 'omit',
  });
  const {list, locate, count, like} = backend;
  assert.ok(list && locate && count && like);
  return {...backend, list, locate, count, like};
}

let written = 0;

/** A comment; without a text of its own it is like no other. */
export function write(change: Partial<NewComment> & {readonly text?: string} = {}): NewComment {
  const number = ++written;
  return {
    thread: '/a',
    parentId: null,
    author: {name: 'ليلى', email: 'laila@example.org', url: null},
    content: {text: change.text ?? `السلام عليكم ${number}`, html: null},
    lang: 'ar',
    dir: 'rtl',
    agreed: {rules: null, privacy: null},
    decoy: '',
    challenge: null,
    key: `key-${number}`,
    ...change,
  };
}

/** The refusal that a promise has to end in. */
export async function refusal(promise: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await promise.then(
    () => assert.fail('was not refused'),
    (error: unknown) => error,
  );
  assert.ok(error instanceof CommentError, String(error));
  return error;
}

const signs: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', nbsp: '\u00a0'};

/** Text that a reader sees of a comment's HTML, as far as Waline writes it. */
export const textOf = (html: string | null | undefined): string =>
  (html ?? '')
    .trim()
    .replace(/<\/p>\s*<p>/g, '\n\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|amp|nbsp);/g, (_, name: string) => signs[name] ?? '');
