/** Comments with tags on a real Twikoo, in every engine that is here. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {bodies, hostile, hostileStored, sendTyped, typedShown} from '../support/markup.js';
import {comment, post, problem, scrollDown, send, write} from '../support/reader.js';
import {serve, type Served} from '../support/serve.js';
import {startTwikoo, type TwikooSite} from './twikoo/site.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};

let site: TwikooSite;
let pages: Served;

before(async () => {
  site = await startTwikoo();
  const page = (markup: string): {body: string} => ({
    body: `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>مقال</title>
    <script type="module" src="/taaliq.js"></script>
    <taaliq-comments backend="twikoo" endpoint="${site.url}" loading="eager" markup="${markup}"></taaliq-comments>`,
  });
  pages = await serve({'/tags': page('basic'), '/text': page('text')}, {folder: 'dist'});
});
after(async () => {
  await pages?.stop();
  await site?.stop();
});

for (const engine of engines) {
  describe(`comments with tags on Twikoo in ${engine}`, {timeout: 300_000}, () => {
    let browser: Browser;
    let page: Page;

    before(async () => {
      await site.reset({LIMIT_LENGTH: '500'});
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.open(`${pages.origin}/tags`);
    });
    after(() => browser?.close());

    const newest = async (): Promise<unknown> => (await site.stored()).at(-1)?.['comment'];
    const reload = async (): Promise<void> => {
      await page.reload();
      await scrollDown(page);
    };

    test('are stored and shown as the preview has shown them', async () => {
      await sendTyped(page, reader);
      assert.equal(
        await newest(),
        'قال «<b>مهم</b>»: أ &lt; ب &amp; ج<br>' +
          '<a href="https://example.org/?a=1&amp;b=2">س</a> <code>a&lt;b</code><br><blockquote>قول</blockquote>',
      );
      await reload();
      await page.see(comment('مهم'));
      assert.deepEqual(await bodies(page), [typedShown]);
    });

    test('SEC 3.2: nothing of hostile tags is stored as a tag, runs, or is asked for', async () => {
      await write(page, {...reader, text: hostile});
      await send(page);
      await page.see(comment('<script>'));
      assert.equal(await newest(), hostileStored.replaceAll('\n', '<br>'));
      await reload();
      await page.see(comment('<script>'));
      assert.equal(await page.evaluate(() => 'ran' in window), false);
      assert.ok(!page.requests.some((url) => url.includes('canary')));
    });

    test('that are too long with their tags are kept, and the reader is told', async () => {
      const text = `<strong>${'كلام '.repeat(99)}</strong>`;
      const before = (await site.stored()).length;
      await write(page, {...reader, text});
      await send(page);
      await page.until('the problem to be said', async () => (await problem(page)) !== '');
      assert.equal(await page.value('textarea'), text);
      assert.equal((await site.stored()).length, before);
    });

    test('are text where the page does not ask for tags', async () => {
      await page.open(`${pages.origin}/text`);
      await page.see('textarea');
      assert.equal(await page.count('#preview-button'), 0);
      await post(page, {...reader, text: '<b>غامق</b> & <i>مائل</i>'});
      assert.equal(await newest(), '&lt;b&gt;غامق&lt;/b&gt; &amp; &lt;i&gt;مائل&lt;/i&gt;');
      await reload();
      await page.see(comment('<b>غامق</b> & <i>مائل</i>'));
    });

    test('ask nothing of any other host, and throw nothing', () => {
      const ours = [pages.origin, new URL(site.url).origin];
      const elsewhere = page.requests.filter(
        (url) => !ours.includes(new URL(url).origin) && !url.startsWith('data:'),
      );
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(page.errors, []);
    });
  });
}
