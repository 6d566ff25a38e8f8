import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');
const runTime = installed.filter(([, {dev, optional}]) => !dev && !optional);

test('what runs in the page comes from these packages and no others', () => {
  assert.deepEqual(runTime.map(([path]) => nameOf(path)).sort(), [
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

test('no package that runs in the page has an install script', () => {
  assert.deepEqual(
    runTime.filter(([, {hasInstallScript}]) => hasInstallScript),
    [],
  );
});

test('the tools that have an install script are known', () => {
  const scripted = installed.filter(([, {hasInstallScript}]) => hasInstallScript);
  // Each checks or links the program that its platform package brought; none is needed to install.
  const known = ['edgedriver', 'esbuild', 'fsevents', 'geckodriver', 'rs-module-lexer'];
  const unknown = scripted.map(([path]) => nameOf(path)).filter((name) => !known.includes(name));
  assert.deepEqual(unknown, []);
});

test('versions are exact', () => {
  const wanted = {...manifest.dependencies, ...manifest.devDependencies};
  for (const [name, version] of Object.entries(wanted)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test('DOMPurify is of a version without known ways around it', () => {
  const [major = 0, minor = 0, patch = 0] = (manifest.dependencies['dompurify'] ?? '').split('.').map(Number);
  assert.ok(major * 1e6 + minor * 1e3 + patch >= 3_004_016);
});
