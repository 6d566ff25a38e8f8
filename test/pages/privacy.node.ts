import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {comment, post, problem, scrollDown, send, write} from '../support/reader.js';
import {startVisit, type Visit} from '../support/visit.js';

const email = 'only.for.the.editors@reader.example';
const has = (text: string): boolean => text.toLowerCase().includes('only.for.the.editors');

for (const engine of engines) {
  describe(`a whole visit in ${engine}`, {timeout: 300_000}, () => {
    let visit: Visit;
    let browser: Browser;
    let page: Page;
    /** What the browser keeps for the page, key and value. */
    const kept = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).flat()),
      );

    before(async () => {
      visit = await startVisit();
      browser = await openBrowser(engine);
      page = await browser.newPage();
      await page.open(`${visit.origin}/article`);
      await scrollDown(page);
      // A mistake first, a draft that outlives a reload, then a comment and a like.
      await write(page, {email, text: 'تعليق مع بريد'});
      await send(page);
      assert.match(await problem(page), /اسمك/);
      await page.reload();
      await page.until('the draft', async () => (await page.value('textarea')) === 'تعليق مع بريد');
    });
    after(async () => {
      await browser?.close();
      await visit?.stop();
    });

    test('SEC 8.1, SEC 8.2: no e-mail stays on the device before the reader agrees', async () => {
      assert.equal(await page.value('#email'), '');
      assert.deepEqual((await kept()).filter(has), []);
      await post(page, {name: 'ليلى', email, text: 'تعليق مع بريد'});
      assert.deepEqual((await kept()).filter(has), []);
      assert.deepEqual(visit.noted.filter(has), []);
    });

    test('SEC 8.2: ticked, it is offered again; unticked, it is gone at once', async () => {
      await page.click('#remember');
      // The same words as before would be asked about.
      await post(page, {email, text: 'تعليق ثان'});
      assert.equal((await kept()).filter(has).length, 1);
      await page.reload();
      await page.until('the e-mail', async () => (await page.value('#email')) === email);
      await page.click('#remember');
      assert.deepEqual((await kept()).filter(has), []);
      await page.reload();
      await page.see('textarea');
      assert.equal(await page.value('#email'), '');
    });

    test('SEC 8.1: the e-mail was in the body of the sent comments and nowhere else', async () => {
      await scrollDown(page);
      await page.see(comment('تعليق ثان'));
      await page.click('[part~="like"]');
      await page.until('the like to arrive', async () => visit.asked.some(({url}) => url.includes('/like')));
      const posts = visit.asked.filter(({method, url}) => method === 'POST' && url === '/api/comments');
      assert.equal(posts.length, 2);
      for (const {url, headers, body} of visit.asked) {
        assert.ok(!has(decodeURIComponent(url)), url);
        assert.ok(!has(JSON.stringify(headers)), url);
        assert.equal(
          has(body),
          posts.some((one) => one.body === body),
          url,
        );
      }
      // With the reader's consent it was kept, and that alone.
      assert.deepEqual(
        visit.noted.filter(has).filter((one) => !one.startsWith('local setItem taaliq:reader ')),
        [],
      );
      assert.ok(!has(await page.evaluate(() => location.href + document.title + document.cookie)));
    });

    test('SEC 8.3, SEC 8.4: nobody else was asked, and nothing is said of the reader’s device', async () => {
      const strange = visit.asked.filter(
        ({url}) =>
          !/^\/(?:article|watch\.js|favicon\.ico|api\/comments(?:[/?].*)?)$/.test(url) &&
          !(url.startsWith('/dist/') && existsSync(`.${url}`)),
      );
      assert.deepEqual(strange, []);
      assert.deepEqual(
        page.requests.filter((one) => new URL(one).origin !== visit.origin),
        [],
      );
      const agent = await page.evaluate(() => navigator.userAgent);
      for (const {url, headers, body} of visit.asked.filter(({url}) => url.startsWith('/api/'))) {
        assert.equal(headers.cookie, undefined);
        assert.equal(headers.referer ?? `${visit.origin}/`, `${visit.origin}/`);
        assert.ok(!url.includes(encodeURIComponent(agent)) && !body.includes(agent));
        if (body.includes('"text"'))
          assert.deepEqual(
            Object.keys(JSON.parse(body) as object).filter((name) =>
              /agent|screen|language|zone|ip$/i.test(name),
            ),
            [],
          );
      }
      const kinds = new Set(visit.noted.map((one) => one.split(' ')[0]));
      for (const kind of ['cookie', 'database', 'address', 'violation', 'console'])
        assert.ok(!kinds.has(kind), visit.noted.filter((one) => one.startsWith(kind)).join('\n'));
      // The watching itself works.
      assert.ok(kinds.has('local') && kinds.has('session') && kinds.has('event'), [...kinds].join());
    });
  });
}
