import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {installed, runTime} from './run-time.js';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
test('SEC 12.1: what runs in the page comes from these packages and no others', () => {
  assert.deepEqual(runTime.map(({name}) => name).sort(), [
    '@lit-labs/ssr-dom-shim',
    '@lit/reactive-element',
    '@types/trusted-types',
    'dompurify',
    'lit',
    'lit-element',
    'lit-html',
    'zod',
  ]);
});

test('SEC 12.2: no package that runs in the page has an install script', () => {
  assert.deepEqual(
    runTime.filter(({locked}) => locked.hasInstallScript),
    [],
  );
});

test('SEC 12.2: the tools that have an install script are known', () => {
  const scripted = installed.filter(({locked}) => locked.hasInstallScript);
  // Each checks or links the program that its platform package brought; none is needed to install.
  const known = ['edgedriver', 'esbuild', 'fsevents', 'geckodriver', 'rs-module-lexer'];
  const unknown = scripted.map(({name}) => name).filter((name) => !known.includes(name));
  assert.deepEqual(unknown, []);
});

test('SEC 12.2: versions are exact', () => {
  const wanted = {...manifest.dependencies, ...manifest.devDependencies};
  for (const [name, version] of Object.entries(wanted)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test('SEC 3.8: DOMPurify is of a version without known ways around it', () => {
  const [major = 0, minor = 0, patch = 0] = (manifest.dependencies['dompurify'] ?? '').split('.').map(Number);
  assert.ok(major * 1e6 + minor * 1e3 + patch >= 3_004_016);
});

test('SEC 12.2: `npm run sbom` names every package that runs in the page, with its version and a free licence', () => {
  execFileSync('npm', ['run', '-s', 'sbom'], {stdio: 'pipe'});
  const bill = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8')) as {
    readonly bomFormat: string;
    readonly components: readonly {readonly name: string; readonly version: string}[];
  };
  assert.equal(bill.bomFormat, 'CycloneDX');
  assert.deepEqual(
    bill.components.map(({name, version}) => `${name} ${version}`).sort(),
    runTime.map(({name, locked}) => `${name} ${locked.version}`).sort(),
  );
  const lines = readFileSync('dist/licences.txt', 'utf8').trim().split('\n');
  assert.equal(lines.length, runTime.length);
  for (const line of lines) assert.match(line, /: (?:MIT|BSD-3-Clause|\(MPL-2\.0 OR Apache-2\.0\))$/);
});
