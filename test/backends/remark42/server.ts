/** Remark42 as its protocol says it behaves, with its state in memory. */
import type {Handler} from '../../../src/testing.js';
import {cutTree, toTree} from './tree.js';

export interface WireComment {
  readonly id: string;
  readonly pid: string;
  readonly text: string;
  readonly orig: string;
  readonly user: {readonly name: string; readonly id: string; readonly admin: boolean};
  readonly locator: {readonly site: string; readonly url: string};
  readonly score: number;
  readonly time: string;
  readonly edit?: {readonly time: string; readonly summary: string};
  readonly delete?: true;
}

export interface Settings {
  readonly config?: Readonly<Record<string, unknown>>;
  /** How it says who has logged in: by cookies, or by a header. */
  readonly access?: 'cookies' | 'header' | 'header not exposed';
  readonly comments?: readonly WireComment[];
  readonly readOnly?: boolean;
  readonly restrictedNames?: readonly string[];
  /** Does not know `limit` and `offset_id` yet. */
  readonly old?: boolean;
  /** Answers instead of taking a comment. */
  readonly refusal?: () => Response;
}

export interface Remark42 {
  readonly answer: Handler;
  readonly comments: WireComment[];
  /** The cookie that scripts of its own host can read. */
  readonly cookie: (name: string) => string | null;
}

export const host = 'https://news.example';
export const site = 'news';
export const article = `${host}/2026/01/%D9%85%D9%82%D8%A7%D9%84/`;

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json; charset=utf-8', ...headers},
  });

export const plain = (text: string, status: number): Response =>
  new Response(text, {status, headers: {'content-type': 'text/plain; charset=utf-8'}});

export const failure = (code: number, status: number, error = 'no', details = 'failed'): Response =>
  json({code, details, error}, status);

export const defaults = {
  version: 'v1.16.4',
  edit_duration: 300,
  admin_edit: false,
  min_comment_size: 0,
  max_comment_size: 2048,
  admins: [],
  admin_email: '',
  auth_providers: ['anonymous', 'github'],
  low_score: -5,
  critical_score: -10,
  positive_score: false,
  readonly_age: 0,
  send_jwt_header: false,
  subscribers_only: false,
} as const;

const escape = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&#34;')
    .replace(/'/g, '&#39;');

/** A greater number is a later comment. */
export const wireComment = (number: number, changes: Partial<WireComment> = {}): WireComment => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  pid: '',
  text: `<p>تعليق ${number}</p>\n`,
  orig: `تعليق ${number}`,
  user: {name: 'ليلى &amp; شركاه', id: 'anonymous_1', admin: false},
  locator: {site, url: article},
  score: 0,
  time: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString().replace('Z', '123456+00:00'),
  ...changes,
});

const isName = (name: string): boolean => {
  const bytes = new TextEncoder().encode(name).length;
  return bytes >= 3 && bytes <= 64 && /^[\p{L}\d_ ]+$/u.test(name) && name === name.trim();
};

