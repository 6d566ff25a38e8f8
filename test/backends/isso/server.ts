/** Isso as its protocol describes it, in memory: it answers as version 0.14.0 does, or as an older one. */
import {listOf, toWire, type Stored} from './listing.js';
import {render} from './renderings.js';
import type {Handler} from '../../../src/testing.js';

export interface IssoSettings {
  readonly version: string;
  /** Holds what is posted. */
  readonly moderation: boolean;
  readonly requireAuthor: boolean;
  readonly requireEmail: boolean;
  /** Comments of one network in a minute. */
  readonly rateLimit: number;
  /** Top-level comments of one network in a thread. */
  readonly directReply: number;
  readonly replyToSelf: boolean;
  /** Whether the browser keeps its cookies. */
  readonly keepsCookies: boolean;
}

export interface Isso {
  readonly answer: Handler;
  readonly comments: Stored[];
  /** The bodies of what was posted. */
  readonly posted: readonly Readonly<Record<string, unknown>>[];
  /** Puts a comment there as another reader's. A greater number is a later one. */
  add(uri: string, id: number, changes?: Partial<Stored>): void;
  /** Takes a comment out for good. */
  drop(id: number): void;
  /** Lets a minute or more go by. */
  wait(seconds: number): void;
}

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

const names: Readonly<Record<number, string>> = {400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found'};

/** An error that is returned: a page, whatever was asked for. */
export const page = (status: number, reason: string): Response =>
  new Response(
    `<!doctype html>\n<html lang=en>\n<title>${status} ${names[status]}</title>\n<h1>${names[status]}</h1>\n<p>${reason}</p>\n`,
    {status, headers: {'content-type': 'text/html; charset=utf-8'}},
  );

/** An error that is raised: JSON, if that is asked for. */
export const raised = (status: number, reason: string, request?: Request): Response =>
  request && !request.headers.get('accept')?.startsWith('application/json')
    ? page(status, reason)
    : json({message: `${status} ${names[status]}: ${reason}`}, status);

/** A second is enough: comments are numbered by their seconds. */
const start = Date.UTC(2026, 0, 1) / 1000;

const usual: IssoSettings = {
  version: '0.14.0',
  moderation: false,
  requireAuthor: false,
  requireEmail: false,
  rateLimit: Infinity,
  directReply: Infinity,
  replyToSelf: true,
  keepsCookies: true,
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isNullOrText = (value: unknown): boolean =>
  value === undefined || value === null || typeof value === 'string';
const escape = (value: unknown): string =>
  text(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What is wrong with the body of a comment, in Isso's words. */
function wrong(body: Readonly<Record<string, unknown>>): string | undefined {
  const {parent = null, website, email} = body;
  if (!('text' in body)) return 'text is missing';
  if (parent !== null && !Number.isInteger(parent)) return 'parent must be an integer or null';
  for (const field of ['text', 'author', 'website', 'email'])
    if (!isNullOrText(body[field])) return `${field} must be a string or null`;
  if (text(body['text']).trimEnd().length < 3) return 'text is too short (minimum length: 3)';
  if (text(body['text']).length > 65_535) return 'text is too long (maximum length: 65535)';
  if (text(email).length > 254) return 'http://tools.ietf.org/html/rfc5321#section-4.5.3';
  if (text(website).length > 254) return 'arbitrary length limit';
  if (website && !/^(?:https?:\/\/)?[\w.-]+\.\w+/.test(text(website))) return 'Website not Django-conform';
  return undefined;
}

export function runIsso(changes: Partial<IssoSettings> = {}): Isso {
  const settings = {...usual, ...changes};
  const comments: Stored[] = [];
  const posted: Readonly<Record<string, unknown>>[] = [];
  const cookies = new Set<number>();
  const voted = new Set<number>();
  let now = start + 1_000_000;

  const find = (id: number): Stored | undefined => comments.find((one) => one.id === id);

  /** What the guard has against it. */
  function guarded(uri: string, body: Readonly<Record<string, unknown>>): string | undefined {
    const own = comments.filter(({mine}) => mine);
    const recent = own.filter(({created}) => created > now - 60);
    if (recent.length >= settings.rateLimit)
      return `127.0.0.0: ratelimit exceeded (${recent.map(({id}) => id).join(', ')})`;
    const direct = own.filter((one) => one.uri === uri && one.parent === null).length;
    if (body['parent'] === null && direct >= settings.directReply)
      return `${direct} direct responses to ${uri}`;
    const answered = find(Number(body['parent']));
    if (!settings.replyToSelf && answered?.mine && answered.created > now - 900)
      return 'edit time frame is still open';
    if (settings.requireEmail && !body['email']) return 'email address required but not provided';
    if (settings.requireAuthor && !body['author']) return 'author address required but not provided';
    return undefined;
  }

  function create(uri: string, body: Readonly<Record<string, unknown>>, request: Request): Response {
    posted.push(body);
    const mistake = wrong(body);
    if (mistake) return page(400, mistake);
    const objection = guarded(uri, body);
    if (objection) return raised(403, objection, request);
    if (!body['title'] && !comments.some((one) => one.uri === uri))
      return page(400, `Cannot create new thread: URI ${uri} is not accessible and no title was provided`);
    now += 1;
    const parent = find(Number(body['parent']));
    const comment: Stored = {
      uri,
      id: Math.max(0, ...comments.map(({id}) => id)) + 1,
      // Two levels; a parent that is not there is forgotten.
      parent: parent?.uri === uri ? (parent.parent ?? parent.id) : null,
      mode: settings.moderation ? 2 : 1,
      created: now,
      modified: null,
      text: render(text(body['text'])),
      author: body['author'] ? escape(body['author']) : null,
      website: body['website'] ? escape(body['website']).replace(/"/g, '&quot;') : null,
      likes: 0,
      dislikes: 0,
      mine: true,
    };
    comments.push(comment);
    if (settings.keepsCookies) cookies.add(comment.id);
    return json(toWire(comment), settings.moderation ? 202 : 201, {
      'x-set-cookie': `isso-${comment.id}=x; Path=/`,
    });
  }

  function own(id: number, request: Request, body: Readonly<Record<string, unknown>>): Response {
    const comment = find(id);
    const isAuthor = cookies.has(id) && request.credentials === 'include';
    if (!isAuthor)
      return comment ? raised(403, "You don't have the permission", request) : raised(404, 'x', request);
    if (request.method === 'GET') return comment ? json(toWire(comment)) : raised(404, 'x', request);
    // It stumbles over what is gone.
    if (!comment) return new Response('', {status: 500});
    if (request.method === 'PUT') {
      const mistake = wrong(body);
      if (mistake) return page(400, mistake);
      Object.assign(comment, {text: render(text(body['text'])), modified: now});
      return json(toWire(comment));
    }
    if (!comments.some(({parent}) => parent === id)) {
      comments.splice(comments.indexOf(comment), 1);
      return json(null);
    }
    Object.assign(comment, {mode: 4, text: '', author: null, website: null});
    return json(toWire(comment));
  }

  function vote(id: number): Response {
    const comment = find(id);
    if (!comment) return json(null);
    const again = comment.mine || voted.has(id);
    voted.add(id);
    if (!again) comment.likes++;
    const {likes, dislikes} = comment;
    return json({likes, dislikes, ...(again && {message: 'denied'})});
  }

  const answer: Handler = async (request) => {
    const {pathname, searchParams} = new URL(request.url);
    const path = pathname.replace(/^\/isso/, '');
    const uri = searchParams.get('uri');
    const type = request.headers.get('content-type');
    const sent: unknown = await request.json().catch(() => undefined);
    const [, id] = /^\/id\/(\d+)/.exec(path) ?? [];
    const isOld = settings.version < '0.13';
    if (path === '/info')
      return json({version: settings.version, host: '', origin: '', moderation: settings.moderation});
    const config = {'require-email': settings.requireEmail, 'require-author': settings.requireAuthor};
    if (path === '/config' && !isOld) return json({config});
    if (path === '/count')
      return json(
        (sent as string[]).map(
          (one) => comments.filter((comment) => comment.uri === one && comment.mode === 1).length,
        ),
      );
    if (request.method !== 'GET' && type && !type.startsWith('application/json'))
      return raised(403, 'CSRF', request);
    const body = (sent ?? {}) as Readonly<Record<string, unknown>>;
    if (path === '/' && uri !== null) {
      const listed = comments.filter((one) => one.uri === uri && one.mode !== 2);
      // What was so before 2019 is told by nothing else than the version.
      if (listed.length === 0 && settings.version < '0.12.3') return raised(404, 'x', request);
      return json({...listOf(listed, searchParams, settings.version >= '0.14'), config});
    }
    if (path === '/new' && uri !== null) return create(uri, body, request);
    if (id && path.endsWith('/like')) return vote(Number(id));
    if (id) return own(Number(id), request, body);
    return raised(uri === null && /^\/(?:new)?$/.test(path) ? 400 : 404, 'missing uri query', request);
  };

  return {
    answer,
    comments,
    posted,
    add(uri, id, changes = {}) {
      if (changes.mine) cookies.add(id);
      comments.push({
        uri,
        id,
        parent: null,
        mode: 1,
        created: start + id,
        modified: null,
        text: `<p>تعليق ${id}</p>`,
        author: 'ليلى &amp; شركاه',
        website: null,
        likes: 0,
        dislikes: 0,
        mine: false,
        ...changes,
      });
    },
    drop(id) {
      comments.splice(0, comments.length, ...comments.filter((one) => one.id !== id && one.parent !== id));
    },
    wait(seconds) {
      now += seconds;
    },
  };
}
