/** Every way in which WordPress can fail a comment, over real sockets, by its form and by its API. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {FaultyWordPress} from '../support/fault-wordpress.js';
import {article, serveBundle} from '../support/host-page.js';
import type {Served} from '../support/serve.js';
import {fill, isSettled, look, press as pressAll, type Form} from './faults-forms.js';
import {apiRows, formRows} from './faults-wordpress.js';

const text = 'نص لا يضيع: أ < ب';
const stored = 'نص لا يضيع: أ &lt; ب';

for (const engine of engines) {
  describe(
    `a comment is sent to WordPress and something goes wrong, in ${engine}`,
    {timeout: 300_000},
    () => {
      let bundle: Served;
      let browser: Browser;
      let page: Page;
      let body: string;

      before(async () => {
        bundle = await serveBundle();
        ({body} = article({
          bundle: bundle.origin,
          body: `<taaliq-form backend="wordpress" endpoint="/" thread="4"></taaliq-form>
               <script type="module" src="${bundle.origin}/taaliq.js"></script>`,
        }));
        browser = await openBrowser(engine);
        page = await browser.newPage();
      });
      after(async () => {
        await browser?.close();
        await bundle?.stop();
      });

      const press = (): Promise<void> => page.with('taaliq-form', pressAll, [0]);
      const until = (what: string, check: (form: Form) => boolean): Promise<Form> =>
        page.until(what, async () => {
          const [form] = await page.with('taaliq-form', look);
          return form && check(form) ? form : null;
        });

      for (const [way, isOpen, rows] of [
        ['by its form', false, formRows],
        ['by its API', true, apiRows],
      ] as const) {
        for (const row of rows) {
          test(`SEC 6.8, SEC 7.1: ${way}: ${row.what}`, async () => {
            const site = await new FaultyWordPress(isOpen, row.fault, body).start();
            try {
              await page.open(`${site.origin}/article`);
              await page.see('textarea');
              await page.with('taaliq-form', fill, [text]);
              await press();
              const form = await until('an answer', isSettled);
              assert.deepEqual(form.says, row.says);
              assert.equal(form.text, row.says.length ? text : '');
              if (row.status) assert.equal(form.status, row.status);
              assert.deepEqual([...site.held.values()], row.held ? [stored] : []);
              assert.equal(site.arrived, 1, 'a write is never repeated by itself');
              if (row.says.length && !row.waits) {
                site.heal();
                await press();
                await until('the comment to be accepted', (now) => !now.text && now.status !== '');
                assert.deepEqual([...site.held.values()], [stored]);
                assert.equal(site.arrived, 2);
              }
              assert.deepEqual(await page.evaluate(() => window.probe.errors), []);
            } finally {
              await site.stop();
            }
          });
        }
      }
    },
  );
}
