import {readFileSync} from 'node:fs';
import {defineConfig, type Plugin, type UserConfig} from 'vite';

const {version} = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const banner = `/*! Taaliq ${version}, MIT. Licences of what it contains: THIRD-PARTY-NOTICES.txt */`;

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
      .replace(/;}/g, '}'),
  html: (text) => text.replace(/\s*\n\s*/g, ' ').replace(/> </g, '><'),
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
      for (const {start, end} of quasis) edits.push({start, end, text: shorten(code.slice(start, end))});
    }
    for (const {start, end, text} of edits.sort((a, b) => b.start - a.start)) {
      result = result.slice(0, start) + text + result.slice(end);
    }
    return {code: result, map: null};
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

const minified = {banner, minify: true} as const;

/**
 * One build for each way in:
 * `npm` modules with their dependencies left out, `hosted` an entry with lazy
 * chunks, `all` the same in one file, `loader` the classic script.
 */
export default defineConfig(({mode}) => {
  const builds: Readonly<Record<string, UserConfig>> = {
    npm: {
      build: {
        minify: false,
        lib: {entry: ['src/index.ts', 'src/define.ts', 'src/testing.ts'], formats: ['es']},
        rolldownOptions: {
          external: /^(?:lit|zod|dompurify)(?:\/|$)/,
          output: {
            preserveModules: true,
            preserveModulesRoot: 'src',
            entryFileNames: '[name].js',
            dir: 'dist/npm',
          },
        },
      },
    },
    hosted: {
      plugins: [minifyTemplates(), notices()],
      build: {
        modulePreload: false,
        rolldownOptions: {
          input: {taaliq: 'src/embed/taaliq.ts'},
          preserveEntrySignatures: 'strict',
          output: {
            ...minified,
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
          },
        },
      },
    },
    all: {
      plugins: [minifyTemplates()],
      build: {
        modulePreload: false,
        rolldownOptions: {
          input: {'taaliq.all': 'src/embed/all.ts'},
          preserveEntrySignatures: 'strict',
          output: {...minified, format: 'es', entryFileNames: '[name].js', codeSplitting: false},
        },
      },
    },
    loader: {
      build: {
        modulePreload: false,
        rolldownOptions: {
          input: {embed: 'src/embed/loader.ts'},
          output: {minify: true, format: 'iife', entryFileNames: '[name].js'},
        },
      },
    },
  };
  const chosen = builds[mode] ?? {};
  return {...common, ...chosen, build: {...common.build, ...chosen.build}};
});
