/** Comments with tags on the built demo, against the reference server that keeps them, in every engine that is here. */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {list} from '../contract/client.js';
import {runServer, type ServerProcess} from '../contract/run-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {comment, scrollDown, send, write} from '../support/reader.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};
const button = '#preview-button';
const preview = {css: '#preview'};

let server: ServerProcess;
const folder = mkdtempSync(join(tmpdir(), 'taaliq-markup-page-'));

before(async () => {
  server = await runServer({DATA_FOLDER: folder, MARKUP: 'basic'});
});
after(async () => {
  await server?.end('SIGTERM');
  rmSync(folder, {recursive: true});
});

/** The demo's first page, on a thread of its own and with tags. */
async function open(page: Page, thread: string): Promise<void> {
  await page.open(server.address);
  await page.see('textarea');
  await take(page, thread);
}

const take = (page: Page, thread: string): Promise<void> =>
  page.evaluate((name) => {
    const element = document.querySelector('taaliq-comments');
    if (element) Object.assign(element, {thread: name, markup: 'basic'});
  }, thread);

const htmlOf = (page: Page, css: string): Promise<string> =>
  page.with({css}, ([element]) => element?.innerHTML.replace(/<!--.*?-->/gs, '').trim() ?? '');

for (const engine of engines) {
  describe(`comments with tags in ${engine}`, {timeout: 240_000}, () => {
    let browser: Browser;
    let page: Page;

    before(async () => {
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(() => browser?.close());

    test('a reader writes them, sees what becomes of them, sends, and sees the same after a reload', async () => {
      const thread = `${engine}-tags`;
      const text = '<b>مهم</b>: أ < ب <i>نعم <script>window.ran = 1</script> <img src=/x onerror="ran=1">';
      await open(page, thread);
      await write(page, {...reader, text});
      await page.click(button);
      await page.see({css: '#preview b', text: 'مهم'});
      const shown = await htmlOf(page, '#preview');
      assert.equal(
        shown,
        '<p dir="rtl"><b>مهم</b>: أ &lt; ب <i>نعم &lt;script&gt;window.ran = 1&lt;/script&gt; ' +
          '&lt;img src=/x onerror="ran=1"&gt;</i></p>',
      );
      await send(page);
      await page.see(comment('مهم'));
      assert.equal(await htmlOf(page, '[part~="body"]'), shown);
      const [stored] = (await list(server, {thread})).comments;
      assert.equal(stored?.content.text, null);
      await page.reload();
      await page.see('textarea');
      await take(page, thread);
      await scrollDown(page);
      await page.see(comment('مهم'));
      assert.equal(await htmlOf(page, '[part~="body"]'), shown);
      assert.equal(await page.evaluate(() => 'ran' in window), false);
      assert.deepEqual(page.errors, []);
    });

    test('the keyboard reaches the preview from the box, and its author changes what was typed', async () => {
      const thread = `${engine}-edit`;
      await open(page, thread);
      await write(page, {...reader, text: '<b>أول</b> < ثان'});
      await page.press('Tab');
      assert.ok(await page.with({css: button}, ([element]) => !!element?.matches(':focus')));
      await page.press('Enter');
      await page.see({...preview, text: 'أول'});
      assert.ok(await page.with({css: button}, ([element]) => !!element?.matches(':focus')));
      await send(page);
      await page.see(comment('أول'));
      await page.click('[data-do="edit"]');
      assert.equal(await page.value('#edit-text'), '<b>أول</b> < ثان');
      await page.fill('#edit-text', '<i>ثالث</i> < ثان');
      await page.click({css: '.edit .submit'});
      await page.see({...comment('ثالث')});
      assert.equal(await htmlOf(page, '[part~="body"]'), '<p dir="rtl"><i>ثالث</i> &lt; ثان</p>');
      const [stored] = (await list(server, {thread})).comments;
      assert.equal(stored?.content.html, '<i>ثالث</i> &lt; ثان');
    });
  });
}
