import assert from 'node:assert/strict';
import {test} from 'node:test';
import {check, rules} from './rules.js';

interface Sample {
  readonly rule: string;
  readonly path?: string;
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

const inFile = (path: string, sample: Omit<Sample, 'path'>): Sample => ({path, ...sample});

const samples: readonly Sample[] = [
  inFile('src/content/a.ts', {
    rule: 'import-layer',
    bad: [
      "import {limits} from '../page/storage.js';",
      "import {html} from 'lit';",
      "import DOMPurify from 'dompurify';",
      "import {toSafeFragment} from './sanitize/sanitize.js';",
      "export * from '../form/form.js';",
      "type Port = import('../backends/port.js').Backend;",
    ],
    good: ["import {limits} from './limits.js';", 'export const one = 1;'],
  }),
  inFile('src/content/sanitize/a.ts', {
    rule: 'import-layer',
    bad: ["import {z} from 'zod/mini';"],
    good: ["import DOMPurify from 'dompurify';", "import {limits} from '../limits.js';"],
  }),
  inFile('src/page/a.ts', {
    rule: 'import-layer',
    bad: [
      "import {limits} from '../content/limits.js';",
      "import type {Comment} from '../content/types.js';",
    ],
    good: ["import {warnOnce} from './warn.js';"],
  }),
  inFile('src/language/ar.ts', {
    rule: 'import-layer',
    bad: ["import {html} from 'lit';", "import {fold} from '../content/fold.js';"],
    good: [
      "import type {Direction} from '../content/types.js';",
      "import {warnOnce} from '../page/warn.js';",
    ],
  }),
  inFile('src/backends/rest/backend.ts', {
    rule: 'import-layer',
    bad: [
      "import {createMemory} from '../memory/backend.js';",
      "import {z} from 'zod';",
      "import {html} from 'lit';",
      "import {localStore} from '../../page/storage.js';",
      "import type {Language} from '../../language/messages.js';",
    ],
    good: [
      "import {z} from 'zod/mini';",
      "import {request} from '../http.js';",
      "import {toPage} from './mapping.js';",
      "import {limits} from '../../content/limits.js';",
      "import type {SafeStorage} from '../../page/storage.js';",
    ],
  }),
  inFile('src/backends/port.ts', {
    rule: 'import-layer',
    bad: ["import {createRest} from './rest/backend.js';", "import {request} from './http.js';"],
    good: ["import type {Comment} from '../content/types.js';"],
  }),
  inFile('src/form/form.ts', {
    rule: 'import-layer',
    bad: [
      "import {createRest} from '../backends/rest/backend.js';",
      "import {request} from '../backends/http.js';",
      "import {z} from 'zod/mini';",
      "import {TaaliqThread} from '../thread/thread.js';",
      "import {toSafeHtml} from '../content/sanitize/sanitize.js';",
    ],
    good: [
      "import {LitElement} from 'lit';",
      "import {loadBackend} from '../backends/registry.js';",
      "import {loadSanitizer} from '../content/sanitize/load.js';",
    ],
  }),
  inFile('src/thread/thread.ts', {
    rule: 'import-layer',
    bad: ["import {TaaliqComments} from '../comments/comments.js';"],
    good: ["import {TaaliqForm} from '../form/form.js';"],
  }),
  inFile('src/comments/comments.ts', {
    rule: 'import-layer',
    bad: ["import {TaaliqThread} from '../thread/thread.js';"],
    good: ["import type {TaaliqThread} from '../thread/thread.js';"],
  }),
  inFile('src/somewhere/a.ts', {rule: 'import-layer', bad: ['export const one = 1;'], good: []}),
  inFile('src/form/form.ts', {
    rule: 'dynamic-import',
    bad: ["const later = () => import('../thread/thread.js');"],
    good: ["import {a} from './a.js';"],
  }),
  inFile('src/language/registry.ts', {
    rule: 'dynamic-import',
    bad: ['const later = (tag: string) => import(`./${tag}.js`);', "const later = () => import('lit');"],
    good: ["const later = () => import('./en.js');", "const again = () => import('./en.js?retry');"],
  }),
  inFile('src/form/a.ts', {
    rule: 'import-ending',
    bad: ["import {a} from './b';", "import {a} from './b.ts';"],
    good: ["import {a} from './b.js';"],
  }),
  {
    rule: 'html-sink',
    bad: [
      "element.innerHTML = '<b>';",
      "element['outerHTML'] = text;",
      "element.insertAdjacentHTML('afterend', text);",
      'element.setHTMLUnsafe(text);',
      'element.setHTML(text);',
      'document.write(text);',
      'range.createContextualFragment(text);',
      "import {unsafeHTML} from 'lit/directives/unsafe-html.js';",
      "new DOMParser().parseFromString(text, 'text/html');",
    ],
    good: ['element.textContent = text;', 'element.append(text);'],
  },
  inFile('src/content/sanitize/a.ts', {
    rule: 'html-sink',
    bad: ['element.innerHTML = text;'],
    good: ['const text = element.innerHTML;', 'holder.setHTML(text, {sanitizer});'],
  }),
  {
    rule: 'page-wide',
    bad: [
      'z.config({});',
      "new BroadcastChannel('a');",
      "window.postMessage('a', '*');",
      "document.getElementById('taaliq');",
      "document.querySelector('#taaliq');",
      "fetch('/api');",
    ],
    good: ['z.object({});', 'channel.port1.postMessage(0);', "this.renderRoot.querySelector('textarea');"],
  },
  {
    rule: 'template-style',
    bad: [
      'html`<p style="color:red"></p>`;',
      'html`<p style=${color}></p>`;',
      'html`<button onclick="go()"></button>`;',
    ],
    good: [
      'html`<p style=${styleMap({color})}></p>`;',
      'html`<button @click=${go} class="style"></button>`;',
    ],
  },
  {
    rule: 'host-name',
    bad: ["const where = 'https://cdn.test/api';", 'const where = `http://a.example.test/${path}`;'],
    good: [
      "const scheme = 'https://';",
      "const svg = 'http://www.w3.org/2000/svg';",
      '// https://bugs.example/1 tells why.\nconst one = 1;',
    ],
  },
  {
    rule: 'unproved-assertion',
    bad: ['const one = list[0]!;', 'const one = value as string;'],
    good: [
      '// The list was just filled.\nconst one = list[0]!;',
      "const names = ['a'] as const;",
      'const one = value as string; // proof: tested above',
    ],
  },
  inFile('test/form/a.test.ts', {
    rule: 'whole-tests',
    bad: ["it.only('a', () => {});", "describe.skip('a', () => {});", 'await aTimeout(500);'],
    good: ["it('a', () => {});", 'await aTimeout(0);'],
  }),
  {
    rule: 'physical-side',
    bad: [
      'css`p { margin-left: 1px; }`;',
      'css`p { color: red; left: 0 }`;',
      'css`p { inline-size: ${x}; width: 10px; }`;',
      'css`.a { .b { border-right-color: red; } }`;',
      'css`p { text-align: right; }`;',
      "element.style.marginLeft = '1px';",
      "element.style.width = '1px';",
      'css`p { margin: 0 1px 0 2px; }`;',
      'css`p { inset: 0 auto 0 0; }`;',
      'css`p { border-radius: 4px 0 0 4px; }`;',
      'css`p { justify-content: right; }`;',
      'css`p { transform-origin: left; }`;',
    ],
    good: [
      'css`p { margin: 0.3em 0 0; padding: 1px 2px 3px 2px; }`;',
      'css`p { border-radius: 4px 4px 0 0; background-position: right; }`;',
      'css`p { inset: 0 calc(1px + 2px) 0 calc(1px + 2px); }`;',
      'css`p { margin-inline-start: 1px; }`;',
      'css`/* left: 0 */ p { text-align: start; }`;',
      'css`@container (min-width: 34rem) { p { color: red; } }`;',
      'css`a:hover { color: red; }`;',
      "element.style.minBlockSize = '1px';",
    ],
  },
  inFile('demo/a.css', {
    rule: 'physical-side',
    bad: ['p { padding-right: 0; }', 'p{max-width:10rem}'],
    good: ['p { max-inline-size: 10rem; }'],
  }),
  inFile('demo/a.html', {
    rule: 'physical-side',
    bad: ['<style>p { float: left; }</style>'],
    good: ['<style>p { float: inline-start; }</style><p>left: right;</p>'],
  }),
  {
    rule: 'public-token',
    bad: ['css`:host { --taaliq-accent: red; }`;'],
    good: ['css`.root { --_accent: var(--taaliq-accent, red); }`;'],
  },
  {
    rule: 'page-direction',
    bad: [
      'css`:host-context([dir=rtl]) p { color: red; }`;',
      "css`[dir='rtl'] .name { color: red; }`;",
      'const dir = document.dir;',
      'const dir = document.documentElement.dir;',
    ],
    good: [
      'css`.icon:dir(rtl) { scale: -1 1; }`;',
      "css`.root[dir='rtl'] .icon { scale: -1 1; }`;",
      'const {dir} = language;',
    ],
  },
  {
    rule: 'outside-root',
    bad: ['document.body.append(menu);', 'document.body.appendChild(menu);', 'document.head.prepend(sheet);'],
    good: ['root.append(menu);', 'document.body.contains(menu);'],
  },
  {
    rule: 'one-way',
    bad: [
      'css`p { transform: translateX(1rem); }`;',
      'css`p { translate: 1rem; }`;',
      'css`p { background: linear-gradient(to right, red, blue); }`;',
      'css`p { background: linear-gradient(90deg, red, blue); }`;',
    ],
    good: [
      'css`p { transform: translateX(calc(var(--dir) * 1rem)); }`;',
      'css`p { transform: translate(0, 1rem); translate: 0 1rem; }`;',
      'css`p { background: linear-gradient(calc(var(--dir) * 90deg), red, blue); }`;',
      'css`p { background: repeating-linear-gradient(transparent 0 1rem, red 1rem 2rem); }`;',
    ],
  },
  {
    rule: 'joined-letters',
    bad: [
      'css`p { letter-spacing: 0.1em; }`;',
      'css`p { text-transform: uppercase; }`;',
      'css`p { font-style: italic; }`;',
      'css`p { font-synthesis: weight style; }`;',
      'css`p { hyphens: auto; }`;',
      'css`p { text-align: justify; }`;',
      'css`p { word-break: break-all; }`;',
      'css`p { -webkit-text-stroke: 1px; }`;',
      'css`p { color: rgb(0 0 0 / 60%); }`;',
      'css`p { color: color-mix(in srgb, red, transparent); }`;',
      'css`p { text-overflow: ellipsis; }`;',
      "css`@font-face { font-family: A; src: local('A'); }`;",
    ],
    good: [
      'css`p { letter-spacing: normal; text-transform: none; font-style: normal; hyphens: manual; }`;',
      'css`p { overflow-wrap: anywhere; word-break: normal; -webkit-text-stroke: 0; }`;',
      'css`p { color: color-mix(in srgb, red, blue 20%); background: rgb(0 0 0 / 45%); }`;',
    ],
  },
  {
    rule: 'visitor-language',
    bad: [
      'names.sort((one, other) => one.localeCompare(other));',
      'const shown = count.toLocaleString();',
      'const first = letter.toLocaleUpperCase();',
      'const sorting = new Intl.Collator();',
    ],
    good: [
      'names.sort(new Intl.Collator(tag).compare);',
      "const shown = count.toLocaleString('en');",
      'const first = letter.toUpperCase();',
    ],
  },
  {
    rule: 'joined-words',
    bad: [
      "const said = language.text('answerTo') + ' ' + name;",
      "const said = `${language.text('answerTo')} ${comment.author.name}`;",
      "const said = [language.text('answerTo'), name].join(' ');",
      "const said = this.#language.text('answerTo').concat(name);",
      "const said = language.text('answerTo').replace('{name}', name);",
      "const words = language.text('answerTo');\nconst said = `${words} ${name}`;",
      "const said = html`<p>${language.text('answerTo')} ${name}</p>`;",
      "const said = html`<p>${language.text('answerTo')} <bdi dir=${dir}>${nameOf(parent)}</bdi></p>`;",
      "const said = html`<p>${html`<bdi>${element.parentName}</bdi>`} ${language.text('answers')}</p>`;",
      "const said = html`<p>${flat ? language.text('a') : language.text('b')} <b>${author.name}</b></p>`;",
    ],
    good: [
      "const said = language.text('replyTo', {name});",
      "const said = html`<p>${language.template('inReplyTo', {name: html`<bdi>${name}</bdi>`})}</p>`;",
      "const said = `${language.text('tooFast')} ${language.plural('wait', 3)}`;",
      "const said = html`<bdi>${name}</bdi><p>${language.text('edited')}</p>`;",
      'const said = html`<option value=${name}>${language.text(words[name])}</option>`;',
      "const said = html`<p>${language.text('like')} <bdi>${language.number(likes)}</bdi></p>`;",
      'const address = `${path}/${name}`;',
    ],
  },
  inFile('src/language/a.ts', {
    rule: 'joined-words',
    bad: [],
    good: ["const said = language.text('replyTo').replace('{name}', name);"],
  }),
  {
    rule: 'plain-text',
    bad: ['// TO\u0044O: later', '// FIX\u004dE', "const a = '/ho\u006de/sam/file';"],
    good: ['// TO\u0044O (#12): later', "const a = '/dist/taaliq.js';", "const b = './work/file';"],
  },
  inFile('src/form/utils.ts', {rule: 'file-name', bad: ['export const one = 1;'], good: []}),
  inFile('src/form/formField.ts', {rule: 'file-name', bad: ['export const one = 1;'], good: []}),
  inFile('src/form/form.styles.ts', {rule: 'file-name', bad: [], good: ['export const one = 1;']}),
  {rule: 'file-length', bad: ['const one = 1;\n'.repeat(301)], good: ['const one = 1;\n'.repeat(300)]},
  inFile('lib/a.ts', {rule: 'top-level', bad: ['export const one = 1;'], good: []}),
];

/** The rules of direction and type that a rule holds. */
const held: Readonly<Record<string, string>> = {
  'physical-side': 'RTL S1: ',
  'page-direction': 'RTL D5: ',
  'outside-root': 'RTL D6: ',
  'one-way': 'RTL D7: ',
  'joined-letters': 'RTL S3, S5, S12: ',
  'visitor-language': 'RTL N2, N10: ',
  'joined-words': 'RTL B9: ',
};

for (const {rule, path = 'src/form/a.ts', bad, good} of samples) {
  test(`${held[rule] ?? ''}${rule} in ${path}`, () => {
    for (const text of bad) {
      const found = check(path, text).filter((problem) => problem.rule === rule);
      assert.ok(found.length > 0, `let through: ${text}`);
      assert.ok(found.every((problem) => problem.line >= 1 && problem.message));
    }
    for (const text of good) {
      const found = check(path, text).filter((problem) => problem.rule === rule);
      assert.deepEqual(found, [], `refused: ${text}`);
    }
  });
}

test('every rule has a sample', () => {
  assert.deepEqual(
    Object.keys(rules).filter((rule) => !samples.some((sample) => sample.rule === rule)),
    [],
  );
});

test('a problem names its line', () => {
  const [problem] = check('src/form/a.ts', "const one = 1;\n\nelement.innerHTML = '';\n");
  assert.equal(problem?.line, 3);
});
