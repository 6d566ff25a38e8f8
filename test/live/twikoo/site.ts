import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {freePort} from '../../support/engines.mjs';
import {installLocked} from '../install-locked.js';
import {startProcess} from '../wordpress/process.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A comment as it is stored. */
export type Document = Readonly<Record<string, unknown>>;

/** A running Twikoo, on loopback, which keeps its comments in memory. */
export interface TwikooSite {
  /** What Twikoo's own client calls `envId`. */
  readonly url: string;
  /** These comments only, with ids of their places (`0`, `1` …), and the settings of a fresh test site but for those given. */
  reset(settings?: Readonly<Record<string, string>>, comments?: readonly Document[]): Promise<void>;
  /** What Twikoo has stored, oldest first. */
  stored(): Promise<readonly Document[]>;
  /** What Twikoo answers to its administrator. */
  administer(event: string, fields: Document): Promise<Document>;
  stop(): Promise<void>;
}

/** Requests that it takes from one address, here until the next reset. */
export const mostRequests = 250;

/** By default Twikoo takes ten comments in ten minutes, which is not what most tests are about. */
const fresh = {_id: 'config', SITE_NAME: 'test', LIMIT_PER_MINUTE: '0', LIMIT_PER_MINUTE_ALL: '0'};

/** What Twikoo stores of a comment that nobody sent. */
const toDocument = (comment: Document, index: number): Document => ({
  _id: String(index),
  uid: 'somebody',
  nick: 'ليلى',
  mail: '',
  link: '',
  ua: 'test',
  ip: '198.51.100.1',
  master: false,
  url: '/a',
  href: 'https://news.example/a',
  comment: `تعليق ${index}`,
  isSpam: false,
  created: 1_700_000_000_000 + index,
  updated: 1_700_000_000_000 + index,
  ...comment,
});

/** Installs Twikoo if need be, and starts it. */
export async function startTwikoo(): Promise<TwikooSite> {
  const installed = installLocked(here);
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-twikoo-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = await startProcess({
    command: process.execPath,
    parameters: [join(here, 'server.mjs'), installed, String(port)],
    environment: {TWIKOO_LOG_LEVEL: 'error'},
    log: join(folder, 'twikoo.log'),
    isReady: async () => (await fetch(`${url}documents`)).ok,
  });

  const send = async (path: string, body: unknown): Promise<Document> => {
    const answer = await fetch(url + path, {method: 'POST', body: JSON.stringify(body)});
    return (await answer.json()) as Document;
  };

  return {
    url,
    async reset(settings = {}, comments = []) {
      await send('documents', {config: [{...fresh, ...settings}], comment: comments.map(toDocument)});
    },
    stored: async () =>
      (await send('', {event: 'COMMENT_EXPORT_FOR_ADMIN', accessToken: 'administrator'}))[
        'data'
      ] as readonly Document[],
    administer: (event, fields) => send('', {event, accessToken: 'administrator', ...fields}),
    async stop() {
      await server.stop();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
