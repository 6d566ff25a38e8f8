import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const wanted = '@sparticuz/chromium@147.0.0';

/**
 * Brings a Chromium for machines that have no browser: a program inside an npm
 * package, kept in `.cache/`. Gives its path; throws with what to install instead.
 */
export function getChromium(): string {
  const folder = resolve('.cache/chromium');
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  // The package unpacks into the folder for temporary files; ours keeps it for the next time.
  const unpack =
    "import chromium from '@sparticuz/chromium'; console.log('PATH=' + (await chromium.executablePath()));";
  try {
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, wanted],
      {
        stdio: 'pipe',
      },
    );
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: folder,
      env: {...process.env, TMPDIR: folder},
      encoding: 'utf8',
    });
    const path = /^PATH=(.+)$/m.exec(printed)?.[1] ?? '';
    execFileSync(path, ['--version'], {stdio: 'pipe'});
    return path;
  } catch (error) {
    throw new Error(
      'No browser here, and none could be brought: install Chromium or Firefox, or set CHROMIUM to one.',
      {
        cause: error,
      },
    );
  }
}
