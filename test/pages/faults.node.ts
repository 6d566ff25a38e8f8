import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {article, serveBundle} from '../support/host-page.js';
import {comment, openReply, post, problem, scrollDown, send, write} from '../support/reader.js';
import {serve, type Answer, type Served} from '../support/serve.js';

const reader = {name: 'ليلى', email: 'laila@reader.example'};

for (const engine of engines) {
  describe(`what does not arrive, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let site: Served;
    let server: CommentServer;
    let browser: Browser;
    let page: Page;
    /** Chunks whose first request fails. */
    let failing: RegExp | undefined;
    const failed: string[] = [];
    const answers: Record<string, Answer> = {};

    before(async () => {
      bundle = await serveBundle((path) => {
        if (!failing?.test(path)) return undefined;
        failing = undefined;
        failed.push(path);
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

    const show = async (path: string, fails?: RegExp): Promise<void> => {
      failing = fails;
      failed.length = 0;
      answers[path] = article({
        bundle: bundle.origin,
        body: `<taaliq-comments endpoint="${server.endpoint}"></taaliq-comments>
               <script type="module" src="${bundle.origin}/taaliq.js"></script>`,
      });
      await page.open(site.origin + path);
      await page.see('textarea');
    };

    for (const [what, chunk] of [
      ['what sends', /\/sending-[\w-]+\.js$/],
      ['what several parts share', /\/content-[\w-]+\.js$/],
      ['the backend', /\/backend-[\w-]+\.js$/],
      ['what backends share', /\/schema-[\w-]+\.js$/],
      ['what answers the reader', /\/acting-[\w-]+\.js$/],
      ['the sanitizer', /\/sanitize-[\w-]+\.js$/],
      ['a language', /\/ar-[\w-]+\.js$/],
    ] as const) {
      test(`${what} is asked for again when it did not come`, async () => {
        const path = `/${chunk.source.replace(/\W/g, '')}`;
        await show(path, chunk);
        await write(page, {...reader, text: `رغم غياب ${what}`});
        await page.until('the failure or the comment', async () => {
          if (await page.count(comment(`رغم غياب ${what}`))) return true;
          // The failure may have been met before anything was pressed.
          await send(page);
          return false;
        });
        assert.equal(failed.length, 1, 'the first request was refused');
        await openReply(page);
        await post(page, {...reader, text: `رد رغم غياب ${what}`}, -1);
        assert.deepEqual(await page.evaluate(() => window.probe.errors), []);
      });
    }

    test('the conversation is offered again when its code did not come', async () => {
      await show('/conversation');
      await post(page, {...reader, text: 'قبل الغياب'});
      await show('/conversation', /\/joint-[\w-]+\.js$/);
      await scrollDown(page);
      await page.click({css: 'button', text: 'إعادة المحاولة'});
      await page.see(comment('قبل الغياب'));
      assert.equal(failed.length, 1);
    });

    test('a page that lost its server says so, keeps the text and sends it later', async () => {
      await show('/lost');
      await page.fill('#name', reader.name);
      await write(page, {email: reader.email, text: 'سأُرسل لاحقًا'});
      await server.halt();
      await send(page);
      await page.until('the failure to be said', () => problem(page));
      assert.equal(await page.value('textarea'), 'سأُرسل لاحقًا');
      await server.restart();
      await send(page);
      await page.see(comment('سأُرسل لاحقًا'));
      assert.equal(await page.count(comment('سأُرسل لاحقًا')), 1);
    });

    // The drivers of the other engines cannot cut a page off.
    if (engine === 'chromium') {
      test('written without a network, it waits and goes by itself', async () => {
        await show('/offline');
        await write(page, {...reader, text: 'كُتب بلا شبكة'});
        await page.until('the form to be ready', () => page.count('[part="counter"]'));
        await page.setOffline(true);
        await send(page);
        await page.until('the wait to be said', async () =>
          (await page.text('form')).includes('حين يعود الاتصال'),
        );
        assert.equal(await page.value('textarea'), 'كُتب بلا شبكة');
        await page.setOffline(false);
        await page.see(comment('كُتب بلا شبكة'));
        assert.equal(await page.value('textarea'), '');
      });
    }
  });
}
