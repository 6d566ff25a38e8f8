/** What a reader has written stays theirs until it is public: in its place, in spite of storage, server and crashes. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {startLine, type Line, type PageOptions} from '../support/line.js';
import {comment, openReply} from '../support/reader.js';

/** Which form of a page: its own, or that of a reply. */
type Form = 0 | -1;

const name = 'ن';
const restored = 'استُعيدت مسودة تعليقك.';
const pending = {css: '.note', text: 'تعليقك في انتظار المراجعة.'};
const rejected = {css: '.note', text: 'لم تتم الموافقة على تعليقك.'};

const valueOf = (page: Page, nth: Form = 0): Promise<string> => page.value({css: 'textarea', nth});

const saysOf = (page: Page, nth: Form = 0): Promise<string> =>
  page.with('[part~="status"]', (found, at) => found.at(at)?.textContent?.trim() ?? '', nth);

/** The draft is in its box, and the reader is told so. */
async function seesDraft(page: Page, text: string, nth: Form = 0): Promise<void> {
  await page.until(`the draft "${text}"`, async () => (await valueOf(page, nth)) === text);
  await page.until('the notice', async () => (await saysOf(page, nth)) === restored);
}

async function write(page: Page, text: string, nth: Form = 0): Promise<void> {
  await page.fill({css: '#name', nth}, name);
  await page.fill({css: 'textarea', nth}, text);
}

/** Presses send and waits for what goes wrong. */
async function fail(page: Page, nth: Form = 0): Promise<void> {
  await page.click({css: '[part~="submit"]', nth});
  await page.until('the failure', () =>
    page.with('[part~="summary"]', (found, at) => found.at(at)?.textContent?.includes('تعذّر'), nth),
  );
}

/** Until the server has accepted what was sent; a question to the reader would hold it up. */
async function accepted(page: Page): Promise<void> {
  await page.until('an empty box or a question', async () => {
    assert.equal(await page.count('dialog'), 0, 'the reader is asked');
    return !(await valueOf(page));
  });
}

/** What stands in the form of a page whose driver has given it up. */
async function textOfCrashed(page: Page): Promise<string> {
  const expression = `(() => {
    const find = (root, css) => root.querySelector(css) ??
      [...root.querySelectorAll('*')].map(({shadowRoot}) => shadowRoot && find(shadowRoot, css)).find(Boolean);
    return find(document, 'textarea')?.value + find(document, '[part~="status"]')?.textContent;
  })()`;
  const {result} = (await page.devtools('Runtime.evaluate', {expression})) as {result: {value?: string}};
  return result.value ?? '';
}

const kept = (page: Page, part: string): Promise<readonly string[]> =>
  page.evaluate(
    (wanted) =>
      [localStorage, sessionStorage]
        .flatMap((storage) => Object.entries(storage))
        .map(([key, value]) => `${key} ${value}`)
        .filter((entry) => entry.includes(wanted)),
    part,
  );

let line: Line;
/** Where comments wait for a moderator. */
let moderated: Line;
before(async () => {
  [line, moderated] = await Promise.all([startLine(), startLine({MODERATION: 'on'})]);
});
after(() => Promise.all([line?.stop(), moderated?.stop()]));

