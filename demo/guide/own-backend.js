// A backend for the API of own-server.js, in a hundred lines. Copy it and change what is different at yours.

/** What the statuses of a server mean; any other is its own fault. */
const codes = {401: 'login-required', 403: 'closed', 404: 'parent-missing', 422: 'invalid', 429: 'too-fast'};

/** Sends a request and gives the JSON object that comes back; everything else is an error. */
async function ask({endpoint, headers, credentials}, CommentError, signal, params, json) {
  signal.throwIfAborted();
  const url = new URL(endpoint);
  for (const [name, value] of Object.entries(params)) if (value !== null) url.searchParams.set(name, value);
  const stop = new AbortController();
  const abort = () => stop.abort(signal.reason);
  signal.addEventListener('abort', abort);
  let late = false;
  const timer = setTimeout(() => stop.abort((late = true)), 15_000);
  let response, text;
  try {
    response = await fetch(url, {
      ...(json && {method: 'POST', body: JSON.stringify(json), redirect: 'error'}),
      headers: {...headers, ...(json && {'content-type': 'application/json'})},
      credentials,
      signal: stop.signal,
    });
    text = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    const offline = globalThis.navigator?.onLine === false;
    throw new CommentError(late ? 'timeout' : offline ? 'offline' : 'network', {cause});
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
  const {ok, status} = response;
  let answer = null;
  try {
    answer = JSON.parse(text);
  } catch {
    // No JSON: not an answer of our server.
  }
  if (ok && Object(answer) === answer) return answer;
  if (ok) throw new CommentError('invalid-response', {status});
  const seconds = Math.min(Math.max(Number(response.headers.get('retry-after')) || 5, 1), 300);
  throw new CommentError(codes[status] ?? 'server', {
    status,
    ...((status === 429 || status === 503) && {retryAfter: seconds}),
    ...(answer?.wrong === 'who' && {fields: [{field: 'name', code: 'required'}]}),
    ...(answer?.wrong === 'said' && {fields: [{field: 'content', code: 'too-long'}]}),
  });
}

/** The comment in a note, or null: what a server sends is looked at before it is used. */
function toComment(note) {
  if (!Number.isSafeInteger(note?.no) || typeof note.said !== 'string') return null;
  const time = new Date(note.at);
  return {
    id: String(note.no),
    parentId: Number.isSafeInteger(note.under) ? String(note.under) : null,
    author: {name: String(note.who ?? '').slice(0, 80), url: null, role: null},
    // Text is shown as it is. HTML would go into `html`, and is cleaned before it is shown.
    content: {text: note.said, html: null},
    createdAt: Number.isNaN(time.getTime()) ? null : time.toISOString(),
    editedAt: null,
    status: 'published',
    likes: 0,
    url: null,
    moreReplies: 0,
  };
}

/** What the server cannot do, the widget does not show. */
const can = {list: true, orders: ['newest'], requires: ['name'], maxLength: null, idempotent: true};
const cannot = {like: null, edit: false, remove: false, report: false, counts: false, locate: false};

/** For `registerBackend('guestbook', loadGuestbook)`. The widget gives the one kind of error that it knows. */
export const loadGuestbook =
  async ({CommentError}) =>
  (options) => ({
    capabilities: async () => ({...can, ...cannot, challenge: null, moderation: 'none'}),

    async list({thread, cursor}, signal) {
      const {notes, all, more} = await ask(options, CommentError, signal, {page: thread, before: cursor});
      if (!Array.isArray(notes)) throw new CommentError('invalid-response');
      const comments = notes.map(toComment).filter(Boolean);
      const nextCursor = Number.isSafeInteger(more) ? String(more) : null;
      const total = Number.isSafeInteger(all) ? all : null;
      const skipped = notes.length - comments.length;
      return {comments, total, nextCursor, prevCursor: null, closed: false, skipped};
    },

    // With the key, which is the same when a comment is sent again, the server stores it once.
    async create({thread, parentId, author, content, key}, signal) {
      const under = parentId === null ? null : Number(parentId);
      const note = {page: thread, under, who: author.name, mail: author.email, said: content.text, once: key};
      const {no} = await ask(options, CommentError, signal, {}, note);
      if (!Number.isSafeInteger(no)) throw new CommentError('invalid-response');
      return {status: 'published', id: String(no), comment: null};
    },
  });
