import {createServer, request, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {join, normalize} from 'node:path';
import {startCommentServer} from './comment-server.js';

/**
 * What becomes of a comment on its way to the server.
 * refused: the connection goes before the server hears of it.
 * lost: the server stores it, and the connection goes before its answer.
 * held: the server stores it, and its answer waits to be released.
 * late: it reaches the server only when it is released.
 */
export type Fate = 'refused' | 'lost' | 'held' | 'late';

/** What the page of a conversation is like. */
export interface PageOptions {
  /** `plain`: the same server, without the means to know a comment again. */
  readonly api?: 'api' | 'plain';
  /** What becomes of the browser's storage. */
  readonly storage?: keyof typeof spoilt;
}

/** The reference server, its widget and a page of any conversation, behind a line that can fail. */
export interface Line {
  readonly origin: string;
  /** Address of a page about this conversation. */
  page(thread: string, options?: PageOptions): string;
  /** What becomes of the next comment; the ones after it go through. */
  next(fate: Fate | null): void;
  /** How many comments have set out. */
  readonly sent: number;
  /** How many of them have got as far as their fate lets them. */
  readonly arrived: number;
  release(): void;
  /** Nothing of the API goes through. */
  cut(isCut: boolean): void;
  /** Texts that the server shows in a conversation. */
  stored(thread: string): Promise<readonly string[]>;
  /** Makes every comment that waits for a moderator public, or refuses it. */
  moderate(status: 'published' | 'rejected'): Promise<void>;
  stop(): Promise<void>;
}

/** Time runs a hundred times as fast for the form: it need not be looked at for two seconds before it sends. */
const hurry = `const now = performance.now.bind(performance); performance.now = () => now() * 100;`;

/** Scripts that spoil the browser's storage before anything uses it. */
const spoilt = {
  forbidden: `for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {get() { throw new DOMException('forbidden', 'SecurityError'); }});`,
  refusing: `for (const name of ['getItem', 'setItem', 'removeItem'])
    Storage.prototype[name] = () => { throw new DOMException('refused', 'SecurityError'); };`,
  full: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
} as const;

const pageOf = (thread: string, {api = 'api', storage}: PageOptions): string => `<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8" />
    <title>مقال</title>
    <script>${hurry}</script>
    <script>${storage ? spoilt[storage] : ''}</script>
    <script>
      // Whether the page was ever kept in memory and shown again.
      addEventListener('pageshow', (event) => (document.body.dataset.persisted ||= event.persisted || ''));
    </script>
    <script type="module" src="/dist/taaliq.js"></script>
  </head>
  <body>
    <taaliq-comments endpoint="/${api}/comments" thread="${thread}" fields="name*"></taaliq-comments>
  </body>
</html>`;

const token = 'moderator-of-the-tests';

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

export async function startLine(settings: Readonly<Record<string, string>> = {}): Promise<Line> {
  let fate: Fate | null = null;
  let isCut = false;
  let sent = 0;
  let arrived = 0;
  const waiting: (() => void)[] = [];
  const released = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  /** What the reference server answers. */
  const ask = async (incoming: IncomingMessage, body: Buffer): Promise<[IncomingMessage, Buffer]> => {
    const {method, url = '/', headers} = incoming;
    const isPlain = url.startsWith('/plain/');
    if (isPlain) delete headers['idempotency-key'];
    const target = new URL(url.replace('/plain/', '/api/'), server.address);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(target, {method, headers, agent: false}, resolve).once('error', reject).end(body);
    });
    const content = await bodyOf(answer);
    // As long as it was: the header says so.
    return [
      answer,
      isPlain ? Buffer.from(`${content}`.replace('"idempotent":true', '"idempotent":null')) : content,
    ];
  };

  const pass = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isComment = incoming.method === 'POST';
    const mine = isComment ? fate : null;
    if (isComment) {
      sent++;
      fate = null;
    }
    const body = await bodyOf(incoming);
    if (isCut || mine === 'refused') return void incoming.socket.destroy();
    if (mine === 'late') {
      arrived++;
      await released();
    }
    const [answer, content] = await ask(incoming, body);
    if (isComment && mine !== 'late') arrived++;
    if (mine === 'held') await released();
    if (mine === 'lost') return void incoming.socket.destroy();
    // Browsers by themselves ask again on a connection that they kept and that breaks.
    response.writeHead(answer.statusCode ?? 500, {...answer.headers, connection: 'close'}).end(content);
  };

  const front: Server = createServer(async (incoming, response) => {
    const {pathname, searchParams} = new URL(incoming.url ?? '/', 'http://line');
    if (/^\/(?:api|plain)\//.test(pathname))
      return pass(incoming, response).catch(() => incoming.socket.destroy());
    const [, folder, name = ''] = pathname.split('/');
    if (folder === 'dist') {
      const content = await readFile(join('.', normalize(pathname))).catch(() => null);
      return response.writeHead(content ? 200 : 404, {'content-type': 'text/javascript'}).end(content ?? '');
    }
    const html =
      folder === 'page'
        ? pageOf(name, Object.fromEntries(searchParams))
        : '<!doctype html><title>elsewhere</title><p>elsewhere';
    return response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(html);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const server = await startCommentServer({
    ALLOWED_ORIGINS: origin,
    REQUIRED_FIELDS: 'name',
    MODERATOR_TOKEN: token,
    ...settings,
  });

  const json = async (query: string, init: RequestInit = {}): Promise<Record<string, unknown>> => {
    const response = await fetch(`${server.endpoint}${query}`, init);
    if (!response.ok) throw new Error(`${response.status} from ${query}`);
    return (await response.json()) as Record<string, unknown>;
  };

  return {
    origin,
    page: (thread, options = {}) => `${origin}/page/${thread}?${new URLSearchParams({...options})}`,
    next: (wanted) => void (fate = wanted),
    get sent() {
      return sent;
    },
    get arrived() {
      return arrived;
    },
    release() {
      for (const go of waiting.splice(0)) go();
    },
    cut: (wanted) => void (isCut = wanted),
    async stored(thread) {
      const {comments} = await json(`?thread=${encodeURIComponent(thread)}&limit=100`);
      return (comments as {content: {text: string}}[]).map(({content}) => content.text);
    },
    async moderate(status) {
      const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'};
      const {comments} = await json('?status=held', {headers});
      for (const {id} of comments as {id: string}[])
        await json(`/${id}`, {method: 'PATCH', headers, body: JSON.stringify({status})});
    },
    async stop() {
      for (const go of waiting.splice(0)) go();
      front.closeAllConnections();
      await Promise.all([new Promise((resolve) => front.close(resolve)), server.stop()]);
    },
  };
}
