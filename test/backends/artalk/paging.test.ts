import {expect} from '@open-wc/testing';
import {ask, path as pageKey, readAll, signal} from '../call-adapter.js';
import {withArtalk} from './call.js';
import {dateOf, json, runArtalk, type Artalk} from './server.js';

const filled = (many: number): Artalk => {
  const artalk = runArtalk();
  for (let id = 1; id <= many; id++) artalk.add(pageKey, id, {vote_up: id % 4});
  return artalk;
};

const upTo = (many: number): readonly string[] => Array.from({length: many}, (_, index) => String(index + 1));

describe('paging through Artalk', () => {
  it('gives the most popular first', () =>
    withArtalk(filled(8), async (backend) => {
      expect((await backend.capabilities(signal)).orders).to.deep.equal(['newest', 'oldest', 'popular']);
      const pages = await readAll(backend, {order: 'popular', limit: 3});
      expect(pages).to.deep.equal([
        ['3', '7', '2'],
        ['6', '1', '5'],
        ['4', '8'],
      ]);
    }));

  for (const order of ['newest', 'oldest'] as const) {
    const turn = (ids: readonly string[]): readonly string[] => (order === 'newest' ? ids.toReversed() : ids);

    it(`needs a request for each page, and always says how much it wants: ${order}`, () =>
      withArtalk(filled(25), async (backend, seen) => {
        const pages = await readAll(backend, {order, limit: 7});
        expect(pages.map(({length}) => length)).to.deep.equal([7, 7, 7, 4]);
        expect(pages.flat()).to.deep.equal(turn(upTo(25)));
        expect(seen.map(({url}) => url.searchParams.get('limit'))).to.deep.equal(['9', '9', '9', '9']);
        expect(seen.some(({url}) => url.searchParams.has('timezone'))).to.equal(false);
      }));

    it(`goes on where it was when comments arrive: ${order}`, async () => {
      const artalk = filled(10);
      await withArtalk(artalk, async (backend) => {
        const pages = await readAll(backend, {order, limit: 4}, (_page, index) => {
          if (index === 1) for (let id = 11; id <= 20; id++) artalk.add(pageKey, id);
        });
        expect(pages.flat()).to.deep.equal(turn(upTo(order === 'newest' ? 10 : 20)));
      });
    });

    it(`leaves nothing out when comments go: ${order}`, async () => {
      const artalk = filled(30);
      await withArtalk(artalk, async (backend) => {
        const pages = await readAll(backend, {order, limit: 5}, ({comments}, index) => {
          if (index <= 2) for (const {id} of comments) artalk.drop(Number(id));
        });
        expect(pages.flat()).to.deep.equal(turn(upTo(30)));
      });
    });

    it(`leaves nothing out of comments of the same second: ${order}`, async () => {
      const artalk = runArtalk();
      for (let id = 1; id <= 9; id++) artalk.add(pageKey, id, {date: dateOf(Math.floor(id / 5))});
      await withArtalk(artalk, async (backend) => {
        const ids = (await readAll(backend, {order, limit: 2})).flat();
        expect(ids).to.have.length(9);
        expect(new Set(ids).size).to.equal(9);
      });
    });
  }

  it('gives whole branches, replies oldest first, in whatever order they come', async () => {
    const artalk = runArtalk();
    const parents = [0, 0, 1, 2, 3, 1, 5, 2];
    for (const [index, rid] of parents.entries()) artalk.add(pageKey, index + 1, {rid});
    await withArtalk(artalk, async (backend) => {
      const {comments} = await backend.list(ask(), signal);
      expect(comments.map(({id}) => id)).to.deep.equal(['2', '4', '8', '1', '3', '5', '6', '7']);
      const pages = await readAll(backend, {limit: 1});
      expect(pages).to.deep.equal([
        ['2', '4', '8'],
        ['1', '3', '5', '6', '7'],
      ]);
    });
  });

  it('shows a reply whose parent does not come, and none that is there for its answers only', () =>
    withArtalk(
      {
        answer: () =>
          json({
            comments: [
              {id: 1, rid: 0, date: dateOf(1)},
              {id: 7, rid: 5, date: dateOf(7)},
              {id: 5, rid: 0, date: dateOf(5), visible: false},
            ],
            count: 2,
          }),
      },
      async (backend) => {
        const {comments, skipped} = await backend.list(ask(), signal);
        expect(comments.map(({id, parentId}) => [id, parentId])).to.deep.equal([
          ['1', null],
          ['7', '5'],
        ]);
        expect(skipped).to.equal(0);
      },
    ));

  it('is not led astray by a circle', () =>
    withArtalk(
      {
        answer: () =>
          json({comments: [{id: 1, rid: 2}, {id: 2, rid: 1}, {id: 3, rid: 3}, {id: 4}], count: 'many'}),
      },
      async (backend) => {
        const page = await backend.list(ask(), signal);
        expect(page.comments.map(({id}) => id)).to.deep.equal(['4', '1', '2', '3']);
        expect(page.total).to.equal(null);
      },
    ));
});
