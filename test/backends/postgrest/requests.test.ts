import {expect} from '@open-wc/testing';
import {onScriptedNetwork, type Handler, type SeenRequest} from '../../../src/backends/contract-server.js';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend, BackendOptions} from '../../../src/backends/port.js';
import {createPostgrest} from '../../../src/backends/postgrest/backend.js';
import type {NewComment} from '../../../src/content/types.js';
import {created, endpoint, json, pgError, row, select, serve, uuid} from './recorded.js';

const {signal} = new AbortController();

const comment: NewComment = {
  thread: '/2026/01/article',
  parentId: null,
  author: {name: 'ليلى', email: 'laila@mail.example', url: null},
  content: {text: 'أ < ب و ج > د\n*نجوم* &lt;', html: '<p>x</p>'},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: uuid(99),
};

const first = {thread: comment.thread, order: 'newest', limit: 20, cursor: null} as const;

interface Called<Result> {
  readonly result: Result;
  readonly seen: readonly SeenRequest[];
}

const call = <Result>(
  answer: Handler,
  act: (backend: Backend & Required<Pick<Backend, 'list' | 'locate'>>) => Promise<Result>,
  query = '',
  changes: Partial<BackendOptions> = {},
): Promise<Called<Result>> =>
  onScriptedNetwork(answer, async ({seen}) => {
    const backend = createPostgrest({
      endpoint: new URL(query, endpoint),
      site: '',
      page: {url: '', title: '', canonical: null, links: [], bodyClasses: [], commentForm: null},
      storage: {get: () => null, set: () => false, remove: () => {}},
      headers: {},
      credentials: 'omit',
      ...changes,
    });
    const {list, locate} = backend;
    if (!list || !locate) throw new Error('It cannot read.');
    return {result: await act({...backend, list, locate}), seen};
  });

const failing = async (answer: Handler, act: Parameters<typeof call>[1]): Promise<CommentError> => {
  const {result} = await call(answer, (backend) => act(backend).catch((error: unknown) => error));
  if (!(result instanceof CommentError)) throw new Error(`It gave ${String(result)}`);
  return result;
};

const paramsOf = (request: SeenRequest | undefined): Record<string, string> =>
  Object.fromEntries(request?.url.searchParams ?? []);

describe('postgrest: what is asked', () => {
  it('selects nothing but what is shown', async () => {
    const {seen} = await call(serve([]), ({list}) => list(first, signal));
    expect(paramsOf(seen[0])).to.deep.equal({
      thread: 'eq./2026/01/article',
      parent_id: 'is.null',
      select: 'id:id,parent_id:parent_id,author:author,url:url,body:body,created_at:created_at',
      order: 'created_at.desc,id.desc',
      limit: '20',
    });
    for (const {headers} of seen) expect(headers).to.contain('prefer: count=exact');
  });

  it('reads and writes by the names in the address, with the filters of the owner for reading', async () => {
    const query =
      '?select=id:no,author:full_name,body:text,email:mail&without=url&spam=is.false&order=x&limit=1&moderation=before';
    const {seen} = await call(
      serve([]),
      async ({list, create}) => [await list(first, signal), await create(comment, signal)],
      query,
      {site: 'news'},
    );
    expect(paramsOf(seen[0])).to.deep.equal({
      spam: 'is.false',
      thread: 'eq./2026/01/article',
      parent_id: 'is.null',
      select: 'id:no,parent_id:parent_id,author:full_name,body:text,created_at:created_at',
      order: 'created_at.desc,no.desc',
      limit: '20',
      site: 'eq.news',
    });
    const sent = seen.at(-1);
    expect(sent?.url.href).to.equal(endpoint);
    expect(sent?.headers).to.contain('prefer: return=minimal');
    expect(JSON.parse(sent?.body ?? '')).to.deep.equal({
      no: comment.key,
      thread: comment.thread,
      full_name: 'ليلى',
      mail: 'laila@mail.example',
      text: comment.content.text,
      site: 'news',
    });
  });

  it('keeps the key of the page as it is, whatever is in it', async () => {
    // PostgREST has no client of its own whose keys would have to be met.
    for (const thread of ['/2026/01/مقال', '/a?x=1&y=(2,3)', '/100%25', '/"q"\\.eq.', '42']) {
      const rows = [row(1, {thread}), row(2, {thread: '/other'})];
      const {result, seen} = await call(serve(rows), async ({list, create}) => {
        await create({...comment, thread}, signal);
        return list({...first, thread}, signal);
      });
      expect(result.comments.map(({id}) => id)).to.deep.equal([uuid(1)]);
      expect(JSON.parse(seen[0]?.body ?? '')).to.have.property('thread', thread);
    }
  });

  it('asks for many threads in addresses that servers take', async () => {
    const threads = Array.from({length: 120}, (_, index) => `/2026/01/${'م'.repeat(20)},"${index}"`);
    const view = threads.map((thread, index) => ({thread, comments: index}));
    const {result, seen} = await call(
      ({url}) => select(view, url),
      ({count}) => Promise.resolve(count?.(threads, signal)),
      '?counts=comment_counts',
    );
    expect([...(result ?? [])]).to.deep.equal(view.map(({thread, comments}) => [thread, comments]));
    expect(seen.length).to.be.above(1);
    for (const {url} of seen) {
      expect(url.href.length).to.be.below(8_000);
      expect(url.pathname).to.equal('/rest/v1/comment_counts');
    }
  });

  it('ends where a server goes round in a circle', async () => {
    const rows = [row(1), row(2, {parent_id: uuid(1)}), row(3, {id: uuid(1), parent_id: uuid(2)})];
    const {result} = await call(serve(rows), ({list}) => list(first, signal));
    expect(result.comments.map(({id}) => id)).to.deep.equal([uuid(1), uuid(2)]);
  });
});

