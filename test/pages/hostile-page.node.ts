import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {article, policyFor, serveBundle} from '../support/host-page.js';
import {comment, openReply, post, scrollDown} from '../support/reader.js';
import {serve, type Answer, type Served} from '../support/serve.js';
import {watchScript} from '../support/watch.js';

const reader = {name: 'ليلى', email: 'laila@reader.example'};

/** What libraries of twenty years have put on `Object.prototype`, to be found by every `for…in`. */
const extended = `
  for (const name of ['each', 'extend', 'inject', 'clone', 'forEach', 'map', 'filter', 'keys', 'values', 'merge',
    'equals', 'isEmpty', 'has', 'size', 'toJSONString', 'parseJSON', 'watch', 'include', 'method', 'credentials',
    'json', 'form', 'redirect', 'answer', 'refusal', 'headers', 'memoizer', 'postProcessor', 'jitless'])
    Object.prototype[name] = function () { return 'of the page'; };
`;

/** Names that hide what a script may look for in the page, or that the widget uses itself. */
const clobbering = `<img name="currentScript" alt=""><a id="taaliq" href="#x">x</a><form id="process"></form>
  <form id="customElements"><input name="elements"><input name="submit"></form><img name="head" alt="">
  <img name="getElementById" alt=""><img name="querySelector" alt=""><form name="trustedTypes"></form>
  <input id="comment"><input id="rules"><input id="remember"><div id="heading"></div><a id="navigator"></a>
  <form id="localStorage" name="location"><input name="getItem"></form><img name="body" alt=""><a id="DOMPurify"></a>
  <form id="litHtmlPolyfillSupport"></form><form id="comment-1"><input id="comment-1"></form>`;

const element = (endpoint: string): string => `<taaliq-comments endpoint="${endpoint}"></taaliq-comments>`;

/** The three ways into a page, by the files they are of. */
const ways = {
  hosted: (bundle: string, endpoint: string) =>
    `${element(endpoint)}<script type="module" src="${bundle}/taaliq.js"></script>`,
  'in one file': (bundle: string, endpoint: string) =>
    `${element(endpoint)}<script type="module" src="${bundle}/taaliq.all.js"></script>`,
  'by the loader': (bundle: string, endpoint: string) =>
    `<script async src="${bundle}/embed.js" data-endpoint="${endpoint}"></script>`,
};

const script = (body: string): Answer => ({body, type: 'text/javascript'});

for (const engine of engines) {
  describe(`a page that is in the way, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let older: Served;
    let site: Served;
    let server: CommentServer;
    let browser: Browser;
    let page: Page;
    const answers: Record<string, Answer> = {};

    before(async () => {
      bundle = await serveBundle(
        (path) => ({'/watch.js': script(watchScript), '/old.js': script(extended)})[path],
      );
      // Another version: no file of it is one of the other's.
      older = await serve(
        (path) =>
          path.endsWith('.js')
            ? {body: readFileSync(`dist${path}`, 'utf8').replace(/^/, '/* older */'), type: 'text/javascript'}
            : undefined,
        {host: 'localhost'},
      );
      site = await serve((path) => answers[path]);
      server = await startCommentServer({ALLOWED_ORIGINS: site.origin});
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), site?.stop(), older?.stop(), bundle?.stop()]);
    });

    let pages = 0;
    const show = async (parts: {head?: string; body: string; policy?: string}): Promise<void> => {
      const path = `/${++pages}`;
      const watch = `<script src="${bundle.origin}/watch.js"></script>`;
      answers[path] = article({bundle: bundle.origin, ...parts, head: `${watch}${parts.head ?? ''}`});
      await page.open(site.origin + path);
    };
    const policy = (): string => policyFor(bundle.origin, new URL(server.endpoint).origin);

    /** Writes, reads, begins to answer: everything there is of the widget has run. */
    const visit = async (text: string): Promise<void> => {
      await post(page, {...reader, text: `${text} https://link.example/ <b>`});
      await scrollDown(page);
      await page.see(comment(text));
      await openReply(page);
    };
    const unharmed = async (): Promise<void> => {
      const {violations, errors} = await page.evaluate(() => window.probe);
      assert.deepEqual([violations, errors], [[], []]);
    };

    for (const [title, tags] of Object.entries(ways)) {
      test(`SEC 11.1, SEC 5.9, SEC 5.5: ${title}, works where names are taken and leaves none`, async () => {
        await show({
          policy: policy(),
          head: `<script src="${bundle.origin}/old.js"></script>`,
          body: clobbering + tags(bundle.origin, server.endpoint),
        });
        await visit(`مع مكتبة قديمة ${title}`);
        const {added, watch, styled} = await page.evaluate(() => ({
          added: Object.getOwnPropertyNames(window).filter((name) => !window.watch.before.includes(name)),
          watch: window.watch,
          styled: document.querySelectorAll('style, iframe, script:not([src])').length,
        }));
        // Of the tests and their drivers.
        const own = /^(?:probe|\d+|\$?cdc_.*|__p(?:laywright|w|uppeteer).*)$/;
        assert.deepEqual(
          added.filter((name) => !own.test(name)),
          [],
          'globals',
        );
        assert.deepEqual([watch.opened, watch.refused, styled], [[], [], 0]);
        assert.ok(watch.listeners.length > 5 && !watch.listeners.includes('message'));
        const hasTrustedTypes = await page.evaluate(() => 'TrustedTypePolicyFactory' in window);
        assert.deepEqual(watch.policies, hasTrustedTypes ? ['lit-html', 'taaliq'] : []);
        await unharmed();
      });
    }

    test('SEC 5.9: a second load of the same file changes nothing, under the strictest policy', async () => {
      await show({
        policy: policy(),
        body:
          ways.hosted(bundle.origin, server.endpoint) +
          `<script type="module" src="${bundle.origin}/taaliq.js"></script>`,
      });
      await visit('مرة أخرى');
      assert.equal(await page.count('taaliq-comments'), 1);
      assert.equal(await page.count(comment('مرة أخرى')), 1);
      await unharmed();
    });

    const both = (more: string): {policy: string; body: string} => ({
      policy: policy()
        .replace('script-src ', `script-src ${older.origin} `)
        .replace('lit-html taaliq', `lit-html taaliq${more}`),
      body:
        ways.hosted(bundle.origin, server.endpoint) +
        `<script type="module" src="${older.origin}/taaliq.all.js"></script>`,
    });

    test("SEC 5.5: two versions live in one page whose policy has 'allow-duplicates'", async () => {
      await show(both(" 'allow-duplicates'"));
      await visit('نسختان في صفحة');
      const {policies, refused} = await page.evaluate(() => window.watch);
      if (await page.evaluate(() => 'TrustedTypePolicyFactory' in window))
        assert.deepEqual([...policies].sort(), ['lit-html', 'lit-html', 'taaliq']);
      assert.deepEqual(refused, []);
      await unharmed();
    });

    test('SEC 5.5: without it the version that came first works on', async () => {
      await show(both(''));
      await visit('نسختان بلا إذن');
      const {policies, refused} = await page.evaluate(() => window.watch);
      const hasTrustedTypes = await page.evaluate(() => 'TrustedTypePolicyFactory' in window);
      assert.deepEqual(
        [policies, refused],
        hasTrustedTypes ? [['lit-html', 'taaliq'], ['lit-html']] : [[], []],
      );
    });
  });
}
