import assert from 'node:assert/strict';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend, PageFacts} from '../../../src/backends/port.js';
import {createWordPress} from '../../../src/backends/wordpress/backend.js';
import type {NewComment} from '../../../src/content/types.js';
import type {WordPressSite} from './site.js';

/** Never aborted. */
export const {signal} = new AbortController();

/** A page that says nothing of itself. */
export const plainPage = (url: string): PageFacts => ({
  url,
  title: '',
  canonical: null,
  links: [],
  bodyClasses: [],
  commentForm: null,
});

export const pageElsewhere: PageFacts = plainPage('https://other.example/article');

export type Reader = Backend & Required<Pick<Backend, 'list' | 'locate'>>;

/** The adapter, on a page of the site itself unless told otherwise. */
export function connect({url}: {readonly url: string}, page: PageFacts = plainPage(url)): Reader {
  const backend = createWordPress({
    endpoint: new URL(url),
    site: '',
    page,
    storage: {get: () => null, set: () => false, remove: () => {}},
    headers: {},
    credentials: 'omit',
  });
  assert.ok(backend.list && backend.locate);
  return {...backend, list: backend.list, locate: backend.locate};
}

let written = 0;

/** A comment on the open post; without a text of its own it is like no other. */
export function write(
  {posts}: WordPressSite,
  change: Partial<NewComment> & {text?: string} = {},
): NewComment {
  const number = ++written;
  return {
    thread: String(posts.open.id),
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
