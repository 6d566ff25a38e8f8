import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {chromiumFlags, programs} from '../support/engines.mjs';
import {draft, list, newThread, post, publish, send, success, type WireCreated} from './client.js';

const token = 'moderators-only-0123456789';

const startServer = (): Promise<CommentServer> =>
  startCommentServer({MODERATION: 'on', MODERATOR_TOKEN: token});

async function hold({endpoint}: CommentServer, thread: string, text: string): Promise<WireCreated> {
  return success<WireCreated>(await post(endpoint, draft(thread, text)), 202);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

async function enter(page: Page, words: string): Promise<void> {
  await page.fill('#token', words);
  await page.press('Enter');
}

for (const engine of engines) {
  describe(`the moderator's page in ${engine}`, {timeout: 300_000}, () => {
    const thread = newThread();
    let server: CommentServer;
    let browser: Browser;
    let page: Page;

    before(async () => {
      server = await startServer();
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await hold(server, thread, 'الأول <b>ليس وسمًا</b>');
      await hold(server, thread, 'الثاني');
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    it('lets nobody in without the token', async () => {
      await page.open(`${server.address}moderate`);
      await enter(page, 'not the token');
      await page.until('the refusal', async () => (await page.text('#status')) === 'الرمز غير صحيح.');
      assert.equal(await page.count('#held li'), 0);
    });

    it('shows what waits, as text, the longest waiting first', async () => {
      await page.open(`${server.address}moderate`);
      await enter(page, token);
      await page.see({css: '#held .text', text: 'الأول <b>ليس وسمًا</b>'});
      const texts = await page.with('#held .text', (found) => found.map((one) => one.textContent));
      assert.deepEqual(texts, ['الأول <b>ليس وسمًا</b>', 'الثاني']);
      await page.until('the focus on the heading', async () => (await focused(page)) === 'تنتظر الموافقة');
    });

    it('publishes and rejects, says so, and goes on to the next', async () => {
      await page.click('#held button.published');
      await page.until('the word', async () => (await page.text('#status')) === 'نُشر التعليق.');
      assert.equal(await focused(page), 'ليلى');
      await page.click('#held button.rejected');
      await page.until('the word', async () => (await page.text('#status')) === 'رُفض التعليق.');
      assert.equal(await focused(page), 'تنتظر الموافقة');
      await page.see({css: '#held li', text: 'لا تعليقات تنتظر.'});
      const {comments} = await list(server, {thread});
      assert.deepEqual(
        comments.map(({content}) => content.text),
        ['الأول <b>ليس وسمًا</b>'],
      );
    });

    it('shows what was reported with what readers said, and settles it', async () => {
      const [comment] = (await list(server, {thread})).comments;
      for (const reason of ['إعلان', ''])
        await send('POST', `${server.endpoint}/${comment?.id}/report`, {reason});
      await page.click('#refresh');
      await page.see({css: '#reports li', text: 'إعلان'});
      await page.see({css: '#reports li', text: 'بلا سبب'});
      assert.equal(await page.count('#reports > li'), 1);
      await page.click('#reports button.published');
      await page.see({css: '#reports li', text: 'لا بلاغات.'});
      assert.equal((await list(server, {thread})).total, 1);
    });

    it('speaks English too', async () => {
      const other = await page.with('#other-language', ([link]) => (link as HTMLAnchorElement).href);
      await page.open(other);
      await page.see({css: 'h1', text: 'Moderating comments'});
      const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      assert.deepEqual(root, ['en', 'ltr']);
      await enter(page, token);
      await page.see({css: '#held li', text: 'No comments are waiting.'});
    });

    it('asks no other host and makes no error', async () => {
      assert.deepEqual(page.errors, []);
      assert.deepEqual(
        page.requests.filter((url) => !url.startsWith(server.address) && !url.startsWith('data:')),
        [],
      );
    });
  });
}

if (engines.includes('chromium')) {
  describe("the moderator's page and axe", () => {
    let server: CommentServer;
    before(async () => {
      server = await startServer();
    });
    after(async () => server?.stop());

    it('finds no violation, signed out and in, Arabic and English, light and dark', async () => {
      await hold(server, newThread(), 'ينتظر');
      const {comment} = await publish(
        {endpoint: server.endpoint},
        newThread(),
        undefined,
        {},
        {Authorization: `Bearer ${token}`},
      );
      await send('POST', `${server.endpoint}/${comment.id}/report`, {reason: 'إعلان'});
      const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
      const browser = await chromium.launch({executablePath: programs.chromium, args: chromiumFlags});
      for (const colorScheme of ['light', 'dark'] as const)
        for (const query of ['', '?lang=en']) {
          const page = await browser.newPage({colorScheme, bypassCSP: true});
          await page.goto(`${server.address}moderate${query}`);
          await page.addScriptTag({path: axe});
          const check = async (): Promise<string[]> =>
            page.evaluate(async () => {
              const {axe} = globalThis as unknown as {axe: {run(): Promise<{violations: {id: string}[]}>}};
              return (await axe.run()).violations.map(({id}) => id);
            });
          assert.deepEqual(await check(), []);
          await page.fill('#token', token);
          await page.press('#token', 'Enter');
          await page.waitForSelector('#reports h3');
          assert.deepEqual(await check(), []);
          await page.close();
        }
      await browser.close();
    });
  });
}
