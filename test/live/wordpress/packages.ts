import {spawnSync} from 'node:child_process';

/**
 * Debian's packages. `php8.2-cgi` and `webfs` are there because `wordpress`
 * asks for some PHP and some web server: without them it would bring Apache.
 * `mariadb-server-core` is the daemon without the service around it.
 */
const packages = [
  'wordpress',
  'webfs',
  'php8.2',
  'php8.2-cgi',
  'php8.2-cli',
  'php8.2-mysql',
  'php8.2-mbstring',
  'mariadb-server-core',
  'mariadb-client',
];

const run = (command: string, ...parameters: string[]): {status: number | null; output: string} => {
  const done = spawnSync(command, parameters, {
    encoding: 'utf8',
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  });
  return {status: done.status, output: `${done.stdout ?? ''}${done.stderr ?? ''}`};
};

export const isInstalled = (): boolean => run('dpkg', '-s', ...packages).status === 0;

/** Installs what is missing (as root). Throws with the reason when it cannot. */
export function installPackages(): void {
  if (isInstalled()) return;
  run('apt-get', 'update', '-q');
  const {status, output} = run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages);
  if (status === 0) return;
  const end = output.split('\n').slice(-20).join('\n');
  throw new Error(`WordPress could not be installed. As root: apt-get install ${packages.join(' ')}\n${end}`);
}
