import {expect} from '@open-wc/testing';
import type {Order} from '../../../src/content/types.js';
import {ask, path as uri, readAll, refusal, signal} from '../call-adapter.js';
import {withIsso} from './call.js';
import {json, runIsso, type Isso, type IssoSettings} from './server.js';

const filled = (many: number, settings: Partial<IssoSettings> = {}): Isso => {
  const isso = runIsso(settings);
  for (let id = 1; id <= many; id++) isso.add(uri, id, {likes: id % 4});
  return isso;
};

const upTo = (many: number): readonly string[] => Array.from({length: many}, (_, index) => String(index + 1));

describe('paging through Isso', () => {
  const rows: readonly (readonly [
    version: string,
    order: Order,
    told: readonly Order[],
    newestFirst: boolean,
  ])[] = [
    ['0.14.0', 'newest', ['newest', 'oldest', 'popular'], true],
    ['0.14.0', 'oldest', ['newest', 'oldest', 'popular'], false],
    ['1.0.0', 'newest', ['newest', 'oldest', 'popular'], true],
    ['0.13.1', 'newest', ['oldest'], false],
    ['0.13.1', 'popular', ['oldest'], false],
    ['0.12.5', 'oldest', ['oldest'], false],
  ];
  for (const [version, order, told, newestFirst] of rows)
    it(`gives what version ${version} has of "${order}", whole`, () =>
      withIsso(filled(25, {version}), async (backend) => {
        expect((await backend.capabilities(signal)).orders).to.deep.equal(told);
        const pages = await readAll(backend, {order, limit: 7});
        expect(pages.map(({length}) => length)).to.deep.equal([7, 7, 7, 4]);
        const ids = upTo(25);
        expect(pages.flat()).to.deep.equal(newestFirst ? ids.toReversed() : ids);
      }));

  it('gives the most popular first', () =>
    withIsso(filled(8), async (backend) => {
      const pages = await readAll(backend, {order: 'popular', limit: 3});
      expect(pages).to.deep.equal([
        ['3', '7', '2'],
        ['6', '1', '5'],
        ['4', '8'],
      ]);
    }));

  for (const order of ['newest', 'oldest'] as const) {
    it(`goes on where it was when comments arrive: ${order}`, async () => {
      const isso = filled(10);
      await withIsso(isso, async (backend) => {
        const pages = await readAll(backend, {order, limit: 4}, (_page, index) => {
          if (index === 1) for (let id = 11; id <= 20; id++) isso.add(uri, id);
        });
        const ids = upTo(order === 'newest' ? 10 : 20);
        expect(pages.flat()).to.deep.equal(order === 'newest' ? ids.toReversed() : ids);
      });
    });

    it(`leaves nothing out when comments go: ${order}`, async () => {
      const isso = filled(30);
      await withIsso(isso, async (backend) => {
        const pages = await readAll(backend, {order, limit: 5}, ({comments}, index) => {
          if (index <= 2) for (const {id} of comments) isso.drop(Number(id));
        });
        const ids = upTo(30);
        expect(pages.flat()).to.deep.equal(order === 'newest' ? ids.toReversed() : ids);
      });
    });

    it(`leaves nothing out of comments that were imported with the same time: ${order}`, async () => {
      const isso = runIsso();
      for (let id = 1; id <= 9; id++) isso.add(uri, id, {created: 1_300_000_000 + Math.floor(id / 5)});
      await withIsso(isso, async (backend) => {
        const ids = (await readAll(backend, {order, limit: 2})).flat();
        expect(ids).to.have.length(9);
        expect(new Set(ids).size).to.equal(9);
      });
    });
  }

  for (const order of ['newest', 'oldest', 'popular'] as const)
    it(`needs a request for each page: ${order}`, () =>
      withIsso(filled(12), async (backend, seen) => {
        await readAll(backend, {order, limit: 4});
        expect(seen.filter(({url}) => url.searchParams.has('uri'))).to.have.length(3);
      }));

  it('gives whole branches, and says how many replies are left', async () => {
    const isso = runIsso();
    isso.add(uri, 1);
    for (let id = 2; id <= 140; id++) isso.add(uri, id, {parent: 1});
    for (let id = 141; id <= 150; id++) isso.add(uri, id);
    isso.add(uri, 151, {parent: 141});
    await withIsso(isso, async (backend, seen) => {
      // The first comment stands on the third page.
      const page = async (cursor: string | null): ReturnType<typeof backend.list> =>
        backend.list(ask({limit: 5, cursor}), signal);
      const second = await page((await page(null)).nextCursor);
      expect(second.comments.map(({id}) => id)).to.deep.equal(['145', '144', '143', '142', '141', '151']);
      const lists = seen.filter(({url}) => url.searchParams.has('uri'));
      expect(lists.every(({url}) => url.searchParams.has('nested_limit'))).to.equal(true);
      const {comments} = await page(second.nextCursor);
      expect(comments).to.have.length(140);
      expect(comments[0]).to.include({id: '1', moreReplies: 0});
    });
    await withIsso(isso, async (backend) => {
      const {comments} = await backend.list(ask({order: 'oldest', limit: 20}), signal);
      expect(comments[0]).to.include({id: '1', moreReplies: 89});
      const first = await backend.list(ask({parentId: '1'}), signal);
      expect(first).to.include({total: null});
      expect(first.comments.map(({id}) => id)).to.deep.equal(upTo(101).slice(1));
      const {nextCursor: cursor} = first;
      const last = await backend.list(ask({parentId: '1', cursor}), signal);
      expect(last.comments.map(({id}) => id)).to.deep.equal(upTo(140).slice(101));
      expect(last.nextCursor).to.equal(null);
    });
  });

  it('goes on behind a comment that cannot be read', () =>
    withIsso(
      {
        answer: ({url}) => {
          const {searchParams} = new URL(url);
          const rows = [{id: 3, mode: 1, created: 3}, {id: null}, {id: 1, mode: 1, created: 1}];
          const offset = Number(searchParams.get('offset'));
          return url.includes('/info')
            ? json({version: '0.14.0'})
            : json({
                replies: rows.slice(offset, offset + Number(searchParams.get('limit'))),
                total_replies: 3,
              });
        },
      },
      async (backend) => {
        const pages = await readAll(backend, {limit: 2});
        expect(pages).to.deep.equal([['3'], ['1']]);
      },
    ));

  it('ends although the server does not', () =>
    withIsso(
      {
        answer: ({url}) =>
          json({
            replies: Array.from({length: Number(new URL(url).searchParams.get('limit'))}, () => ({
              id: 1,
              created: 9,
            })),
          }),
      },
      async (backend) => {
        const page = await backend.list(ask({limit: 100, cursor: '100 5 7'}), signal);
        expect(page.comments).to.have.length(0);
      },
    ));

  it('does not guess when it cannot learn what the server is able to', () =>
    withIsso(
      {
        answer: (request) =>
          request.url.includes('/info') ? new Response('', {status: 502}) : filled(9).answer(request),
      },
      async (backend) => {
        await refusal(backend.list(ask({limit: 4}), signal), 'server');
        expect((await backend.list(ask({limit: 9}), signal)).comments).to.have.length(9);
      },
    ));
});
