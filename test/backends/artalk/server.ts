/** Artalk as its protocol describes it, in memory. */
import type {Handler} from '../../../src/testing.js';
import {listOf, toWire, type Stored} from './listing.js';
import {render} from './renderings.js';

export interface ArtalkSettings {
  readonly sites: readonly string[];
  /** Holds what is posted. */
  readonly moderation: boolean;
  /** A page of which only administrators write. */
  readonly adminOnly: boolean;
  /** E-mail addresses of administrators. */
  readonly admins: readonly string[];
  /** Whether visitors may write. */
  readonly anonymous: boolean;
  /** Actions of one address in a minute before a captcha is asked for. */
  readonly actionLimit: number;
  /** What the captcha's image shows; null: it is solved in a frame. */
  readonly captcha: string | null;
  readonly vote: boolean;
}

export interface Artalk {
  readonly answer: Handler;
  readonly comments: Stored[];
  /** The bodies of what was posted. */
  readonly posted: readonly Readonly<Record<string, unknown>>[];
  /** Puts a comment there as another reader's. A greater number is a later one. */
  add(pageKey: string, id: number, changes?: Partial<Stored>): void;
  drop(id: number): void;
  /** Another reader behind the same address votes. */
  vote(id: number): void;
  wait(seconds: number): void;
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});

export const refused = (
  status: number,
  msg: string,
  flags: Readonly<Record<string, unknown>> = {},
): Response => json({msg, ...flags}, status);

/** Whole seconds, without a zone. */
export const dateOf = (seconds: number): string =>
  new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

