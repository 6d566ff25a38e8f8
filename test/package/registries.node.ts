import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {attributes} from '../../src/embed/attributes.js';

const addresses = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/import\('\.\/([^']+)'\)/g)].map(([, address = '']) => address);

const once = (list: readonly string[]): string[] => [...new Set(list)].sort();

test('every backend folder is in the registry, under two addresses, and nothing else is', () => {
  const folders = readdirSync('src/backends', {withFileTypes: true}).filter((entry) => entry.isDirectory());
  const written = addresses('src/backends/registry.ts');
  assert.deepEqual(
    written.filter((address) => !address.endsWith('?retry')).sort(),
    folders.map(({name}) => `${name}/backend.js`).sort(),
  );
  assert.deepEqual(
    written.filter((address) => address.endsWith('?retry')).sort(),
    folders.map(({name}) => `${name}/backend.js?retry`).sort(),
  );
});

test('every language file is in the registry, under two addresses, and nothing else is', () => {
  // `typeof import(…)` names the same file once more.
  const written = once(addresses('src/language/registry.ts'));
  const plain = written.filter((address) => !address.endsWith('?retry'));
  for (const address of plain) {
    assert.ok(existsSync(`src/language/${address.replace(/\.js$/, '.ts')}`), address);
    assert.ok(written.includes(`${address}?retry`), address);
  }
  const files = readdirSync('src/language').filter((name) => /^[a-z]{2,3}\.ts$/.test(name));
  assert.deepEqual(once(plain), files.map((name) => name.replace(/\.ts$/, '.js')).sort());
});

test('a script tag may set every attribute of the element, and no more', () => {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
    modules: {declarations: {tagName?: string; attributes?: {name: string}[]}[]}[];
  };
  const element = manifest.modules
    .flatMap(({declarations}) => declarations)
    .find(({tagName}) => tagName === 'taaliq-comments');
  const declared = element?.attributes?.map(({name}) => name) ?? [];
  // `lang` and `dir` are every element's own.
  assert.deepEqual([...attributes].sort(), once([...declared, 'lang', 'dir']));
});
