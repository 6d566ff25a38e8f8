import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {article, policyFor, serveBundle} from '../support/host-page.js';
import {post} from '../support/reader.js';
import {serve, type Answer, type Served} from '../support/serve.js';

const reader = {name: 'ليلى', email: 'laila@reader.example'};

/** Paths that the page has asked for, in order. */
const asked = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname));

const countsAsked = async (page: Page): Promise<number> =>
  (await asked(page)).filter((path) => path.endsWith('/counts')).length;

for (const engine of engines) {
  describe(`numbers of comments in ${engine}`, {timeout: 300_000}, () => {
    let server: CommentServer;
    let bundle: Served;
    let site: Served;
    let browser: Browser;
    let page: Page;
    const answers: Record<string, Answer> = {};
    /** The first request of such a path is refused. */
    let failing: RegExp | undefined;

    before(async () => {
      bundle = await serveBundle((path) => {
        if (!failing?.test(path)) return undefined;
        failing = undefined;
        return {status: 503, body: '', type: 'text/javascript'};
      });
      site = await serve((path) => answers[path]);
      server = await startCommentServer({ALLOWED_ORIGINS: site.origin});
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), site?.stop(), bundle?.stop()]);
    });

    const says = (text: string, nth = 0): Promise<void> =>
      page.see({css: 'span[part=root]:not([hidden])', text, nth});

    const show = async (body: string): Promise<void> => {
      answers['/page'] = article({
        bundle: bundle.origin,
        policy: policyFor(bundle.origin, new URL(server.endpoint).origin),
        body: `${body}<script type="module" src="${bundle.origin}/taaliq.js"></script>`,
      });
      await page.open(`${site.origin}/page`);
    };

    test('stand in the list of articles of the demonstration, asked for once', async () => {
      await page.open(server.address);
      await post(page, {...reader, text: 'من القائمة يُرى عدد التعليقات'});
      await page.open(`${server.address}articles.html`);
      await says('تعليق واحد');
      await says('لا توجد تعليقات', 1);
      await says('No Comments');
      assert.equal(await countsAsked(page), 1);
    });

    test('of a long list come in one request under the strictest policy', async () => {
      await show(
        Array.from(
          {length: 60},
          (_, index) =>
            `<p><a href="/2026/مقال-${index}"><taaliq-count endpoint="${server.endpoint}">التعليقات</taaliq-count></a></p>`,
        ).join(''),
      );
      await says('لا توجد تعليقات', 59);
      assert.equal(await countsAsked(page), 1);
      const {violations, errors, shifts} = await page.evaluate(() => window.probe);
      assert.deepEqual({violations, errors}, {violations: [], errors: []});
      assert.ok(shifts < 0.02, `the page moved by ${shifts}`);
    });

    test('cost a page without them nothing, and come when the page adds one later', async () => {
      await show(`<taaliq-comments endpoint="${server.endpoint}"></taaliq-comments>`);
      await page.see('textarea');
      assert.deepEqual(
        (await asked(page)).filter((path) => path.includes('count')),
        [],
      );
      await page.evaluate((endpoint) => {
        const count = document.createElement('taaliq-count');
        count.setAttribute('endpoint', endpoint);
        document.querySelector('h1')?.append(count);
      }, server.endpoint);
      await says('لا توجد تعليقات');
      assert.equal(await countsAsked(page), 1);
      await post(page, {...reader, text: 'يزيد العدد في الصفحة نفسها'});
      await says('تعليق واحد');
      assert.equal(await countsAsked(page), 1);
    });

    test('come all the same when their code did not at first', async () => {
      failing = /\/count-[\w-]+\.js$/;
      await show(`<taaliq-count endpoint="${server.endpoint}" thread="late"></taaliq-count>`);
      await says('لا توجد تعليقات');
      assert.equal(failing, undefined, 'the first request was refused');
      assert.deepEqual(await page.evaluate(() => window.probe.errors), []);
    });

    test('leave what the page wrote where the server does not answer', async () => {
      await show(
        `<p><a href="/x"><taaliq-count endpoint="${server.endpoint}/nowhere">التعليقات</taaliq-count></a></p>`,
      );
      await page.until('the number to be given up', () =>
        page.with('taaliq-count', ([element]) => element?.matches(':state(failed)')),
      );
      assert.equal((await page.text('taaliq-count')).trim(), 'التعليقات');
      assert.deepEqual(await page.evaluate(() => window.probe.errors), []);
    });
  });
}