const usual: ArtalkSettings = {
  sites: ['الأخبار'],
  moderation: false,
  adminOnly: false,
  admins: [],
  anonymous: true,
  actionLimit: Infinity,
  captcha: 'abcd',
  vote: true,
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export function runArtalk(changes: Partial<ArtalkSettings> = {}): Artalk {
  const settings = {...usual, ...changes};
  const comments: Stored[] = [];
  const posted: Readonly<Record<string, unknown>>[] = [];
  const votes = new Set<number>();
  let actions: number[] = [];
  let passes = 0;
  let now = 1_000_000;

  const find = (id: number): Stored | undefined => comments.find((one) => one.id === id);

  /** What every action goes through: each pass allows exactly one. */
  function captcha(): Response | undefined {
    actions = actions.filter((time) => time > now - 60);
    if (actions.length < settings.actionLimit) {
      actions.push(now);
      return undefined;
    }
    if (passes > 0) {
      passes--;
      return undefined;
    }
    const flags = settings.captcha === null ? {iframe: true} : {img_data: 'data:image/png;base64,AAAA'};
    return refused(403, '需要验证码', {need_captcha: true, ...flags});
  }

  function siteError(site: string): Response | undefined {
    if (!site) return refused(400, 'site_name is required', {err_no_site: true});
    return settings.sites.includes(site) ? undefined : refused(404, 'Site not found', {err_no_site: true});
  }

  function create(body: Readonly<Record<string, unknown>>): Response {
    posted.push(body);
    for (const field of ['name', 'email', 'content', 'page_key'])
      if (!text(body[field])) return refused(400, `${field[0]?.toUpperCase()}${field.slice(1)} is required`);
    const noSite = siteError(text(body['site_name']));
    if (noSite) return noSite;
    if (!/^\S+@\S+\.\S+$/.test(text(body['email']))) return refused(400, 'Invalid Email');
    if (body['link'] && !/^https?:\/\//.test(text(body['link']))) return refused(400, 'Invalid Link');
    if (settings.adminOnly || settings.admins.includes(text(body['email'])))
      return refused(403, 'Login required', {need_login: true});
    if (!settings.anonymous) return refused(500, 'anonymous user is not allowed');
    const demanded = captcha();
    if (demanded) return demanded;
    const rid = Number(body['rid'] ?? 0);
    const parent = find(rid);
    if (rid && !parent) return refused(404, 'Comment not found');
    if (parent && (parent.page_key !== body['page_key'] || parent.is_pending || parent.is_collapsed))
      return refused(400, 'Cannot reply to this comment');
    now += 1;
    const comment: Stored = {
      id: Math.max(0, ...comments.map(({id}) => id)) + 1,
      rid,
      page_key: text(body['page_key']),
      nick: text(body['name']),
      link: text(body['link']),
      content_marked: render(text(body['content'])),
      date: dateOf(now),
      is_pending: settings.moderation,
      is_collapsed: false,
      vote_up: 0,
    };
    comments.push(comment);
    return json(toWire(comment));
  }

  function vote(id: number, act: boolean): Response {
    const comment = find(id);
    if (!comment) return refused(404, 'Comment not found');
    if (act) {
      const demanded = captcha();
      if (demanded) return demanded;
      // The same again takes it back.
      const isBack = votes.delete(id);
      comment.vote_up += isBack ? -1 : 1;
      if (!isBack) votes.add(id);
    }
    return json({up: comment.vote_up, down: 0, is_up: votes.has(id), is_down: false});
  }

  const visible = (pageKey: string | null): readonly Stored[] =>
    comments.filter((one) => one.page_key === pageKey && !one.is_pending);

  function countAll(keys: string): Response {
    const data = Object.fromEntries(keys.split(',').map((key) => [key, visible(key).length]));
    return json({data});
  }

  const answer: Handler = async (request) => {
    const {pathname, searchParams} = new URL(request.url);
    const path = pathname.replace(/^\/api\/v2/, '');
    const posts = request.method === 'POST';
    const sent: unknown = await request.json().catch(() => undefined);
    const isJson = /json/.test(request.headers.get('content-type') ?? '');
    // Another content type is not read at all.
    const body = ((isJson && sent) || {}) as Readonly<Record<string, unknown>>;
    const [, id] = /^\/(?:votes\/comment|comments)\/(\d+)/.exec(path) ?? [];
    if (path === '/conf')
      return json({frontend_conf: {vote: settings.vote}, version: {app: 'artalk', version: '2.10.0'}});
    if (path === '/comments' && posts) return create(body);
    if (path === '/comments') {
      const key = searchParams.get('page_key');
      if (!key) return refused(400, 'Page_key is required');
      const noSite = siteError(searchParams.get('site_name') ?? '');
      const page = {id: 3, admin_only: settings.adminOnly, key};
      return noSite ?? json({...listOf(visible(key), searchParams), page});
    }
    if (path === '/stats/page_comment') return countAll(searchParams.get('page_keys') ?? '');
    if (path === '/captcha/verify') {
      const isRight = settings.captcha !== null && text(body['value']).toLowerCase() === settings.captcha;
      if (isRight) passes++;
      return isRight
        ? json({msg: 'Success'})
        : refused(403, 'Wrong', {img_data: 'data:image/png;base64,BBBB'});
    }
    if (id && path.startsWith('/votes'))
      return posts && !isJson ? refused(422, 'x') : vote(Number(id), posts);
    const one = find(Number(id));
    if (id)
      return one ? json({comment: toWire(one), reply_comment: null}) : refused(404, 'Comment not found');
    return new Response(`Cannot ${request.method} ${path}`, {status: 404});
  };

  return {
    answer,
    comments,
    posted,
    add(pageKey, id, changes = {}) {
      comments.push({
        id,
        rid: 0,
        page_key: pageKey,
        nick: 'ليلى & شركاه',
        link: '',
        content_marked: `<p>تعليق ${id}</p>\n`,
        date: dateOf(id),
        is_pending: false,
        is_collapsed: false,
        vote_up: 0,
        ...changes,
      });
    },
    drop(id) {
      comments.splice(0, comments.length, ...comments.filter((one) => one.id !== id));
    },
    vote: (id) => void vote(id, true),
    wait(seconds) {
      now += seconds;
    },
  };
}
