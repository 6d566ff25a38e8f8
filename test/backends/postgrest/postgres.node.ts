// The adapter and the table of the guide on a real PostgreSQL. PostgREST itself is stood in for: see stand-in.ts.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {after, before, beforeEach, describe, it} from 'node:test';
import {Client} from 'pg';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend, BackendOptions, CommentPage} from '../../../src/backends/port.js';
import {createPostgrest} from '../../../src/backends/postgrest/backend.js';
import type {NewComment} from '../../../src/content/types.js';
import {findPostgres, startPostgres, type Postgres} from '../../contract/start-postgres.js';
import {startStandIn, type StandIn} from './stand-in.js';

const sql = readFileSync(new URL('../../../demo/guide/postgrest.sql', import.meta.url), 'utf8');
const {signal} = new AbortController();
const thread = '/2026/01/مقال & co?x=1,2(3)"%2F';

const connect = (endpoint: string, changes: Partial<BackendOptions> = {}): Required<Backend> =>
  createPostgrest({
    endpoint: new URL(endpoint),
    site: '',
    page: {url: '', title: '', canonical: null, links: [], bodyClasses: [], commentForm: null},
    storage: {get: () => null, set: () => false, remove: () => {}},
    headers: {},
    credentials: 'omit',
    ...changes,
  }) as Required<Backend>;

let readers = 0;

