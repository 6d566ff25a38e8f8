import {expect} from '@open-wc/testing';
import {CommentError} from '../../../src/backends/errors.js';
import {ask, refusal, signal, thread, write} from '../call-adapter.js';
import {withCusdis} from './call.js';
import {appId, json, openCusdis, stored, unexpected} from './server.js';

describe('Cusdis, from the first comment on', () => {
  it('shows an empty thread', () =>
    withCusdis(openCusdis(), async (backend) => {
      expect(await backend.list(ask(), signal)).to.deep.equal({
        comments: [],
        skipped: 0,
        total: 0,
        nextCursor: null,
        prevCursor: null,
        closed: false,
      });
    }));

  it('holds every comment until its moderator has seen it', async () => {
    const server = openCusdis();
    await withCusdis(server, async (backend) => {
      expect((await backend.capabilities(signal)).moderation).to.equal('before');
      const created = await backend.create(write('أ < ب *و* ج'), signal);
      expect(created).to.include({status: 'held', id: 'c-1'});
      expect(created.comment).to.deep.include({
        id: 'c-1',
        status: 'held',
        author: {name: 'ليلى', url: null, role: null},
        content: {text: 'أ < ب *و* ج', html: null},
        createdAt: '2026-01-01T00:01:00.000Z',
      });
      expect((await backend.list(ask(), signal)).comments).to.deep.equal([]);
      server.change('c-1', {approved: true});
      expect((await backend.list(ask(), signal)).comments[0]).to.include({id: 'c-1', status: 'published'});
    });
  });

  it('sends what its own form sends, and no cookies', () =>
    withCusdis(
      openCusdis(),
      async (backend, seen) => {
        await backend.create(write('أهلًا'), signal);
        await backend.list(ask(), signal);
        expect(JSON.parse(seen[0]?.body ?? '')).to.deep.equal({
          appId,
          pageId: thread,
          content: 'أهلًا',
          nickname: 'ليلى',
          email: 'laila@example.org',
          pageUrl: 'https://news.example/2026/01/%D9%85%D9%82%D8%A7%D9%84/?utm_source=x',
          pageTitle: 'مقال',
        });
        expect(seen.every(({credentials}) => credentials === 'omit')).to.equal(true);
        // It would only ask for a time that nobody reads, and cost a preflight.
        expect(seen[1]?.headers).not.to.include('x-timezone-offset');
      },
      {credentials: 'include'},
    ));

  it('tells the moderator the canonical address, and nothing that is not there', () =>
    withCusdis(
      openCusdis(),
      async (backend, seen) => {
        const author = {name: 'ليلى', email: '', url: null};
        await backend.create(write('أهلًا', {author}), signal);
        const body: unknown = JSON.parse(seen[0]?.body ?? '');
        expect(body).to.have.all.keys('appId', 'pageId', 'content', 'nickname', 'pageUrl');
        expect(body).to.include({pageUrl: 'https://news.example/post'});
      },
      {
        page: {
          url: 'https://news.example/post?utm_source=x',
          title: '',
          canonical: 'https://news.example/post',
          links: [],
          bodyClasses: [],
          commentForm: null,
        },
      },
    ));

  it('lets no e-mail address out that the server echoes', () =>
    withCusdis(openCusdis([stored(1)]), async (backend) => {
      const created = await backend.create(write('أهلًا', {parentId: 'c-1'}), signal);
      const listed = await backend.list(ask(), signal);
      expect(JSON.stringify([created, listed])).not.to.match(/@(?:example|secret)/);
    }));

  it('puts replies below what they answer, oldest first', () => {
    const replies = [
      stored(1),
      stored(2),
      stored(3, {parentId: 'c-1'}),
      stored(4, {parentId: 'c-3'}),
      stored(5, {parentId: 'c-1'}),
    ];
    return withCusdis(openCusdis(replies), async (backend) => {
      const {comments, total} = await backend.list(ask(), signal);
      expect(comments.map(({id, parentId}) => [id, parentId])).to.deep.equal([
        ['c-2', null],
        ['c-1', null],
        ['c-3', 'c-1'],
        ['c-4', 'c-3'],
        ['c-5', 'c-1'],
      ]);
      expect(total).to.equal(5);
    });
  });

  it('takes a reply to a reply', async () => {
    const server = openCusdis([stored(1), stored(2, {parentId: 'c-1'})]);
    await withCusdis(server, async (backend) => {
      const created = await backend.create(write('رد', {parentId: 'c-2'}), signal);
      expect(created.comment).to.include({parentId: 'c-2'});
    });
    expect(server.comments[2]).to.include({parentId: 'c-2'});
  });

  it('shows the owner’s own name and role, and other names as they are', () => {
    const owner = stored(1, {by_nickname: 'x', moderator: {displayName: 'هيئة التحرير'}});
    return withCusdis(openCusdis([owner, stored(2)]), async (backend) => {
      const {comments} = await backend.list(ask(), signal);
      expect(comments.map((comment) => comment.author)).to.deep.equal([
        {name: 'ليلى <b> & شركاه', url: null, role: null},
        {name: 'هيئة التحرير', url: null, role: 'moderator'},
      ]);
    });
  });

  it('stores what is sent twice twice, and says so', async () => {
    const server = openCusdis();
    await withCusdis(server, async (backend) => {
      await backend.create(write('أهلًا'), signal);
      await backend.create(write('أهلًا'), signal);
      expect((await backend.capabilities(signal)).idempotent).to.equal(false);
    });
    expect(server.comments).to.have.length(2);
  });

  it('takes 5,000 characters', async () => {
    const server = openCusdis();
    const text = 'تعليق طويل '.repeat(455).slice(0, 5_000);
    await withCusdis(server, (backend) => backend.create(write(text), signal));
    expect(server.comments[0]?.content).to.have.length(5_000);
  });

  it('tells that the server cannot say what is wrong', () =>
    withCusdis(openCusdis(), async (backend) => {
      const error = await refusal(backend.create(write('رد', {parentId: 'gone'}), signal), 'server');
      expect(error).to.include({status: 500, retryable: true});
    }));

  it('tells to wait', () =>
    withCusdis(
      openCusdis([], () => new Response('', {status: 429})),
      async (backend) => {
        await refusal(backend.create(write('أهلًا'), signal), 'too-fast');
      },
    ));

  it('says which setting names the project', async () => {
    for (const site of ['', 'b3b7c1a0-0000-4000-8000-000000000000'])
      await withCusdis(
        openCusdis(),
        async (backend, seen) => {
          for (const attempt of [backend.list(ask(), signal), backend.create(write('أهلًا'), signal)]) {
            const {advice} = await refusal(attempt, 'not-found');
            expect(advice).to.include('"site"');
          }
          expect(seen).to.have.length(site ? 2 : 0);
        },
        {site},
      );
  });

  it('says that the endpoint is wrong where there is no Cusdis', async () => {
    await withCusdis(
      openCusdis(),
      async (backend) => {
        const {advice} = await refusal(backend.list(ask(), signal), 'not-found');
        expect(advice).to.include('"endpoint"');
      },
      {endpoint: new URL('https://cusdis.example/js/')},
    );
    await withCusdis({answer: () => json({code: 'rest_no_route'})}, async (backend) => {
      const {advice} = await refusal(backend.list(ask(), signal), 'invalid-response');
      expect(advice).to.include('"endpoint"');
    });
  });

  it('gives up nothing that the reader wrote when the server breaks', () =>
    withCusdis(openCusdis([], unexpected), async (backend, seen) => {
      const error: unknown = await backend.create(write('أهلًا'), signal).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(CommentError);
      expect(seen).to.have.length(1);
    }));
});
