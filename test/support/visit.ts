import {readFile} from 'node:fs/promises';
import {createServer, type IncomingHttpHeaders} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join, normalize} from 'node:path';
import {startCommentServer} from './comment-server.js';
import {policyFor} from './host-page.js';

/** A request as it came over the wire. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A page with the widget, on a site that writes down all that leaves the page or stays on the device. */
export interface Visit {
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** What the page's scripts did: a kind, then what went through it. */
  readonly noted: readonly string[];
  stop(): Promise<void>;
}

/** It is the page's first script. A note is sent at once, so that leaving the page loses none. */
const watchScript = `
  const note = (...parts) => {
    const text = parts.map(String).join(' ');
    try {
      const request = new XMLHttpRequest();
      request.open('POST', '/noted', false);
      request.send(text);
    } catch {
      navigator.sendBeacon('/noted', text);
    }
  };
  const before = (place, name, say) => {
    const original = place[name];
    place[name] = function (...values) {
      say.call(this, ...values);
      return original.apply(this, values);
    };
  };
  const kindOf = (storage) => (storage === localStorage ? 'local' : 'session');
  for (const name of ['setItem', 'removeItem'])
    before(Storage.prototype, name, function (key, value) { note(kindOf(this), name, key, value); });
  const {set} = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', {set(value) { note('cookie', value); set.call(document, value); }});
  before(IDBFactory.prototype, 'open', (name) => note('database', name));
  for (const name of ['pushState', 'replaceState']) before(history, name, (state, _, url) => note('address', JSON.stringify(state), url));
  for (const name of ['debug', 'info', 'log', 'warn', 'error']) before(console, name, (...values) => note('console', ...values));
  before(EventTarget.prototype, 'dispatchEvent', (event) => {
    const values = [];
    for (const name in event) if (!(event[name] instanceof EventTarget)) values.push(event[name]);
    note('event', event.type, JSON.stringify(values));
  });
  document.addEventListener('securitypolicyviolation', ({blockedURI, effectiveDirective}) => {
    if (!blockedURI.endsWith('/favicon.ico')) note('violation', effectiveDirective, blockedURI);
  });
`;

const page = `<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8" />
    <title>مقال</title>
    <script src="/watch.js"></script>
    <script type="module" src="/dist/taaliq.js"></script>
  </head>
  <body>
    <taaliq-comments endpoint="/api/comments" thread="article" fields="name* email*" like></taaliq-comments>
  </body>
</html>`;

/** Starts the site, with the reference server behind it. */
export async function startVisit(): Promise<Visit> {
  const asked: Asked[] = [];
  const noted: string[] = [];
  const front = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const {method = 'GET', url = '/', headers} = incoming;
    const body = Buffer.concat(chunks);
    if (url === '/noted') {
      noted.push(body.toString());
      return response.writeHead(204).end();
    }
    asked.push({method, url, headers, body: body.toString()});
    if (url.startsWith('/api/')) {
      const {host: _, connection: __, 'content-length': ___, ...passed} = headers;
      const answer = await fetch(new URL(url, server.address), {
        method,
        headers: passed as Record<string, string>,
        ...(body.length && {body}),
      });
      const type = answer.headers.get('content-type') ?? 'application/json';
      return response
        .writeHead(answer.status, {'content-type': type})
        .end(Buffer.from(await answer.arrayBuffer()));
    }
    if (url === '/article')
      return response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policyFor(origin, origin),
        })
        .end(page);
    const script =
      url === '/watch.js' ? watchScript : await readFile(join('.', normalize(url))).catch(() => null);
    return response.writeHead(script ? 200 : 404, {'content-type': 'text/javascript'}).end(script ?? '');
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const server = await startCommentServer({ALLOWED_ORIGINS: origin});
  return {
    origin,
    asked,
    noted,
    async stop() {
      front.closeAllConnections();
      await Promise.all([new Promise((resolve) => front.close(resolve)), server.stop()]);
    },
  };
}
