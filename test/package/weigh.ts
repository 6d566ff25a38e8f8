import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

/** What one part of the hosted bundle weighs, compressed with brotli. */
export interface Weight {
  readonly part: string;
  readonly bytes: number;
  /** Null: told, not limited. */
  readonly ceiling: number | null;
  readonly files: readonly string[];
}

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}

/** Most that each part may weigh, in bytes. A build over one fails. */
export const ceilings = {
  first: 12_000,
  thread: 8_000,
  backend: 3_000,
  schemas: 7_500,
  sanitizer: 13_500,
  language: 3_000,
  loader: 1_000,
} as const;

/** Weighs what `dist` holds; which chunk is which stands in `chunks.json`, written by the build. */
export function weigh(dist: string): Weight[] {
  const chunks = JSON.parse(readFileSync(join(dist, 'chunks.json'), 'utf8')) as Record<string, Chunk>;
  const size = (file: string): number => brotliCompressSync(readFileSync(join(dist, file))).length;

  const closure = (key: string, into = new Set<string>()): Set<string> => {
    if (into.has(key)) return into;
    into.add(key);
    chunks[key]?.imports?.forEach((other) => closure(other, into));
    return into;
  };
  const entry = Object.keys(chunks).find((key) => chunks[key]?.isEntry);
  if (!entry) throw new Error('chunks.json names no entry');
  const first = closure(entry);
  const later = (key: string): string[] => [...closure(key)].filter((one) => !first.has(one));

  const row = (part: string, keys: readonly string[], ceiling: number | null): Weight => {
    if (!keys.length) throw new Error(`nothing to weigh for ${part}`);
    const files = keys.map((key) => chunks[key]?.file ?? key);
    return {part, files, bytes: files.map(size).reduce((sum, one) => sum + one, 0), ceiling};
  };
  const sources = (pattern: RegExp): string[] =>
    Object.keys(chunks)
      .filter((key) => pattern.test(key))
      .sort();
  const needed = (key: string): string => {
    if (!chunks[key]) throw new Error(`${key} is no chunk of its own`);
    return key;
  };

  const backends = sources(/^src\/backends\/[^/]+\/backend\.ts$/);
  const languages = sources(/^src\/language\/[a-z]{2,3}\.ts$/);
  const sending = needed('src/form/sending.ts');
  const thread = needed('src/comments/joint.ts');
  const sanitizer = needed('src/content/sanitize/sanitize.ts');
  const registry = needed('src/language/registry.ts');

  const users = (key: string, among: readonly string[]): number =>
    among.filter((one) => later(one).includes(key)).length;
  const known = Object.keys(chunks);
  const limited = [sending, thread, sanitizer, registry, ...backends, ...languages];
  const others = known.filter((key) => chunks[key]?.isDynamicEntry && !limited.includes(key));
  const schemas = known.filter((key) => chunks[key]?.name === 'schema');
  // Fetched once, by whichever comes first: it is told on its own and added to none.
  // What only backends share counts for each of them: a reader needs no second one.
  const parts = [sending, thread, sanitizer, registry];
  const shared = known.filter(
    (key) =>
      !limited.includes(key) &&
      !schemas.includes(key) &&
      users(key, parts) + Math.min(1, users(key, backends)) > 1,
  );
  const own = (key: string): string[] =>
    later(key).filter(
      (one) => one === key || !(limited.includes(one) || schemas.includes(one) || shared.includes(one)),
    );
  const inRegistry = new Set(later(registry));

  return [
    row('first request', [...first], ceilings.first),
    row('shared content', shared, null),
    row('first focus', own(sending), null),
    row('thread', own(thread), ceilings.thread),
    ...others.map((key) =>
      row(
        basename(key, '.ts'),
        own(key).filter((one) => !later(thread).includes(one)),
        null,
      ),
    ),
    row('shared schemas', schemas, ceilings.schemas),
    ...backends.map((key) => row(`backend ${key.split('/')[2]}`, own(key), ceilings.backend)),
    row('sanitizer', own(sanitizer), ceilings.sanitizer),
    row('other languages', [...inRegistry], null),
    ...languages.map((key) =>
      row(
        `language ${key.slice('src/language/'.length, -3)}`,
        later(key).filter((one) => !inRegistry.has(one)),
        ceilings.language,
      ),
    ),
    {part: 'embed.js', files: ['embed.js'], bytes: size('embed.js'), ceiling: ceilings.loader},
    {part: 'taaliq.all.js', files: ['taaliq.all.js'], bytes: size('taaliq.all.js'), ceiling: null},
  ];
}

export const overweight = (weights: readonly Weight[]): Weight[] =>
  weights.filter(({bytes, ceiling}) => ceiling !== null && bytes > ceiling);
