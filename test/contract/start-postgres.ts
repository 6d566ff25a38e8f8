// Starts a real PostgreSQL of its own in a temporary folder, with the programs of the machine.
import {execFileSync, spawn, type SpawnOptions} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {Client} from 'pg';
import {freePort} from '../support/engines.mjs';

/** Folder with `initdb` and `postgres`, the newest there is; null: this machine has none. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/bin',
    '/usr/local/pgsql/bin',
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

// PostgreSQL refuses to run as root, so root lends it another user.
function ordinaryUser(): {uid?: number; gid?: number} {
  if (process.getuid?.() !== 0) return {};
  const id = (...options: string[]) => Number(execFileSync('id', options, {encoding: 'utf8', stdio: 'pipe'}));
  try {
    return {uid: id('-u', 'postgres'), gid: id('-g', 'postgres')};
  } catch {
    // Programs without Debian's user; `nobody` has these numbers everywhere.
    return {uid: 65_534, gid: 65_534};
  }
}

export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-postgres-'));
  const user = ordinaryUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options: SpawnOptions = {...user, cwd: folder, env: {PATH: programs, LC_ALL: 'C'}};
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'taaliq', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    {...options, stdio: 'pipe'},
  );
  const port = await freePort();
  const settings = {listen_addresses: '127.0.0.1', port, unix_socket_directories: ''};
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {...options, stdio: 'ignore'},
  );
  const url = `postgres://taaliq@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      // Does not wait for clients.
      server.kill('SIGINT');
      await ended;
      rmSync(folder, {recursive: true});
    },
  };
}

async function untilReady(url: string): Promise<void> {
  for (const end = Date.now() + 30_000; ;) {
    const client = new Client({connectionString: url});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
