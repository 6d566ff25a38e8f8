/** A site without a comment server: what readers write goes where a form goes, in every engine that is here. */
import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {problem, send, write} from '../support/reader.js';
import {serve, type Served} from '../support/serve.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};
const text = 'أ < ب و ج > د **غامق** <script>alert(1)</script>';

/** What arrived, and whether the next one is refused. */
let arrived: URLSearchParams[] = [];
let refuses = false;

/** Takes the forms of other sites, as Formspree does. */
const forms: Server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += String(piece);
  if (!refuses) arrived.push(new URLSearchParams(body));
  response.writeHead(refuses ? 422 : 200, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
  });
  const errors = [{code: 'TYPE_EMAIL', field: 'email', message: 'No.'}];
  response.end(JSON.stringify(refuses ? {error: 'No.', errors} : {ok: true, next: '/thanks'}));
});

let site: Served;

before(async () => {
  await new Promise<void>((resolve) => forms.listen(0, '127.0.0.1', resolve));
  const {port} = forms.address() as AddressInfo;
  const body = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>مقال</title>
    <script type="module" src="/taaliq.js"></script>
    <taaliq-comments backend="form-endpoint" endpoint="http://127.0.0.1:${port}/f/xyzabcde"></taaliq-comments>`;
  site = await serve((path) => (/^\/[ab]$/.test(path) ? {body} : undefined), {folder: 'dist'});
});
after(async () => {
  await site?.stop();
  forms.close();
  forms.closeAllConnections();
});

for (const engine of engines) {
  describe(`a form endpoint in ${engine}`, {timeout: 300_000}, () => {
    let browser: Browser;
    let page: Page;

    before(async () => {
      browser = await openBrowser(engine);
      page = await browser.newPage();
      arrived = [];
      refuses = false;
    });
    after(() => browser?.close());

    test('takes what a reader wrote, as it was typed, and says that it waits', async () => {
      await page.open(`${site.origin}/a`);
      await write(page, {...reader, text});
      await send(page);
      await page.see({css: '[part~="status"], [part~="comment"]', text: 'في انتظار المراجعة'});
      assert.deepEqual(Object.fromEntries(arrived[0] ?? []), {
        ...reader,
        message: text,
        thread: '/a',
        page: `${site.origin}/a`,
        title: 'مقال',
        _subject: 'مقال',
      });
      assert.equal(await page.value('textarea'), '');
    });

    test('keeps what it refuses, and says which field is wrong', async () => {
      refuses = true;
      await page.open(`${site.origin}/b`);
      await write(page, {...reader, text});
      await send(page);
      await page.until('the problem to be said', async () => (await problem(page)).includes('البريد'));
      assert.equal(await page.value('textarea'), text);
    });

    test('is asked for no comments, and throws nothing', () => {
      assert.equal(arrived.length, 1);
      assert.deepEqual(page.errors, []);
    });
  });
}
