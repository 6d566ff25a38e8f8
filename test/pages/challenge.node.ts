/** The demo's page with proof of work against the reference server that asks for it, in every engine that is here. */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {list as listThread, type WirePage} from '../contract/client.js';
import {runServer, type ServerProcess} from '../contract/run-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {comment, problem, send, write} from '../support/reader.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};
const button = {css: 'button.submit'};
const note = {css: '.challenge-note', text: 'لا أحاجي هنا'};
const status = {css: '.challenge-status'};

declare global {
  interface Window {
    /** Set by a test: what becomes of the next request for a challenge. */
    challengeGate?: Promise<void>;
  }
}

let server: ServerProcess;
const list = (thread: string): Promise<WirePage> => listThread(server, {thread});
const folder = mkdtempSync(join(tmpdir(), 'taaliq-challenge-page-'));

before(async () => {
  server = await runServer({DATA_FOLDER: folder, CHALLENGE: 'altcha'});
});
after(async () => {
  await server?.end('SIGTERM');
  rmSync(folder, {recursive: true});
});

/** Opens the page on a thread of its own; nothing is asked for before the reader turns to the form. */
async function open(page: Page, thread: string): Promise<void> {
  await page.open(`${server.address}altcha.html`);
  await page.see('textarea');
  await page.evaluate((name) => {
    const element = document.querySelector('taaliq-comments');
    if (element) element.thread = name;
    const {fetch} = window;
    window.fetch = async (...request) => {
      if (String(request[0]).endsWith('/challenge')) await window.challengeGate;
      return fetch(...request);
    };
  }, thread);
}

const focused = (page: Page, css: string): Promise<boolean> =>
  page.with({css}, ([element]) => !!element?.matches(':focus'));

for (const engine of engines) {
  describe(`proof of work in ${engine}`, {timeout: 240_000}, () => {
    let browser: Browser;
    let page: Page;

    before(async () => {
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(() => browser?.close());

    test('SEC 9.4: a comment arrives with the keyboard alone, and nothing is asked of the reader', async () => {
      const [thread, text] = [`${engine}-keys`, `بلا أحاجي ${engine}`];
      await open(page, thread);
      assert.equal(await page.count(note), 0);
      await write(page, reader);
      await page.see(note);
      await page.press('Tab');
      assert.ok(await focused(page, 'textarea'));
      await page.type(text);
      await page.until('the button that sends to be reached', async () => {
        await page.press('Tab');
        return focused(page, button.css);
      });
      await page.press('Enter');
      await page.see(comment(text));
      assert.deepEqual(
        (await list(thread)).comments.map(({content}) => content.text),
        [text],
      );
      await page.reload();
      assert.deepEqual(page.errors, []);
      const {origin} = new URL(server.address);
      assert.deepEqual(
        page.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
        [],
      );
    });

    test('SEC 9.4: a calculation that is not finished yet is told politely', async () => {
      const [thread, text] = [`${engine}-slow`, `على مهل ${engine}`];
      await open(page, thread);
      const release = `release-${engine}`;
      await page.evaluate((name) => {
        window.challengeGate = new Promise((resolve) => addEventListener(name, () => resolve()));
      }, release);
      await write(page, {...reader, text});
      assert.equal(await page.with(status, ([place]) => place?.textContent), '');
      await page.click(button);
      await page.see({...status, text: 'لم ينته الحساب'});
      assert.equal(await page.with(status, ([place]) => place?.getAttribute('role')), 'status');
      assert.equal(await page.value('textarea'), text);
      assert.equal((await list(thread)).total, 0);
      await page.evaluate((name) => void dispatchEvent(new Event(name)), release);
      await page.see(comment(text));
      assert.equal(await page.with(status, ([place]) => place?.textContent), '');
    });

    test('SEC 9.4: one that fails is said, keeps the text, and is tried again', async () => {
      const [thread, text] = [`${engine}-fails`, `ثم نجح ${engine}`];
      await open(page, thread);
      await page.evaluate(() => {
        window.challengeGate = Promise.reject(new Error('unreachable'));
        window.challengeGate.catch(() => {});
      });
      await write(page, {...reader, text});
      await send(page);
      await page.until('the failure to be said', async () =>
        (await problem(page)).includes('لم ينجح التحقق'),
      );
      assert.equal(await page.value('textarea'), text);
      assert.equal((await list(thread)).total, 0);
      await page.evaluate(() => void delete window.challengeGate);
      await page.click({css: '[part="summary"] button'});
      await page.see(comment(text));
      assert.equal((await list(thread)).total, 1);
    });
  });
}
