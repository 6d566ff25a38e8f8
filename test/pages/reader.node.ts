import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {comment, openReply, post, problem, scrollDown, send, write} from '../support/reader.js';

const reader = {name: 'ليلى', email: 'laila@reader.example'};

for (const engine of engines) {
  describe(`a reader of the demo page in ${engine}`, {timeout: 300_000}, () => {
    let server: CommentServer;
    let browser: Browser;
    let page: Page;

    before(async () => {
      server = await startCommentServer();
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    test('writes a comment and sees it at once, as typed', async () => {
      await page.open(server.address);
      await post(page, {...reader, text: 'أ < ب و ج > د'});
      assert.equal(await page.count(comment('أ < ب و ج > د')), 1);
      assert.equal(await page.value('textarea'), '');
    });

    test('still finds it after a reload', async () => {
      await page.reload();
      await scrollDown(page);
      await page.see(comment('أ < ب و ج > د'));
    });

    test('answers it, and the answer stands below it', async () => {
      await openReply(page);
      await post(page, {...reader, text: 'وعليكم السلام'}, -1);
    });

    test('still finds both after the server was started again', async () => {
      await server.restart();
      await page.reload();
      await scrollDown(page);
      await page.see(comment('أ < ب و ج > د'));
      await page.see(comment('وعليكم السلام'));
    });

    test('finds the draft again after a reload, and after going away and back', async () => {
      await write(page, {text: 'مسودة لم تُرسل'});
      await page.reload();
      await page.until('the draft', async () => (await page.value('textarea')) === 'مسودة لم تُرسل');
      await page.open(`${server.address}english.html`);
      await page.see('textarea');
      assert.equal(await page.value('textarea'), '');
      await page.back();
      await page.until('the draft', async () => (await page.value('textarea')) === 'مسودة لم تُرسل');
      await page.forward();
      await page.see('textarea');
      await page.back();
      await page.until('the draft', async () => (await page.value('textarea')) === 'مسودة لم تُرسل');
    });

    test('clicks twice and posts once', async () => {
      await write(page, reader);
      await send(page, 0, 2);
      await page.see(comment('مسودة لم تُرسل'));
      await page.reload();
      await scrollDown(page);
      await page.see(comment('مسودة لم تُرسل'));
      assert.equal(await page.count(comment('مسودة لم تُرسل')), 1);
    });

    test('loses nothing when the server is gone and the tab is closed', async () => {
      const text = 'كتبتها والخادم متوقف';
      const kept = async (): Promise<boolean> => (await page.value('textarea')) === text;
      await write(page, {...reader, text});
      await server.halt();
      await send(page);
      await page.until('the failure to be said', () => problem(page));
      assert.ok(await kept());
      await page.close();
      await server.restart();
      page = await browser.newPage();
      await page.open(server.address);
      await page.until('the text of the closed tab', kept);
      await write(page, reader);
      await send(page);
      await page.see(comment(text));
    });

    test('nothing went wrong unsaid, and no other host was asked', () => {
      assert.deepEqual(page.errors, []);
      const {origin} = new URL(server.address);
      for (const request of page.requests) assert.match(request, new RegExp(`^(?:${origin}/|data:)`));
    });
  });
}
