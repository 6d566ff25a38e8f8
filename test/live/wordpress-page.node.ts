/** Readers of a page that a real WordPress serves, with the widget's tag in its theme, in every engine that is here. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page, type Target} from '../support/drive.js';
import {comment, openReply, post, problem, scrollDown, send, write} from '../support/reader.js';
import {serve, type Served} from '../support/serve.js';
import {startWordPress, type WordPressSite} from './wordpress/site.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};

for (const engine of engines) {
  describe(`a WordPress page in ${engine}`, {timeout: 300_000}, () => {
    let site: WordPressSite;
    let browser: Browser;
    let page: Page;

    before(async () => {
      site = await startWordPress();
      // As WordPress comes: the API takes nothing from visitors.
      await site.reset({taaliq_anonymous: '0'});
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.open(site.posts.arabic.url);
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    const reload = async (): Promise<void> => {
      await page.reload();
      await scrollDown(page);
    };

    test('takes a comment by the site’s own form', async () => {
      await post(page, {...reader, text: 'أ < ب و ج > د'});
    });

    test('still has it after a reload, as it was typed', async () => {
      await reload();
      await page.see(comment('أ < ب و ج > د'));
    });

    test('takes a reply, which stands below the comment after a reload', async () => {
      await openReply(page);
      await post(page, {...reader, text: 'if (a<b && c>d) &lt;b&gt; <script>alert(1)</script>'}, -1);
      await reload();
      await page.see(comment('if (a<b && c>d) &lt;b&gt; <script>alert(1)</script>'));
    });

    const waits: Target = {css: '[part~="comment"]', text: 'في انتظار المراجعة'};

    test('says that a comment waits for a moderator, also after a reload', async () => {
      await site.set({comment_moderation: '1'});
      await reload();
      await post(page, {...reader, text: 'أنتظر المشرف'});
      await page.see(waits);
      await reload();
      await page.see(comment('أنتظر المشرف'));
      await page.see(waits);
    });

    test('shows it as any other once the moderator has let it through', async () => {
      await site.moderate(3, 'approve');
      await reload();
      await page.see(comment('أنتظر المشرف'));
      await page.gone(waits);
    });

    test('keeps what a reader wrote when WordPress refuses it, and says why', async () => {
      await site.set({comment_moderation: '0'});
      await reload();
      await write(page, {name: 'سعيد', email: 'سعيد@مثال.إختبار', text: 'لا أضيع'});
      await send(page);
      await page.until('the problem to be said', async () => (await problem(page)).includes('البريد'));
      assert.equal(await page.value('textarea'), 'لا أضيع');
    });

    test('takes comments by the API where it is open to visitors', async () => {
      // The form would ask for a field that is not there.
      await site.set({taaliq_anonymous: '1', taaliq_hidden_field: '1'});
      await page.open(site.posts.open.url);
      await post(page, {...reader, text: 'من الواجهة البرمجية'});
      await reload();
      await page.see(comment('من الواجهة البرمجية'));
    });

    test('offers no form where comments are closed', async () => {
      await page.open(site.posts.closed.url);
      await scrollDown(page);
      await page.gone('textarea');
    });

    test('asks nothing of any other host, and throws nothing', () => {
      const {origin} = new URL(site.url);
      assert.deepEqual(
        page.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
        [],
      );
      assert.deepEqual(page.errors, []);
    });
  });

  describe(`a page of another origin in ${engine}`, {timeout: 300_000}, () => {
    let site: WordPressSite;
    let other: Served;
    let browser: Browser;
    let page: Page;

    before(async () => {
      site = await startWordPress();
      const tag = `<taaliq-comments backend="wordpress" endpoint="${site.url}" thread="${site.posts.open.id}" loading="eager">`;
      const body = `<!doctype html><html lang="ar"><meta charset="utf-8"><script>
        window.warnings = [];
        console.warn = (text) => window.warnings.push(String(text));
      </script><script type="module" src="/taaliq.js"></script>${tag}</taaliq-comments>`;
      other = await serve({'/': {body}}, {folder: 'dist'});
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await other?.stop();
      await site?.stop();
    });

    test('posts and reads by the API that is open to visitors', async () => {
      await site.reset();
      await page.open(`${other.origin}/`);
      await post(page, {...reader, text: 'من موقع آخر'});
      await page.reload();
      await page.see(comment('من موقع آخر'));
    });

    test('keeps the text where the API is closed to visitors, and tells the developer what to do', async () => {
      await site.set({taaliq_anonymous: '0'});
      await page.reload();
      await write(page, {...reader, text: 'لا طريق'});
      await send(page);
      await page.until('the problem to be said', async () => (await problem(page)) !== '');
      assert.equal(await page.value('textarea'), 'لا طريق');
      const warnings = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'warnings')));
      assert.match(warnings, /rest_allow_anonymous_comments/);
    });
  });
}
