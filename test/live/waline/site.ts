import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Client} from 'pg';
import {findPostgres, startPostgres} from '../../contract/start-postgres.js';
import {freePort} from '../../support/engines.mjs';
import {startProcess} from '../wordpress/process.js';
import {installLocked} from '../install-locked.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Settings of the server, by the names of its environment (in capitals) or of its configuration. */
export type Switches = Readonly<Record<string, unknown>>;

/** A comment stored without the server's checks. */
export interface Seed {
  readonly url: string;
  readonly comment?: string;
  readonly nick?: string;
  readonly link?: string;
  readonly pid?: number | null;
  readonly rid?: number | null;
  readonly sticky?: 0 | 1;
  readonly status?: string;
  readonly like?: number;
  /** Seconds since 1970. */
  readonly time?: number;
}

/** A running Waline, on loopback, with a database of its own. */
export interface WalineSite {
  /** What Waline's own client calls `serverURL`. */
  readonly url: string;
  /** No comments, ids from 1, and the settings of a fresh test site but for those given. */
  reset(switches?: Switches): Promise<void>;
  /** Changes these settings; the comments stay. */
  set(switches: Switches): Promise<void>;
  /** Their numbers, in the order given. */
  seed(comments: readonly Seed[]): Promise<readonly number[]>;
  moderate(id: number | string, status: 'approved' | 'waiting' | 'spam' | 'delete'): Promise<void>;
  /** Columns of every stored comment, by number. */
  stored(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

/** By default one comment a minute is taken from an address, which is not what most tests are about. */
const fresh: Switches = {
  IPQPS: '0',
  LOGIN: null,
  TURNSTILE_SECRET: null,
  audit: false,
  forbiddenWords: [],
  disallowIPList: [],
  secureDomains: null,
  preSave: null,
};

const environment = (database: URL): Readonly<Record<string, string>> => ({
  NODE_ENV: 'production',
  TZ: 'UTC',
  PG_HOST: database.hostname,
  PG_PORT: database.port,
  PG_DB: database.pathname.slice(1),
  PG_USER: database.username,
  // Any: the database trusts who reaches it.
  PG_PASSWORD: 'any',
  JWT_TOKEN: 'test',
  SITE_NAME: 'test',
  DISABLE_REGION: 'true',
  // Asked for at every request, and at an outside host unless told otherwise.
  OAUTH_URL: 'data:application/json,{"services":[]}',
});

const columns = 'url, comment, nick, link, pid, rid, sticky, status, "like", insertedat, mail';

const toRow = (seed: Seed): readonly unknown[] => [
  seed.url,
  seed.comment ?? 'تعليق',
  seed.nick ?? 'ليلى',
  seed.link ?? '',
  seed.pid ?? null,
  seed.rid ?? null,
  seed.sticky ?? null,
  seed.status ?? 'approved',
  seed.like ?? null,
  new Date((seed.time ?? 1_700_000_000) * 1000).toISOString(),
  '',
];

/** Installs Waline if need be, and starts it on a PostgreSQL of its own. */
export async function startWaline(): Promise<WalineSite> {
  const programs = findPostgres();
  if (!programs) throw new Error('Waline needs PostgreSQL. As root: apt-get install postgresql');
  const installed = installLocked(here);
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-waline-'));
  const postgres = await startPostgres(programs);
  const database = new Client({connectionString: postgres.url});
  await database.connect();
  await database.query(readFileSync(join(here, 'tables.sql'), 'utf8'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startProcess({
    command: process.execPath,
    parameters: [join(here, 'server.mjs'), installed, String(port)],
    environment: environment(new URL(postgres.url)),
    log: join(folder, 'waline.log'),
    isReady: async () => (await fetch(`${url}/api/comment?path=/`)).ok,
  });

  const set: WalineSite['set'] = async (switches) => {
    const answer = await fetch(`${url}/switches`, {method: 'POST', body: JSON.stringify(switches)});
    if (!answer.ok) throw new Error(await answer.text());
  };

  return {
    url,
    set,
    async reset(switches = {}) {
      await database.query('TRUNCATE wl_comment, wl_users RESTART IDENTITY');
      await set({...fresh, ...switches});
    },
    async seed(comments) {
      const ids: number[] = [];
      for (const comment of comments) {
        const row = toRow(comment);
        const places = row.map((_, index) => `$${index + 1}`).join(', ');
        const insert = `INSERT INTO wl_comment (${columns}) VALUES (${places}) RETURNING id`;
        ids.push((await database.query<{id: number}>(insert, [...row])).rows[0]?.id ?? 0);
      }
      return ids;
    },
    async moderate(id, status) {
      if (status === 'delete') await database.query('DELETE FROM wl_comment WHERE id = $1', [id]);
      else await database.query('UPDATE wl_comment SET status = $2 WHERE id = $1', [id, status]);
    },
    stored: async () => (await database.query('SELECT * FROM wl_comment ORDER BY id')).rows,
    async stop() {
      await server.stop();
      await database.end();
      await postgres.stop();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
