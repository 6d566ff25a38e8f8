/** A real Waline server: every answer here is its own. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {CommentPage, ListRequest} from '../../src/backends/port.js';
import type {Comment, Order} from '../../src/content/types.js';
import {freePort} from '../support/engines.mjs';
import {serve} from '../support/serve.js';
import {connect, pageAt, refusal, signal, textOf, write, type Reader} from './waline/connect.js';
import {losingAnswers, onPage, watch} from './waline/fetching.js';
import {startWaline, type WalineSite} from './waline/site.js';

let site: WalineSite;

before(async () => {
  site = await startWaline();
});

after(() => site?.stop());

const list = (backend: Reader, change: Partial<ListRequest> = {}): Promise<CommentPage> =>
  backend.list({thread: '/a', order: 'newest', limit: 20, cursor: null, ...change}, signal);

const ids = (comments: readonly Comment[]): readonly string[] => comments.map(({id}) => id);

/** Each comment stands below what it answers, and branches do not mix. */
function checkBranches(comments: readonly Comment[]): void {
  const branch = new Set<string>();
  for (const {id, parentId} of comments) {
    if (parentId === null) branch.clear();
    else assert.ok(branch.has(parentId), `${id} is not in the branch of ${parentId}`);
    branch.add(id);
  }
}

