/**
 * Packs the WordPress plugin with the built files in it, ready for "Upload Plugin":
 *   tsx demo/wordpress/pack.ts [FILE]     dist/taaliq-wordpress.zip by default
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter} from '@zip.js/zip.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const plugin = fileURLToPath(new URL('./taaliq', import.meta.url));
const dist = join(root, 'dist');

/** Where each file comes from, by its path in the plugin's folder. */
function listFiles(version: string): ReadonlyMap<string, string> {
  const below = (folder: string): string[] =>
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => join(parentPath, name).slice(folder.length + 1))
      .sort();
  const widget = ['taaliq.js', ...below(join(dist, 'chunks')).map((name) => `chunks/${name}`)];
  return new Map([
    ...below(plugin).map((name) => [name, join(plugin, name)] as const),
    ['LICENSE', join(root, 'LICENSE')],
    ['THIRD-PARTY-NOTICES.txt', join(dist, 'THIRD-PARTY-NOTICES.txt')],
    ...widget.map((name) => [`${version}/${name}`, join(dist, name)] as const),
  ]);
}

/** Files of ours that name the version. */
const stamped: ReadonlySet<string> = new Set(['taaliq.php', 'readme.txt']);

/** The zip file's bytes: the same for the same files, whenever and wherever it is made. */
async function pack(): Promise<Uint8Array> {
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string};
  configure({useWebWorkers: false});
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    lastModDate: new Date(2000, 0, 1),
    extendedTimestamp: false,
  });
  for (const [path, source] of listFiles(version)) {
    const bytes = readFileSync(source);
    const content = stamped.has(path)
      ? new TextEncoder().encode(bytes.toString().replaceAll('@version@', version))
      : bytes;
    await zip.add(`taaliq/${path}`, new Uint8ArrayReader(content));
  }
  return zip.close();
}

if (!existsSync(join(dist, 'taaliq.js'))) throw new Error('There is no dist/taaliq.js: npm run build first.');
const file = process.argv[2] ?? join(dist, 'taaliq-wordpress.zip');
const bytes = await pack();
writeFileSync(file, bytes);
process.stdout.write(`${file}: ${bytes.length} bytes\n`);
