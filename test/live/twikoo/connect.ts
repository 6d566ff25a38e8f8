import assert from 'node:assert/strict';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend, PageFacts, SafeStorage} from '../../../src/backends/port.js';
import {createTwikoo} from '../../../src/backends/twikoo/backend.js';
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

/** What a reader's device keeps. */
export function openDevice(): SafeStorage {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => Boolean(kept.set(key, value)),
    remove: (key) => void kept.delete(key),
  };
}

export type Reader = Required<
  Pick<Backend, 'capabilities' | 'create' | 'list' | 'locate' | 'count' | 'like' | 'remove'>
>;

/** A reader, on a page of another site unless told otherwise, with a device of their own. */
export function connect(
  {url}: {readonly url: string},
  page: PageFacts = pageAt('https://news.example/a'),
  storage: SafeStorage = openDevice(),
): Reader {
  const backend = createTwikoo({
    endpoint: new URL(url),
    site: '',
    page,
    storage,
    headers: {},
    credentials: 'omit',
  });
  const {list, locate, count, like, remove} = backend;
  assert.ok(list && locate && count && like && remove);
  return {...backend, list, locate, count, like, remove};
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

/** Text that a reader sees of a comment's HTML, as far as it is written here. */
export const textOf = (html: string | null | undefined): string =>
  (html ?? '')
    .replace(/<br>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|amp|nbsp);/g, (_, name: string) => signs[name] ?? '');
