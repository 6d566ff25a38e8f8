import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';

const files = readdirSync('dist', {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.js'))
  .map((path) => join('dist', path));
const hosted = files.filter((path) => !path.startsWith(join('dist', 'npm')));
const read = (path: string): string => readFileSync(path, 'utf8');

const never: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['eval', /\beval\s*\(/],
  ['new Function', /\bnew Function\b/],
  ['a development build of Lit', /litIssuedWarnings|Lit is in dev mode/],
  ["the bundler's preload helper", /__vite|modulepreload/],
  ['a question to the environment', /process\.env|import\.meta\.env/],
  ['a source map', /sourceMappingURL/],
  ['a path of the machine that built it', /\/(?:home|root|work|Users|tmp)\/\w|node_modules/],
  ['an address that was not filled in', /["'`]again:/],
  ['an import by an absolute address', /\b(?:from|import)\s*\(?["'`](?:\/|https?:)/],
];

test('there is something to look at', () => {
  assert.ok(hosted.length > 10 && files.length > hosted.length);
});

for (const [what, pattern] of never) {
  test(`SEC 12.3, SEC 5.3: no built file holds ${what}`, () => {
    for (const path of files) assert.doesNotMatch(read(path), pattern, path);
  });
}

test('SEC 12.3, SEC 8.3: built files name no host', () => {
  // XML namespaces, the name of WordPress's link to its API, and examples in texts.
  const known =
    /^https?:\/\/(?:www\.w3\.org\/|api\.w\.org\/$|(?:[\w-]+\.)*example(?:\.(?:com|org|net))?(?![\w-]|\.\w))/;
  for (const path of files) {
    for (const [address] of read(path).matchAll(/\b(?:https?|wss?):\/\/[\w-][\w.-]*\/?/g))
      assert.match(address, known, path);
  }
});

test('every import leads to a file', () => {
  for (const path of files) {
    for (const [, address = ''] of read(path).matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g)) {
      const target = join(dirname(path), address.replace(/\?retry$/, ''));
      assert.ok(existsSync(target), `${path} imports ${address}`);
    }
  }
});

test('one request shows the form', () => {
  assert.doesNotMatch(read('dist/taaliq.js'), /\bimport\s*["'`{*]|\bfrom\s*["'`]/);
});

test('SEC 5.7: chunks have their content in their names, doors have not', () => {
  for (const name of readdirSync('dist/chunks')) assert.match(name, /^[\w.-]+-[\w-]{6}(?:\.retry)?\.js$/);
  for (const name of ['taaliq.js', 'taaliq.all.js', 'embed.js'])
    assert.ok(existsSync(join('dist', name)), name);
});

test('SEC 5.7: all in one file is one file', () => {
  assert.doesNotMatch(read('dist/taaliq.all.js'), /\bimport\s*\(|\bfrom\s*["'`]\./);
});

test('SEC 5.7: the value of integrity is written down for every hosted file', () => {
  const values = JSON.parse(read('dist/integrity.json')) as Readonly<Record<string, string>>;
  assert.deepEqual(Object.keys(values).sort(), hosted.map((path) => path.replace(/^dist\//, '')).sort());
  const hash = createHash('sha384').update(readFileSync('dist/taaliq.all.js')).digest('base64');
  assert.equal(values['taaliq.all.js'], `sha384-${hash}`);
});

test('the bundles name the licences of what they contain', () => {
  const notices = read('dist/THIRD-PARTY-NOTICES.txt');
  for (const name of ['lit ', 'lit-html ', '@lit/reactive-element ', 'dompurify ', 'zod '])
    assert.ok(notices.includes(name), name);
  assert.match(notices, /BSD 3-Clause/);
  assert.match(notices, /MIT License/);
  const names = readdirSync('dist/chunks').filter((name) => /^(?:schema|sanitize)-/.test(name));
  assert.ok(names.length >= 2);
  for (const path of ['taaliq.js', 'taaliq.all.js', ...names.map((name) => `chunks/${name}`)])
    assert.match(
      read(join('dist', path)),
      /^\/\*! Taaliq \d+\.\d+\.\d+, MIT; THIRD-PARTY-NOTICES\.txt \*\/\n/,
      path,
    );
});
