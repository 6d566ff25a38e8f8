import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {attacks} from '../content/sanitize/attacks.js';
import {attributes, tags} from '../content/sanitize/safe-nodes.js';
import {canaryScript, setTrap, type Trap} from '../support/canaries.js';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {article, policyFor, serveBundle} from '../support/host-page.js';
import {comment, post, problem, scrollDown, send, write} from '../support/reader.js';
import {serve, type Answer, type Answering, type Served} from '../support/serve.js';
import {restSaying, servers} from './hostile-servers.js';

const reader = {name: 'ليلى', email: 'laila@reader.example'};
const shown = '[part~="comment"]';
/** Elements that came from the server, or could have. */
const received = '.body *, .author *, .answers bdi *';

/** Every attack says which one it is, and turns to a host that would hear it. */
const aimedAt = (host: string): readonly string[] =>
  attacks.map((attack, at) =>
    attack
      .replaceAll('canary()', `canary(${at})`)
      .replaceAll('/canary', `/canary-${at}-`)
      .replaceAll(/(?:canary|evil|x)\.example|example\.com/g, host),
  );

/** Batches, so that a page is quick to show and its failure quick to find. */
const size = 190;
const batches = Array.from({length: Math.ceil(attacks.length / size)}, (_, at) => at * size);

for (const engine of engines) {
  describe(`hostile content in the built widget, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let site: Served;
    let backend: Served;
    let trap: Trap;
    let browser: Browser;
    let page: Page;
    let payloads: readonly string[];
    let says: Answering = () => undefined;
    const answers: Record<string, Answer> = {};

    before(async () => {
      const script = {body: canaryScript, type: 'text/javascript'};
      bundle = await serveBundle((path) => (path === '/canaries.js' ? script : undefined));
      site = await serve((path) => answers[path]);
      backend = await serve((path, request) => says(path, request));
      trap = await setTrap();
      payloads = aimedAt(trap.host);
      browser = await openBrowser(engine);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await Promise.all([trap?.stop(), backend?.stop(), site?.stop(), bundle?.stop()]);
    });

    let pages = 0;
    let asking = 0;
    const show = async (body: string, policy: boolean): Promise<string> => {
      const path = `/page-${++pages}`;
      answers[path] = article({
        bundle: bundle.origin,
        head: `<script src="${bundle.origin}/canaries.js"></script>
          <link rel="https://api.w.org/" href="${backend.origin}/wp-json/">`,
        body,
        ...(policy && {policy: policyFor(bundle.origin, backend.origin)}),
      });
      asking = site.asked.length;
      await page.open(site.origin + path);
      return path;
    };
    const widget = (name: string, path: string): string =>
      `<taaliq-comments backend="${name}" endpoint="${backend.origin}${path}" thread="${pages + 1}" loading="eager">
       </taaliq-comments>
       <script type="module" src="${bundle.origin}/taaliq.js"></script>`;

    /** Goes over everything that was received, as a reader with a mouse and a keyboard does. */
    const touch = (): Promise<void> =>
      page.with({css: received}, (elements) => {
        for (const element of elements) {
          for (const type of ['mouseover', 'mousemove', 'pointerdown', 'pointerover', 'contextmenu'])
            element.dispatchEvent(new MouseEvent(type, {bubbles: true}));
          if (element instanceof HTMLElement) element.focus({preventScroll: true});
        }
      });

    /** Elements and attributes that nothing received may have. */
    const foreign = (): Promise<readonly string[]> =>
      page.with(
        {css: received},
        (elements, safeTags, safeAttributes) =>
          elements
            .filter(
              ({localName, namespaceURI, attributes: own, shadowRoot}) =>
                !safeTags.includes(localName) ||
                shadowRoot ||
                namespaceURI !== 'http://www.w3.org/1999/xhtml' ||
                [...own].some(
                  ({name, value}) =>
                    !safeAttributes.includes(name) ||
                    (name === 'href' && !/^(?:https?:\/\/|mailto:)/.test(value)),
                ),
            )
            .map(({outerHTML}) => outerHTML.slice(0, 200)),
        tags,
        attributes,
      );

    /** What the site's host was asked for since the page was opened, but for the page itself. */
    const stray = (path: string): readonly string[] => {
      const asked = site.asked.slice(asking).filter((one) => one !== '/favicon.ico');
      assert.equal(asked.shift(), path);
      return asked;
    };

    const silent = async (path: string): Promise<void> => {
      assert.deepEqual(await page.evaluate(() => window.sung), [], 'nothing ran');
      assert.deepEqual(await foreign(), [], 'nothing strange is in the page');
      assert.deepEqual(stray(path), [], 'no request to the site, so no other page either');
      assert.equal(trap.caught(), 0, 'nobody turned to another host');
      const files = bundle.asked.filter((one) => !['/probe.js', '/canaries.js'].includes(one));
      assert.deepEqual(
        files.filter((one) => !existsSync(`dist${one}`)),
        [],
        'files of the bundle alone',
      );
      const asked = page.requests.filter(
        (one) =>
          ![site.origin, bundle.origin, backend.origin].includes(new URL(one).origin) &&
          !one.startsWith('data:'),
      );
      assert.deepEqual(asked, [], 'requests that the engine tells of');
      const {violations, errors} = await page.evaluate(() => window.probe);
      // What some engines report of an inert document, where nothing of it runs: Chromium handlers,
      // styles and bases, WebKit a script without an end.
      const noise =
        /^(?:script-src-attr|style-src-attr|style-src-elem|base-uri|require-trusted-types-for trusted-types-sink (?:HTML|SVG)ScriptElement text\|)/;
      assert.deepEqual([violations.filter((one) => !noise.test(one)), errors], [[], []]);
      assert.equal(await page.evaluate(() => location.pathname), path);
    };

    const isShown = async (count: number): Promise<void> => {
      await scrollDown(page);
      await page.until(`${count} comments`, async () => (await page.count(shown)) >= count);
      assert.equal(await page.count(shown), count);
    };

    for (const policy of [false, true]) {
      const under = policy ? 'under the strictest policy and Trusted Types' : 'without a policy';

      for (const [at, start] of batches.entries()) {
        const server = servers[(at + Number(policy)) % servers.length];
        if (!server) throw new Error('no server');
        test(`SEC 3.2, SEC 3.5, SEC 3.8: attacks ${start} to ${start + size} as HTML of ${server.backend}, ${under}`, async () => {
          const html = payloads.slice(start, start + size);
          says = server.saying(html);
          const path = await show(widget(server.backend, server.path), policy);
          await isShown(html.length + 1);
          // In HTML, too: what makes it safe has come.
          await page.see(comment('أصل'));
          await touch();
          // Still of use: and what would have run late has had its time.
          await post(page, {...reader, text: 'بعد الهجوم'});
          await silent(path);
        });
      }

      test(`SEC 6.3, SEC 6.4, SEC 6.5, SEC 6.7, SEC 6.8: attacks as names, websites, ids, dates, roles and refusals, ${under}`, async () => {
        says = restSaying(payloads);
        const path = await show(widget('rest', '/comments'), policy);
        // Names of more than 4,000 characters are no names.
        const skipped = payloads.filter(({length}) => length > 4_000).length;
        assert.equal(skipped, 2);
        await isShown(payloads.length - skipped);
        await touch();

        const before = backend.asked.length;
        await page.click({css: '[part~="like"]', nth: 3});
        const like = await page.until('the like', async () =>
          backend.asked.slice(before).find((one) => one.endsWith('/like')),
        );
        const [, id = ''] = /^\/comments\/([^/?#]*)\/like$/.exec(like) ?? [];
        assert.ok(payloads.includes(decodeURIComponent(id)), 'one part of the path, whatever stands in it');

        await write(page, {...reader, text: 'مرفوض ثم مقبول'});
        await send(page);
        await page.until('the refusal', () => problem(page));
        assert.doesNotMatch(await problem(page), /canary|[<>]/);
        await send(page);
        await page.see(comment('مرفوض ثم مقبول'));
        await silent(path);
      });
    }

    describe('the canaries sing', () => {
      test('when an attack stands in the page: code, requests, another host', async () => {
        const path = await show(
          `<div class="body"><img src=/canary-1.png onerror=canary(1)><svg onload=alert(2)></svg>
           <img src="http://${trap.host}/x.png"><script>canary(3)</script></div>`,
          false,
        );
        await page.until('all of them', async () => (await page.evaluate(() => window.sung)).length === 3);
        await page.until('the other host', async () => trap.caught());
        assert.deepEqual([...(await page.evaluate(() => window.sung))].sort(), [
          'alert 2',
          'canary 1',
          'canary 3',
        ]);
        assert.deepEqual([...new Set(stray(path))], ['/canary-1.png']);
        assert.equal((await foreign()).length, 4);
        await assert.rejects(silent(path));
      });

      test('when the policy stops it', async () => {
        await show('<script src="/canary-3.js"></script>', true);
        const violations = await page.until('a violation', async () => {
          const {violations} = await page.evaluate(() => window.probe);
          return violations.length > 0 ? violations : null;
        });
        assert.match(violations[0] ?? '', /^script-src-elem /);
      });

      test('when the page is led elsewhere', async () => {
        await show('<meta http-equiv="refresh" content="0; url=/canary-2">', false);
        await page.until('another page', async () => site.asked.includes('/canary-2'));
      });
    });
  });
}