/** A comment of a reader who wrote none before, unless it is told. */
const written = (text: string, changes: Partial<NewComment> = {}): NewComment => ({
  thread,
  parentId: null,
  author: {
    name: `ليلى ${++readers}`,
    email: `reader${readers}@mail.example`,
    url: 'https://laila.example/',
  },
  content: {text, html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: randomUUID(),
  ...changes,
});

async function failure(attempt: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await attempt.then(
    () => 'an answer',
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof CommentError, String(error));
  return error;
}

const first = {thread, order: 'newest', limit: 20, cursor: null} as const;

async function readAll(
  backend: Required<Backend>,
  order: 'newest' | 'oldest',
  {limit = 10, between = async (): Promise<unknown> => undefined} = {},
): Promise<readonly CommentPage[]> {
  const pages: CommentPage[] = [];
  for (let cursor: string | null = null; ;) {
    const page: CommentPage = await backend.list({...first, order, limit, cursor}, signal);
    pages.push(page);
    cursor = page.nextCursor;
    if (cursor === null) return pages;
    await between();
  }
}

const idsOf = (pages: readonly CommentPage[]): readonly string[] =>
  pages.flatMap(({comments}) => comments.map(({id}) => id));

function run(programs: string): void {
  let postgres: Postgres;
  let owner: Client;
  let server: StandIn;
  let backend: Required<Backend>;
  const at = (query = ''): string => `${server.url}comments${query}`;
  const texts = async (): Promise<readonly (string | null)[]> =>
    (await backend.list({...first, order: 'oldest'}, signal)).comments.map(({content}) => content.text);

  before(async () => {
    postgres = await startPostgres(programs);
    owner = new Client({connectionString: postgres.url});
    await owner.connect();
    // Elsewhere than in UTC, where a plus sign stands in every date.
    await owner.query("alter database postgres set timezone to 'Asia/Riyadh'");
    await owner.query('create role anon nologin');
    await owner.query(sql);
    server = await startStandIn(postgres.url, {maxRows: 30});
  });
  beforeEach(async () => {
    await owner.query('truncate comments, closed_threads');
    await owner.query('alter table comments alter approved set default true');
    backend = connect(at('?counts=comment_counts'));
  });
  after(async () => {
    await server?.stop();
    await owner?.end();
    await postgres?.stop();
  });

  it('reads an empty thread', async () => {
    const page = await backend.list(first, signal);
    assert.deepEqual([page.comments, page.total, page.nextCursor], [[], 0, null]);
  });

  it('publishes a comment, as it was typed and without its e-mail', async () => {
    const sent = written('السلام عليكم');
    const created = await backend.create(sent, signal);
    assert.deepEqual(created, {status: 'published', id: sent.key, comment: null});
    const {comments, total} = await backend.list(first, signal);
    assert.equal(total, 1);
    const {name, url} = sent.author;
    assert.deepEqual(comments[0]?.author, {name, url, role: null});
    assert.ok(Math.abs(Date.parse(comments[0]?.createdAt ?? '') - Date.now()) < 600_000);
    assert.ok(!server.asked.some((one) => one.includes('mail.example')));
    const {rows} = await owner.query('select email from comments');
    assert.deepEqual(rows, [{email: sent.author.email}]);
  });

  it('keeps what was typed', async () => {
    const typed = [
      'أ < ب و ج > د',
      '<script>alert(1)</script> &amp; &lt;b&gt;',
      '*نجوم* _خط_ `رمز` [نص](https://x.example) # > 1. | ~ \\ $x^2$',
      'سطر\n\n    سطر\tآخر "بين قوسين" \'و\' {{x}} ${x} \\n 👩‍👩‍👧',
      'م'.repeat(5_000),
    ];
    for (const text of typed) await backend.create(written(text), signal);
    assert.deepEqual(await texts(), typed);
  });

  it('holds a comment that the owner has to see first', async () => {
    await owner.query('alter table comments alter approved set default false');
    const held = connect(at('?moderation=before'));
    assert.equal((await held.capabilities(signal)).moderation, 'before');
    const created = await held.create(written('بانتظار الموافقة'), signal);
    assert.equal(created.status, 'held');
    assert.deepEqual((await held.list(first, signal)).comments, []);
    await owner.query('update comments set approved = true where id = $1', [created.id]);
    assert.deepEqual(await texts(), ['بانتظار الموافقة']);
  });

  it('asks for no row in the answer: the database would refuse the comment', async () => {
    await owner.query('alter table comments alter approved set default false');
    const row = {thread: '/', author: 'a', email: 'a@b', body: 'x'};
    const post = (prefer: string): Promise<Response> =>
      fetch(at(), {method: 'POST', headers: {prefer}, body: JSON.stringify(row)});
    const refused = await post('return=representation');
    assert.deepEqual([refused.status, ((await refused.json()) as {code: string}).code], [401, '42501']);
    assert.equal((await post('return=minimal')).status, 201);
  });

  it('answers an answer', async () => {
    const keys: string[] = [];
    for (const text of ['سؤال', 'رد', 'رد على الرد', 'وآخر']) {
      const sent = written(text, {parentId: keys.at(-1) ?? null});
      await backend.create(sent, signal);
      keys.push(sent.key);
    }
    await backend.create(written('سؤال آخر'), signal);
    const {comments} = await backend.list({...first, order: 'oldest', limit: 1}, signal);
    assert.deepEqual(
      comments.map(({id, parentId}) => [id, parentId]),
      keys.map((id, index) => [id, keys[index - 1] ?? null]),
    );
    const below = await backend.list({...first, parentId: keys[1] ?? ''}, signal);
    assert.deepEqual(idsOf([below]), keys.slice(2));
  });

  it('stores a comment once, however often it is sent', async () => {
    const sent = written('مرة واحدة');
    const created = await backend.create(sent, signal);
    assert.deepEqual(await backend.create(sent, signal), created);
    // Also when the page was loaded anew between the two.
    assert.deepEqual(await connect(at()).create(sent, signal), created);
    assert.deepEqual(await texts(), ['مرة واحدة']);
  });

  it('tells what the database refuses', async () => {
    const author = {name: 'ليلى', email: 'laila@mail.example', url: null};
    const create = (text: string, changes: Partial<NewComment> = {}): Promise<unknown> =>
      backend.create(written(text, {author, ...changes}), signal);
    await create('نفس الكلام');
    assert.equal((await failure(create('نفس الكلام'))).code, 'duplicate');
    const {code, retryAfter} = await failure(create('كلام آخر'));
    assert.deepEqual([code, retryAfter], ['too-fast', 10]);
    await owner.query('insert into closed_threads values ($1)', ['/closed']);
    assert.equal((await failure(create('x', {thread: '/closed'}))).code, 'closed');
    for (const parentId of [randomUUID(), '7'])
      assert.equal(
        (await failure(create('x', {author: written('').author, parentId}))).code,
        'parent-missing',
      );
    // An answer does not stray into another thread.
    const parent = await backend.create(written('هنا'), signal);
    const stray = written('هناك', {thread: '/elsewhere', parentId: parent.id});
    assert.equal((await failure(backend.create(stray, signal))).code, 'parent-missing');
  });

  it('names the field that is wrong', async () => {
    const {author} = written('');
    for (const [changes, field, code] of [
      [{author: {...author, name: ''}}, 'name', 'required'],
      [{author: {...author, email: ''}}, 'email', 'required'],
      [{author: {...author, email: 'no'}}, 'email', 'malformed'],
      [{author: {...author, name: 'ن'.repeat(81)}}, 'name', 'too-long'],
      [{author: {...author, url: 'ftp://x.example/'}}, 'website', 'malformed'],
      [{content: {text: 'م'.repeat(20_001), html: null}}, 'content', 'too-long'],
    ] as const) {
      const error = await failure(backend.create(written('x', changes), signal));
      assert.deepEqual([error.code, error.fields], ['invalid', [{field, code}]]);
    }
  });

  it('lets nobody read an e-mail, approve a comment or set its date', async () => {
    const get = await fetch(at('?select=email'), {headers: {prefer: 'count=exact'}});
    assert.equal(get.status, 401);
    for (const column of [{approved: true}, {created_at: '2020-01-01'}]) {
      const row = {thread: '/', author: 'a', email: 'a@b', body: 'x', ...column};
      const {status} = await fetch(at(), {method: 'POST', body: JSON.stringify(row)});
      assert.equal(status, 401);
    }
  });

  it('tells nobody by a refusal whether they have guessed an e-mail', async () => {
    await backend.create(
      written('كلام', {author: {name: 'ليلى', email: 'l@mail.example', url: null}}),
      signal,
    );
    const guess = async (email: string): Promise<string> => {
      // Never stored, whatever is guessed: there is no such comment to answer.
      const row = {thread, author: 'غيرها', email, body: 'كلام', parent_id: randomUUID()};
      const answer = await fetch(at(), {method: 'POST', body: JSON.stringify(row)});
      return ((await answer.json()) as {code: string}).code;
    };
    assert.equal(await guess('l@mail.example'), await guess('other@mail.example'));
  });

  it('takes no comment that answers itself', async () => {
    const id = randomUUID();
    const row = {id, parent_id: id, thread, author: 'a', email: 'a@b', body: 'x'};
    assert.equal((await fetch(at(), {method: 'POST', body: JSON.stringify(row)})).status, 400);
  });

  describe('a conversation of 250 comments', () => {
    beforeEach(async () => {
      const id = (number: string): string => `lpad(to_hex(${number}), 32, '0')::uuid`;
      // Of five in a row two are on top; ten in a row came at the same moment.
      await owner.query(
        `insert into comments (id, thread, parent_id, author, email, body, created_at)
         select ${id('n')}, $1,
           case n % 5 when 2 then ${id('n - 1')} when 3 then ${id('n - 1')} when 4 then ${id('n - 3')} end,
           'ليلى', n || '@mail.example', 'تعليق ' || n,
           timestamptz '2026-01-01' + (n / 10) * interval '1 microsecond'
         from generate_series(0, 249) as n`,
        [thread],
      );
    });

    for (const order of ['newest', 'oldest'] as const)
      it(`${order} first: pages without a repeat or a gap, also when comments arrive meanwhile`, async () => {
        const pages = await readAll(backend, order, {
          between: () => backend.create(written(randomUUID()), signal),
        });
        const ids = idsOf(pages);
        assert.equal(new Set(ids).size, ids.length);
        const old = ids.filter((id) => id.startsWith('00000000-'));
        assert.equal(old.length, 250);
        const tops = pages.flatMap(({comments}) => comments.filter(({parentId}) => parentId === null));
        const dates = tops.map(({createdAt}) => createdAt ?? '');
        const sorted = dates.toSorted();
        assert.deepEqual(dates, order === 'newest' ? sorted.toReversed() : sorted);
        for (const {comments} of pages) {
          const here = new Set(comments.map(({id}) => id));
          for (const {parentId} of comments) assert.ok(parentId === null || here.has(parentId));
        }
        assert.equal(pages[0]?.total, 250);
      });

    it('goes to a comment, and from there both ways', async () => {
      for (const order of ['newest', 'oldest'] as const) {
        const all = idsOf(await readAll(backend, order, {limit: 100}));
        const wanted = all[130] ?? '';
        const page = await backend.locate({thread, id: wanted, order, limit: 20}, signal);
        assert.ok(idsOf([page]).includes(wanted));
        const read = async (side: 'prevCursor' | 'nextCursor'): Promise<readonly string[]> => {
          const found: CommentPage[] = [];
          for (let cursor = page[side]; cursor !== null;) {
            const next = await backend.list({thread, order, limit: 20, cursor}, signal);
            if (side === 'prevCursor') found.unshift(next);
            else found.push(next);
            cursor = next[side];
          }
          return idsOf(found);
        };
        assert.deepEqual(
          [...(await read('prevCursor')), ...idsOf([page]), ...(await read('nextCursor'))],
          all,
        );
      }
      for (const id of [randomUUID(), 'no-uuid'])
        assert.equal((await failure(backend.locate({...first, id}, signal))).code, 'not-found');
    });

    it('is counted in one request', async () => {
      await owner.query('update comments set approved = false where body = $1', ['تعليق 7']);
      const before = server.asked.length;
      const counts = await backend.count([thread, '/none'], signal);
      assert.deepEqual(
        [...counts],
        [
          [thread, 249],
          ['/none', 0],
        ],
      );
      assert.equal(server.asked.length - before, 1);
    });
  });

  describe('a table of another make', () => {
    before(() =>
      owner.query(`
        create table replies (
          reply_no bigint generated by default as identity primary key,
          tenant text not null, article text not null, answers bigint references replies,
          full_name varchar(80), text varchar(100) not null, written timestamp not null default (now() at time zone 'UTC')
        );
        grant select, insert on replies to anon;
      `),
    );

    const mapped =
      '?select=id:reply_no,thread:article,parent_id:answers,author:full_name,body:text,created_at:written,site:tenant' +
      '&without=id,email,url';

    it('is read and written by the names that it has', async () => {
      const author = {name: 'ليلى', email: '', url: null};
      const news = connect(`${server.url}replies${mapped}`, {site: 'news'});
      const other = connect(`${server.url}replies${mapped}`, {site: 'other'});
      assert.equal((await news.capabilities(signal)).idempotent, false);
      assert.deepEqual(await news.create(written('سؤال', {author}), signal), {
        status: 'published',
        id: null,
        comment: null,
      });
      await other.create(written('في موقع آخر'), signal);
      const [question] = (await news.list(first, signal)).comments;
      await news.create(written('جواب', {author, parentId: question?.id ?? ''}), signal);
      const {comments, total} = await news.list(first, signal);
      assert.deepEqual(
        comments.map(({content, author, parentId}) => [content.text, author.name, parentId]),
        [
          ['سؤال', 'ليلى', null],
          ['جواب', 'ليلى', question?.id],
        ],
      );
      assert.equal(total, 2);
      assert.ok(Math.abs(Date.parse(question?.createdAt ?? '') - Date.now()) < 600_000);
      const {fields} = await failure(news.create(written('م'.repeat(101)), signal));
      assert.deepEqual(fields, [{field: 'content', code: 'too-long'}]);
    });

    it('tells the owner which setting is wrong', async () => {
      for (const [query, code, advice] of [
        ['', 'server', /42703 .*"select" and "without"/],
        ['?select=author:nobody', 'server', /42703 /],
      ] as const) {
        const error = await failure(connect(`${server.url}replies${query}`).list(first, signal));
        assert.equal(error.code, code);
        assert.match(error.advice ?? '', advice);
      }
      const column = await failure(connect(`${server.url}replies`).create(written('x'), signal));
      assert.match(column.advice ?? '', /PGRST204 .*'id' column/);
      const numbered = connect(`${server.url}replies${mapped.replace('without=id,', 'without=')}`);
      assert.match((await failure(numbered.create(written('x'), signal))).advice ?? '', /"without=id"/);
      const table = await failure(connect(`${server.url}comment`).list(first, signal));
      assert.equal(table.code, 'not-found');
      assert.match(table.advice ?? '', /PGRST205 .*"endpoint"/);
    });

    it('tells the owner that the role may not write', async () => {
      await owner.query('revoke insert on replies from anon');
      const error = await failure(connect(`${server.url}replies${mapped}`).create(written('x'), signal));
      assert.equal(error.code, 'login-required');
      assert.match(error.advice ?? '', /42501 .*grants/);
    });
  });

  it('sends the key that the page gives', async () => {
    const guarded = await startStandIn(postgres.url, {apiKey: 'sb_publishable_1'});
    try {
      const endpoint = `${guarded.url}comments`;
      const error = await failure(connect(endpoint).list(first, signal));
      assert.match(error.advice ?? '', /"headers"/);
      const knows = connect(endpoint, {headers: {apikey: 'sb_publishable_1'}});
      await knows.create(written('بمفتاح'), signal);
      assert.equal((await knows.list(first, signal)).total, 1);
    } finally {
      await guarded.stop();
    }
  });

  it('says that the server is down', async () => {
    const gone = await startStandIn(postgres.url);
    await gone.stop();
    const {code, retryable} = await failure(connect(`${gone.url}comments`).create(written('x'), signal));
    assert.deepEqual([code, retryable], ['network', true]);
  });
}

const programs = findPostgres();
const required = ['1', 'true'].includes(process.env['CI'] ?? '');

if (programs === null && required) throw new Error('CI needs PostgreSQL: install the package "postgresql".');
if (programs === null)
  console.log('Left out: the PostgREST adapter on PostgreSQL, which this machine does not have.');
else describe('PostgREST: the adapter and the table of the guide on PostgreSQL', () => run(programs));
