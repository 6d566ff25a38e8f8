import {readFileSync} from 'node:fs';
import {basename, join, posix, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig, type Plugin, type Rolldown, type UserConfig} from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

const {version} = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const banner = `/*! Taaliq ${version}, MIT; THIRD-PARTY-NOTICES.txt */`;

const bundled = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'dompurify', 'zod'];

/** Writes the licences of the bundled packages beside the bundle. */
const notices = (): Plugin => ({
  name: 'third-party-notices',
  generateBundle() {
    const texts = bundled.map((name) => {
      const folder = new URL(`./node_modules/${name}/`, import.meta.url);
      const {version} = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
        version: string;
      };
      return `${name} ${version}\n\n${readFileSync(new URL('LICENSE', folder), 'utf8').trim()}\n`;
    });
    const source = texts.join(`\n${'-'.repeat(72)}\n\n`);
    this.emitFile({type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source});
  },
});

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

function* taggedTemplates(node: SyntaxNode): Generator<{tag: string; quasis: readonly SyntaxNode[]}> {
  if (node.type === 'TaggedTemplateExpression') {
    const {tag, quasi} = node as unknown as {tag: {name?: string}; quasi: {quasis: readonly SyntaxNode[]}};
    yield {tag: tag.name ?? '', quasis: quasi.quasis};
  }
  for (const member of Object.values(node)) {
    for (const child of Array.isArray(member) ? member : [member])
      if (isNode(child)) yield* taggedTemplates(child);
  }
}

const shorter: Readonly<Record<string, (text: string) => string>> = {
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}')
      .replace(/\b0\./g, '.')
      .trim(),
  html: (text) =>
    text
      // A line's end inside of a tag's two ends is there for the eye.
      .replace(/(<[a-z][^<>]*>)\s*\n\s*(?=\S|$)/g, '$1')
      .replace(/(?<=\S|^)\s*\n\s*<\//g, '</')
      .replace(/\s*\n\s*/g, ' ')
      .replace(/> </g, '><')
      .replace(/ \/?>/g, '>'),
};

