import {existsSync} from 'node:fs';
import {readFile, readdir} from 'node:fs/promises';
import {extname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Hono} from 'hono';
import type {Context} from 'hono';
import {matches} from './http/caching.js';
import type {ServerEnv} from './http/client-address.js';
import {securityHeaders} from './http/security-headers.js';
import {digest} from './store/ids.js';

const demo = new URL('../', import.meta.url);
const server = new URL('./', import.meta.url);
const dist = new URL('../../dist/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.png': 'image/png',
};

/** Said at the start and to whoever asks for the widget, when it has not been built. */
export const distMissing = 'dist/ is missing, so the pages have no widget. Run "npm run build" once.';

export const hasDist = (): boolean => existsSync(fileURLToPath(new URL('taaliq.js', dist)));

/** The demo pages, the built widget, and the moderator's page. */
export async function createPages(): Promise<Hono<ServerEnv>> {
  const pages = new Hono<ServerEnv>();
  pages.use('*', securityHeaders('page'));
  // A name is looked up in what there is; no path is ever made out of an address.
  const files = new Map<string, URL>();
  for (const name of await readdir(demo))
    if (types[extname(name)]) files.set(`/${name}`, new URL(name, demo));
  files.set('/', new URL('index.html', demo));
  files.set('/moderate', new URL('moderate.html', server));
  for (const name of ['moderate.js', 'moderate.css', 'openapi.yaml'])
    files.set(`/${name}`, new URL(name, server));

  pages.get('/dist/*', async (context) => {
    // Built again while the server runs, it is another list each time.
    const names = hasDist() ? await readdir(dist, {recursive: true}) : [];
    const name = context.req.path.slice('/dist/'.length);
    if (!names.includes(name) || !types[extname(name)])
      return context.text(hasDist() ? 'Not found' : distMissing, 404);
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Cross-Origin-Resource-Policy', 'cross-origin');
    return send(context, new URL(name, dist), /-[\w-]{8,}\.js$/.test(name));
  });
  pages.get('*', async (context) => {
    const file = files.get(context.req.path);
    return file ? send(context, file, false) : context.text('Not found', 404);
  });
  return pages;
}

/** Sends a file. One with a digest in its name never changes; any other is asked for anew each time. */
async function send(context: Context<ServerEnv>, file: URL, unchanging: boolean): Promise<Response> {
  const bytes = await readFile(file);
  const tag = `"${digest(bytes.toString('base64'))}"`;
  context.header('ETag', tag);
  context.header('Cache-Control', unchanging ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (matches(context.req.header('If-None-Match'), tag)) return context.body(null, 304);
  context.header('Content-Type', types[extname(file.pathname)] ?? 'application/octet-stream');
  return context.body(new Uint8Array(bytes));
}
