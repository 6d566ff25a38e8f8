/** What axe finds in whole pages: all of the demo's, and the one with proof of work in each of its states. */
import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {runServer, type ServerProcess} from '../contract/run-server.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {post, problem, scrollDown, write} from '../support/reader.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const looks = {
  light: {'prefers-color-scheme': 'light', 'forced-colors': 'none'},
  dark: {'prefers-color-scheme': 'dark', 'forced-colors': 'none'},
  'forced colours': {'prefers-color-scheme': 'dark', 'forced-colors': 'active'},
};

interface Axe {
  run(): Promise<{violations: readonly {id: string; nodes: readonly {target: readonly unknown[]}[]}[]}>;
}

/** What is wrong with the page as it stands, in every look; nothing where all is well. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  // Past the page's content security policy, which lets in no script of another.
  await page.devtools('Runtime.evaluate', {expression: axe});
  for (const [look, wishes] of Object.entries(looks)) {
    const features = Object.entries(wishes).map(([name, value]) => ({name, value}));
    await page.devtools('Emulation.setEmulatedMedia', {features});
    const seen = await page.evaluate(async () => {
      // See test/support/axe.ts: where colours are forced, letters are not filled with what is computed.
      const {prototype} = CSSStyleDeclaration;
      const {getPropertyValue} = prototype;
      if (matchMedia('(forced-colors: active)').matches)
        prototype.getPropertyValue = function (name) {
          return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
        };
      const {axe: tool} = globalThis as unknown as {axe: Axe};
      return (await tool.run()).violations.map(
        ({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(' ')).join(', ')}`,
      );
    });
    found.push(...seen.map((line) => `${look}: ${line}`));
  }
  return found;
}

// Forced colours are Chromium's to pretend.
if (engines.includes('chromium'))
  describe('axe finds nothing in whole pages', {timeout: 240_000}, () => {
    const folder = mkdtempSync(join(tmpdir(), 'taaliq-accessible-'));
    let server: ServerProcess;
    let browser: Browser;
    let page: Page;

    before(async () => {
      server = await runServer({DATA_FOLDER: folder, CHALLENGE: 'altcha'});
      browser = await openBrowser('chromium');
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await server?.end('SIGTERM');
      rmSync(folder, {recursive: true});
    });

    for (const path of [
      '',
      'english.html',
      'articles.html',
      'threads.html',
      'languages.html',
      'playground.html',
      'altcha.html',
    ]) {
      test(`/${path}`, async () => {
        await page.open(server.address + path);
        await page.until('all to be there', () =>
          page.evaluate(
            () => document.readyState === 'complete' && !document.querySelector(':not(:defined)'),
          ),
        );
        await scrollDown(page);
        assert.deepEqual(await violations(page), []);
      });
    }

    const reader = {name: 'ليلى', email: 'laila@example.org'};

    test('/altcha.html once the challenge is drawn, and with a comment', async () => {
      await page.open(`${server.address}altcha.html`);
      await write(page, reader);
      await page.see('.challenge-note');
      assert.deepEqual(await violations(page), []);
      await post(page, {text: 'بلا أحاجي'});
      assert.deepEqual(await violations(page), []);
    });

    test('/altcha.html while the calculation is waited for, and after it failed', async () => {
      await page.open(`${server.address}altcha.html`);
      await page.see('textarea');
      await page.evaluate(() => {
        // One of its own: in the other the reader has just written.
        const element = document.querySelector('taaliq-comments');
        if (element) element.thread = 'waiting';
        const {fetch} = window;
        const gate = new Promise<void>((_, reject) =>
          addEventListener('challenge-fails', () => reject(new Error('unreachable'))),
        );
        window.fetch = async (...request) => {
          if (String(request[0]).endsWith('/challenge')) await gate;
          return fetch(...request);
        };
      });
      await write(page, {...reader, text: 'على مهل'});
      await page.click('button.submit');
      await page.see({css: '.challenge-status', text: 'لم ينته الحساب'});
      assert.deepEqual(await violations(page), []);
      await page.evaluate(() => void dispatchEvent(new Event('challenge-fails')));
      await page.until('the failure to be said', async () => (await problem(page)).includes('التحقق'));
      assert.deepEqual(await violations(page), []);
    });
  });
