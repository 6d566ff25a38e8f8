/** Answers as Waline 1.39 gave them, its address aside. */
import {createWaline} from '../../../src/backends/waline/backend.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';

export const server = 'https://waline.example/';

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json; charset=utf-8', 'x-waline-version': '1.39.3'},
  });

export const success = (data: unknown): Response => json({errno: 0, errmsg: '', data});

export const failure = (errno: number, errmsg: unknown, status = 200): Response =>
  json({errno, errmsg}, status);

type Wire = Readonly<Record<string, unknown>>;

/** A comment of the list; a greater number is a later one. */
export const wireComment = (objectId: number | string, changes: Wire = {}): Wire => ({
  status: 'approved',
  comment: `<p>تعليق ${objectId}</p>\n`,
  link: 'https://laila.example',
  nick: 'ليلى <b>',
  pid: null,
  rid: null,
  user_id: null,
  sticky: null,
  like: 0,
  objectId,
  browser: 'Firefox128.0',
  os: 'Linux',
  avatar: 'https://avatars.example/1',
  orig: `تعليق ${objectId}`,
  time: Date.UTC(2026, 0, 1, 0, Number(objectId) || 0),
  ...changes,
});

/** A comment at the top level with what is below it. */
export const wireRoot = (objectId: number, children: readonly Wire[] = [], changes: Wire = {}): Wire => ({
  ...wireComment(objectId, changes),
  children,
});

/** A page of `roots`, as Waline cuts it. */
export function listOf(roots: readonly Wire[], url: string): Response {
  const {searchParams} = new URL(url);
  const page = Number(searchParams.get('page') ?? 1);
  const pageSize = Number(searchParams.get('pageSize') ?? 10);
  if (pageSize > 100) return failure(1001, {pageSize: 'pageSize need an integer under 100'});
  const count = roots.reduce(
    (sum, {children}) => sum + 1 + (Array.isArray(children) ? children.length : 0),
    0,
  );
  return success({
    page,
    totalPages: Math.ceil(roots.length / pageSize),
    pageSize,
    count,
    data: roots.slice((page - 1) * pageSize, page * pageSize),
  });
}

/** A thread of `roots`, newest first, that answers what is posted with `posted`. */
export const thread =
  (roots: readonly Wire[], posted: Handler = () => failure(500, 'not asked for', 500)): Handler =>
  (request) =>
    request.method === 'GET' ? listOf(roots, request.url) : posted(request);

const made =
  (status: string): Handler =>
  () =>
    success(wireComment(7, {status}));

/** Threes: a comment, its reply, and the reply to that. */
const conversation = Array.from({length: 60}, (_, index) => {
  const id = index * 3 + 1;
  return wireRoot(id, [wireComment(id + 2, {pid: id + 1, rid: id}), wireComment(id + 1, {pid: id, rid: id})]);
}).toReversed();

const counted: Readonly<Record<string, number>> = {'/a': 2, '/a/': 1, '/b, c': 3};

const refusal = (
  name: string,
  answer: () => Response,
  code: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
): Refusal => ({name, answer: thread([], answer), code, fields});

export const walineSubject: BackendSubject = {
  create: createWaline,
  endpoint: server,
  empty: {answer: thread([])},
  conversation: {answer: thread(conversation), comments: 180, pageSize: 10},
  spoilt: {
    answer: thread([wireRoot(3), wireRoot(1, [wireComment(2, {objectId: null, pid: 1, rid: 1})])]),
  },
  counts: {
    answer: ({url}) => success(new URL(url).searchParams.getAll('url').map((path) => counted[path] ?? 0)),
    numbers: new Map([
      ['/a', 3],
      ['/b, c', 3],
      ['/none', 0],
    ]),
  },
  published: {answer: thread([], made('approved'))},
  held: {answer: thread([], made('waiting'))},
  refusals: [
    refusal('a bad body', () => failure(400, 'Incorrect parameter format', 400), 'invalid'),
    refusal('no login', () => failure(401, 'Unauthorized', 401), 'login-required'),
    refusal('forbidden', () => failure(403, 'Forbidden', 403), 'forbidden'),
    refusal('no text', () => failure(1001, {comment: 'comment can not be blank'}), 'invalid', ['content']),
    refusal('no thread', () => failure(1001, {url: 'url can not be blank'}), 'invalid', ['thread']),
    refusal('duplicate', () => failure(1000, 'Duplicate Content'), 'duplicate'),
    refusal('too fast', () => failure(1000, 'Comment too fast!'), 'too-fast'),
    refusal('a rule of the site', () => failure(1000, 'لا'), 'forbidden'),
    refusal('a failure', () => failure(500, 'Cannot read properties of undefined', 500), 'server'),
    refusal('no helper', () => new Response('Bad Gateway', {status: 502}), 'server'),
    refusal('a number of its own', () => failure(1234, ''), 'invalid-response'),
    refusal('no envelope', () => json({data: wireComment(7)}), 'invalid-response'),
    refusal('another place', () => failure(404, 'url `/x/api/comment` not found.', 404), 'not-found'),
  ],
};
