import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import type {Language} from '../../src/language/messages.js';
import {languages} from '../language/languages.js';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {article, serveBundle} from '../support/host-page.js';
import {serve, type Answer, type Served} from '../support/serve.js';

const chunks = JSON.parse(readFileSync('dist/chunks.json', 'utf8')) as Record<string, {file: string}>;
/** Languages whose files are among these addresses. */
const languagesIn = (addresses: readonly string[]): string[] =>
  Object.keys(languages).filter((lang) =>
    addresses.some((address) => address.includes(chunks[`src/language/${lang}.ts`]?.file ?? '?')),
  );

/** Without marks of direction, white space as one space. */
const bare = (text: string): string =>
  text
    .replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A number in the digits that a language has by itself. */
const written = ({digits}: Language, count: number): string =>
  String(count).replace(/\d/g, (digit) => [...digits][Number(digit)] ?? digit);

const ago = (language: Language, unit: 'minute' | 'hour' | 'day' | 'year', count: number): string => {
  const forms = language.timeAgo[unit];
  return (forms[new Intl.PluralRules(language.lang).select(count)] ?? forms.other).replace(
    '{count}',
    written(language, count),
  );
};

interface Column {
  readonly lang: string;
  readonly roots: readonly string[];
  readonly words: readonly string[];
  readonly times: readonly string[];
  readonly dates: readonly string[];
  readonly inner: readonly string[];
}

for (const engine of engines) {
  describe(`the page of all languages in ${engine}`, {timeout: 180_000}, () => {
    let server: CommentServer;
    let bundle: Served;
    let site: Served;
    let browser: Browser;
    let page: Page;
    const answers: Record<string, Answer> = {};

    before(async () => {
      server = await startCommentServer();
      bundle = await serveBundle();
      site = await serve((path) => answers[path]);
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.open(`${server.address}languages.html`);
      await page.until('everything to be drawn', () =>
        page.evaluate(() => document.documentElement.hasAttribute('data-ready')),
      );
    });
    after(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), site?.stop(), bundle?.stop()]);
    });

    /** What each language shows. */
    const look = (): Promise<Column[]> =>
      page.with('taaliq-comments', (elements) =>
        elements.map((element) => {
          const roots = [
            element,
            ...(element.shadowRoot?.querySelectorAll('taaliq-form, taaliq-thread') ?? []),
          ];
          const all = (selector: string): HTMLElement[] =>
            roots.flatMap((host) =>
              Array.from(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
            );
          const texts = (selector: string): string[] => all(selector).map((one) => one.textContent ?? '');
          return {
            lang: element.closest('section')?.lang ?? '',
            roots: all('.root').map((root) => `${root.lang} ${root.dir} ${getComputedStyle(root).direction}`),
            words: texts('.title, .heading, .label, .submit, [data-do=reply], .badge, .note'),
            times: texts('time'),
            dates: all('time').map(({title}) => title),
            inner: all('.root')
              .filter((root) => root.scrollWidth > root.clientWidth)
              .map((root) => root.lang),
          };
        }),
      );

    test('is drawn without an error, and asks nobody but for its own files', async () => {
      assert.equal(await page.count('#languages section'), 10);
      assert.deepEqual(page.errors, []);
      for (const request of page.requests) {
        assert.match(request, new RegExp(`^(?:${new URL(server.address).origin}/|data:)`));
        assert.doesNotMatch(request, /\/api\//);
      }
    });

    test('RTL D3: each language has its own direction', async () => {
      for (const {lang, roots} of await look()) {
        const dir = languages[lang]?.dir ?? '';
        assert.deepEqual(
          roots,
          Array.from({length: 3}, () => `${lang} ${dir} ${dir}`),
        );
      }
    });

    test('RTL N2: each says its words, ages and dates in itself, never in English or the visitor’s language', async () => {
      // Dates come with the code for what a reader does.
      const columns = await page.until('the dates', async () => {
        const found = await look();
        return found.every(({dates}) => dates.length > 5 && dates.every(Boolean)) ? found : null;
      });
      for (const {lang, words, times, dates} of columns) {
        const language = languages[lang];
        assert.ok(language, lang);
        const said = words.map(bare);
        const wanted = ['formTitle', 'nameLabel', 'emailLabel', 'submit', 'reply', 'authorBadge'] as const;
        for (const key of [...wanted, 'moderatorBadge', 'deletedComment', 'statusPending'] as const)
          assert.ok(
            said.some((text) => text.includes(language[key])),
            `${lang} ${key}: ${language[key]} in ${said.join(' | ')}`,
          );
        const told = times.map(bare);
        for (const age of [
          language.justNow,
          ago(language, 'minute', 2),
          ago(language, 'hour', 11),
          ago(language, 'day', 3),
          ago(language, 'year', 2),
        ])
          assert.ok(told.includes(age), `${lang}: ${age} in ${told.join(' | ')}`);
        for (const date of dates.map(bare)) {
          // Two languages write AM and PM in Latin letters.
          if (language.dir === 'rtl')
            assert.doesNotMatch(
              date.replace(language.am, '').replace(language.pm, ''),
              /\p{Script=Latin}/u,
              lang,
            );
          else assert.match(date, monthsOf(lang), lang);
          const digits = language.digits.charAt(1) === '1' ? /[٠-٩۰-۹]/ : /[0-9]/;
          assert.doesNotMatch(date, digits, lang);
        }
      }
    });

    // WebKit's window cannot be made narrower.
    for (const width of [engine === 'webkit' ? 450 : 320, 1280]) {
      test(`RTL S10: nothing scrolls sideways at ${width} pixels`, async () => {
        await page.resize(width, 900);
        // A scroll bar or a frame may be part of it.
        await page.until('the page to be as wide', () =>
          page.evaluate((wanted) => Math.abs(innerWidth - wanted) <= 20, width),
        );
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} pixels too wide`);
        for (const {lang, inner} of await look()) assert.deepEqual(inner, [], lang);
      });
    }

    for (const [lang, wanted] of [
      ['ar', []],
      ['fa', ['fa']],
      ['ps', ['ps']],
    ] as const) {
      test(`RTL L7: a form in ${lang} asks for no other language`, async () => {
        const before = bundle.asked.length;
        answers['/form'] = article({
          bundle: bundle.origin,
          head: `<script type="module" src="${bundle.origin}/taaliq.js"></script>`,
          body: `<taaliq-form lang="${lang}" backend="memory"></taaliq-form>`,
        });
        await page.open(`${site.origin}/form`);
        const label = languages[lang]?.nameLabel ?? '';
        await page.see({css: '.label', text: label});
        const asked = bundle.asked.slice(before);
        assert.deepEqual(languagesIn(asked), wanted);
        // At rest the built-in language needs nothing but the one request.
        if (lang === 'ar')
          assert.deepEqual(
            asked.filter((path) => path !== '/probe.js'),
            ['/taaliq.js'],
          );
        if (lang === 'ar') return;
        await page.click('textarea');
        await page.see({css: '.label', text: label});
        assert.deepEqual(languagesIn(bundle.asked.slice(before)), wanted);
      });
    }
  });
}

/** The names of a language's months, as its dates write them. */
function monthsOf(lang: string): RegExp {
  const format = new Intl.DateTimeFormat(lang, {month: 'long', timeZone: 'UTC'});
  return new RegExp(
    Array.from({length: 12}, (_, month) => format.format(Date.UTC(2026, month))).join('|'),
    'i',
  );
}
