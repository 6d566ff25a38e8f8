/** Writes `dist/integrity.json`: the value of `integrity` for every hosted file, for pages that ask for it. */
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const inDist = (folder: string): string[] =>
  readdirSync(join('dist', folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => (folder ? `${folder}/${name}` : name));

const values = [...inDist(''), ...inDist('chunks')].map((path) => {
  const hash = createHash('sha384').update(readFileSync(join('dist', path)));
  return [path, `sha384-${hash.digest('base64')}`] as const;
});
writeFileSync('dist/integrity.json', `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`);
