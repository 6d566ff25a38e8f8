/**
 * Keeps the README's tables in step with the manifest:
 *   tsx test/package/readme.ts          writes them
 *   tsx test/package/readme.ts check    fails when they are out of date
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {format} from 'prettier';
import {featureHead, readFeatures} from './features.js';

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
  readonly default?: string;
  readonly fieldName?: string;
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes?: readonly Entry[];
  readonly events?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
  readonly cssStates?: readonly Entry[];
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json')) as {
  modules: readonly {declarations?: readonly Declaration[]}[];
};
const element = (name: string): Declaration => {
  const found = manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} in the manifest`);
  return found;
};

const cell = (text = ''): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const code = (text: string): string => (text ? `\`${text}\`` : '');

const comments = element('TaaliqComments');
const form = element('TaaliqForm');
const thread = element('TaaliqThread');

const unique = (entries: readonly (readonly Entry[] | undefined)[]): Entry[] => {
  const byName = new Map(entries.flatMap((list) => list ?? []).map((entry) => [entry.name, entry] as const));
  return [...byName.values()];
};
const plain = (entries: readonly Entry[], head: string): string =>
  table(
    [head, 'Meaning'],
    entries.map(({name, description}) => [code(name || '(default)'), description?.replace(/^- /, '') ?? '']),
  );
const attributes = (of: Declaration): string =>
  table(
    ['Attribute', 'Default', 'Meaning'],
    (of.attributes ?? []).map((one) => [
      code(one.name),
      one.default === 'false' ? 'off' : code((one.default ?? '').replaceAll("'", '')),
      one.description ?? '',
    ]),
  );

const tables: Readonly<Record<string, string>> = {
  backends: table(featureHead, await readFeatures()),
  count: attributes(element('TaaliqCount')),
  attributes: attributes(comments),
  events: plain(unique([comments.events]), 'Event'),
  slots: plain(unique([comments.slots]), 'Slot'),
  parts: plain(unique([comments.cssParts, form.cssParts, thread.cssParts]), 'Part'),
  tokens: plain(unique([comments.cssProperties]), 'Token'),
  states: plain(unique([form.cssStates, thread.cssStates]), 'State'),
};

const before = read('README.md');
const filled = before.replace(/<!-- (\w+) -->[\s\S]*?<!-- \/\1 -->/g, (block, name: string) =>
  tables[name] ? `<!-- ${name} -->\n\n${tables[name]}\n\n<!-- /${name} -->` : block,
);
const after = await format(filled, {
  parser: 'markdown',
  singleQuote: true,
  bracketSpacing: false,
  printWidth: 110,
});

if (process.argv[2] === 'check') {
  if (after !== before) {
    console.error('README.md: tables are out of date; run `npm run docs`.');
    process.exit(1);
  }
} else {
  writeFileSync(new URL('README.md', root), after);
}
