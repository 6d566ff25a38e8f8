import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {startCommentServer, type CommentServer} from '../support/comment-server.js';
import {engines, openBrowser, type Browser} from '../support/drive.js';
import {article, policyFor, serveBundle} from '../support/host-page.js';
import {comment, openReply, post, scrollDown} from '../support/reader.js';
import {serve, type Answer, type Served} from '../support/serve.js';

const reader = {name: 'ليلى', email: 'laila@reader.example'};

/** Names that hide what a script may look for in the page. */
const clobbering = `<img name="currentScript" alt=""><a id="taaliq"></a><form id="process"></form>
  <form id="customElements"><input name="elements"><input name="submit"></form><img name="head" alt="">`;

interface Way {
  readonly title: string;
  readonly tags: (bundle: string, endpoint: string) => string;
}

const integrity = (): string =>
  `sha384-${createHash('sha384').update(readFileSync('dist/taaliq.all.js')).digest('base64')}`;

const ways: readonly Way[] = [
  {
    title: 'module tag',
    tags: (bundle, endpoint) =>
      `<taaliq-comments endpoint="${endpoint}"></taaliq-comments>
       <script type="module" src="${bundle}/taaliq.js"></script>`,
  },
  {
    title: 'classic script',
    tags: (bundle, endpoint) =>
      `<script async src="${bundle}/embed.js" data-endpoint="${endpoint}"></script>`,
  },
  {
    title: 'one file with integrity',
    tags: (bundle, endpoint) =>
      `<taaliq-comments endpoint="${endpoint}"></taaliq-comments>
       <script type="module" src="${bundle}/taaliq.all.js" integrity="${integrity()}" crossorigin="anonymous"></script>`,
  },
];

for (const engine of engines) {
  describe(`under the strictest policy, from another origin, in ${engine}`, {timeout: 300_000}, () => {
    let bundle: Served;
    let site: Served;
    let server: CommentServer;
    let browser: Browser;
    const answers: Record<string, Answer> = {};

    before(async () => {
      bundle = await serveBundle();
      site = await serve((path) => answers[path]);
      server = await startCommentServer({ALLOWED_ORIGINS: site.origin});
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), site?.stop(), bundle?.stop()]);
    });

    for (const [index, {title, tags}] of ways.entries()) {
      test(`SEC 5.1, SEC 5.2, SEC 5.3, SEC 5.4: ${title}, reads, posts and answers without a violation, and asks no other host`, async () => {
        const path = `/${index}`;
        const policy = policyFor(bundle.origin, new URL(server.endpoint).origin);
        answers[path] = article({
          bundle: bundle.origin,
          policy,
          body: `${clobbering}${tags(bundle.origin, server.endpoint)}`,
        });
        const page = await browser.newPage();
        await page.open(site.origin + path);
        await post(page, {...reader, text: `أ < ب و ج > د، https://link.example/ ${title}`});
        await page.reload();
        await scrollDown(page);
        await page.see(comment(title));
        await openReply(page);
        await post(page, {...reader, text: `رد على ${title}`}, -1);

        const {violations, errors} = await page.evaluate(() => window.probe);
        assert.deepEqual([violations, errors], [[], []]);

        const allowed = [site.origin, bundle.origin, new URL(server.endpoint).origin];
        const seen = await page.evaluate(() =>
          performance.getEntriesByType('resource').map(({name}) => name),
        );
        assert.ok(seen.length > 3);
        for (const address of [...seen, ...page.requests]) {
          const {origin, protocol} = new URL(address);
          assert.ok(allowed.includes(origin) || protocol === 'data:', `asked for ${address}`);
        }
        await page.close();
      });
    }

    test('SEC 5.1: the policy does refuse what it does not name', async () => {
      answers['/refused'] = article({
        bundle: bundle.origin,
        policy: policyFor(bundle.origin, 'http://127.0.0.1:9'),
        body: ways[0]?.tags(bundle.origin, server.endpoint) ?? '',
      });
      const page = await browser.newPage();
      await page.open(`${site.origin}/refused`);
      await scrollDown(page);
      await page.until(
        'a violation',
        async () => (await page.evaluate(() => window.probe.violations)).length,
      );
      // And the reader is told, in the page and in words.
      await page.see({css: '[role="alert"]', text: 'التعليقات'});
      await page.close();
    });
  });
}
