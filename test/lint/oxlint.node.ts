import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';

const program = join('node_modules', '.bin', 'oxlint');

/** What oxlint prints for these files under this repository's configuration. */
async function lint(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-lint-'));
  try {
    copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const path = join(process.cwd(), program);
    return await new Promise((resolve) => {
      execFile(path, ['-f', 'unix', '.'], {cwd: folder}, (_error, stdout) => resolve(stdout));
    });
  } finally {
    rmSync(folder, {recursive: true});
  }
}

test('a cycle is refused; a type that points back is none', async () => {
  const found = await lint({
    'a.ts': "import {b} from './b.js';\nexport const a = (): unknown => b;\n",
    'b.ts': "import {a} from './a.js';\nexport const b = (): unknown => a;\n",
    'c.ts': "import type {D} from './d.js';\nexport type C = D;\n",
    'd.ts': "import type {C} from './c.js';\nexport type D = C | 1;\n",
  });
  for (const name of ['a.ts', 'b.ts']) assert.match(found, new RegExp(`${name}:\\d+:\\d+: Dependency cycle`));
  for (const name of ['c.ts', 'd.ts']) assert.doesNotMatch(found, new RegExp(name));
});

test('any, eval and the console are refused', async () => {
  const found = await lint({
    'a.ts': "export const a: any = 1;\neval('1');\nnew Function('1');\nconsole.log(a);\n",
  });
  for (const rule of ['no-explicit-any', 'no-eval', 'no-new-func', 'no-console'])
    assert.match(found, new RegExp(rule));
});

test('a clean file passes', async () => {
  assert.match(await lint({'a.ts': 'export const a = 1;\n'}), /^\s*$|0 problems/);
});
