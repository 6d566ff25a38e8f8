import {expect} from '@open-wc/testing';
import {createArtalk} from '../../../src/backends/artalk/backend.js';
import {CommentError} from '../../../src/backends/errors.js';
import type {BackendOptions} from '../../../src/backends/port.js';
import {ask, path as pageKey, refusal, signal, thread, write} from '../call-adapter.js';
import {withArtalk} from './call.js';
import {runArtalk} from './server.js';

const at = (endpoint: string): Partial<BackendOptions> => ({endpoint: new URL(endpoint)});

describe('the address of Artalk', () => {
  for (const endpoint of [
    'https://artalk.example',
    'https://artalk.example/',
    'https://artalk.example/api/v2',
    'https://artalk.example/api/v2/',
  ])
    it(`is ${endpoint}`, () =>
      withArtalk(
        runArtalk(),
        async (backend, seen) => {
          await backend.list(ask(), signal);
          expect(seen[0]?.url.pathname).to.equal('/api/v2/comments');
        },
        at(endpoint),
      ));

  it('may lie in a folder', () =>
    withArtalk(
      runArtalk(),
      async (backend, seen) => {
        await refusal(backend.list(ask(), signal), 'not-found');
        expect(seen[0]?.url.pathname).to.equal('/talk/api/v2/comments');
      },
      at('https://news.example/talk/'),
    ));
});

describe('dates of Artalk', () => {
  const rows: readonly (readonly [zone: string, date: unknown, createdAt: string | null])[] = [
    ['Asia/Riyadh', '2026-01-31 19:04:05', '2026-01-31T16:04:05.000Z'],
    ['Asia/Shanghai', '2026-01-31 01:04:05', '2026-01-30T17:04:05.000Z'],
    ['UTC', '2026-01-31 19:04:05', '2026-01-31T19:04:05.000Z'],
    ['Europe/Berlin', '2026-01-31 19:04:05', '2026-01-31T18:04:05.000Z'],
    ['Europe/Berlin', '2026-07-31 19:04:05', '2026-07-31T17:04:05.000Z'],
    ['Asia/Tehran', '2026-01-31 19:04:05', '2026-01-31T15:34:05.000Z'],
    ['Asia/Riyadh', 'yesterday', null],
    ['Asia/Riyadh', null, null],
  ];
  for (const [zone, date, createdAt] of rows)
    it(`are read by the clock of ${zone}: ${String(date)}`, async () => {
      const artalk = runArtalk();
      artalk.add(pageKey, 1, {date: date as string});
      await withArtalk(
        artalk,
        async (backend) => {
          expect((await backend.list(ask(), signal)).comments[0]?.createdAt).to.equal(createdAt);
        },
        at(`https://artalk.example/?timezone=${zone}`),
      );
    });

  it('are the reader’s own where the page names no zone, and not told of a comment just sent', async () => {
    await withArtalk(
      runArtalk(),
      async (backend) => {
        expect((await backend.create(write('تعليق أول'), signal)).comment?.createdAt).to.equal(null);
        const {comments} = await backend.list(ask(), signal);
        expect(comments[0]?.createdAt).to.equal(new Date('2026-01-12T13:46:41').toISOString());
      },
      at('https://artalk.example/'),
    );
  });

  it('cannot be read by a zone that does not exist', () => {
    const make = (): unknown =>
      createArtalk({
        endpoint: new URL('https://artalk.example/?timezone=Mecca'),
        site: '',
        page: {url: '', title: '', canonical: null, links: [], bodyClasses: [], commentForm: null},
        storage: {get: () => null, set: () => false, remove: () => {}},
        headers: {},
        credentials: 'omit',
      });
    expect(make)
      .to.throw(CommentError)
      .that.satisfies(({code, advice}: CommentError) => code === 'not-found' && advice?.includes('Mecca'));
  });
});

describe('likes of Artalk', () => {
  it('are given and taken back', async () => {
    const artalk = runArtalk();
    artalk.add(pageKey, 1, {vote_up: 4});
    await withArtalk(artalk, async (backend) => {
      expect((await backend.list(ask(), signal)).comments[0]?.likes).to.equal(4);
      expect(await backend.like('1', true, signal)).to.equal(5);
      expect(await backend.like('1', false, signal)).to.equal(4);
      await refusal(backend.like('9', true, signal), 'not-found');
    });
  });

  it('are not taken back because another reader shares the address', async () => {
    const artalk = runArtalk();
    artalk.add(pageKey, 1);
    artalk.vote(1);
    await withArtalk(artalk, async (backend) => {
      expect(await backend.like('1', true, signal)).to.equal(1);
      expect(artalk.comments[0]?.vote_up).to.equal(1);
    });
  });

  it('are not shown where the site has none', async () => {
    for (const vote of [true, false])
      await withArtalk(runArtalk({vote}), async (backend) => {
        expect((await backend.capabilities(signal)).like).to.equal(vote ? 'toggle' : null);
      });
  });
});

describe('numbers of comments on Artalk', () => {
  it('come for all threads at once, however their addresses are written', async () => {
    const artalk = runArtalk();
    artalk.add(pageKey, 1);
    artalk.add('/b/', 2);
    artalk.add('/b/', 3, {rid: 2});
    artalk.add('/c', 4, {is_pending: true});
    await withArtalk(artalk, async (backend, seen) => {
      const numbers = await backend.count([thread, '/b', '/c', '__proto__'], signal);
      expect([...numbers]).to.deep.equal([
        [thread, 1],
        ['/b', 2],
        ['/c', 0],
        ['__proto__', 0],
      ]);
      expect(seen).to.have.length(1);
    });
  });

  it('are not told of threads with a comma, at which the names are cut', async () => {
    const artalk = runArtalk();
    artalk.add('/a,b/', 1);
    artalk.add('/b/', 2);
    await withArtalk(artalk, async (backend) => {
      expect([...(await backend.count(['/a,b', '/b'], signal))]).to.deep.equal([['/b', 1]]);
    });
  });

  it('come in addresses that every server takes', () =>
    withArtalk(runArtalk(), async (backend, seen) => {
      const threads = Array.from({length: 100}, (_, index) => `/2026/01/مقال-${index}`);
      expect((await backend.count(threads, signal)).size).to.equal(100);
      expect(Math.max(...seen.map(({url}) => url.href.length))).to.be.below(6_500);
      expect(seen.length).to.be.below(12);
    }));
});
