/** Comments on their way to a real Twikoo: every answer here is its own. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {CommentPage} from '../../src/backends/port.js';
import {countCharacters} from '../../src/content/count.js';
import {freePort} from '../support/engines.mjs';
import {serve} from '../support/serve.js';
import {connect, openDevice, pageAt, refusal, signal, textOf, write, type Reader} from './twikoo/connect.js';
import {mostRequests, startTwikoo, type TwikooSite} from './twikoo/site.js';
import {losingAnswers} from './wordpress/fetching.js';

let site: TwikooSite;

before(async () => {
  site = await startTwikoo();
});

after(() => site?.stop());

const list = (reader: Reader = connect(site), thread = '/a'): Promise<CommentPage> =>
  reader.list({thread, order: 'newest', limit: 20, cursor: null}, signal);

describe('a comment', () => {
  beforeEach(() => site.reset());

  it('is published', async () => {
    const author = {name: 'ليلى', email: 'laila@example.org', url: 'https://laila.example/?a=1&b=2'};
    const {status, id, comment} = await connect(site).create(write({author}), signal);
    assert.equal(status, 'published');
    assert.deepEqual(comment?.author, {name: author.name, url: author.url, role: null});
    assert.ok(Math.abs(Date.now() - Date.parse(comment.createdAt ?? '')) < 60_000);
    const {comments, total} = await list();
    assert.deepEqual(
      comments.map((one) => one.id),
      [id],
    );
    assert.equal(total, 1);
  });

  it('gives away nothing of the reader but what they wrote', async () => {
    await connect(site).create(write(), signal);
    const [{ua, href, url} = {}] = await site.stored();
    assert.deepEqual({ua, href, url}, {ua: 'Taaliq', href: 'https://news.example/a', url: '/a'});
  });

  it('is held when the site moderates, seen by its author only, and by all once it is let through', async () => {
    await site.reset({AKISMET_KEY: 'MANUAL_REVIEW'});
    const author = connect(site);
    const {status, id, comment} = await author.create(write(), signal);
    assert.deepEqual([status, comment?.status], ['held', 'held']);
    const own = await list(author);
    assert.deepEqual([own.comments[0]?.status, own.total], ['held', 0]);
    assert.equal((await list()).comments.length, 0);
    await site.administer('COMMENT_SET_FOR_ADMIN', {id, set: {isSpam: false}});
    assert.equal((await list()).comments[0]?.status, 'published');
  });

  it('is held when it has a word that is looked at', async () => {
    await site.reset({FORBIDDEN_WORDS: 'مشبوه,آخر'});
    assert.equal((await connect(site).create(write({text: 'هذا مشبوه'}), signal)).status, 'held');
  });

  it('is refused when it has a word that is blocked', async () => {
    await site.reset({BLOCKED_WORDS: 'ممنوع'});
    const error = await refusal(connect(site).create(write({text: 'هذا ممنوع'}), signal));
    assert.equal(error.code, 'blocked-words');
  });

  it('answers another, and an answer', async () => {
    const reader = connect(site);
    const first = await reader.create(write(), signal);
    const reply = await reader.create(write({parentId: first.id}), signal);
    const answer = await reader.create(write({parentId: reply.id}), signal);
    assert.equal(answer.status, 'published');
    const {comments, total} = await list();
    assert.deepEqual(
      comments.map(({id, parentId}) => [id, parentId]),
      [
        [first.id, null],
        [reply.id, first.id],
        [answer.id, reply.id],
      ],
    );
    assert.equal(total, 3);
  });

  it('finds the branch of an answer that this page has not read yet', async () => {
    const first = await connect(site).create(write(), signal);
    const reply = await connect(site).create(write({parentId: first.id}), signal);
    const answer = await connect(site).create(write({parentId: reply.id}), signal);
    assert.equal(answer.comment?.parentId, reply.id);
  });

  it('is not sent when what it answers is gone: Twikoo would keep it where nobody sees it', async () => {
    const error = await refusal(connect(site).create(write({parentId: '0123456789abcdef'}), signal));
    assert.equal(error.code, 'parent-missing');
    assert.equal((await site.stored()).length, 0);
  });

  it('is stored again when it comes again, so the form looks for it first', async () => {
    const reader = connect(site);
    const comment = write({text: 'ضاع الجواب'});
    assert.equal((await reader.capabilities(signal)).idempotent, false);
    const lost = await refusal(losingAnswers(() => reader.create(comment, signal)));
    assert.equal(lost.code, 'network');
    assert.equal(textOf((await list(reader)).comments[0]?.content.html), 'ضاع الجواب');
    await reader.create(comment, signal);
    assert.equal((await list()).total, 2);
  });

  it('is refused when it comes too fast', async () => {
    for (const limit of ['LIMIT_PER_MINUTE', 'LIMIT_PER_MINUTE_ALL']) {
      await site.reset({[limit]: '1'});
      const reader = connect(site);
      await reader.create(write(), signal);
      await reader.create(write(), signal);
      const error = await refusal(reader.create(write(), signal));
      assert.deepEqual([error.code, error.retryAfter], ['too-fast', 60], limit);
    }
  });

  it('is refused without text and without a thread', async () => {
    const empty = await refusal(connect(site).create(write({text: ''}), signal));
    assert.deepEqual([empty.code, empty.fields], ['invalid', [{field: 'content', code: 'required'}]]);
    const lost = await refusal(connect(site).create(write({thread: ''}), signal));
    assert.deepEqual([lost.code, lost.fields[0]?.field], ['invalid', 'thread']);
  });

  it('needs no name, and Twikoo’s own word for nobody is not shown', async () => {
    const author = {name: '', email: '', url: null};
    const {status, comment} = await connect(site).create(write({author}), signal);
    assert.deepEqual([status, comment?.author.name], ['published', '']);
    assert.equal((await site.stored())[0]?.['nick'], '匿名');
  });

  it('is refused under the address of the site’s owner', async () => {
    await site.reset({BLOGGER_EMAIL: 'owner@example.org'});
    const author = {name: 'المالك', email: 'Owner@example.org', url: null};
    const error = await refusal(connect(site).create(write({author}), signal));
    assert.equal(error.code, 'login-required');
  });

  it('is refused without the captcha that the site asks for', async () => {
    await site.reset({
      CAPTCHA_PROVIDER: 'Cap',
      CAP_API_ENDPOINT: 'https://cap.example/',
      CAP_SECRET_KEY: 'x',
    });
    const reader = connect(site);
    assert.equal((await reader.capabilities(signal)).challenge, 'cap');
    const error = await refusal(reader.create(write(), signal));
    assert.deepEqual([error.code, error.fields[0]?.field], ['invalid', 'challenge']);
    assert.match(error.advice ?? '', /"challenge"/);
  });
});

describe('a text', () => {
  beforeEach(() => site.reset({LIMIT_LENGTH: '0'}));

  it('comes back as it was typed', async () => {
    const texts = [
      'أ < ب و ج > د',
      'if (a<b && c>d)',
      '<3 و <me@example.org>',
      '&lt;b&gt; و &amp;amp; و &nbsp;',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)> <style>*{}</style>',
      '</textarea><b>غامق</b>',
      '{{x}} ${x} \\n \\ %20',
      '# عنوان\n* بند\n> اقتباس\n1. رقم\n**غامق** _مائل_ `رمز` ~~لا~~ ![صورة](x) [رابط](y)',
      '    أربع مسافات\n\nسطر\n\n\nفقرة  بمسافتين',
      'https://example.org/?a=1&b=2#c و(www.example.org) و laila@example.org، #وسم @ليلى',
      'مُحَمَّد ﷺ ½ می‌خواهم 👨‍👩‍👧‍👦 🇵🇸',
    ];
    const reader = connect(site);
    for (const text of texts) {
      const {comment} = await reader.create(write({text}), signal);
      assert.equal(textOf(comment?.content.html), text);
    }
  });

  it('has its links as links', async () => {
    const {comment} = await connect(site).create(
      write({text: 'انظر https://example.org/?a="1"&b=2.'}),
      signal,
    );
    assert.equal(
      comment?.content.html,
      'انظر <a href="https://example.org/?a=">https://example.org/?a=</a>"1"&amp;b=2.',
    );
  });

  it('of 5,000 Arabic characters arrives whole', async () => {
    const text = Array.from({length: 1_000}, (_, index) => (index % 10 ? 'كلام' : 'سطر\n'))
      .join(' ')
      .slice(0, 5_000)
      .trim();
    assert.ok(countCharacters(text) > 4_900);
    const reader = connect(site);
    assert.equal((await reader.capabilities(signal)).maxLength, null);
    const {comment} = await reader.create(write({text}), signal);
    // White space before the end of a line is the form's business.
    assert.equal(textOf(comment?.content.html), text);
  });

  it('is measured as Twikoo measures it: with the tags that line breaks become', async () => {
    await site.reset();
    const reader = connect(site);
    assert.equal((await reader.capabilities(signal)).maxLength, 500);
    const lines = Array.from({length: 50}, () => 'تسعة حرو').join('\n');
    assert.ok(countCharacters(lines) < 500);
    const {code, fields} = await refusal(reader.create(write({text: lines}), signal));
    const [{field, code: wrong, limit = 0} = {field: '', code: ''}] = fields;
    assert.deepEqual([code, field, wrong], ['invalid', 'content', 'too-long']);
    assert.equal((await site.stored()).length, 0);
    const shorter = [...lines].slice(0, limit).join('');
    assert.equal((await reader.create(write({text: shorter}), signal)).status, 'published');
  });

  it('is refused by Twikoo itself where its limit is not known here yet', async () => {
    await site.reset({LIMIT_LENGTH: '20'});
    const {code, fields} = await refusal(connect(site).create(write({text: 'ا'.repeat(21)}), signal));
    assert.deepEqual([code, fields], ['invalid', [{field: 'content', code: 'too-long'}]]);
  });

  it('keeps its links as text where they would make it too long', async () => {
    await site.reset({LIMIT_LENGTH: '60'});
    const text = 'انظر https://example.org/a/long/path/of/an/article';
    const reader = connect(site);
    await reader.capabilities(signal);
    const {comment} = await reader.create(write({text}), signal);
    assert.equal(comment?.content.html, text);
  });
});

describe('an author', () => {
  beforeEach(() => site.reset());

  it('keeps the name as it was typed', async () => {
    const reader = connect(site);
    for (const name of ['ليلى', 'ليلى & شركاه', 'أ < ب', '<b>ليلى</b>', 'أ\'د "سعيد"', '&lt;أحمد&gt;']) {
      const {comment} = await reader.create(write({author: {name, email: '', url: null}}), signal);
      assert.equal(comment?.author.name, name);
    }
  });

  it('has no website that runs, though Twikoo keeps it', async () => {
    await site.reset({}, [{link: 'data:text/html,<script>alert(1)</script>'}]);
    assert.equal((await list()).comments[0]?.author.url, null);
  });

  it('can delete what they wrote, and nobody else can', async () => {
    const reader = connect(site);
    const {id, edit} = await reader.create(write(), signal);
    const other = await connect(site).create(write(), signal);
    const error = await refusal(connect(site).remove(id ?? '', other.edit?.token ?? '', signal));
    assert.equal(error.code, 'forbidden');
    await reader.remove(id ?? '', edit?.token ?? '', signal);
    assert.deepEqual(
      (await list()).comments.map((one) => one.id),
      [other.id],
    );
    const gone = await refusal(reader.remove(id ?? '', edit?.token ?? '', signal));
    assert.equal(gone.code, 'not-found');
  });
});

describe('likes', () => {
  beforeEach(() => site.reset({}, [{}, {rid: '0', pid: '0'}]));

  it('are given and taken back, once for each reader', async () => {
    const [laila, said] = [connect(site), connect(site)];
    for (const id of ['0', '1']) {
      await list(laila);
      await list(said);
      assert.equal(await laila.like(id, true, signal), 1);
      assert.equal(await said.like(id, true, signal), 2);
      assert.equal(await laila.like(id, false, signal), 1);
      const {comments} = await list();
      assert.equal(comments.find((comment) => comment.id === id)?.likes, 1);
    }
  });

  it('stay what they are meant to be when they were given in another tab', async () => {
    const device = openDevice();
    const [one, other] = [connect(site, undefined, device), connect(site, undefined, device)];
    await list(one);
    await list(other);
    assert.equal(await one.like('0', true, signal), 1);
    assert.equal(await other.like('0', true, signal), 1);
    assert.equal((await list()).comments[0]?.likes, 1);
  });

  it('cannot be given to what is gone', async () => {
    const reader = connect(site);
    await list(reader);
    await site.administer('COMMENT_DELETE_FOR_ADMIN', {id: '1'});
    for (const id of ['1', 'unknown'])
      assert.equal((await refusal(reader.like(id, true, signal))).code, 'not-found');
  });

  it('need nothing of the reader before they are given', async () => {
    const device = openDevice();
    const reader = connect(site, undefined, device);
    await list(reader);
    const place = `taaliq:twikoo:${site.url}`;
    assert.equal(device.get(place), null);
    await reader.like('0', true, signal);
    assert.notEqual(device.get(place), null);
  });
});

describe('a server', () => {
  it('that has enough of requests is left alone for a while', async () => {
    await site.reset();
    const reader = connect(site);
    for (let times = 0; times < mostRequests; times++) await list(reader);
    const error = await refusal(list(reader));
    assert.deepEqual([error.code, error.retryAfter], ['too-fast', 60]);
  });

  it('that is down is said to be', async () => {
    const error = await refusal(
      connect({url: `http://127.0.0.1:${await freePort()}/`}).create(write(), signal),
    );
    assert.equal(error.code, 'network');
    assert.ok(error.retryable);
  });

  it('that is none of Twikoo’s is told from one, and the developer what to set', async () => {
    const type = 'application/json';
    const other = await serve({
      '/html': {body: '<!doctype html>'},
      '/waline': {body: '{"errno":0,"errmsg":"","data":{}}', type},
      '/wordpress': {body: '{"code":"rest_no_route","message":"No route"}', type, status: 404},
      '/method': {body: '', status: 405},
    });
    try {
      for (const path of ['html', 'waline', 'wordpress', 'method']) {
        const error = await refusal(
          connect({url: `${other.origin}/${path}`}, pageAt(other.origin)).create(write(), signal),
        );
        assert.ok(['invalid-response', 'not-found'].includes(error.code), `${path}: ${error.code}`);
        assert.match(error.advice ?? '', /"endpoint"/, path);
      }
    } finally {
      await other.stop();
    }
  });
});
