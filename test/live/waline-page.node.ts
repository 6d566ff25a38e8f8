/** Readers of a page of another origin than the real Waline it talks to, in every engine that is here. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {comment, openReply, post, problem, scrollDown, send, write} from '../support/reader.js';
import {serve, type Served} from '../support/serve.js';
import {startWaline, type WalineSite} from './waline/site.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};
const article = '/2026/%D9%85%D9%82%D8%A7%D9%84/';

let site: WalineSite;
let other: Served;

before(async () => {
  site = await startWaline();
  const tag = `<taaliq-comments backend="waline" endpoint="${site.url}">`;
  const body = `<!doctype html><html lang="ar"><meta charset="utf-8"><script>
    window.warnings = [];
    console.warn = (text) => window.warnings.push(String(text));
  </script><script type="module" src="/taaliq.js"></script>${tag}</taaliq-comments>`;
  other = await serve({[article]: {body}}, {folder: 'dist'});
});
after(async () => {
  await other?.stop();
  await site?.stop();
});

for (const engine of engines) {
  describe(`a page with Waline in ${engine}`, {timeout: 300_000}, () => {
    let browser: Browser;
    let page: Page;

    before(async () => {
      await site.reset();
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.open(other.origin + article);
    });
    after(() => browser?.close());

    const reload = async (): Promise<void> => {
      await page.reload();
      await scrollDown(page);
    };

    test('takes a comment and still has it after a reload, as it was typed', async () => {
      await post(page, {...reader, text: 'أ < ب و ج > د **ليس غامقًا** <script>alert(1)</script>'});
      await reload();
      await page.see(comment('أ < ب و ج > د **ليس غامقًا** <script>alert(1)</script>'));
      assert.equal((await site.stored())[0]?.['url'], '/2026/مقال/');
    });

    test('takes a reply, which stands below the comment after a reload', async () => {
      await openReply(page);
      await post(page, {...reader, text: 'ردّ على التعليق'}, -1);
      await reload();
      await page.see(comment('ردّ على التعليق'));
      const [, reply] = await site.stored();
      assert.deepEqual([reply?.['pid'], reply?.['rid']], [1, 1]);
    });

    test('likes a comment', async () => {
      await page.click('[part~="like"]');
      await page.until('the like to arrive', async () => (await site.stored())[0]?.['like'] === 1);
    });

    test('keeps what a reader wrote when Waline refuses it, and tells the developer why', async () => {
      await site.set({LOGIN: 'force'});
      await write(page, {...reader, text: 'لا أضيع'});
      await send(page);
      await page.until('the problem to be said', async () => (await problem(page)) !== '');
      assert.equal(await page.value('textarea'), 'لا أضيع');
      const warnings = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'warnings')));
      assert.match(warnings, /LOGIN/);
      assert.equal((await site.stored()).length, 2);
    });

    test('asks nothing of any other host, and throws nothing', () => {
      const ours = [other.origin, site.url];
      assert.deepEqual(
        page.requests.filter(
          (url) => !ours.some((origin) => url.startsWith(origin)) && !url.startsWith('data:'),
        ),
        [],
      );
      assert.deepEqual(page.errors, []);
    });
  });
}
