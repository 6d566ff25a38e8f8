// Speaks the REST contract to any server, for the rules that check it.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';

/** The server under test. */
export interface Target {
  /** Address of the collection. New comments are published at once, and nothing is limited. */
  readonly endpoint: string;
  /** Origin whose pages may use it. */
  readonly allowedOrigin: string;
  readonly moderatorToken: string;
  /** The same comments by a server on which new ones are held. */
  readonly moderated: string;
  /** The same comments by a server that takes `limit` new comments a minute from one address. */
  readonly limited: {readonly endpoint: string; readonly limit: number};
}

export interface WireComment {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: {readonly name: string; readonly url: string | null; readonly role: string | null};
  readonly content: {readonly text: string | null; readonly html: string | null};
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly status: string;
  readonly likes: number;
  readonly url: string | null;
  readonly moreReplies?: number;
}

export interface WirePage {
  readonly comments: readonly WireComment[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
  readonly closed: boolean;
}

export interface WireCreated {
  readonly comment: WireComment;
  readonly edit?: {readonly token: string; readonly until: string};
}

/** A thread that nobody has written in, with an address as Arabic sites have them. */
export const newThread = (): string => `/2026/01/مقال-${randomUUID()}`;

let written = 0;

/** Body of a POST that every server takes, with whatever differs. */
export const draft = (thread: string, text = `تعليق رقم ${++written}`, more: object = {}): object => ({
  site: null,
  thread,
  parentId: null,
  page: {url: 'https://news.example/2026/01/article', title: 'مقال'},
  author: {name: 'ليلى', email: 'laila@example.org', url: null},
  content: {text, html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  ...more,
});

export const send = (
  method: string,
  address: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(address, {
    method,
    headers: {'Content-Type': 'application/json', ...headers},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

export const post = (
  endpoint: string,
  body: unknown,
  key: string = randomUUID(),
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => send('POST', endpoint, body, {'Idempotency-Key': key, ...headers});

export const bearer = (token: string): Readonly<Record<string, string>> => ({
  Authorization: `Bearer ${token}`,
});

/** JSON of a success; fails with what the server said otherwise. */
export async function success<T>(response: Response, status: number): Promise<T> {
  const body = await response.text();
  assert.equal(response.status, status, body.slice(0, 500));
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/json\b/);
  return JSON.parse(body) as T;
}

/** Posts a comment that has to be published. */
export async function publish(
  {endpoint}: {readonly endpoint: string},
  thread: string,
  text?: string,
  more?: object,
  headers?: Readonly<Record<string, string>>,
): Promise<WireCreated> {
  return success<WireCreated>(await post(endpoint, draft(thread, text, more), undefined, headers), 201);
}

export const reply = async (target: Target, thread: string, parentId: string, text?: string) =>
  (await publish(target, thread, text, {parentId})).comment;

export const address = (endpoint: string, query: Readonly<Record<string, string | number>>): string => {
  const url = new URL(endpoint);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
};

export const list = async (
  {endpoint}: {readonly endpoint: string},
  query: Readonly<Record<string, string | number>>,
): Promise<WirePage> => success<WirePage>(await fetch(address(endpoint, query)), 200);

/** Checks an answer against RFC 9457 and the contract's two members; gives its field errors. */
export async function problem(
  response: Response,
  statuses: number | readonly number[],
  code: string,
): Promise<readonly {field: string; code: string; limit?: number}[]> {
  const text = await response.text();
  assert.ok([statuses].flat().includes(response.status), `${response.status} ${text.slice(0, 500)}`);
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json\b/);
  const body = JSON.parse(text) as {
    type: unknown;
    title: unknown;
    status: unknown;
    code: unknown;
    errors?: {field: string; code: string; limit?: number}[];
  };
  assert.equal(typeof body.type, 'string');
  assert.equal(typeof body.title, 'string');
  assert.equal(body.status, response.status);
  assert.equal(body.code, code);
  return body.errors ?? [];
}

export const texts = (comments: readonly WireComment[]): (string | null)[] =>
  comments.map(({content}) => content.text);

export const tops = (comments: readonly WireComment[]): readonly WireComment[] =>
  comments.filter(({parentId}) => parentId === null);

/** Reads a thread to its end; `between` runs after each page. */
export async function readAll(
  target: {readonly endpoint: string},
  query: Readonly<Record<string, string | number>>,
  between: (page: WirePage, number: number) => Promise<void> = async () => {},
): Promise<WireComment[]> {
  const all: WireComment[] = [];
  let cursor: string | null = null;
  for (let number = 1; ; number++) {
    const page: WirePage = await list(target, cursor === null ? query : {...query, cursor});
    all.push(...page.comments);
    if (page.nextCursor === null) return all;
    assert.notEqual(page.nextCursor, cursor, 'the cursor leads nowhere');
    assert.ok(number < 200, 'the pages have no end');
    cursor = page.nextCursor;
    await between(page, number);
  }
}

/** One rule of the contract. */
export interface Rule {
  readonly part: string;
  readonly name: string;
  readonly check: (target: Target) => Promise<void>;
}

export const rules = (part: string, checks: Readonly<Record<string, Rule['check']>>): readonly Rule[] =>
  Object.entries(checks).map(([name, check]) => ({part, name, check}));
