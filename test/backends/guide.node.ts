// What the guide says can be tried: its links lead somewhere, its elements have the attributes, its test passes.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {parseSync} from 'vite';
import {resolveEndpoint} from '../../src/page/endpoint.js';
import {threadKey} from '../../src/page/thread-key.js';
import {attributes} from '../../src/embed/attributes.js';

const folder = new URL('../../demo/guide/', import.meta.url);
const backends = readdirSync(new URL('../../src/backends/', import.meta.url), {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name);
const known: ReadonlySet<string> = new Set(attributes);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** Pieces of code of one language. */
const codeIn = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const tagsIn = (html: string): readonly Tag[] =>
  [...html.matchAll(/<(taaliq-\w+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: new Map(
      [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  }));

for (const page of pages) {
  const text = readFileSync(new URL(page, folder), 'utf8');
  describe(`the guide: ${page}`, () => {
    it('links to what is there', () => {
      const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
        if (target.startsWith('#')) assert.ok(headings.includes(target.slice(1)), target);
        else if (/^\w+:/.test(target)) assert.equal(new URL(target).protocol, 'https:', target);
        else assert.ok(existsSync(fileURLToPath(new URL(target, folder))), target);
      }
    });

    it('uses elements as they are', () => {
      const tags = codeIn(text, 'html').flatMap(tagsIn);
      assert.ok(tags.length > 0);
      for (const {attributes: given} of tags) {
        for (const name of given.keys()) assert.ok(known.has(name), name);
        const backend = given.get('backend') ?? 'rest';
        assert.ok([...backends, 'guestbook'].includes(backend), backend);
        assert.ok(resolveEndpoint(given.get('endpoint') ?? '', 'https://news.example/a'));
      }
    });

    it('has code that can be read', () => {
      for (const code of codeIn(text, 'js')) assert.deepEqual(parseSync('a.js', code).errors, []);
      for (const html of codeIn(text, 'html')) {
        for (const [, code = ''] of html.matchAll(/<script type="module">(.*?)<\/script>/gs))
          assert.deepEqual(parseSync('a.js', code).errors, []);
        for (const [, json = ''] of html.matchAll(/<script type="application\/json">(.*?)<\/script>/gs))
          assert.doesNotThrow(() => JSON.parse(json));
      }
    });
  });
}

describe('the guide', () => {
  it('has a section for every server', () => {
    const text = readFileSync(new URL('moving.md', folder), 'utf8');
    const used = new Set(
      codeIn(text, 'html')
        .flatMap(tagsIn)
        .map(({attributes}) => attributes.get('backend')),
    );
    // Memory forgets: there is nothing to move.
    for (const name of backends)
      if (name !== 'memory') assert.ok(used.has(name === 'rest' ? undefined : name), name);
  });

  it('calls a thread what the widget calls it', () => {
    const text = readFileSync(new URL('moving.md', folder), 'utf8');
    const [, key, address] = /`(\/2026\/[^`]+)` for `([^`]+)`/.exec(text) ?? [];
    assert.equal(threadKey(address ?? ''), key);
  });

  it('has a test that passes, with the package as others get it', () => {
    // Inside of a test, Node would report to this one.
    const {NODE_TEST_CONTEXT: _, ...env} = process.env;
    const file = fileURLToPath(new URL('own-backend.test.js', folder));
    const output = execFileSync(process.execPath, ['--test', '--test-reporter=tap', file], {
      env,
      encoding: 'utf8',
    });
    assert.match(output, /^# pass [1-9]/m);
    assert.match(output, /^# fail 0$/m);
  });
});
