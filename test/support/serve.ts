import {createServer, type IncomingMessage, type Server} from 'node:http';
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';

/** What a path answers with. */
export interface Answer {
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

export interface Served {
  /** Without a slash at its end. */
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** What a request for a path is answered with; undefined: it goes to the folder's files. */
export type Answering = (path: string, request: IncomingMessage) => Answer | undefined;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * A small web server of a test: answers from `answers` first, then from the
 * files in `folder`. Every file may be used by pages of other origins.
 */
export async function serve(
  answers: Readonly<Record<string, Answer>> | Answering,
  {folder, host = '127.0.0.1'}: {folder?: string; host?: string} = {},
): Promise<Served> {
  const asked: string[] = [];
  const find: Answering = typeof answers === 'function' ? answers : (path) => answers[path];
  const server: Server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    asked.push(request.url ?? '/');
    const answer = find(pathname, request);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    if (answer) {
      const {status = 200, body, type = 'text/html; charset=utf-8', headers = {}} = answer;
      response.writeHead(status, {'content-type': type, ...headers}).end(body);
      return;
    }
    const body = folder ? await readFile(join(folder, normalize(pathname))).catch(() => null) : null;
    const type = types[extname(pathname)] ?? 'application/octet-stream';
    if (body) response.writeHead(200, {'content-type': type}).end(body);
    else response.writeHead(404, {'content-type': 'text/plain'}).end('Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
