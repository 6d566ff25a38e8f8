import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import {basename, join, resolve} from 'node:path';

/** What npm needs of a folder: its lists, and the packages that lie in it. */
const isWanted = (path: string): boolean => /(?:^|[/\\])package(?:-lock)?\.json$|[/\\]/.test(path);

/**
 * Installs the packages that the lockfile in `folder` names, and gives the
 * folder they are in: once for each state of it, in `.cache`. Without scripts.
 */
export function installLocked(folder: string): string {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => isWanted(path) && statSync(join(folder, path)).isFile())
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  const cache = resolve('.cache');
  const installed = join(cache, `${basename(folder)}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(installed)) return installed;
  mkdirSync(cache, {recursive: true});
  const unfinished = mkdtempSync(join(cache, `${basename(folder)}-`));
  try {
    for (const file of files) cpSync(join(folder, file), join(unfinished, file));
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: unfinished,
      stdio: 'pipe',
      encoding: 'utf8',
    });
    renameSync(unfinished, installed);
  } catch (error) {
    rmSync(unfinished, {recursive: true, force: true});
    // Another test may have been faster.
    if (!existsSync(installed)) throw error;
  }
  return installed;
}
