/** Answers as WordPress 6.1 gave them, its address aside. */
import {createWordPress} from '../../../src/backends/wordpress/backend.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';

export const blog = 'https://blog.example/';

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json; charset=UTF-8', ...headers},
  });

/** A comment of the API; a greater number is a later one. */
export const wireComment = (
  id: number,
  changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  id,
  parent: 0,
  author_name: 'ليلى &amp; شركاه',
  author_url: 'https://laila.example/?a=1&amp;b=2',
  date_gmt: new Date(Date.UTC(2026, 0, 1, 0, id)).toISOString().slice(0, 19),
  content: {rendered: `<p>تعليق ${id}</p>\n`},
  link: `${blog}open/#comment-${id}`,
  status: 'approved',
  ...changes,
});

export const apiError = (code: string, status: number, message = 'No.'): Response =>
  json({code, message, data: {status}}, status);

/** What the form answers with when it is asked for JSON. */
export const formError = (status: number, message = 'No.'): Response =>
  json({code: 'wp_die', message: `<p>${message}</p>`, data: {status}, additional_errors: []}, status);

/** Path in the API, however it was asked for. */
export const routeOf = (url: string): string => {
  const {pathname, searchParams} = new URL(url);
  return searchParams.get('rest_route') ?? pathname.replace(/^\/wp-json/, '');
};

/** A stretch of `comments`, as WordPress cuts it. */
export function listOf(comments: readonly unknown[], url: string): Response {
  const {searchParams} = new URL(url);
  const offset = Number(searchParams.get('offset') ?? 0);
  const rows = comments.slice(offset, offset + Number(searchParams.get('per_page') ?? 10));
  return json(rows, 200, {'x-wp-total': String(comments.length)});
}

/** A blog with those comments, newest first, which answers what is posted with `posted`. */
export const serve =
  (comments: readonly unknown[], posted: Handler = () => json({}, 500), commentStatus = 'open'): Handler =>
  (request) => {
    if (request.method === 'POST') return posted(request);
    return routeOf(request.url) === '/wp/v2/comments'
      ? listOf(comments, request.url)
      : json({comment_status: commentStatus});
  };

const made =
  (status: string): Handler =>
  () =>
    json(wireComment(7, {status}), 201);

/** Twos: a comment and its reply. */
const conversation = Array.from({length: 130}, (_, index) =>
  wireComment(index + 1, {parent: index % 2 ? index : 0}),
).toReversed();

const refusal = (
  wire: string,
  status: number,
  code: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
): Refusal => ({name: wire, answer: serve([], () => apiError(wire, status)), code, fields});

/** On a page of another origin, where only the API can be used. */
export const wordpressSubject: BackendSubject = {
  create: createWordPress,
  endpoint: blog,
  options: {
    page: {
      url: 'https://news.example/article',
      title: 'مقال',
      canonical: null,
      links: [],
      bodyClasses: [],
      commentForm: null,
    },
  },
  thread: '4',
  empty: {answer: serve([])},
  conversation: {answer: serve(conversation), comments: 130, pageSize: 10},
  spoilt: {answer: serve([wireComment(3), wireComment(2, {content: 'x'}), wireComment(1)])},
  published: {answer: serve([], made('approved'))},
  held: {answer: serve([], made('hold'))},
  refusals: [
    refusal('rest_comment_closed', 403, 'closed'),
    refusal('rest_comment_login_required', 401, 'login-required'),
    refusal('comment_duplicate', 409, 'duplicate'),
    refusal('comment_flood', 400, 'too-fast'),
    refusal('rest_comment_invalid_post_id', 403, 'not-found'),
    refusal('rest_comment_draft_post', 403, 'not-found'),
    refusal('rest_cannot_read_post', 401, 'not-found'),
    refusal('rest_invalid_param', 400, 'invalid', ['email']),
    refusal('comment_author_url_column_length', 400, 'invalid'),
    refusal('rest_comment_failed_create', 500, 'server'),
  ],
};
