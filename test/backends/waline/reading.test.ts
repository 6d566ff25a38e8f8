import {expect} from '@open-wc/testing';
import type {CommentPage} from '../../../src/backends/port.js';
import {createWaline} from '../../../src/backends/waline/backend.js';
import {stretchAt} from '../../../src/backends/waline/reading.js';
import type {Handler} from '../../../src/testing.js';
import {onServer, refusal, signal} from '../listen.js';
import {options} from './call.js';
import {failure, json, success, thread, wireComment, wireRoot} from './recorded.js';

type List = NonNullable<ReturnType<typeof createWaline>['list']>;

async function readFrom(answer: Handler, change: Partial<Parameters<List>[0]> = {}): Promise<CommentPage> {
  const {list} = createWaline(options());
  let page: CommentPage | undefined;
  await onServer(answer, async () => {
    page = await list?.({thread: '/a', order: 'newest', limit: 20, cursor: null, ...change}, signal);
  });
  if (!page) throw new Error('cannot read');
  return page;
}

describe('reading from Waline', () => {
  it('asks for a stretch that begins before what has been passed and goes on behind it', () => {
    const wrong: string[] = [];
    for (const wanted of [1, 10, 20, 45])
      for (let position = 0; position <= 10_000; position++) {
        const {number, size} = stretchAt(position, wanted);
        const start = (number - 1) * size;
        const isWhole = start <= Math.max(0, position - 5) && start + size >= position + wanted;
        if (size > 100 || !isWhole) wrong.push(`${position} + ${wanted}: page ${number} of ${size}`);
      }
    expect(wrong).to.deep.equal([]);
    expect(stretchAt(0, 20)).to.include({number: 1, size: 20});
  });

  it('takes names, links, roles and times as Waline has them', async () => {
    const {comments} = await readFrom(
      thread([
        // oxlint-disable-next-line no-script-url -- what must not get through
        wireRoot(2, [], {type: 'administrator', user_id: 1, link: 'javascript:alert(1)', like: 3}),
        wireRoot(1, [], {nick: null, link: null, status: '', time: 'yesterday'}),
      ]),
    );
    expect(comments[0]).to.deep.include({
      author: {name: 'ليلى <b>', url: null, role: 'moderator'},
      createdAt: '2026-01-01T00:02:00.000Z',
      content: {text: null, html: '<p>تعليق 2</p>\n'},
      likes: 3,
    });
    expect(comments[1]).to.deep.include({
      author: {name: '', url: null, role: null},
      createdAt: null,
      status: 'published',
    });
  });

  it('shows its own comment that waits to whoever is logged in, as such', async () => {
    const {comments} = await readFrom(thread([wireRoot(1, [], {status: 'waiting'})]));
    expect(comments[0]?.status).to.equal('held');
  });

  it('puts replies below what they answer, oldest first', async () => {
    const {comments} = await readFrom(
      thread([
        wireRoot(1, [
          wireComment(10, {pid: 1, rid: 1}),
          wireComment(4, {pid: 3, rid: 1}),
          wireComment(2, {pid: 1, rid: 1}),
          wireComment(3, {pid: 1, rid: 1}),
          wireComment(5, {pid: 99, rid: 1}),
        ]),
      ]),
    );
    expect(comments.map(({id, parentId}) => `${id}<${parentId}`)).to.deep.equal([
      '1<null',
      '2<1',
      '3<1',
      '4<3',
      '5<1',
      '10<1',
    ]);
  });

  it('knows ids of document stores, and roots without them', async () => {
    const root = {...wireComment('5f0c'), pid: '', rid: undefined};
    const reply = wireComment('5f0d', {pid: '5f0c', rid: '5f0c'});
    const {comments} = await readFrom(thread([{...root, children: [reply]}]));
    expect(comments.map(({id, parentId}) => [id, parentId])).to.deep.equal([
      ['5f0c', null],
      ['5f0d', '5f0c'],
    ]);
  });

  it('keeps on top what a moderator has put there, in every order', async () => {
    const roots = [
      wireRoot(2, [], {sticky: 1}),
      wireRoot(4, [], {like: 1}),
      wireRoot(3, [], {like: 5}),
      wireRoot(1),
    ];
    for (const [order, ids] of [
      ['newest', ['2', '4', '3', '1']],
      ['oldest', ['2', '1', '3', '4']],
      ['popular', ['2', '3', '4', '1']],
    ] as const)
      expect((await readFrom(thread(roots), {order})).comments.map(({id}) => id)).to.deep.equal(ids);
  });

  it('goes on where it was, though another has begun anew', async () => {
    const roots = Array.from({length: 30}, (_, index) => wireRoot(30 - index));
    const {list} = createWaline(options());
    const ids: string[] = [];
    await onServer(thread(roots), async () => {
      const read = async (cursor: string | null): Promise<CommentPage | undefined> =>
        list?.({thread: '/a', order: 'newest', limit: 10, cursor}, signal);
      for (let cursor: string | null = null, round = 0; round < 3; round++) {
        const page: CommentPage | undefined = await read(cursor);
        ids.push(...(page?.comments ?? []).map(({id}) => id));
        cursor = page?.nextCursor ?? null;
        await read(null);
      }
    });
    expect(ids).to.deep.equal(Array.from({length: 30}, (_, index) => String(30 - index)));
  });

  it('gives everything where the comment that a page ended with is gone', async () => {
    const page = await readFrom(thread([wireRoot(2), wireRoot(1)]), {cursor: '7'});
    expect(page.comments.map(({id}) => id)).to.deep.equal(['2', '1']);
    expect(page.nextCursor).to.equal(null);
  });

  it('ends, whatever the server says', async () => {
    let next = 1_000_000;
    const endless: Handler = ({url}) => {
      const size = Number(new URL(url).searchParams.get('pageSize'));
      const data = Array.from({length: size}, () => wireRoot(next--));
      return success({data, count: 1e9, totalPages: 1e9});
    };
    const page = await readFrom(endless, {order: 'oldest'});
    expect(page.comments).to.have.length(20);
  });

  it('takes what it does not know for no answer', async () => {
    for (const data of ['', null, [], {data: 'x'}, {data: [1, null]}]) {
      const error = await refusal(readFrom(() => success(data)));
      expect(error.code).to.equal('invalid-response');
    }
  });

  it('does not stumble over objects where texts and numbers are expected', async () => {
    const odd = {toString: 1, valueOf: 1};
    const one = wireRoot(1, [wireComment(2, {pid: odd, rid: 1}), wireComment(3, {pid: 1, rid: odd})]);
    const data = [{...one, time: odd, status: odd, like: odd, sticky: odd, link: odd, type: odd}];
    const page = await readFrom(() => success({data, count: odd, totalPages: odd}));
    expect(page.comments.map(({id, status}) => [id, status])).to.deep.equal([['1', 'held']]);
    expect(page).to.include({skipped: 2, total: null, nextCursor: null});
    for (const [errno, code] of [
      [1000, 'forbidden'],
      [1001, 'invalid'],
      [odd, 'invalid-response'],
    ] as const)
      expect((await refusal(readFrom(() => json({errno, errmsg: odd})))).code).to.equal(code);
  });

  it('tells the developer what to look at', async () => {
    const rows = [
      [failure(403, 'Forbidden', 403), 'forbidden', 'SECURE_DOMAINS'],
      [failure(404, 'url not found', 404), 'not-found', '"endpoint"'],
      [new Response('{}', {headers: {'content-type': 'application/json'}}), 'invalid-response', 'serverURL'],
    ] as const;
    for (const [answer, code, words] of rows) {
      const error = await refusal(readFrom(() => answer));
      expect(error.code).to.equal(code);
      expect(error.advice).to.contain(words);
    }
  });

  it('likes with nothing but the like, and knows an id that is gone', async () => {
    const backend = createWaline(options());
    const [asked] = await onServer(
      () => success({id: 3, like: 4}),
      async () => {
        expect(await backend.like?.('3', true, signal)).to.equal(4);
      },
    );
    expect(asked?.method).to.equal('PUT');
    expect(asked?.url.pathname).to.equal('/api/comment/3');
    expect(asked?.body).to.deep.equal({like: true});
    for (const [data, code] of [
      ['', 'not-found'],
      [{like: 'x'}, 'invalid-response'],
    ] as const)
      await onServer(
        () => success(data),
        async () => {
          const attempt = backend.like?.('3', false, signal) ?? Promise.resolve();
          expect((await refusal(attempt)).code).to.equal(code);
        },
      );
  });
});
