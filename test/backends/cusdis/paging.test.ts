import {expect} from '@open-wc/testing';
import {ask, readAll, signal} from '../call-adapter.js';
import {withCusdis} from './call.js';
import {openCusdis, stored} from './server.js';

/** Every fifth is a reply to the one before it. */
const conversation = Array.from({length: 250}, (_, index) =>
  stored(index + 1, {parentId: index % 5 === 4 ? `c-${index}` : null}),
);

const roots = Array.from({length: 60}, (_, index) => stored(index + 1));

describe('paging on Cusdis', () => {
  for (const limit of [20, 7, 1])
    it(`goes through 250 comments without a repeat or a gap, ${limit} at a time`, () => {
      const comments = limit === 1 ? conversation.slice(0, 25) : conversation;
      return withCusdis(openCusdis(comments), async (backend) => {
        const pages = await readAll(backend, {limit}, (page) => {
          const tops = page.comments.filter(({parentId}) => parentId === null);
          expect(tops.length).to.be.within(1, limit);
        });
        const ids = pages.flat();
        expect(ids).to.have.length(comments.length);
        expect(new Set(ids).size).to.equal(comments.length);
        const tops = comments.filter(({parentId}) => parentId === null).map(({id}) => id);
        expect(ids.filter((id) => tops.includes(id))).to.deep.equal(tops.toReversed());
      });
    });

  it('asks once for what fits into one page of the server’s', () =>
    withCusdis(openCusdis(roots.slice(0, 10)), async (backend, seen) => {
      const page = await backend.list(ask({limit: 20}), signal);
      expect(page).to.include({total: 10, nextCursor: null});
      expect(seen).to.have.length(1);
    }));

  it('does not guess how many there are in all', () =>
    withCusdis(openCusdis(conversation), async (backend) => {
      expect((await backend.list(ask({limit: 20}), signal)).total).to.equal(null);
      expect((await backend.capabilities(signal)).counts).to.equal(false);
    }));

  it('does not count replies that the server gives nobody', () => {
    const replies = Array.from({length: 101}, (_, index) => stored(index + 2, {parentId: 'c-1'}));
    return withCusdis(openCusdis([stored(1), ...replies]), async (backend) => {
      const page = await backend.list(ask(), signal);
      expect(page.comments).to.have.length(101);
      expect(page.comments.every(({moreReplies}) => moreReplies === 0)).to.equal(true);
      expect(page.total).to.equal(null);
    });
  });

  it('leaves nothing out when comments are deleted meanwhile', () => {
    const server = openCusdis(roots);
    return withCusdis(server, async (backend) => {
      const pages = await readAll(backend, {limit: 10}, (page) => {
        for (const {id} of page.comments.slice(0, 3)) server.change(id, {deletedAt: '2026-02-01'});
      });
      expect(pages.flat()).to.deep.equal(roots.map(({id}) => id).toReversed());
    });
  });

  it('gives nothing twice when comments are approved meanwhile', () => {
    const server = openCusdis(roots);
    return withCusdis(server, async (backend) => {
      const pages = await readAll(backend, {limit: 10}, (_page, number) => {
        for (let more = 0; more < 12; more++) server.comments.push(stored(number * 100 + more));
      });
      expect(pages.flat()).to.deep.equal(roots.map(({id}) => id).toReversed());
    });
  });
});
