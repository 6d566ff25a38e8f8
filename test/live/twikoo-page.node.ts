/** Readers of a page with the widget's tag, on a real Twikoo, in every engine that is here. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page, type Target} from '../support/drive.js';
import {comment, post, problem, scrollDown, send, write} from '../support/reader.js';
import {serve, type Served} from '../support/serve.js';
import {startTwikoo, type TwikooSite} from './twikoo/site.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};
const arabic = encodeURI('/2026/مقال/');

let site: TwikooSite;
let pages: Served;

before(async () => {
  site = await startTwikoo();
  const body = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>مقال</title>
    <script type="module" src="/taaliq.js"></script>
    <taaliq-comments backend="twikoo" endpoint="${site.url}" loading="eager"></taaliq-comments>`;
  const names = [arabic, '/held', '/long'];
  pages = await serve((path) => (names.includes(path) ? {body} : undefined), {folder: 'dist'});
});
after(async () => {
  await pages?.stop();
  await site?.stop();
});

for (const engine of engines) {
  describe(`a page on Twikoo in ${engine}`, {timeout: 300_000}, () => {
    let browser: Browser;
    let page: Page;

    before(async () => {
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(() => browser?.close());

    const open = async (path: string, settings: Readonly<Record<string, string>> = {}): Promise<void> => {
      await site.reset(settings);
      await page.open(pages.origin + path);
    };

    test('takes a comment, which is there after a reload as it was typed', async () => {
      await open(arabic);
      const text = 'أ < ب و ج > د **غامق** <script>alert(1)</script>';
      await post(page, {...reader, text});
      await page.reload();
      await scrollDown(page);
      await page.see(comment(text));
      assert.equal((await site.stored())[0]?.['url'], arabic);
    });

    test('takes a like, which is there after a reload', async () => {
      const like: Target = {css: '[part~="like"]'};
      await page.click(like);
      await page.until('the like to arrive', async () => {
        const [{ups = []} = {}] = await site.stored();
        return (ups as unknown[]).length === 1;
      });
      await page.reload();
      await scrollDown(page);
      await page.see({...like, text: '1'});
    });

    test('lets its author delete it', async () => {
      await page.click('[data-do="remove"]');
      await page.click('dialog[open] .submit');
      await page.until('the comment to be deleted', async () => !(await site.stored()).length);
      await page.reload();
      await scrollDown(page);
      await page.gone('[part~="body"]');
    });

    const waits: Target = {css: '[part~="comment"]', text: 'في انتظار المراجعة'};

    test('says that a comment waits for a moderator, also after a reload, until it is let through', async () => {
      await open('/held', {AKISMET_KEY: 'MANUAL_REVIEW'});
      await post(page, {...reader, text: 'أنتظر المشرف'});
      await page.see(waits);
      await page.reload();
      await scrollDown(page);
      await page.see(waits);
      const [{_id: id} = {}] = await site.stored();
      await site.administer('COMMENT_SET_FOR_ADMIN', {id, set: {isSpam: false}});
      await page.reload();
      await scrollDown(page);
      await page.see(comment('أنتظر المشرف'));
      await page.gone(waits);
    });

    test('keeps a text that is too long, and says so', async () => {
      await open('/long', {LIMIT_LENGTH: '40'});
      const text = 'أ < ب و ج > د و هـ < و و ز > ح';
      await write(page, {...reader, text});
      await send(page);
      await page.until('the problem to be said', async () => (await problem(page)) !== '');
      assert.equal(await page.value('textarea'), text);
      assert.equal((await site.stored()).length, 0);
    });

    test('asks nothing of any other host, and throws nothing', () => {
      const ours = [pages.origin, new URL(site.url).origin];
      assert.deepEqual(
        page.requests.filter((url) => !ours.includes(new URL(url).origin) && !url.startsWith('data:')),
        [],
      );
      assert.deepEqual(page.errors, []);
    });
  });
}
