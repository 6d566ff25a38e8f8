/** Comments with tags on a real WordPress, by its API and by its own form, in every engine that is here. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {bodies, hostile, hostileStored, sendTyped, typedShown} from '../support/markup.js';
import {comment, post, scrollDown, send, write} from '../support/reader.js';
import {startWordPress, type WordPressSite} from './wordpress/site.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};

/** What WordPress itself keeps of it. */
const stored = [
  'قال «<b>مهم</b>»: أ &lt; ب &amp; ج',
  '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc">س</a> <code>a&lt;b</code>',
  '<blockquote>قول</blockquote>',
].join('\n');

/** How each way is left open, and an article for each: the same words twice would be asked about. */
const ways = {'its API': ['1', 'arabic'], 'its form': ['0', 'open']} as const;

for (const engine of engines) {
  describe(`comments with tags on WordPress in ${engine}`, {timeout: 300_000}, () => {
    let site: WordPressSite;
    let browser: Browser;
    let page: Page;

    before(async () => {
      site = await startWordPress();
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    for (const [way, [anonymous, article]] of Object.entries(ways)) {
      describe(`by ${way}`, () => {
        before(async () => {
          await site.reset({taaliq_anonymous: anonymous, taaliq_attributes: 'markup="basic"'});
          await page.open(site.posts[article].url);
        });

        test('are stored and shown as the preview has shown them', async () => {
          await sendTyped(page, reader);
          assert.equal((await site.newestComment()).text, stored);
          await page.reload();
          await scrollDown(page);
          await page.see(comment('مهم'));
          assert.deepEqual(await bodies(page), [typedShown]);
        });

        test('SEC 3.2: nothing of hostile tags is stored as a tag, runs, or is asked for', async () => {
          await write(page, {...reader, text: hostile});
          await send(page);
          await page.see(comment('<script>'));
          assert.equal((await site.newestComment()).text, hostileStored);
          await page.reload();
          await scrollDown(page);
          await page.see(comment('<script>'));
          assert.equal(await page.evaluate(() => 'ran' in window), false);
          assert.ok(!page.requests.some((url) => url.includes('canary')));
        });

        test('are text where the page does not ask for tags', async () => {
          await site.set({taaliq_attributes: ''});
          await page.reload();
          await page.see('textarea');
          assert.equal(await page.count('#preview-button'), 0);
          await post(page, {...reader, text: '<b>غامق</b> & <i>مائل</i>'});
          assert.equal(
            (await site.newestComment()).text,
            '&lt;b&gt;غامق&lt;/b&gt; &amp; &lt;i&gt;مائل&lt;/i&gt;',
          );
          await page.reload();
          await scrollDown(page);
          await page.see(comment('<b>غامق</b> & <i>مائل</i>'));
        });
      });
    }

    test('ask nothing of any other host, and throw nothing', () => {
      const {origin} = new URL(site.url);
      const elsewhere = page.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'));
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(page.errors, []);
    });
  });
}
