import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {freePort} from '../../support/engines.mjs';
import {startProcess, type Running} from './process.js';
import {installPackages} from './packages.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

export interface Post {
  readonly id: number;
  readonly url: string;
}

export type PostName = 'open' | 'arabic' | 'closed' | 'secret' | 'draft' | 'page';

/** A comment stored without WordPress's checks. */
export interface Seed {
  readonly post: number;
  /** Number of the comment it answers, whether there is one or not. */
  readonly parent?: number;
  /** The same, by its place among the comments seeded with it. */
  readonly under?: number;
  readonly name?: string;
  readonly url?: string;
  readonly content?: string;
  /** Seconds since 1970. */
  readonly time?: number;
  readonly approved?: 0 | 1 | 'spam' | 'trash';
}

export interface StoredComment {
  /** Number of the user who wrote it; 0: a visitor. */
  readonly user: number;
  readonly author: string;
  readonly text: string;
  readonly status: 'approved' | 'unapproved' | 'spam' | 'trash';
}

/** A running WordPress, on loopback, with a database of its own in a temporary folder. */
export interface WordPressSite {
  /** Its address, ending in a slash. */
  readonly url: string;
  readonly posts: Readonly<Record<PostName, Post>>;
  /** No comments, and the options of a fresh test site but for those given. */
  reset(options?: Readonly<Record<string, string>>): Promise<void>;
  /** Changes these options; the comments stay. */
  set(options: Readonly<Record<string, string>>): Promise<void>;
  /** Their numbers, in the order given. */
  seed(comments: readonly Seed[]): Promise<readonly number[]>;
  moderate(id: number, status: 'approve' | 'hold' | 'spam' | 'trash' | 'delete'): Promise<void>;
  /** Installs a packed plugin as an owner does who uploads it, and activates it. */
  installPlugin(zip: string): Promise<void>;
  deactivatePlugins(): Promise<void>;
  /** Deletes what is installed, each by its own uninstaller. */
  deletePlugins(): Promise<void>;
  /** Shows the site by another of the themes beside this file. */
  switchTheme(name: 'taaliq' | 'classic' | 'block'): Promise<void>;
  /** The newest comment, as it is stored. */
  newestComment(): Promise<StoredComment>;
  /** Value of an option; null: there is none. */
  option(name: string): Promise<string | null>;
  /** Ends the web server and its workers; the address stays reserved for nobody. */
  stop(): Promise<void>;
}

const configuration = (socket: string, address: string): string => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $use) {
	define($use . '_KEY', 'test ' . $use);
	define($use . '_SALT', 'test ' . $use);
}
define('WP_HOME', '${address}');
define('WP_SITEURL', '${address}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

function layOut(root: string, socket: string, address: string): void {
  // The package links its libraries into other packages' folders, and WordPress looks beside the real file.
  cpSync('/usr/share/wordpress', root, {recursive: true, dereference: true});
  rmSync(join(root, 'wp-config.php'), {force: true});
  rmSync(join(root, 'wp-content'), {recursive: true, force: true});
  const content = join(root, 'wp-content');
  for (const folder of ['mu-plugins', 'plugins', 'themes', 'uploads'])
    mkdirSync(join(content, folder), {recursive: true});
  cpSync(join(here, 'switches.php'), join(content, 'mu-plugins', 'switches.php'));
  cpSync(join(here, 'theme'), join(content, 'themes', 'taaliq'), {recursive: true});
  for (const name of ['classic', 'block'])
    cpSync(join(here, `theme-${name}`), join(content, 'themes', name), {recursive: true});
  // A copy: what is tested stays the same while somebody builds.
  if (existsSync(dist)) cpSync(dist, join(root, 'taaliq'), {recursive: true});
  writeFileSync(join(root, 'wp-config.php'), configuration(socket, address));
}

function startDatabase(folder: string, socket: string): Promise<Running> {
  const data = join(folder, 'db');
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    {stdio: 'pipe'},
  );
  return startProcess({
    command: 'mariadbd',
    parameters: [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'db.pid')}`,
      '--skip-networking',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--innodb-buffer-pool-size=64M',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=OFF',
      '--character-set-server=utf8mb4',
    ],
    log: join(folder, 'db.log'),
    isReady: async () => {
      if (!existsSync(socket)) return false;
      const create = 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4';
      execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '-e', create], {
        stdio: 'pipe',
      });
      return true;
    },
  });
}

function startWeb(folder: string, root: string, port: number, path: string): Promise<Running> {
  const errors = join(folder, 'php-errors.log');
  return startProcess({
    command: 'php',
    parameters: [
      ...['opcache.enable_cli=1', 'display_errors=0', 'log_errors=1', `error_log=${errors}`].flatMap(
        (value) => ['-d', value],
      ),
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      join(folder, 'root'),
      join(here, 'router.php'),
    ],
    environment: {PHP_CLI_SERVER_WORKERS: '4', WORDPRESS_ROOT: root},
    log: join(folder, 'php.log'),
    isReady: async () => (await fetch(`http://127.0.0.1:${port}${path}/?rest_route=/`)).ok,
  });
}

/** Installs the packages if need be, and starts a fresh site; at a path of its host (`/blog`) if that is given. */
export async function startWordPress(path = ''): Promise<WordPressSite> {
  installPackages();
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-wordpress-'));
  const root = join(folder, 'root', path);
  const socket = join(folder, 'db.sock');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}${path}`;

  layOut(root, socket, address);
  const database = await startDatabase(folder, socket);
  const posts = JSON.parse(
    execFileSync('php', [join(here, 'install.php'), root, `127.0.0.1:${port}`], {encoding: 'utf8'}),
  ) as WordPressSite['posts'];
  const web = await startWeb(folder, root, port, path);

  const tell = async (route: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${address}/?rest_route=/taaliq/v1/${route}`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };

  return {
    url: `${address}/`,
    posts,
    reset: async (options = {}) => void (await tell('reset', options)),
    set: async (options) => void (await tell('set', options)),
    seed: async (comments) => (await tell('seed', comments)) as number[],
    moderate: async (id, status) => void (await tell('moderate', {id, status})),
    installPlugin: async (zip) => void (await tell('install', {zip})),
    deactivatePlugins: async () => void (await tell('deactivate', {})),
    deletePlugins: async () => void (await tell('delete', {})),
    switchTheme: async (name) => void (await tell('theme', {name})),
    newestComment: async () => (await tell('newest', {})) as StoredComment,
    option: async (name) => ((await tell('option', {name})) as {value: string | null}).value,
    async stop() {
      await web.stop();
      await database.stop();
      const errors = join(folder, 'php-errors.log');
      if (existsSync(errors)) process.stderr.write(readFileSync(errors, 'utf8'));
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