for (const engine of engines) {
  describe(`what a reader has written in ${engine}`, {timeout: 300_000}, () => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser?.close());

    const open = async (address: string): Promise<Page> => {
      const page = await browser.newPage();
      await page.open(address);
      await page.see('textarea');
      return page;
    };

    /** Another tab in place of this one. */
    const reopen = async (page: Page, address: string): Promise<Page> => {
      await page.close();
      return open(address);
    };

    test('SEC 7.3: drafts of two conversations, two servers and a reply are kept apart', async () => {
      const [one, two] = [`${engine}-one`, `${engine}-two`];
      let page = await open(line.page(one));
      await write(page, 'يُرد عليه');
      await page.click('[part~="submit"]');
      await page.see(comment('يُرد عليه'));
      // One tab may not send so soon again.
      page = await reopen(page, line.page(one));

      const places: readonly (readonly [text: string, address: string, nth: Form])[] = [
        // First, as long as the comment that it answers is the first.
        ['جواب عليه', line.page(one), -1],
        ['في الأولى', line.page(one), 0],
        ['في الثانية', line.page(two), 0],
        ['عند خادم آخر', line.page(one, {api: 'plain'}), 0],
      ];
      const go = async (address: string, nth: Form): Promise<void> => {
        await page.open(address);
        await page.see('textarea');
        if (nth) await openReply(page);
      };

      for (const [text, address, nth] of places) {
        await go(address, nth);
        assert.deepEqual([await valueOf(page, nth), await saysOf(page, nth)], ['', '']);
        await write(page, text, nth);
      }
      for (const [text, address, nth] of places) {
        await go(address, nth);
        await seesDraft(page, text, nth);
        await page.reload();
        if (nth) await openReply(page);
        await seesDraft(page, text, nth);
        await page.fill({css: '#name', nth}, name);
        line.next('refused');
        await fail(page, nth);
      }
      for (const [text, address, nth] of places) {
        page = await reopen(page, address);
        if (nth) await openReply(page);
        await seesDraft(page, text, nth);
        await page.fill({css: '#name', nth}, name);
        await page.click({css: '[part~="submit"]', nth});
        if (address.includes('plain')) await page.click({css: 'dialog button', text: 'إرسال مرة أخرى'});
        await page.see(comment(text));
      }
      const texts = places.map(([text]) => text);
      assert.deepEqual(
        (await line.stored(one)).toSorted(),
        ['يُرد عليه', ...texts].filter((text) => text !== 'في الثانية').toSorted(),
      );
      assert.deepEqual(await line.stored(two), ['في الثانية']);
      assert.deepEqual(await kept(page, 'taaliq:draft'), []);
      await page.close();
    });

    for (const storage of ['forbidden', 'refusing', 'full'] as const satisfies PageOptions['storage'][])
      test(`SEC 7.3: storage that is ${storage} is no error, and the text stays until it is sent`, async () => {
        const [thread, text] = [`${engine}-${storage}`, `رغم ${storage}`];
        const page = await open(line.page(thread, {storage}));
        await write(page, text);
        line.next('refused');
        await fail(page);
        assert.equal(await valueOf(page), text);
        line.next('lost');
        await fail(page);
        assert.equal(await valueOf(page), text);
        await page.click('[part~="submit"]', 2);
        await accepted(page);
        assert.deepEqual(await line.stored(thread), [text]);
        assert.deepEqual(page.errors, []);
        await page.close();
      });

    if (engine === 'chromium')
      test('SEC 7.3: a crash takes nothing away, neither of what is written nor of what is being sent', async () => {
        const [thread, text] = [`${engine}-crash`, 'قبل العطل'];
        const address = line.page(thread);
        const page = await open(address);
        await write(page, text);
        await page.crash();
        await page.devtools('Page.reload');
        await page.until('the draft and the notice', async () => {
          const shown = await textOfCrashed(page);
          return shown.includes(text) && shown.includes(restored);
        });

        const other = await reopen(page, address);
        await write(other, text);
        const before = line.arrived;
        line.next('late');
        await other.click('[part~="submit"]');
        await other.until('the comment to be on its way', async () => line.arrived > before);
        await other.crash();
        const last = await reopen(other, address);
        await seesDraft(last, text);
        line.release();
        await last.fill('#name', name);
        await last.click('[part~="submit"]');
        await accepted(last);
        assert.deepEqual(await line.stored(thread), [text]);
        await last.close();
      });

    const meanwhile: Readonly<Record<string, (page: Page, address: string) => Promise<Page>>> = {
      'at once': async (page) => page,
      'after a reload': async (page) => {
        await page.reload();
        return page;
      },
      'in another tab': reopen,
    };
    for (const [at, [when, come]] of Object.entries(meanwhile).entries())
      test(`a server that knows no comment again: one that had arrived is found, ${when}`, async () => {
        const [thread, text] = [`${engine}-found-${at}`, `ضاع جوابه ${when}`];
        const address = line.page(thread, {api: 'plain'});
        const first = await open(address);
        await write(first, text);
        line.next('lost');
        await fail(first);
        const {sent} = line;
        const page = await come(first, address);
        await page.fill('#name', name);
        await page.click('[part~="submit"]', 2);
        await accepted(page);
        assert.equal(line.sent, sent, 'sent again');
        assert.deepEqual(await line.stored(thread), [text]);
        assert.deepEqual(await kept(page, text), []);
        await page.close();
      });

    test('a server that knows no comment again: the reader is asked about one that is not found', async () => {
      const [thread, text] = [`${engine}-asked`, 'لم يصل'];
      const address = line.page(thread, {api: 'plain'});
      let page = await open(address);
      // Somebody else's with the same text is not theirs.
      await page.fill('#name', 'سعيد');
      await page.fill('textarea', text);
      await page.click('[part~="submit"]');
      await accepted(page);
      page = await reopen(page, address);
      await write(page, text);
      line.next('refused');
      await fail(page);
      const {sent} = line;
      const ask = async (answer: string): Promise<void> => {
        await page.click('[part~="submit"]');
        await page.click({css: 'dialog button', text: answer});
      };
      await ask('إلغاء');
      await page.gone('dialog');
      assert.deepEqual([line.sent, await valueOf(page)], [sent, text]);
      await ask('إرسال مرة أخرى');
      await accepted(page);
      assert.equal(line.sent, sent + 1);
      assert.deepEqual(await line.stored(thread), [text, text]);
      await page.close();
    });

    test('SEC 7.3: a held comment stays with its author until it is public', async () => {
      const [address, text] = [moderated.page(`${engine}-held`), `ينتظر ${engine}`];
      let page = await open(address);
      await write(page, text);
      await page.click('[part~="submit"]');
      await page.see(comment(text));
      await page.see(pending);
      await page.reload();
      await page.see(comment(text));
      await page.see(pending);
      page = await reopen(page, address);
      await page.see(comment(text));
      await page.see(pending);
      assert.deepEqual(await moderated.stored(`${engine}-held`), []);
      await moderated.moderate('published');
      await page.reload();
      await page.see(comment(text));
      await page.gone(pending);
      assert.equal(await page.count(comment(text)), 1);
      assert.deepEqual(await kept(page, text), []);
      await page.close();
    });

    test('SEC 7.3: a held comment that is refused is said to be so once, and kept no more', async () => {
      const [address, text] = [moderated.page(`${engine}-refused`), `يُرفض ${engine}`];
      const page = await open(address);
      await write(page, text);
      await page.click('[part~="submit"]');
      await page.see(pending);
      await moderated.moderate('rejected');
      await page.reload();
      await page.see(comment(text));
      await page.see(rejected);
      assert.deepEqual(await kept(page, text), []);
      await page.reload();
      await page.see('.empty');
      assert.equal(await page.count(comment(text)), 0);
      await page.close();
    });
  });
}