/** Takes the indentation out of `css` and `html` templates, which no minifier looks into. */
const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  enforce: 'post',
  transform(code, id) {
    if (!id.includes('/src/') || !/\b(?:css|html)`/.test(code)) return null;
    let result = code;
    const edits: {start: number; end: number; text: string}[] = [];
    for (const {tag, quasis} of taggedTemplates(this.parse(code) as unknown as SyntaxNode)) {
      const shorten = shorter[tag];
      if (!shorten) continue;
      // The `css` that stands in for Lit's takes no values.
      if (tag === 'css' && quasis.length > 1) this.error(`${id}: css with a value in it`);
      for (const {start, end} of quasis) edits.push({start, end, text: shorten(code.slice(start, end))});
    }
    for (const {start, end, text} of edits.sort((a, b) => b.start - a.start)) {
      result = result.slice(0, start) + text + result.slice(end);
    }
    return {code: result, map: null};
  },
});

/** Lit's `css` where every engine has constructable style sheets. */
const cssTag = `
  export class CSSResult {
    constructor(cssText) { this.cssText = cssText; }
    get styleSheet() {
      if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
      return this.sheet;
    }
  }
  export const unsafeCSS = (text) => new CSSResult(text);
  export const css = ([text]) => unsafeCSS(text);
  export const adoptStyles = (root, styles) => {
    root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
  };
  export const getCompatibleStyle = (style) => style;
  export const supportsAdoptingStyleSheets = true;`;

type Trims = Readonly<Record<string, readonly (string | readonly [text: string, instead: string])[]>>;

/** What is left out of Lit's files. */
const litTrims: Trims = {
  'reactive-element/reactive-element.js': [
    // Nothing is declared by decorators here.
    'Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;',
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    ',p=a.reactiveElementPolyfillSupport',
    ',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")',
  ],
  'lit-html/lit-html.js': [
    ',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3")',
    // All templates are of HTML: a picture is drawn by an `svg` element in one.
    ['2===i?"<svg>":3===i?"<math>":""', '""'],
    '+(2===i?"</svg>":3===i?"</math>":"")',
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
  ],
  'lit-element/lit-element.js': [
    ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i})',
    '(s.litElementVersions??=[]).push("4.2.2");',
  ],
};

/** What is changed in zod's files. */
const zodTrims: Trims = {
  'zod/v4/core/core.js': [
    // A page may have a zod of its own: neither hears of the other by way of a global.
    'const pp = globalThis.__zod_globalConfig?.postProcessor;\n        if (pp)\n            pp(inst);',
    '(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});',
    ['globalConfig = globalThis.__zod_globalConfig', 'globalConfig = /*@__PURE__*/ Object.create(null)'],
  ],
  'zod/v4/core/util.js': [
    // Else it takes what a page has put on `Object.prototype` for members of its own, and throws.
    ['for (const key in table) {', 'for (const key of Object.keys(table)) {'],
  ],
};

/**
 * Leaves out of libraries what the hosted files have no use for, or what would
 * reach into the page. They are for engines that have constructable style
 * sheets and need no polyfill, and must be light.
 */
const trimLibraries = (): Plugin => ({
  name: 'trim-libraries',
  transform(code, id) {
    const changed = (): never => this.error(`${id} has changed: compare it with what is left out of it`);
    if (id.endsWith('/reactive-element/css-tag.js')) {
      const exported = /export\{(.*?)\}/.exec(code)?.[1]?.replace(/\w+ as /g, '');
      const known = 'CSSResult,adoptStyles,css,getCompatibleStyle,supportsAdoptingStyleSheets,unsafeCSS';
      return exported === known ? {code: cssTag, map: null} : changed();
    }
    const trims = Object.entries({...litTrims, ...zodTrims}).find(([file]) => id.endsWith(`/${file}`))?.[1];
    if (!trims) return null;
    for (const trim of trims) {
      const [text, instead] = typeof trim === 'string' ? [trim, ''] : trim;
      if (code.split(text).length !== 2) changed();
      code = code.replace(text, () => instead);
    }
    return {code, map: null};
  },
});

const retry = '?retry';

/** For builds that cannot tell one address of a file from another: `./x.js?retry` is `./x.js`. */
const oneAddress = (): Plugin => ({
  name: 'one-address',
  enforce: 'pre',
  resolveId(source, importer) {
    return source.endsWith(retry) ? this.resolve(source.slice(0, -retry.length), importer) : null;
  },
});

/**
 * Makes `import('./x.js?retry')` ask for the chunk of `./x.js` under a second
 * address: some engines remember that an `import()` failed, and what else the
 * chunk imports. A chunk that needs further chunks is written a second time
 * with their second addresses; that file is asked for after a failure only.
 */
const secondAddresses = (): Plugin => ({
  name: 'second-addresses',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith(retry)) return null;
    const found = await this.resolve(source.slice(0, -retry.length), importer);
    // Stands in the code until the names of the chunks are known.
    return found && {id: `again:${relative(root, found.id)}`, external: true};
  },
  generateBundle(_options, bundle) {
    const chunks = new Map<string, Rolldown.OutputChunk>();
    for (const file of Object.values(bundle)) if (file.type === 'chunk') chunks.set(file.fileName, file);
    const ofModule = new Map([...chunks.values()].map((chunk) => [chunk.facadeModuleId, chunk]));

    const atOnce = new Set<string>();
    const follow = (name: string): void => {
      if (atOnce.has(name)) return;
      atOnce.add(name);
      chunks.get(name)?.imports.forEach(follow);
    };
    for (const chunk of chunks.values()) if (chunk.isEntry) follow(chunk.fileName);

    const later = ({imports}: Rolldown.OutputChunk): Rolldown.OutputChunk[] =>
      imports.flatMap((name) => (atOnce.has(name) ? [] : (chunks.get(name) ?? [])));
    const again = (chunk: Rolldown.OutputChunk): string =>
      later(chunk).length ? chunk.fileName.replace(/\.js$/, '.retry.js') : `${chunk.fileName}${retry}`;

    const wanted = new Set<Rolldown.OutputChunk>();
    const want = (chunk: Rolldown.OutputChunk): void => {
      if (wanted.has(chunk)) return;
      wanted.add(chunk);
      later(chunk).forEach(want);
    };
    for (const chunk of chunks.values()) {
      chunk.code = chunk.code.replaceAll(/(["'`])again:([^"'`]+)\1/g, (_whole, quote: string, id: string) => {
        const target = ofModule.get(join(root, id));
        if (!target) this.error(`no chunk for ${id}`);
        want(target);
        const path = posix.relative(posix.dirname(chunk.fileName), again(target));
        return `${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
      });
    }
    // Only now: what is copied must have its own addresses filled in.
    for (const chunk of wanted) {
      if (!later(chunk).length) continue;
      const source = later(chunk).reduce(
        (code, other) => code.replaceAll(`./${basename(other.fileName)}`, `./${basename(again(other))}`),
        chunk.code,
      );
      this.emitFile({type: 'asset', fileName: again(chunk), source});
    }
  },
});

const common: UserConfig = {
  publicDir: false,
  build: {
    target: ['es2022', 'safari16.4', 'firefox128'],
    outDir: 'dist',
    emptyOutDir: false,
    reportCompressedSize: false,
  },
};

/** In files that hold code of others. */
const toBanner = ({moduleIds}: {readonly moduleIds: readonly string[]}): string =>
  moduleIds.some((id) => id.includes('/node_modules/')) ? banner : '';

const minified = {postBanner: toBanner, minify: true, comments: false} as const;

/**
 * One build for each way in:
 * `npm` modules with their dependencies left out, `hosted` an entry with lazy
 * chunks, `all` the same in one file, `loader` the classic script.
 */
export default defineConfig(({mode}) => {
  const builds: Readonly<Record<string, UserConfig>> = {
    npm: {
      plugins: [oneAddress()],
      build: {
        minify: false,
        lib: {entry: ['src/index.ts', 'src/define.ts', 'src/testing.ts'], formats: ['es']},
        rolldownOptions: {
          external: /^(?:lit|zod|dompurify)(?:\/|$)/,
          output: {
            preserveModules: true,
            preserveModulesRoot: 'src',
            // What explains the code is in the types; what tells a bundler something stays.
            comments: {jsdoc: false, legal: true, annotation: true},
            entryFileNames: '[name].js',
            dir: 'dist/npm',
          },
        },
      },
    },
    hosted: {
      plugins: [secondAddresses(), trimLibraries(), minifyTemplates(), notices()],
      base: './',
      build: {
        // Which chunk is which: `npm run size` reads it.
        manifest: 'chunks.json',
        lib: {entry: {taaliq: 'src/embed/taaliq.ts'}, formats: ['es']},
        rolldownOptions: {
          // What chunks share with the entry stays in it.
          preserveEntrySignatures: 'allow-extension',
          output: {
            ...minified,
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash:6].js',
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                // One request shows the form, whatever else its code is shared with.
                {name: 'taaliq', tags: ['$initial']},
                // Left to itself it falls into pieces, each a request of its own.
                {
                  name: 'content',
                  test: /[\\/]src[\\/]content[\\/](?:[^\\/]+|sanitize[\\/]load)\.ts$/,
                  minShareCount: 2,
                },
                // What backends are made of.
                {
                  name: 'schema',
                  test: /[\\/]src[\\/]backends[\\/](?:address|http|judge-status|page-path|received|schema)\.ts$|[\\/]zod[\\/]/,
                },
              ],
            },
          },
        },
      },
    },
    all: {
      plugins: [oneAddress(), trimLibraries(), minifyTemplates()],
      build: {
        lib: {entry: {'taaliq.all': 'src/embed/all.ts'}, formats: ['es']},
        rolldownOptions: {
          preserveEntrySignatures: 'strict',
          output: {...minified, format: 'es', entryFileNames: '[name].js', codeSplitting: false},
        },
      },
    },
    loader: {
      build: {
        lib: {entry: {embed: 'src/embed/loader.ts'}, formats: ['iife'], name: 'unused'},
        rolldownOptions: {
          output: {minify: true, format: 'iife', entryFileNames: '[name].js'},
        },
      },
    },
  };
  const chosen = builds[mode] ?? {};
  return {...common, ...chosen, build: {...common.build, ...chosen.build}};
});
