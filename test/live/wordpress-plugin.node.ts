/** The WordPress plugin, packed and installed as an owner does it, on a real WordPress in a folder of its host. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {engines, openBrowser, type Browser, type Page} from '../support/drive.js';
import {comment, post, scrollDown} from '../support/reader.js';
import {serve} from '../support/serve.js';
import {startWordPress, type WordPressSite} from './wordpress/site.js';

const reader = {name: 'ليلى', email: 'laila@example.org'};
const themeForm = '#commentform';
const widget = 'taaliq-comments';
const held = {css: '[part~="comment"]', text: 'في انتظار المراجعة'};

// What is PHP's is the same in every engine; the widget itself is tested in all of them elsewhere.
const [engine = 'chromium'] = engines;

let site: WordPressSite;
let browser: Browser;
let page: Page;

/** An Arabic site whose API takes nothing from visitors, as WordPress comes. */
const fresh = (options: Readonly<Record<string, string>> = {}): Promise<void> =>
  site.reset({taaliq_anonymous: '0', taaliq_arabic: '1', ...options});

/** What a visitor gets, without running it. */
const html = async (url: string): Promise<string> => (await fetch(url)).text();

/** The element with all that the page wrote into it. */
const elementOf = (page: string): string =>
  /<taaliq-comments[\s\S]*<\/taaliq-comments>/.exec(page)?.[0] ?? '';

/** Another tab: in the one before, the widget waits a while for the next comment. */
async function open(url: string): Promise<void> {
  await page?.close();
  page = await browser.newPage();
  await page.open(url);
}

/** Waits for the page that a click leads to; between two pages there is none that answers. */
const arrive = (find: string): Promise<number> =>
  page.until(`a page with ${find}`, () =>
    Promise.race([page.count(find).catch(() => 0), delay(1_000, 0, {ref: false})]),
  );

/** Paths of the site that the page has asked for. */
const asked = async (): Promise<string> =>
  (
    await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => decodeURIComponent(name)),
    )
  ).join('\n');

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-plugin-'));
  const zip = join(folder, 'taaliq.zip');
  execFileSync(process.execPath, ['--import', 'tsx', 'demo/wordpress/pack.ts', zip], {stdio: 'pipe'});
  site = await startWordPress('/blog');
  await site.switchTheme('classic');
  await site.installPlugin(zip);
  rmSync(folder, {recursive: true});
  browser = await openBrowser(engine);
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

beforeEach(() => fresh());

