import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {encoding: 'utf8', stdio: 'pipe'}),
) as {readonly files: readonly {readonly path: string}[]; readonly size: number}[];
const paths = packed?.files.map(({path}) => path) ?? [];

test('the package holds what was built and what explains it, nothing else', () => {
  const known = /^(?:dist\/.+|README(?:\.ar)?\.md|CHANGELOG\.md|LICENSE|package\.json)$/;
  assert.deepEqual(
    paths.filter((path) => !known.test(path)),
    [],
  );
  for (const path of ['LICENSE', 'README.md', 'README.ar.md', 'CHANGELOG.md', 'dist/THIRD-PARTY-NOTICES.txt'])
    assert.ok(paths.includes(path), path);
});

test('every door leads to a file in it', () => {
  const {exports} = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  for (const target of targets.filter((one) => !one.includes('*')))
    assert.ok(paths.includes(target.replace('./', '')), target);
});

test('what has side effects is said to have them, as sources and as built', () => {
  const {sideEffects} = JSON.parse(readFileSync('package.json', 'utf8')) as {sideEffects: readonly string[]};
  for (const door of ['./dist/npm/define.js', './src/define.ts', './src/embed/*.ts', './dist/*.js'])
    assert.ok(sideEffects.includes(door), door);
});

test('it stays small enough to fetch', () => {
  assert.ok((packed?.size ?? Infinity) < 1_500_000);
});
