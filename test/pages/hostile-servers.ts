import type {Answer, Answering} from '../support/serve.js';

/** Comment servers that an attacker has taken over: what they let through, and what they say. */

const time = Date.UTC(2026, 0, 31, 18);
const name = 'ليلى';

const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

/** Answers what browsers ask before they send, then as `answers` says. */
const open =
  (answers: (url: URL, method: string) => Answer | undefined): Answering =>
  (_, request) => {
    const {method = 'GET', url = '/', headers} = request;
    if (method !== 'OPTIONS') return answers(new URL(url, 'http://server'), method);
    return {
      status: 204,
      body: '',
      headers: {
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
      },
    };
  };

/** Where each begins, below its origin, and how it stands in the page. */
export interface HostileServer {
  readonly backend: 'rest' | 'wordpress' | 'waline';
  readonly path: string;
  /** The comments with this HTML, and one more that they answer. */
  readonly saying: (html: readonly string[]) => Answering;
}

const rest: HostileServer = {
  backend: 'rest',
  path: '/comments',
  saying(html) {
    const author = {name, url: null, role: null};
    const comment = (id: number, one: string): unknown => ({
      id: String(id),
      parentId: null,
      author,
      content: {text: null, html: one},
      createdAt: new Date(time + id * 1000).toISOString(),
      status: 'published',
    });
    const comments = [comment(1, '<p>أصل</p>'), ...html.map((one, at) => comment(at + 2, one))];
    return open(({pathname}, method) => {
      if (method === 'POST') return json({comment: comment(html.length + 2, html[0] ?? '')}, 201);
      if (pathname === '/comments/capabilities') return json({});
      return json({comments, total: comments.length, nextCursor: null, prevCursor: null, closed: false});
    });
  },
};

const wordpress: HostileServer = {
  backend: 'wordpress',
  path: '/',
  saying(html) {
    const comment = (id: number, rendered: string, parent = 0): unknown => ({
      id,
      parent,
      author_name: name,
      author_url: '',
      date_gmt: new Date(time + id * 1000).toISOString().slice(0, 19),
      content: {rendered},
      link: '',
      status: 'approved',
    });
    const rows = [comment(1, '<p>أصل</p>'), ...html.map((one, at) => comment(at + 2, one, 1))].toReversed();
    return open(({pathname, searchParams}, method) => {
      if (method === 'POST') return json(comment(html.length + 2, html[0] ?? ''), 201);
      if (pathname.startsWith('/wp-json/wp/v2/posts/')) return json({comment_status: 'open'});
      const start = Number(searchParams.get('offset'));
      return json(rows.slice(start, start + Number(searchParams.get('per_page'))));
    });
  },
};

const waline: HostileServer = {
  backend: 'waline',
  path: '/',
  saying(html) {
    const comment = (id: number, comment: string, more: object = {}): object => ({
      objectId: id,
      comment,
      orig: comment,
      nick: name,
      link: '',
      time: time + id * 1000,
      status: 'approved',
      ...more,
    });
    const children = html.map((one, at) => comment(at + 2, one, {pid: 1, rid: 1}));
    const list = {data: [comment(1, '<p>أصل</p>', {children})], count: html.length + 1, totalPages: 1};
    return open((_, method) =>
      json({errno: 0, data: method === 'POST' ? comment(html.length + 2, html[0] ?? '') : list}),
    );
  },
};

export const servers: readonly HostileServer[] = [rest, wordpress, waline];

/**
 * A server that says the same in every field that it has, and in those that it
 * has not. Its list, what it can do and its refusals are hostile alike; what
 * is posted is refused once, and then taken.
 */
export function restSaying(payloads: readonly string[]): Answering {
  let refused = false;
  const idOf = (at: number): string => {
    const payload = payloads[at] ?? '';
    // Longer than an id may be: a comment that has it for one is left out.
    return payload.length <= 200 ? payload : `long ${at}`;
  };
  const comment = (id: string, parentId: string | null, payload: string, text: string): unknown => ({
    id,
    parentId,
    author: {name: payload, url: payload, role: payload, avatar: payload, email: payload, title: payload},
    content: {text, html: payload, source: payload},
    createdAt: payload,
    editedAt: payload,
    status: 'published',
    likes: payload,
    url: payload,
    moreReplies: payload,
    ip: payload,
    userAgent: payload,
    [payload.slice(0, 100)]: payload,
  });
  const comments = payloads.map((payload, at) =>
    comment(idOf(at), at % 2 ? idOf(at - 1) : `${idOf(at).slice(1)} `, payload, payload),
  );
  return open(({pathname}, method) => {
    const payload = payloads[7] ?? '';
    if (pathname.endsWith('/like')) return json({likes: 3, title: payload});
    if (pathname === '/comments/capabilities')
      return json({orders: payloads, requires: payloads, like: true, report: true, moderation: payload});
    if (method !== 'POST')
      return json({
        comments,
        total: payload,
        nextCursor: null,
        prevCursor: null,
        closed: payload,
        html: payload,
      });
    if (refused) return json({comment: comment('sent', null, payload, payload)}, 201);
    refused = true;
    const errors = payloads.map((one) => ({field: one, code: one, limit: one, message: one}));
    return json({type: payload, title: payload, detail: payload, code: payload, errors}, 422);
  });
}
