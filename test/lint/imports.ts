import {posix} from 'node:path';
import {nameOf, nodesOf, type Rule, type SyntaxNode} from './source.js';

interface Permission {
  /** Files that this applies to; the first row that fits counts. */
  readonly of: RegExp;
  /** What of ours may be imported, beside the same folder's own. */
  readonly ours: RegExp;
  /** What of ours may be imported as a type only. */
  readonly types?: RegExp;
  readonly packages: RegExp;
}

const none = /^$/;
const lit = /^lit(?:\/|$)/;
const port = 'backends/(?:port|errors|registry|register-backend)\\.ts$';
/** What brings a backend together with the page it works for. */
const connecting = 'backends/(?:connect-backend|tell-advice)\\.ts$';
const parts = `content/(?!sanitize/)|content/sanitize/load\\.ts$|language/|page/|styles/|${port}|${connecting}`;

/** Who may import whom. Paths are below `src/`. */
const permissions: readonly Permission[] = [
  {of: /^content\/sanitize\//, ours: /^content\//, packages: /^dompurify$/},
  {of: /^content\//, ours: /^content\/(?!sanitize\/)/, packages: none},
  {of: /^page\//, ours: /^page\//, packages: none},
  {of: /^language\/controller\.ts$/, ours: /^(?:language|page)\//, types: /^content\//, packages: lit},
  {of: /^language\//, ours: /^(?:language|page)\//, types: /^content\//, packages: none},
  {of: /^styles\//, ours: /^styles\//, packages: lit},
  {
    of: new RegExp(`^${port}`),
    ours: new RegExp(`^${port}`),
    types: /^(?:content|page)\//,
    packages: none,
  },
  {of: new RegExp(`^${connecting}`), ours: new RegExp(`^(?:${port}|${connecting}|page/)`), packages: none},
  {
    of: /^backends\/[^/]+\.ts$/,
    ours: /^(?:backends\/[^/]+\.ts$|content\/(?!sanitize\/))/,
    types: /^page\//,
    packages: /^zod\/mini$/,
  },
  {
    of: /^backends\/[^/]+\//,
    ours: /^(?:backends\/[^/]+\.ts$|content\/(?!sanitize\/))/,
    types: /^page\//,
    packages: /^zod\/mini$/,
  },
  {of: /^form\//, ours: new RegExp(`^(?:${parts})`), packages: lit},
  {of: /^count\//, ours: new RegExp(`^(?:${parts})`), types: /^form\/[^/]+-event\.ts$/, packages: lit},
  {of: /^thread\//, ours: new RegExp(`^(?:${parts}|form/)`), packages: lit},
  {
    of: /^comments\/joint\.ts$/,
    ours: new RegExp(`^(?:${parts}|form/|thread/)`),
    packages: lit,
  },
  {
    of: /^comments\//,
    ours: new RegExp(`^(?:${parts}|form/)`),
    types: /^thread\//,
    packages: lit,
  },
  {
    of: /^testing\.ts$/,
    ours: /^(?:backends\/(?:port|errors|contract[^/]*)\.ts$|backends\/memory\/|content\/(?!sanitize\/))/,
    packages: none,
  },
  {of: /^embed\/(?:loader|attributes)\.ts$/, ours: /^embed\/attributes\.ts$/, packages: none},
  {of: /^(?:define|index)\.ts$|^embed\//, ours: /^(?!content\/sanitize\/)/, packages: none},
];

/** The only files that may call `import()`, so that one search finds every chunk. */
const registries: ReadonlySet<string> = new Set([
  'src/backends/registry.ts',
  'src/language/choose.ts',
  'src/language/registry.ts',
  'src/content/sanitize/load.ts',
  'src/comments/load-thread.ts',
  'src/thread/reader-controller.ts',
  'src/form/load-sending.ts',
  'src/embed/loader.ts',
  'src/embed/taaliq.ts',
]);

interface Import {
  readonly at: number;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const specifierOf = (value: unknown): string => nameOf(value);

function onlyTypes(node: SyntaxNode): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'] as SyntaxNode[] | undefined;
  return (
    !!specifiers?.length &&
    specifiers.every((one) => one['importKind'] === 'type' || one['exportKind'] === 'type')
  );
}

/** Every static import, re-export and `import('…')` type of a file. */
export function* importsOf(program: SyntaxNode | null): Generator<Import> {
  for (const node of nodesOf(program)) {
    if (node.type === 'TSImportType') {
      yield {at: node.start, specifier: specifierOf(node['source'] ?? node['argument']), typeOnly: true};
    } else if (/^(?:Import|ExportNamed|ExportAll)Declaration$/.test(node.type) && node['source']) {
      yield {at: node.start, specifier: specifierOf(node['source']), typeOnly: onlyTypes(node)};
    }
  }
}

const below = (path: string): string => path.replace(/^src\//, '');

/** The file that a relative specifier means. */
const resolve = (from: string, specifier: string): string =>
  posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')).replace(/\.js$/, '.ts');

/** The folder that a file belongs to; a backend's own folder counts as one. */
const folderOf = (path: string): string => /^backends\/[^/]+\//.exec(path)?.[0] ?? posix.dirname(path);

export const importLayer: Rule = ({path, program}, report) => {
  if (!path.startsWith('src/')) return;
  const from = below(path);
  const permission = permissions.find(({of}) => of.test(from));
  if (!permission) {
    report(0, 'this folder is not in the table of who may import whom (test/lint/imports.ts)');
    return;
  }
  for (const {at, specifier, typeOnly} of importsOf(program)) {
    if (!specifier.startsWith('.')) {
      if (!permission.packages.test(specifier)) report(at, `may not import the package ${specifier}`);
      continue;
    }
    const target = resolve(path, specifier);
    if (!target.startsWith('src/')) {
      report(at, `imports ${specifier}, which is outside src`);
      continue;
    }
    const to = below(target);
    const own = folderOf(from) !== '.' && folderOf(from) !== 'backends' && folderOf(to) === folderOf(from);
    if (own || permission.ours.test(to) || (typeOnly && permission.types?.test(to))) continue;
    report(at, `may not import ${to}${permission.types?.test(to) ? ' but for its types' : ''}`);
  }
};

export const dynamicImport: Rule = ({path, program}, report) => {
  if (!path.startsWith('src/')) return;
  for (const node of nodesOf(program)) {
    if (node.type !== 'ImportExpression') continue;
    const loader = path.startsWith('src/embed/');
    if (!registries.has(path)) report(node.start, 'import() belongs in a registry (test/lint/imports.ts)');
    else if (!loader && !specifierOf(node['source']).startsWith('.'))
      report(node.start, 'import() takes a relative address written out as a literal');
  }
};

export const importEnding: Rule = ({path, program}, report) => {
  if (!path.startsWith('src/')) return;
  for (const {at, specifier} of importsOf(program)) {
    if (specifier.startsWith('.') && !specifier.endsWith('.js')) report(at, `${specifier} must end in .js`);
  }
};
