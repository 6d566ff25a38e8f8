/** A conversation that cannot be read, over real sockets: what the reader sees, and that the form goes on. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {FaultySite} from '../support/fault-sockets.js';
import {article, serveBundle} from '../support/host-page.js';
import {serve, type Answer, type Served} from '../support/serve.js';
import {readingRows} from './faults-reading.js';

/** Rows that are read at once. */
const groupSize = 16;

const text = 'ما كُتب قبل الفشل: أ < ب';

/** What a reader sees of one widget. */
interface Seen {
  readonly says: string;
  readonly comments: readonly string[];
  readonly text: string;
  readonly usable: boolean;
}

// Runs in the page.
const look = (elements: Element[]): Seen[] =>
  elements.map(({shadowRoot: root}) => {
    const form = root?.querySelector('taaliq-form')?.shadowRoot;
    const thread = root?.querySelector('taaliq-thread')?.shadowRoot;
    const plain = (element: Element | null | undefined): string =>
      (element?.textContent ?? '')
        .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    return {
      says: plain(thread?.querySelector('[role=alert] .failure')),
      comments: [...(thread?.querySelectorAll('[part~=body]') ?? [])].map(plain),
      text: form?.querySelector('textarea')?.value ?? '',
      usable: form?.querySelector('button.submit')?.getAttribute('aria-disabled') !== 'true',
    };
  });

const fill = (elements: Element[], written: string): void => {
  for (const {shadowRoot} of elements) {
    const box = shadowRoot?.querySelector('taaliq-form')?.shadowRoot?.querySelector('textarea');
    if (!box) throw new Error('no form');
    box.value = written;
    box.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  }
};

/** Brings some of them near the reader. */
const show = (elements: Element[], which: readonly number[]): void => {
  for (const index of which) elements[index]?.removeAttribute('hidden');
};

const retry = (elements: Element[], which: readonly number[]): void => {
  for (const index of which)
    elements[index]?.shadowRoot
      ?.querySelector('taaliq-thread')
      ?.shadowRoot?.querySelector<HTMLElement>('[role=alert] [data-do=retry]')
      ?.click();
};

for (const engine of engines) {
  describe(`a conversation that something is wrong with, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let host: Served;
    let browser: Browser;
    let page: Page;
    let elsewhere: FaultySite;
    /** Each row has a server, and so an origin, of its own: what hangs holds up no other row. */
    let sites: FaultySite[];

    const settled = (index: number): Promise<Seen> =>
      page.until(
        `an answer to row ${index}`,
        async () => {
          const seen = (await page.with('taaliq-comments', look))[index];
          return seen && (seen.says || seen.comments.length) ? seen : null;
        },
        60_000,
      );

    before(async () => {
      bundle = await serveBundle();
      elsewhere = await new FaultySite('GET', null).start();
      sites = await Promise.all(
        readingRows.map(({fault, aboutItself = false}) => {
          const site = new FaultySite('GET', fault);
          site.aboutItself = aboutItself;
          site.elsewhere = elsewhere.origin;
          return site.start();
        }),
      );
      const widgets = sites.map(
        ({origin}) => `<taaliq-comments endpoint="${origin}/comments" hidden></taaliq-comments>`,
      );
      const answers: Record<string, Answer> = {
        '/article': article({
          bundle: bundle.origin,
          // One over the other: a reader is near to all of them.
          head: `<style>
            taaliq-comments {position: absolute; inset: 0 0 auto}
            taaliq-comments[hidden] {display: none}
          </style>`,
          body: `${widgets.join('')}<script type="module" src="${bundle.origin}/taaliq.js"></script>`,
        }),
      };
      host = await serve(answers);
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.open(`${host.origin}/article`);
      await page.until('the forms', async () => (await page.count('textarea')) === sites.length);
      await page.with('taaliq-comments', fill, text);
      // The slow ones first; the others in groups, so that a slow machine keeps up.
      const slow = [...readingRows.keys()].filter((index) => readingRows[index]?.isSlow);
      await page.with('taaliq-comments', show, slow);
      const rest = [...readingRows.keys()].filter((index) => !slow.includes(index));
      for (let at = 0; at < rest.length; at += groupSize) {
        const group = rest.slice(at, at + groupSize);
        await page.with('taaliq-comments', show, group);
        for (const index of group) await settled(index);
      }
    });
    after(async () => {
      await browser?.close();
      await Promise.all([...(sites ?? []), elsewhere, host, bundle].map((one) => one?.stop()));
    });

    for (const [index, row] of readingRows.entries()) {
      test(`SEC 6.8: ${row.what}`, async () => {
        const seen = await settled(index);
        assert.equal(seen.says, row.says);
        assert.deepEqual(seen.comments, row.says ? [] : ['تعليق من قبل']);
        assert.equal(seen.text, text);
        assert(seen.usable, 'the form can be used');
        assert.equal(sites[index]?.count('GET'), (engine === 'firefox' && row.inFirefox) || row.asked);
      });
    }

    test('SEC 6.8: the reader tries again: nothing is asked before its time, and all else is shown', async () => {
      const failed = [...readingRows.keys()].filter((index) => readingRows[index]?.says);
      for (const index of failed) sites[index]?.heal();
      await page.with('taaliq-comments', retry, failed);
      for (const index of failed) {
        const row = readingRows[index];
        if (row?.says.includes('00') || row?.says.includes('240'))
          assert.equal(sites[index]?.count('GET'), row.asked, row.what);
        else
          await page.until(`the comments of ${row?.what}`, async () => {
            const seen = (await page.with('taaliq-comments', look))[index];
            return seen?.comments.length === 1 && !seen.says && seen.text === text;
          });
      }
    });

    test('SEC 6.2: another server is asked, and not believed', () => {
      assert.equal(elsewhere.count('GET'), 1);
      assert.equal(elsewhere.count('POST'), 0);
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
