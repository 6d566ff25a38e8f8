/** Answers that come when the page has moved on, a network that goes and comes back, and forms that lead elsewhere. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {FaultySite, type Fault} from '../support/fault-sockets.js';
import {article, serveBundle} from '../support/host-page.js';
import {comment, problem, scrollDown, send, write} from '../support/reader.js';
import {serve, type Answer, type Served} from '../support/serve.js';
import {said} from './faults-said.js';
import {answer, hang, login, redirect, redirectElsewhere, reset} from './faults-wire.js';

const reader = {name: 'ليلى', email: 'laila@reader.example', text: 'نص لا يضيع: أ < ب'};

for (const engine of engines) {
  describe(`what comes late or goes elsewhere, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let host: Served;
    let browser: Browser;
    let page: Page;
    let site: FaultySite;
    let elsewhere: FaultySite;
    const answers: Record<string, Answer> = {};

    before(async () => {
      bundle = await serveBundle();
      host = await serve((path) => answers[path]);
      elsewhere = await new FaultySite('POST', null).start();
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    beforeEach(() => elsewhere.asked.splice(0));
    after(async () => {
      await browser?.close();
      await Promise.all([elsewhere, host, bundle].map((one) => one?.stop()));
    });

    /** A page with one widget, whose server does this with every request of that method. */
    const show = async (method: 'GET' | 'POST', fault: Fault | null, backend = 'rest'): Promise<void> => {
      site = await new FaultySite(method, fault).start();
      site.elsewhere = elsewhere.origin;
      answers['/article'] = article({
        bundle: bundle.origin,
        body: `<taaliq-comments backend="${backend}" endpoint="${site.origin}/comments" thread="أ"></taaliq-comments>
               <script type="module" src="${bundle.origin}/taaliq.js"></script>`,
      });
      await page.open(`${host.origin}/article`);
      await page.see('textarea');
    };

    const turnTo = (thread: string): Promise<void> =>
      page.with('taaliq-comments', ([element], key) => element?.setAttribute('thread', key), thread);

    const press = (): Promise<void> => page.click('button.submit');
    const textIs = (text: string): Promise<unknown> =>
      page.until(`the text to be "${text}"`, async () => (await page.value('textarea')) === text);

    /** Holds back what is asked for until it is let go. */
    const holdBack = (): {readonly fault: Fault; readonly letGo: (then: Fault) => void} => {
      let asked: Parameters<Fault> | undefined;
      return {
        fault: (...request) => (asked = request),
        letGo: (then) => {
          assert(asked, 'it was asked for');
          then(...asked);
        },
      };
    };
    const good: Fault = (socket, asked, from) => from.good(socket, asked);
    const arrived = (): Promise<unknown> =>
      page.until('the comment to arrive', async () => site.count('POST'));

    for (const [what, then, left] of [
      ['accepted', good, ''],
      ['refused', answer({status: 500}), reader.text],
    ] as const) {
      test(`SEC 6.2, SEC 7.4: ${what} after the page has turned to another conversation`, async () => {
        const {fault, letGo} = holdBack();
        await show('POST', fault);
        await write(page, reader);
        await press();
        await arrived();
        await turnTo('ب');
        await textIs('');
        letGo(then);
        await turnTo('أ');
        await textIs(left);
        assert.equal(site.count('POST'), 1);
        assert.equal(site.held.size, left ? 0 : 1);
        await site.stop();
      });
    }

    test('SEC 7.4: accepted after the element was taken out of the page', async () => {
      const {fault, letGo} = holdBack();
      await show('POST', fault);
      // What the reader was told had failed before is still kept.
      await write(page, {...reader, text: 'نص بلا عنصر'});
      await press();
      await arrived();
      await page.with('taaliq-comments', ([element]) => element?.remove());
      letGo(good);
      await page.until('its draft to be settled', () =>
        page.evaluate(
          () =>
            !Object.values({...localStorage, ...sessionStorage})
              .join()
              .includes('بلا عنصر'),
        ),
      );
      assert.deepEqual([...site.held.values()], ['نص بلا عنصر']);
      await site.stop();
    });

    test('SEC 6.2: comments that come after the page has turned elsewhere are dropped', async () => {
      const {fault, letGo} = holdBack();
      await show('GET', fault);
      await scrollDown(page);
      await page.until('the list to be asked for', async () => site.count('GET'));
      site.fault = answer({
        body: '{"comments":[{"id":"7","content":{"text":"من الثانية"},"status":"published"}]}',
      });
      await turnTo('ب');
      await page.see(comment('من الثانية'));
      letGo(good);
      await page.see(comment('من الثانية'));
      assert.equal(await page.count(comment('تعليق من قبل')), 0);
      await site.stop();
    });

    test('SEC 6.8: lost, sent again and refused as a duplicate, it counts as accepted', async () => {
      await show('POST', (socket, asked, from) => {
        from.store(asked);
        from.fault = answer({status: 409, body: '{"code":"duplicate"}'});
        reset(socket, asked, from);
      });
      await write(page, reader);
      await send(page);
      await page.until('the failure', async () => (await problem(page)).includes(said.network));
      assert.equal(await page.value('textarea'), reader.text);
      await send(page);
      await textIs('');
      assert.deepEqual([...site.held.values()], [reader.text]);
      assert.equal(site.count('POST'), 2);
      await site.stop();
    });

    // Only Chromium's driver cuts a page off (see faults.node.ts); here the server is
    // gone, and the page is told what a browser tells it.
    test('SEC 7.3: without a network it waits visibly, and goes by itself, once', async () => {
      await show('POST', null);
      await write(page, reader);
      await page.until('what the server can do', async () =>
        site.asked.some(({path}) => path.endsWith('/capabilities')),
      );
      await page.until('the form to be ready', () => page.count('[part="counter"]'));
      const setOnline = (online: boolean): Promise<void> =>
        page.evaluate((value) => {
          Object.defineProperty(navigator, 'onLine', {value, configurable: true});
          dispatchEvent(new Event(value ? 'online' : 'offline'));
        }, online);
      await setOnline(false);
      site.fault = hang;
      await press();
      await page.until('the wait to be said', async () =>
        (await page.text('form')).includes('حين يعود الاتصال'),
      );
      assert.equal(await page.value('textarea'), reader.text);
      assert.equal(site.count('POST'), 0);
      site.heal();
      await setOnline(true);
      await textIs('');
      assert.deepEqual([...site.held.values()], [reader.text]);
      await site.stop();
    });

    const thanks: Fault = (socket, asked, from) => {
      from.store(asked);
      redirect(302, '/thanks')(socket, asked, from);
    };
    for (const [what, fault, says, held] of [
      ['302 to its own page of thanks', thanks, '', 1],
      ['302 to a page that may not be read', redirect(302, login), said.network, 0],
      ['302 to a page of another site that may be read', redirectElsewhere(302), said.server, 0],
      ['429', answer({status: 429, headers: ['retry-after: 240']}), said.tooFast, 0],
    ] as const) {
      test(`SEC 6.2, SEC 6.8: a form endpoint answers by ${what}`, async () => {
        await show('POST', fault, 'form-endpoint');
        await write(page, reader);
        await press();
        if (says) {
          await page.until('the failure', async () => (await problem(page)).includes(says));
          assert.equal(await page.value('textarea'), reader.text);
        } else await textIs('');
        assert.equal(site.held.size, held);
        for (const {body} of elsewhere.asked) assert.equal(body, '', 'nothing of the reader goes there');
        await site.stop();
      });
    }
  });
}