describe('a comment on its way to Waline', () => {
  let backend: Reader;

  beforeEach(async () => {
    await site.reset();
    backend = connect(site.url);
  });

  it('finds an empty thread', async () => {
    const {comments, total, nextCursor, closed} = await list(backend);
    assert.deepEqual(
      {comments, total, nextCursor, closed},
      {comments: [], total: 0, nextCursor: null, closed: false},
    );
  });

  it('is published', async () => {
    const author = {name: 'ليلى', email: 'laila@example.org', url: 'https://laila.example/?a=1&b=2'};
    const {status, id, comment} = await backend.create(write({author}), signal);
    assert.equal(status, 'published');
    assert.equal(comment?.id, id);
    assert.deepEqual(comment?.author, {name: author.name, url: author.url, role: null});
    assert.ok(Math.abs(Date.now() - Date.parse(comment?.createdAt ?? '')) < 60_000);
    const {comments, total} = await list(backend);
    assert.deepEqual(ids(comments), [id]);
    assert.equal(total, 1);
    const [{mail, ua} = {}] = await site.stored();
    assert.deepEqual([mail, ua], [author.email, '']);
  });

  it('needs no name and no e-mail, and the list can still be read', async () => {
    const author = {name: '', email: '', url: null};
    const {status} = await backend.create(write({author}), signal);
    assert.equal(status, 'published');
    assert.equal((await list(backend)).total, 1);
  });

  it('is held when the site moderates', async () => {
    await site.set({audit: true});
    const {status, id} = await backend.create(write(), signal);
    assert.equal(status, 'held');
    assert.equal((await list(backend)).total, 0);
    await site.moderate(id ?? '', 'approved');
    assert.deepEqual(ids((await list(backend)).comments), [id]);
  });

  it('is held when it has a forbidden word', async () => {
    await site.set({forbiddenWords: ['ممنوع']});
    assert.equal((await backend.create(write({text: 'هذا ممنوع'}), signal)).status, 'held');
    assert.equal((await list(backend)).total, 0);
  });

  it('is refused as a duplicate', async () => {
    await backend.create(write({text: 'مرتين'}), signal);
    const error = await refusal(backend.create(write({text: 'مرتين'}), signal));
    assert.equal(error.code, 'duplicate');
  });

  it('is refused when it comes too fast, with the time to wait', async () => {
    await site.set({IPQPS: '60'});
    await backend.create(write(), signal);
    const {code, retryAfter} = await refusal(backend.create(write(), signal));
    assert.equal(code, 'too-fast');
    assert.ok(retryAfter !== null && retryAfter > 0 && retryAfter <= 60);
  });

  it('is stored once, however often it is sent', async () => {
    const comment = write();
    const first = await backend.create(comment, signal);
    assert.deepEqual(await backend.create(comment, signal), first);
    assert.equal((await site.stored()).length, 1);
  });

  it('counts as accepted when it had arrived the first time, even where that was a moment ago', async () => {
    await site.set({IPQPS: '60'});
    const comment = write({text: 'ضاع الجواب'});
    const lost = await refusal(losingAnswers(() => backend.create(comment, signal)));
    assert.equal(lost.code, 'network');
    assert.equal((await backend.create(comment, signal)).status, 'published');
    assert.equal((await site.stored()).length, 1);
    const error = await refusal(backend.create({...comment, key: 'another'}, signal));
    assert.equal(error.code, 'duplicate');
  });

  it('is refused where readers have to log in', async () => {
    await site.set({LOGIN: 'force'});
    const {code, advice} = await refusal(backend.create(write(), signal));
    assert.equal(code, 'login-required');
    assert.match(advice ?? '', /LOGIN/);
  });

  it('is refused without the captcha that the site wants', async () => {
    await site.set({TURNSTILE_SECRET: 'secret'});
    const {code, advice} = await refusal(backend.create(write(), signal));
    assert.equal(code, 'forbidden');
    assert.match(advice ?? '', /"challenge"/);
  });

  it('is refused from an address that is blocked', async () => {
    await site.set({disallowIPList: ['127.0.0.1']});
    assert.equal((await refusal(backend.create(write(), signal))).code, 'forbidden');
  });

  it('is taken from the pages that the site names, and from no others', async () => {
    await site.set({secureDomains: ['news.example']});
    const post = (): Promise<unknown> => backend.create(write(), signal);
    await onPage('https://news.example', post);
    const {code, advice} = await refusal(onPage('https://other.example', post));
    assert.equal(code, 'forbidden');
    assert.match(advice ?? '', /SECURE_DOMAINS/);
  });

  it('is refused without a text or a thread', async () => {
    for (const [change, field] of [
      [{text: ''}, 'content'],
      [{thread: '', text: 'بلا مكان'}, 'thread'],
    ] as const) {
      const {code, fields} = await refusal(backend.create(write(change), signal));
      assert.equal(code, 'invalid');
      assert.deepEqual(fields, [{field, code: 'required'}]);
    }
  });

  it('with a name or a thread longer than the table takes is refused', async () => {
    const author = {name: 'ن'.repeat(300), email: '', url: null};
    assert.equal((await refusal(backend.create(write({author}), signal))).code, 'server');
    const thread = `/${'م'.repeat(300)}`;
    assert.equal((await refusal(backend.create(write({thread}), signal))).code, 'server');
    assert.equal((await site.stored()).length, 0);
  });

  it('answers another, and the answer can be answered', async () => {
    const first = await backend.create(write(), signal);
    const reply = await backend.create(write({parentId: first.id}), signal);
    // Another reader, who has not read the list yet.
    const answer = await connect(site.url).create(write({parentId: reply.id}), signal);
    assert.equal(answer.comment?.parentId, reply.id);
    const {comments, total} = await list(backend);
    assert.deepEqual(
      comments.map(({id, parentId}) => [id, parentId]),
      [
        [first.id, null],
        [reply.id, first.id],
        [answer.id, reply.id],
      ],
    );
    assert.equal(total, 3);
    const places = (await site.stored()).map(({pid, rid}) => [pid, rid]);
    assert.deepEqual(places, [
      [null, null],
      [1, 1],
      [2, 1],
    ]);
  });

  it('that answers nothing is refused and not stored', async () => {
    assert.equal((await refusal(backend.create(write({parentId: '99'}), signal))).code, 'parent-missing');
    assert.equal((await site.stored()).length, 0);
  });

  it('that answers what has just been taken away is refused, each time', async () => {
    const {id: parentId} = await backend.create(write(), signal);
    await site.moderate(parentId ?? '', 'delete');
    const sent = write({parentId});
    assert.equal((await refusal(backend.create(sent, signal))).code, 'parent-missing');
    assert.equal((await refusal(backend.create(sent, signal))).code, 'parent-missing');
  });

  it('that answers a reply which has just been taken away stands below the first comment', async () => {
    const first = await backend.create(write(), signal);
    const reply = await backend.create(write({parentId: first.id}), signal);
    await site.moderate(reply.id ?? '', 'delete');
    const {status, id} = await backend.create(write({parentId: reply.id}), signal);
    assert.equal(status, 'published');
    const {comments} = await list(backend);
    assert.deepEqual(ids(comments), [first.id, id]);
    checkBranches(comments);
  });

  it('comes back as it was typed', async () => {
    const long = 'كتبتُ هذا النصّ الطويل، وفيه علامات: (قوسان) و«اقتباس» و٪ 100% وسطر.\n'
      .repeat(100)
      .slice(0, 5_000)
      .trim();
    const texts = [
      'أ < ب و ج > د',
      'if (a<b && c>d)',
      '<3 و <me@example.org>',
      '&lt;b&gt; و &amp;amp; و &nbsp;',
      '<script>alert(1)</script>',
      '</textarea><b>غامق</b> <!-- x -->',
      '{{x}} ${x} \\n \\ %20',
      '# عنوان\n* بند\n- بند\n> اقتباس\n1. رقم\n2) رقم\n---\n===',
      '**غامق** _مائل_ ~~محذوف~~ `رمز` ==مظلل== H~2~O x^2^',
      '```\nرمز\n```\n    أربع مسافات\n\tجدولة',
      '| أ | ب |\n|---|---|\n| 1 | 2 |',
      '[نص](https://a.example) ![صورة](https://a.example/b.png) [1]: https://a.example [^1]',
      '"قال" و\'قال\' و-- و--- و... و(c) و(tm) و+- و!!!!',
      ':smile: :) :-( <3 8-) D: ;)',
      '$x^2$ و$$\\frac{1}{2}$$\n$$\nx\n$$',
      'www.example.com/%D8%B9 و example.com و me@example.com و //localhost/%41',
      'https://ar.wikipedia.org/wiki/%D8%B9?a=1&copy;2&b=[x](y)#z. و(https://مثال.إختبار/طريق)',
      'سطر\nسطر\n\nفقرة',
      'انظر!https://a.example و\n https://a.example',
      'مُحَمَّد ﷺ ½ می‌خواهم 👨‍👩‍👧‍👦 🇵🇸',
      long,
    ];
    for (const text of texts) {
      const {comment} = await backend.create(write({text}), signal);
      assert.equal(textOf(comment?.content.html), text);
      assert.doesNotMatch(comment?.content.html ?? '', /<(?!\/?(?:p|br|a)\b)/);
    }
    const {comments} = await list(backend, {limit: 100, order: 'oldest'});
    const shown = new Set(comments.map(({content}) => textOf(content.html)));
    assert.deepEqual(
      texts.filter((text) => !shown.has(text)),
      [],
    );
  });

  it('keeps its links', async () => {
    const text = 'انظر https://ar.wikipedia.org/wiki/عربية?a=1&copy;=2 و www.example.com';
    const {comment} = await backend.create(write({text}), signal);
    const links = [...(comment?.content.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    assert.deepEqual(links, [
      'https://ar.wikipedia.org/wiki/%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9?a=1&amp;copy;=2',
      'https://www.example.com/',
    ]);
  });

  it('keeps the name as it was typed', async () => {
    for (const name of [
      'ليلى',
      'ليلى & شركاه',
      'أ < ب',
      '<b>ليلى</b>',
      'أ\'د "سعيد"',
      '&lt;أحمد&gt;',
      '{{nick}}',
    ]) {
      const {comment} = await backend.create(write({author: {name, email: '', url: null}}), signal);
      assert.equal(comment?.author.name, name);
    }
    // A backslash would be taken for the database's own.
    const author = {name: "أ\\'د", email: '', url: null};
    await backend.create(write({author}), signal);
    const {comments} = await list(backend);
    assert.ok(comments.some((comment) => comment.author.name === "أ＼'د"));
  });

  it('goes to the thread that Waline’s own client would use', async () => {
    const rows: readonly (readonly [thread: string, page: string, stored: string])[] = [
      ['/a', 'https://news.example/a', '/a'],
      ['/a', 'https://news.example/a/?utm_source=x', '/a/'],
      ['/2026/مقال', 'https://news.example/2026/%D9%85%D9%82%D8%A7%D9%84/', '/2026/مقال/'],
      [
        '/مقال جديد',
        'https://news.example/%D9%85%D9%82%D8%A7%D9%84%20%D8%AC%D8%AF%D9%8A%D8%AF',
        '/مقال جديد',
      ],
      ['/', 'https://news.example/', '/'],
      ['/?p=12', 'https://news.example/?p=12', '/?p=12'],
      ['مفتاح، خاص, بي', 'https://news.example/a', 'مفتاح، خاص, بي'],
    ];
    for (const [thread, page, stored] of rows) {
      await site.reset();
      const here = connect(site.url, pageAt(page));
      await here.create(write({thread}), signal);
      assert.equal((await site.stored())[0]?.['url'], stored);
      assert.equal((await list(here, {thread})).total, 1, thread);
      assert.deepEqual([...(await here.count([thread], signal))], [[thread, 1]]);
    }
  });
});

describe('comments that Waline has', () => {
  beforeEach(() => site.reset());

  it('are counted, several threads at once', async () => {
    await site.seed([
      {url: '/a'},
      {url: '/a', pid: 1, rid: 1},
      {url: '/مقال/'},
      {url: '/مقال'},
      {url: '/b, c'},
      {url: '/a', status: 'waiting'},
    ]);
    const threads = [
      '/a',
      '/مقال',
      '/b, c',
      '/none',
      ...Array.from({length: 150}, (_, index) => `/كثير/${index}`),
    ];
    const asked = await watch(async () => {
      const numbers = await connect(site.url).count(threads, signal);
      assert.equal(numbers.size, threads.length);
      assert.deepEqual(
        threads.slice(0, 4).map((thread) => numbers.get(thread)),
        [2, 2, 1, 0],
      );
    });
    assert.ok(asked.length > 1 && asked.length < 6);
  });

  it('can be liked, and the like taken back', async () => {
    const [id] = await site.seed([{url: '/a', like: 2}]);
    const backend = connect(site.url);
    assert.equal(await backend.like(String(id), true, signal), 3);
    assert.equal(await backend.like(String(id), false, signal), 2);
    assert.equal((await list(backend)).comments[0]?.likes, 2);
    assert.equal((await refusal(backend.like('99', true, signal))).code, 'not-found');
  });

  it('have links that lead to pages only, and names that are text', async () => {
    // oxlint-disable-next-line no-script-url -- what must not get through
    await site.seed([{url: '/a', nick: '<img src=x onerror=alert(1)>', link: 'javascript:alert(1)'}]);
    const {author} = (await list(connect(site.url))).comments[0] ?? {};
    assert.deepEqual(author, {name: '<img src=x onerror=alert(1)>', url: null, role: null});
  });

  it('survive parents that are gone', async () => {
    await site.seed([
      {url: '/a'},
      {url: '/a', pid: 1, rid: 1},
      {url: '/a', pid: 2, rid: 1},
      {url: '/a', pid: 99, rid: null},
    ]);
    await site.moderate(2, 'delete');
    const {comments} = await list(connect(site.url));
    assert.deepEqual(comments.map(({id, parentId}) => [id, parentId]).sort(), [
      ['1', null],
      ['3', '1'],
      ['4', null],
    ]);
  });
});

describe('250 comments', () => {
  let seeded: readonly number[] = [];
  const at = 1_700_000_000;

  before(async () => {
    await site.reset();
    // Threes: a comment, its reply, and the reply to that; the last two come much later.
    seeded = await site.seed(
      Array.from({length: 250}, (_, index) => {
        const root = index - (index % 3) + 1;
        const isReply = index % 3 > 0;
        return {
          url: '/a',
          pid: isReply ? index : null,
          rid: isReply ? root : null,
          time: at + index * 60 + (isReply ? 86_400 : 0),
          like: index % 7,
        };
      }),
    );
  });

  /** Reads to the end; between two pages, `meanwhile` happens. */
  async function readAll(
    order: Order,
    meanwhile: () => Promise<unknown> = async () => {},
  ): Promise<readonly Comment[]> {
    const backend = connect(site.url);
    const all: Comment[] = [];
    for (let cursor: string | null = null; ; await meanwhile()) {
      const page: CommentPage = await list(backend, {order, cursor, limit: 10});
      assert.ok(page.comments.filter(({parentId}) => parentId === null).length <= 10);
      checkBranches(page.comments);
      all.push(...page.comments);
      cursor = page.nextCursor;
      if (cursor === null) return all;
    }
  }

  const sorted = (comments: readonly Comment[]): readonly number[] =>
    comments.map(({id}) => Number(id)).sort((one, other) => one - other);

  const tops = (comments: readonly Comment[]): readonly number[] =>
    comments.filter(({parentId}) => parentId === null).map(({id}) => Number(id));

  const up = (one: number, other: number): number => one - other;

  it('come in whole branches, newest first, none twice and none left out', async () => {
    const all = await readAll('newest');
    assert.deepEqual(sorted(all), seeded);
    assert.deepEqual(tops(all), [...tops(all)].sort(up).toReversed());
  });

  it('come oldest first', async () => {
    const all = await readAll('oldest');
    assert.deepEqual(sorted(all), seeded);
    assert.deepEqual(tops(all), [...tops(all)].sort(up));
  });

  it('come with the most liked first', async () => {
    const all = await readAll('popular');
    assert.deepEqual(sorted(all), seeded);
    const likes = all.filter(({parentId}) => parentId === null).map(({likes}) => likes);
    assert.deepEqual(likes, [...likes].sort(up).toReversed());
  });

  it('are counted', async () => {
    const {total, skipped} = await list(connect(site.url));
    assert.deepEqual({total, skipped}, {total: 250, skipped: 0});
  });

  it('are asked for no further than a page goes', async () => {
    const asked = await watch(() => list(connect(site.url), {limit: 10}));
    assert.deepEqual(asked, ['GET /api/comment?path=/a&page=1&pageSize=10&sortBy=insertedAt_desc']);
  });

  it('can be searched for one', async () => {
    const backend = connect(site.url);
    const wanted = {thread: '/a', id: '32', order: 'newest', limit: 10} as const;
    const {comments} = await backend.locate(wanted, signal);
    assert.ok(ids(comments).includes('32'));
    checkBranches(comments);
    const error = await refusal(backend.locate({...wanted, id: '9999'}, signal));
    assert.equal(error.code, 'not-found');
  });

  // Last: it changes them.
  it('stay whole while others arrive and some are taken away', async () => {
    const gone: number[] = [];
    let round = 0;
    const all = await readAll('newest', async () => {
      await site.seed([{url: '/a', time: at + 1_000_000 + round}]);
      // Two that have been shown already: what follows moves up.
      for (const shown of [247 - round * 24, 244 - round * 24]) {
        gone.push(shown);
        await site.moderate(shown, 'delete');
      }
      round++;
    });
    assert.equal(new Set(ids(all)).size, all.length);
    assert.ok(round > 6);
    assert.deepEqual(
      sorted(all).filter((id) => id <= 250),
      seeded,
    );
  });
});

describe('what is no Waline', () => {
  const adviceOf = async (endpoint: string): Promise<readonly [code: string, advice: string]> => {
    const {code, advice} = await refusal(list(connect(endpoint)));
    return [code, advice ?? ''];
  };

  it('because the address has one part too many is told to the developer', async () => {
    const [code, advice] = await adviceOf(`${site.url}/api`);
    assert.equal(code, 'not-found');
    assert.match(advice, /"endpoint"/);
  });

  it('because it is a page is told to the developer', async () => {
    const [code, advice] = await adviceOf(`${site.url}/ui`);
    assert.equal(code, 'invalid-response');
    assert.match(advice, /"endpoint"/);
  });

  it('because it answers JSON of another kind is told to the developer', async () => {
    const type = 'application/json';
    const other = await serve({'/api/comment': {type, body: '{"data":[],"count":0}'}});
    const [code, advice] = await adviceOf(other.origin);
    await other.stop();
    assert.equal(code, 'invalid-response');
    assert.match(advice, /"endpoint".*serverURL/);
  });

  it('because nobody is there takes nothing', async () => {
    const backend = connect(`http://127.0.0.1:${await freePort()}`);
    const {code, retryable} = await refusal(backend.create(write(), signal));
    assert.deepEqual([code, retryable], ['network', true]);
  });
});
