/** Every way in which a server can fail, over real sockets: what the reader sees, that the text is there, what the server holds. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {FaultySite} from '../support/fault-sockets.js';
import {article, serveBundle} from '../support/host-page.js';
import {serve, type Answer, type Served} from '../support/serve.js';
import {fill, isSettled, look, press, type Form} from './faults-forms.js';
import {said} from './faults-said.js';
import {sendingRows} from './faults-sending.js';

/** Rows that are sent at once. */
const groupSize = 16;

const textOf = (index: number): string => `نص ${index}: أ < ب و ج > د &amp; <b>`;

for (const engine of engines) {
  describe(`a comment is sent and something goes wrong, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let host: Served;
    let elsewhere: FaultySite;
    let browser: Browser;
    let page: Page;
    /** Each row has a server, and so an origin, of its own: what hangs holds up no other row. */
    let sites: FaultySite[];

    const settled = (index: number): Promise<Form> =>
      page.until(
        `an answer to row ${index}`,
        async () => {
          const form = (await page.with('taaliq-form', look))[index];
          return isSettled(form) ? form : null;
        },
        40_000,
      );

    before(async () => {
      bundle = await serveBundle();
      elsewhere = await new FaultySite('POST', null).start();
      sites = await Promise.all(
        sendingRows.map(({fault, early}) => {
          const site = new FaultySite('POST', fault);
          site.early = !!early;
          site.elsewhere = elsewhere.origin;
          return site.start();
        }),
      );
      const forms = sites.map(({origin}) => `<taaliq-form endpoint="${origin}/comments"></taaliq-form>`);
      const answers: Record<string, Answer> = {
        '/article': article({
          bundle: bundle.origin,
          body: `${forms.join('')}<script type="module" src="${bundle.origin}/taaliq.js"></script>`,
        }),
      };
      host = await serve(answers);
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.open(`${host.origin}/article`);
      await page.see('textarea');
      await page.with(
        'taaliq-form',
        fill,
        sendingRows.map((_, index) => textOf(index)),
      );
      // Those that take the whole of their time first; the others in groups, so that a slow machine keeps up.
      const isSlow = (index: number): boolean => !!sendingRows[index]?.says.includes(said.timeout);
      const slow = [...sendingRows.keys()].filter(isSlow);
      await page.with('taaliq-form', press, slow);
      const rest = [...sendingRows.keys()].filter((index) => !isSlow(index));
      for (let at = 0; at < rest.length; at += groupSize) {
        const group = rest.slice(at, at + groupSize);
        await page.with('taaliq-form', press, group);
        for (const index of group) await settled(index);
      }
    });
    after(async () => {
      await browser?.close();
      await Promise.all([...(sites ?? []), elsewhere, host, bundle].map((one) => one?.stop()));
    });

    for (const [index, row] of sendingRows.entries()) {
      test(`SEC 6.8: ${row.what}`, async () => {
        const site = sites[index];
        assert(site);
        const form = await settled(index);
        assert.deepEqual(form.says, (engine === 'webkit' && row.inWebKit) || row.says);
        assert.equal(form.text, row.says.length ? textOf(index) : '');
        assert.deepEqual([...site.held.values()], row.held ? [textOf(index)] : []);
        assert.equal(site.count('POST'), row.early ? 0 : 1, 'a write is never repeated by itself');
      });
    }

    test('SEC 6.8: nothing is sent before the time that the server asked for', async () => {
      const waiting = [...sendingRows.keys()].filter((index) => sendingRows[index]?.waits);
      for (const index of waiting) await settled(index);
      await page.with('taaliq-form', press, waiting);
      for (const index of waiting) {
        await settled(index);
        assert.equal(sites[index]?.count('POST'), 1, sendingRows[index]?.what);
      }
    });

    test('SEC 7.1, SEC 7.2: sent again, each is there once, and its field is empty', async () => {
      const failed = [...sendingRows.keys()].filter(
        (index) => sendingRows[index]?.says.length && !sendingRows[index]?.waits,
      );
      for (const index of failed) sites[index]?.heal();
      await page.with('taaliq-form', press, failed);
      for (const index of failed) {
        await page.until(`row ${index} to be accepted: ${sendingRows[index]?.what}`, async () => {
          const form = (await page.with('taaliq-form', look))[index];
          return form?.status && !form.text;
        });
        assert.deepEqual([...(sites[index]?.held.values() ?? [])], [textOf(index)]);
      }
    });

    test('SEC 6.2, SEC 7.4: nothing a reader wrote went to another server', () => {
      assert.equal(elsewhere.asked.length, 0);
    });

    test('SEC 6.9: nothing of all this reached the page', async () => {
      assert.deepEqual(await page.evaluate(() => window.probe.errors), []);
      // Firefox's driver counts what the browser itself writes into its console.
      assert.deepEqual(
        page.errors.filter((error) => !error.includes('Cross-Origin Request Blocked')),
        [],
      );
    });
  });
}