export function openRemark42(settings: Settings = {}): Remark42 {
  const {access = 'cookies', readOnly = false, restrictedNames = [], old = false, refusal} = settings;
  const config = {...defaults, send_jwt_header: access !== 'cookies', ...settings.config};
  const comments = [...(settings.comments ?? [])];
  let session: {readonly name: string; readonly token: string} | null = null;
  let logins = 0;

  /** Who asks, when the request proves it in one of the two ways. */
  function whoAsks({headers, credentials}: Request): string | null {
    if (!session) return null;
    if (access !== 'cookies') return headers.get('x-jwt') === session.token ? session.name : null;
    const sent = credentials !== 'omit' && headers.get('x-xsrf-token') === session.token;
    return sent ? session.name : null;
  }

  async function logIn(request: Request): Promise<Response> {
    if (!config.auth_providers.includes('anonymous')) return json({error: 'provider not found'}, 400);
    const {user, aud} = (await request.json()) as {user: string; aud: string};
    if (!isName(user)) return json({error: 'incorrect user or password'}, 403);
    session = {name: user, token: `token-${++logins}`};
    const body = {name: user, id: `anonymous_${user}`, picture: '', aud, attrs: {}};
    return json(body, 200, access === 'header' ? {'x-jwt': session.token} : {});
  }

  function find(params: URLSearchParams): Response {
    const [url, sort = '+time'] = [params.get('url'), params.get('sort')?.replace(/^ /, '+')];
    const listed = comments.filter(({locator}) => locator.url === url);
    const limit = old ? 0 : Number(params.get('limit') ?? 0);
    const offset = old ? '' : (params.get('offset_id') ?? '');
    const {nodes, last, left} = cutTree(toTree(listed, sort), limit, offset);
    const info = {
      url,
      count: listed.filter((comment) => !comment.delete).length,
      ...(!old && {count_left: left, last_comment: last}),
      ...(readOnly && {read_only: true}),
      first_time: '0001-01-01T00:00:00Z',
      last_time: '0001-01-01T00:00:00Z',
    };
    return json({comments: nodes, info});
  }

  function put(comment: WireComment): Response {
    const index = comments.findIndex(({id}) => id === comment.id);
    comments[index < 0 ? comments.length : index] = comment;
    return json(comment, index < 0 ? 201 : 200);
  }

  function judge(text: string): Response | null {
    const length = [...text].length;
    const tooLong = `comment text exceeded max allowed size ${config.max_comment_size} (${length})`;
    if (!length) return failure(4, 400, 'empty comment text', 'invalid comment');
    if (length > config.max_comment_size) return failure(4, 400, tooLong, 'invalid comment');
    if (length < config.min_comment_size)
      return failure(4, 400, 'comment text is too short', 'invalid comment');
    return null;
  }

  function create(
    user: string,
    body: Pick<WireComment, 'orig' | 'pid' | 'locator'> & {text: string},
  ): Response {
    const {text, pid, locator} = body;
    if (locator.site !== site) return failure(4, 403, 'site mismatch');
    const refused = judge(text) ?? (readOnly ? failure(8, 403, 'rejected', 'old post, read-only') : null);
    if (refused) return refused;
    const id = comments.length + 1;
    const author = {name: escape(user), id: `anonymous_${user}`, admin: false};
    return put(wireComment(id, {pid, locator, orig: text, text: `<p>${escape(text)}</p>\n`, user: author}));
  }

  async function change(user: string, id: string, request: Request): Promise<Response> {
    const before = comments.find((one) => one.id === id);
    if (!before) return failure(1, 400);
    if (before.user.id !== `anonymous_${user}`) return failure(3, 403);
    if (comments.some(({pid}) => pid === id)) return failure(11, 400);
    const body = (await request.json()) as {text?: string; delete?: boolean};
    if (body.delete) return put({...before, text: '', orig: '', delete: true});
    const text = body.text ?? '';
    const edit = {time: '2026-01-02T00:00:00Z', summary: ''};
    return judge(text) ?? put({...before, orig: text, text: `<p>${escape(text)}</p>\n`, edit});
  }

  return {
    comments,
    cookie: (name) =>
      access === 'cookies' && name === 'XSRF-TOKEN' && session !== null ? session.token : null,
    async answer(request) {
      const {pathname, searchParams} = new URL(request.url);
      const [, , , kind = '', id = ''] = pathname.split('/');
      if (pathname === '/auth/anonymous/login') return logIn(request);
      if (!pathname.startsWith('/api/v1/')) return plain('404 page not found', 404);
      if (request.method === 'GET') {
        if (kind === 'config') return json(config);
        if (kind === 'find') return find(searchParams);
        const comment = comments.find((one) => one.id === id);
        return comment ? json(comment) : failure(1, 400, 'not found', "can't get comment by id");
      }
      if (kind === 'counts') {
        if (searchParams.get('site') !== site) return failure(6, 400, 'site not found');
        const urls = (await request.json()) as readonly string[];
        const count = (url: string): number =>
          comments.filter(({locator, delete: gone}) => locator.url === url && !gone).length;
        return json(urls.map((url) => ({url, count: count(url)})));
      }
      if (searchParams.get('site') !== site) return plain('Access denied', 403);
      const user = whoAsks(request);
      if (user === null || restrictedNames.includes(user)) return plain('Unauthorized', 401);
      if (refusal) return refusal();
      if (request.method === 'PUT') return change(user, id, request);
      return create(user, (await request.json()) as Parameters<typeof create>[1]);
    },
  };
}
