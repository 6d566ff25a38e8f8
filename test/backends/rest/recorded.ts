import type {BackendSubject, Handler} from '../../../src/testing.js';
import {createRest} from '../../../src/backends/rest/backend.js';

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

/** A comment as the server sends it. */
export const wireComment = (id: string, changes: Readonly<Record<string, unknown>> = {}): object => ({
  id,
  parentId: null,
  author: {name: 'ليلى', url: 'https://laila.example/', role: null},
  content: {text: `تعليق ${id}`, html: null},
  createdAt: '2026-01-31T18:04:05.000Z',
  editedAt: null,
  status: 'published',
  likes: 2,
  url: `https://news.example/a#comment-${id}`,
  ...changes,
});

export const wirePage = (
  comments: readonly unknown[],
  changes: Readonly<Record<string, unknown>> = {},
): object => ({
  comments,
  total: comments.length,
  nextCursor: null,
  prevCursor: null,
  closed: false,
  ...changes,
});

export const capabilities = {
  version: 1,
  orders: ['newest', 'oldest', 'popular'],
  requires: ['name', 'email'],
  maxLength: 5000,
  like: true,
  edit: true,
  report: true,
  counts: true,
  around: true,
  idempotent: true,
  moderation: 'none',
  challenge: null,
};

const conversation: Handler = ({url}) => {
  const {searchParams} = new URL(url);
  const from = Number((searchParams.get('cursor') ?? 'p0').slice(1));
  const tops = Array.from({length: 5}, (_, index) => String(from * 5 + index));
  return json(
    wirePage(
      tops.flatMap((id) => [wireComment(id), wireComment(`${id}-1`, {parentId: id})]),
      {total: 30, nextCursor: from < 2 ? `p${from + 1}` : null},
    ),
  );
};

const answerOf =
  (status: string, code: number): Handler =>
  ({method}) =>
    method === 'GET'
      ? json(capabilities)
      : json(
          {comment: wireComment('n1', {status}), edit: {token: 'abc', until: '2026-01-31T18:19:05Z'}},
          code,
        );

const problem =
  (status: number, code: string, rest: object = {}): Handler =>
  () =>
    json({type: 'about:blank', title: 'x', status, code, ...rest}, status);

export const restSubject: BackendSubject = {
  create: createRest,
  endpoint: 'https://news.example/api/comments',
  empty: {answer: () => json(wirePage([]))},
  conversation: {answer: conversation, comments: 30, pageSize: 5},
  spoilt: {answer: () => json(wirePage([wireComment('1'), {id: 2, author: 'x'}, wireComment('3')]))},
  published: {answer: answerOf('published', 201)},
  held: {answer: answerOf('held', 202)},
  counts: {
    answer: () => json({counts: {'/a': 3}}),
    numbers: new Map([
      ['/a', 3],
      ['/b', 0],
    ]),
  },
  located: {answer: () => json(wirePage([wireComment('7'), wireComment('8', {parentId: '7'})])), id: '8'},
  missing: {answer: problem(404, 'not-found'), id: '9'},
  liked: {answer: () => json({likes: 3}), id: '7', likes: 3},
  edited: {answer: () => json({comment: wireComment('7')}), id: '7', token: 'abc'},
  removed: {answer: () => new Response(null, {status: 204}), id: '7', token: 'abc'},
  reported: {answer: () => new Response(null, {status: 204}), id: '7'},
  own: {
    answer: () => json({comment: wireComment('7', {status: 'held'})}),
    id: '7',
    token: 'abc',
    status: 'held',
  },
  refusals: [
    {name: 'closed', answer: problem(403, 'closed'), code: 'closed'},
    {name: 'spam', answer: problem(403, 'spam'), code: 'spam'},
    {name: 'login', answer: problem(401, 'login-required'), code: 'login-required'},
    {name: 'duplicate', answer: problem(409, 'duplicate'), code: 'duplicate'},
    {name: 'parent gone', answer: problem(410, 'parent-missing'), code: 'parent-missing'},
    {
      name: 'fields',
      answer: problem(422, 'invalid', {
        errors: [
          {field: 'email', code: 'malformed'},
          {field: 'content', code: 'too-long', limit: 10},
        ],
      }),
      code: 'invalid',
      fields: ['email', 'content'],
    },
  ],
};