describe('a visitor', {timeout: 300_000}, () => {
  test('gets the widget in the place of the theme’s comments', async () => {
    await site.seed([{post: site.posts.open.id, content: 'كان هنا من قبل'}]);
    await open(site.posts.open.url);
    await page.see('textarea');
    await page.gone(themeForm);
    await scrollDown(page);
    await page.see(comment('كان هنا من قبل'));
    assert.equal(await page.count(widget), 1);
    // The page says it in Arabic, whatever the theme says.
    assert.match(await page.text('[part~="heading"]'), /التعليقات/);
    assert.equal(
      await page.with(widget, ([element]) => getComputedStyle(element ?? document.body).direction),
      'rtl',
    );
    // The theme's own list would have asked for a picture of each author.
    const {origin} = new URL(site.url);
    const foreign = page.requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'));
    assert.deepEqual(foreign, []);
    assert.deepEqual(page.errors, []);
  });

  test('comments by the form’s address where the API is for users', async () => {
    await open(site.posts.open.url);
    // The theme's own form is in the element: what a plugin against spam wants of it goes along.
    await site.set({taaliq_hidden_field: '1'});
    await post(page, {...reader, text: 'أ < ب و ج > د'});
    assert.match(await asked(), /wp-comments-post/);
    assert.deepEqual(await site.newestComment(), {
      user: 0,
      author: 'ليلى',
      text: 'أ &lt; ب و ج &gt; د',
      status: 'approved',
    });
  });

  test('sees that a comment waits for a moderator', async () => {
    await site.set({comment_moderation: '1'});
    await open(site.posts.page.url);
    await post(page, {...reader, text: 'أنتظر المشرف'});
    await page.see(held);
    assert.equal((await site.newestComment()).status, 'unapproved');
    // The page's own collection is asked whether comments are open, not that of posts.
    assert.match(await asked(), /wp\/v2\/pages/);
    assert.doesNotMatch(await asked(), /wp\/v2\/posts/);
  });

  test('gets the theme’s own list and form without scripts', async () => {
    await site.seed([{post: site.posts.open.id, content: 'يُقرأ بلا برمجة'}]);
    const element = elementOf(await html(site.posts.open.url));
    assert.match(element, /يُقرأ بلا برمجة[\s\S]*<form [^>]*id="commentform"/);
    assert.doesNotMatch(element, /<img/);
  });

  test('gets them, too, when the widget has not come in time', async (context) => {
    // On another origin the browser refuses the widget's file.
    const other = await serve({'/': {body: await html(site.posts.open.url)}});
    context.after(() => other.stop());
    await open(`${other.origin}/`);
    const seen = await page.with(`${widget} > :has(${themeForm})`, ([outer]) => {
      if (!(outer instanceof HTMLElement)) return 'not there';
      // Its clock starts again, however late this test comes.
      outer.style.animation = 'none';
      const {visibility} = getComputedStyle(outer);
      outer.style.animation = '';
      const waiting = getComputedStyle(outer).visibility;
      document.getAnimations().forEach((animation) => animation.finish());
      return `${visibility}, ${waiting}, ${getComputedStyle(outer).visibility}`;
    });
    assert.equal(seen, 'visible, hidden, visible');
    await page.see(themeForm);
  });

  test('gets the same page as every other, fit to be kept by a cache', async () => {
    const [one, other] = await Promise.all([fetch(site.posts.open.url), fetch(site.posts.open.url)]);
    const text = await one.text();
    assert.equal(await other.text(), text);
    assert.ok(elementOf(text));
    assert.doesNotMatch(text, /nonce|application\/json"?>/i);
    assert.equal(one.headers.get('cache-control'), null);
  });

  test('whom WordPress knows by its cookies gets a page that no cache keeps', async () => {
    const hash = createHash('md5').update(site.url.replace(/\/$/, '')).digest('hex');
    const cookie = `comment_author_${hash}=Laila; comment_author_email_${hash}=laila%40example.org`;
    const known = await fetch(site.posts.open.url, {headers: {cookie}});
    const text = await known.text();
    assert.ok(text.includes('laila@example.org'), 'the theme has filled in its form');
    assert.match(known.headers.get('cache-control') ?? '', /no-store/);
    assert.doesNotMatch(text, /nonce|application\/json"?>/i);
  });

  test('is led to the widget by the links of a list of articles', async () => {
    await site.seed([{post: site.posts.open.id}]);
    const list = await html(site.url);
    for (const {url} of [site.posts.open, site.posts.arabic])
      assert.ok(list.includes(`href="${url}#taaliq-comments"`), url);
    assert.ok(!elementOf(list));
  });

  test('is asked to log in where only users may comment', async () => {
    await site.set({comment_registration: '1'});
    await open(site.posts.open.url);
    await page.see({css: 'a[href*="wp-login.php"]', text: 'تسجيل الدخول'});
    await page.gone('textarea');
  });

  test('comments where addresses are not rewritten', async () => {
    await fresh({permalink_structure: ''});
    await open(`${site.url}?p=${site.posts.arabic.id}`);
    await post(page, {...reader, text: 'بلا روابط جميلة'});
    assert.equal((await site.newestComment()).text, 'بلا روابط جميلة');
  });
});

describe('an article', {timeout: 300_000}, () => {
  test('whose comments are closed shows those that it has, and no form', async () => {
    const {id, url} = site.posts.closed;
    assert.ok(!elementOf(await html(url)), 'nothing to show');
    await site.seed([{post: id, content: 'قبل الإغلاق'}]);
    await open(url);
    await scrollDown(page);
    await page.see(comment('قبل الإغلاق'));
    await page.gone('textarea');
  });

  test('with a password keeps the theme’s comments', async () => {
    const {id, url} = site.posts.secret;
    await site.seed([{post: id, content: 'سرّ'}]);
    const locked = await html(url);
    assert.ok(!elementOf(locked) && !locked.includes('سرّ'));
    await open(url);
    await page.fill('input[name="post_password"]', 'secret');
    await page.press('Enter');
    await arrive(themeForm);
    await page.see(themeForm);
    assert.equal(await page.count(widget), 0);
  });

  test('of a block theme has the widget in its block of comments', async (context) => {
    await site.switchTheme('block');
    context.after(() => site.switchTheme('classic'));
    await site.seed([{post: site.posts.open.id, content: 'في قالب من مكوّنات'}]);
    const element = elementOf(await html(site.posts.open.url));
    assert.match(element, /في قالب من مكوّنات[\s\S]*<form [^>]*id="commentform"/);
    assert.doesNotMatch(element, /<img/);
    await open(site.posts.open.url);
    await page.see({css: `.wp-block-comments > ${widget}`});
    await page.gone(themeForm);
    await post(page, {...reader, text: 'تعليق آخر'});
    assert.equal((await site.newestComment()).text, 'تعليق آخر');
  });
});

describe('a user', {timeout: 300_000}, () => {
  /** The page as this user gets it. */
  const own = (): Promise<readonly [caching: string | null, text: string]> =>
    page.evaluate(async () => {
      const answer = await fetch(location.href, {cache: 'no-store'});
      return [answer.headers.get('cache-control'), await answer.text()] as const;
    });

  test('comments under their account, without being asked for a name', async () => {
    await open(`${site.url}wp-login.php?redirect_to=${encodeURIComponent(site.posts.open.url)}`);
    await page.fill('#user_login', 'admin');
    await page.fill('#user_pass', 'admin-password');
    await page.press('Enter');
    await arrive(widget);
    await page.see('textarea');
    await page.gone('#name');
    assert.match(await page.text('[slot="header"]'), /admin/);
    await post(page, {text: 'من حسابي'});
    const {user, author, text} = await site.newestComment();
    assert.deepEqual([user, author, text], [1, 'admin', 'من حسابي']);
    assert.doesNotMatch(await asked(), /wp-comments-post/);
  });

  test('gets a page that nobody may keep, with a nonce in it', async () => {
    const [caching, text] = await own();
    assert.match(caching ?? '', /no-store/);
    assert.match(caching ?? '', /private/);
    assert.match(elementOf(text), /"X-WP-Nonce":"\w+"/);
  });

  test('gets no nonce on a page that something lets caches keep', async () => {
    await site.set({taaliq_kept_pages: '1'});
    const [caching, text] = await own();
    assert.match(caching ?? '', /public/);
    assert.ok(elementOf(text));
    assert.doesNotMatch(text, /X-WP-Nonce|slot="header"/);
  });

  test('who is the owner opens the API to visitors in the settings, and logs out', async () => {
    await open(`${site.url}wp-admin/options-discussion.php`);
    await page.click({css: 'label', text: 'السماح للزوّار بالتعليق عبر واجهة REST'});
    await page.click('#submit');
    await arrive('#setting-error-settings_updated');
    assert.equal(await site.option('taaliq_rest_comments'), '1');
    await open(site.posts.open.url);
    await page.click({css: '[slot="header"] a', text: 'تسجيل الخروج'});
    await arrive('#name');
  });
});

describe('a visitor for whom the API is open', {timeout: 300_000}, () => {
  test('comments by it, under the rules of the site', async () => {
    await fresh({comment_moderation: '1', moderation_notify: '1'});
    await open(site.posts.arabic.url);
    await post(page, {...reader, text: 'من الواجهة البرمجية'});
    await page.see(held);
    assert.doesNotMatch(await asked(), /wp-comments-post/);
    const {user, status} = await site.newestComment();
    assert.deepEqual([user, status], [0, 'unapproved']);
    // WordPress itself tells nobody of what comes by its API.
    assert.match((await site.option('taaliq_mails')) ?? '', /admin@example\.org/);
  });

  test('is still refused where only users may comment', async () => {
    await fresh({comment_registration: '1'});
    const answer = await fetch(`${site.url}?rest_route=/wp/v2/comments`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({
        post: site.posts.open.id,
        content: 'لا',
        author_name: 'أ',
        author_email: 'a@example.org',
      }),
    });
    assert.equal(answer.status, 401);
  });
});

describe('the plugin', {timeout: 300_000}, () => {
  test('gives the theme’s own comments back when it is switched off', async () => {
    await site.seed([{post: site.posts.open.id, content: 'باقٍ'}]);
    await site.deactivatePlugins();
    await open(site.posts.open.url);
    await page.see(themeForm);
    await page.see({css: '.comment-list', text: 'باقٍ'});
    assert.doesNotMatch(await html(site.posts.open.url), /taaliq-/);
  });

  test('leaves nothing behind when it is deleted', async () => {
    assert.equal(await site.option('taaliq_rest_comments'), '1');
    await site.deletePlugins();
    assert.equal(await site.option('taaliq_rest_comments'), null);
  });
});
