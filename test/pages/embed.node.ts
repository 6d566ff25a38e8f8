import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {article, serveBundle} from '../support/host-page.js';
import {post, scrollDown} from '../support/reader.js';
import {serve, type Answer, type Served} from '../support/serve.js';

for (const engine of engines) {
  describe(`ways into a page of another host, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let broken: Served;
    let site: Served;
    let server: CommentServer;
    let browser: Browser;
    let page: Page;
    const answers: Record<string, Answer> = {};

    before(async () => {
      bundle = await serveBundle();
      broken = await serveBundle((path) =>
        path === '/taaliq.js' ? {status: 503, body: '', type: 'text/javascript'} : undefined,
      );
      site = await serve((path) => answers[path]);
      server = await startCommentServer({ALLOWED_ORIGINS: site.origin});
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), site?.stop(), broken?.stop(), bundle?.stop()]);
    });

    const embed = (more = '', origin = bundle.origin): string =>
      `<script async src="${origin}/embed.js" data-endpoint="${server.endpoint}" ${more}></script>`;
    const show = async (body: string, head = ''): Promise<void> => {
      answers['/page'] = article({bundle: bundle.origin, head, body});
      await page.open(`${site.origin}/page`);
    };
    const unharmed = async (): Promise<void> => {
      assert.deepEqual(await page.evaluate(() => window.probe.errors), []);
    };

    test('puts the element after the script, with the attributes of its list and no others', async () => {
      await show(
        embed('data-fields="name*" data-no-rules data-onclick="alert(1)" data-style="color:red" data-id="x"'),
      );
      await page.see('textarea');
      const written = await page.with('taaliq-comments', ([element]) => [
        element?.previousElementSibling?.localName,
        ...(element?.getAttributeNames().sort() ?? []).filter((name) => name !== 'style'),
      ]);
      assert.deepEqual(written, ['script', 'endpoint', 'fields', 'no-rules']);
      assert.equal(await page.count('#email'), 0);
      await unharmed();
    });

    test('puts the element into the target, also one that comes later in the page', async () => {
      await show(`${embed('data-target="#late"').replace('async', '')}<p>بعد</p><div id="late"></div>`);
      await page.see('#late > taaliq-comments textarea, #late textarea, textarea');
      assert.equal(await page.with('taaliq-comments', ([element]) => element?.parentElement?.id), 'late');
      await unharmed();
    });

    for (const width of [360, 1000]) {
      test(`holds the place of the form until it is there, ${width} pixels wide`, async () => {
        await page.resize(width, 900);
        const below = '<div style="block-size: 3000px"></div>';
        await show(`${embed('data-loading="lazy"')}${below}`);
        await page.see('textarea');
        await page.until('the place to be let go', () =>
          page.with('taaliq-comments', ([element]) => (element as HTMLElement).style.minBlockSize === ''),
        );
        const {shifts} = await page.evaluate(() => window.probe);
        assert.ok(shifts < 0.02, `the page moved by ${shifts}`);
        await page.resize(1000, 900);
      });
    }

    test('SEC 5.8: says that it did not load, with a link, when the bundle is not there', async () => {
      await show(embed('', broken.origin));
      await page.see({css: 'taaliq-comments a', text: 'أعد المحاولة'});
      assert.equal(
        await page.with('taaliq-comments a', ([link]) => (link as HTMLAnchorElement).href),
        `${site.origin}/page`,
      );
      assert.equal(
        await page.with('taaliq-comments', ([element]) => (element as HTMLElement).style.minBlockSize),
        '',
      );
      await unharmed();
    });

    test('SEC 11.1: works where the page has a base address of its own', async () => {
      await show(
        `<taaliq-comments endpoint="${server.endpoint}"></taaliq-comments>
         <script type="module" src="${bundle.origin}/taaliq.js"></script>`,
        '<base href="https://elsewhere.example/articles/">',
      );
      await post(page, {name: 'سعاد', email: 'suad@reader.example', text: 'من صفحة لها أصل آخر'});
      await unharmed();
      for (const address of page.requests) assert.doesNotMatch(address, /elsewhere/);
    });

    test('SEC 5.9: loaded twice, by two tags, it is there once each and whole', async () => {
      await show(
        `<taaliq-comments endpoint="${server.endpoint}"></taaliq-comments>
         <script type="module" src="${bundle.origin}/taaliq.js"></script>
         <script type="module" src="${bundle.origin}/taaliq.all.js"></script>${embed()}`,
      );
      await page.until('two forms', async () => (await page.count('textarea')) === 2);
      await unharmed();
    });

    test('SEC 5.9: asked for with a query, it still lives in the page once', async () => {
      await show(
        `<taaliq-comments endpoint="${server.endpoint}"></taaliq-comments>
         <script type="module" src="${bundle.origin}/taaliq.js?ver=6.5"></script>`,
      );
      await scrollDown(page);
      await page.see('taaliq-thread');
      await post(page, {name: 'سعاد', email: 'suad@reader.example', text: 'بعنوان له استعلام'});
      await unharmed();
    });

    test('a conversation on its own brings its code with it', async () => {
      await show(
        `<taaliq-thread endpoint="${server.endpoint}"></taaliq-thread>
         <script type="module" src="${bundle.origin}/taaliq.js"></script>`,
      );
      await page.see('[part~="thread"]');
      await unharmed();
    });
  });
}
