// Ways to make a right server wrong.
import type {WireComment, WirePage} from '../client.js';
import type {Between} from '../start-reference.js';

export interface WrongServer {
  readonly mistake: string;
  readonly breaks: readonly string[];
  readonly between: Between;
}

export const isList = (request: Request): boolean =>
  request.method === 'GET' && new URL(request.url).pathname === '/';
export const isPost = (request: Request): boolean =>
  request.method === 'POST' && new URL(request.url).pathname === '/';

/** Changes the JSON of successes. */
export const answering =
  (change: (body: Record<string, unknown>, request: Request) => unknown): Between =>
  async (request, serve) => {
    const response = await serve(request);
    if (!response.ok || !response.headers.get('Content-Type')?.includes('/json')) return response;
    const changed = JSON.stringify(change((await response.json()) as Record<string, unknown>, request));
    const headers = new Headers(response.headers);
    headers.delete('Content-Length');
    return new Response(changed, {status: response.status, headers});
  };

/** Changes every comment in successes, at every place. */
export const showing = (change: (comment: WireComment) => unknown): Between =>
  answering((body) => ({
    ...body,
    ...(Array.isArray(body.comments) && {comments: (body.comments as WireComment[]).map(change)}),
    ...(body.comment !== undefined && {comment: change(body.comment as WireComment)}),
  }));

export const listing = (change: (page: WirePage) => Partial<WirePage>): Between =>
  answering((body, request) => (isList(request) ? {...body, ...change(body as unknown as WirePage)} : body));

/** Changes the address and headers of requests before they are served. */
export const hearing =
  (change: (url: URL, headers: Headers, method: string) => void): Between =>
  async (request, serve) => {
    const url = new URL(request.url);
    const headers = new Headers(request.headers);
    change(url, headers, request.method);
    const body = request.method === 'GET' ? null : await request.text();
    return serve(new Request(url, {method: request.method, headers, body: body || null}));
  };

/** Changes the JSON of requests. */
export const reading =
  (change: (body: Record<string, unknown>) => unknown): Between =>
  async (request, serve) => {
    if (request.method === 'GET' || request.method === 'OPTIONS') return serve(request);
    const text = await request.text();
    let body: string = text;
    try {
      body = JSON.stringify(change(JSON.parse(text) as Record<string, unknown>));
    } catch {
      // Not an object: passed on as it came.
    }
    const headers = new Headers(request.headers);
    headers.delete('Content-Length');
    return serve(new Request(request.url, {method: request.method, headers, body: body || null}));
  };

/** Changes the status or headers of answers. */
export const replying =
  (change: (response: Response, request: Request) => Response | Promise<Response>): Between =>
  async (request, serve) =>
    change(await serve(request), request);

export const plain = (status: number, text: string): Response => new Response(text, {status});