describe('postgrest: what is answered', () => {
  it('takes a comment that is there already for sent, and another like it for a duplicate', async () => {
    const violates = (constraint: string): Handler =>
      serve([], () =>
        pgError('23505', 409, `duplicate key value violates unique constraint "${constraint}"`),
      );
    const {result} = await call(violates('comments_pkey'), ({create}) => create(comment, signal));
    expect(result).to.deep.equal({status: 'published', id: comment.key, comment: null});
    const error = await failing(violates('comments_body_key'), ({create}) => create(comment, signal));
    expect(error.code).to.equal('duplicate');
  });

  it('waits as long as a trigger says', async () => {
    for (const [hint, seconds] of [
      ['20', 20],
      ['9999', 300],
      [null, 5],
    ] as const) {
      const answer = serve([], () => pgError('P0001', 400, 'too-fast', hint));
      const {code, retryAfter} = await failing(answer, ({create}) => create(comment, signal));
      expect([code, retryAfter]).to.deep.equal(['too-fast', seconds]);
    }
  });

  it('gives nothing away of what a reader wrote', async () => {
    for (const code of ['22P02', '23502', '23503', '23505', '23514', '42501', 'PGRST204']) {
      const message = `violates constraint "x": "${comment.author.email}"`;
      const details = `Failing row contains (${comment.author.email})`;
      const answer = serve([], () => json({code, message, details, hint: null}, 400));
      const error = await failing(answer, ({create}) => create(comment, signal));
      expect(`${error.message} ${String(error.advice)} ${String(error.cause)}`).not.to.contain('@');
    }
  });

  it('says that the address is of no table', async () => {
    for (const answer of [
      () => json({swagger: '2.0', paths: {}}),
      () => new Response('<!doctype html>', {headers: {'content-type': 'text/html'}}),
    ]) {
      const reading = await failing(answer, ({list}) => list(first, signal));
      const writing = await failing(answer, ({create}) => create(comment, signal));
      for (const {code, advice} of [reading, writing]) {
        expect(code).to.equal('invalid-response');
        expect(advice).to.contain('"endpoint"');
      }
    }
  });

  it('does without the number of rows where a proxy takes it away', async () => {
    const rows = [row(1), row(2), row(3)];
    const {result} = await call(
      async (request) => json(await (await serve(rows)(request)).json()),
      async ({list}) => {
        const page = await list({...first, limit: 2}, signal);
        return [page, await list({...first, limit: 2, cursor: page.nextCursor}, signal)];
      },
    );
    expect(result.flatMap(({comments}) => comments.map(({id}) => id))).to.deep.equal([3, 2, 1].map(uuid));
    expect(result[0]?.total).to.equal(null);
  });

  it('reads dates with and without a time zone', async () => {
    for (const [written, read] of [
      ['2026-01-31T18:04:05.123456+03:00', '2026-01-31T15:04:05.123Z'],
      ['2026-01-31T18:04:05+00:00', '2026-01-31T18:04:05.000Z'],
      ['2026-01-31T18:04:05', '2026-01-31T18:04:05.000Z'],
      ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ]) {
      const {result} = await call(serve([row(1, {created_at: written})]), ({list}) => list(first, signal));
      expect(result.comments[0]?.createdAt).to.equal(read);
    }
  });

  it('refuses a cursor that is none of its own', async () => {
    const error = await failing(serve([]), ({list}) => list({...first, cursor: 'p2'}, signal));
    expect(error.code).to.equal('invalid');
  });

  it('says of a comment what the owner says', async () => {
    for (const [query, status, moderation] of [
      ['', 'published', 'none'],
      ['?moderation=before', 'held', 'before'],
      ['?moderation=after', 'published', 'after'],
      ['?moderation=x', 'published', 'none'],
    ] as const) {
      const {result} = await call(
        created,
        async ({create, capabilities}) => [
          (await create(comment, signal)).status,
          (await capabilities(signal)).moderation,
        ],
        query,
      );
      expect(result).to.deep.equal([status, moderation]);
    }
  });
});
