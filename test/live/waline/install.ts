import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const manifest = ['package.json', 'package-lock.json'] as const;

/** Installs Waline with exactly the packages of the lockfile, once for each, and gives the folder. */
export function installWaline(): string {
  const hash = createHash('sha256');
  for (const name of manifest) hash.update(readFileSync(join(here, name)));
  const cache = resolve('.cache');
  const folder = join(cache, `waline-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, {recursive: true});
  const unfinished = mkdtempSync(join(cache, 'waline-'));
  try {
    for (const name of manifest) cpSync(join(here, name), join(unfinished, name));
    // Without scripts: the only one compiles SQLite, which is not used.
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: unfinished,
      stdio: 'pipe',
      encoding: 'utf8',
    });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, {recursive: true, force: true});
    // Another test may have been faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
