import {expect} from '@open-wc/testing';
import {ask, readAll, refusal, signal} from '../call-adapter.js';
import {withRemark42} from './call.js';
import {openRemark42, wireComment, type WireComment} from './server.js';

const idOf = (number: number): string => wireComment(number).id;

/** Every fifth is a reply to the one before it, or to that one's reply. */
const conversation: readonly WireComment[] = Array.from({length: 250}, (_, index) => {
  const number = index + 1;
  const pid = number % 5 === 0 || number % 5 === 4 ? idOf(number - 1) : '';
  return wireComment(number, {pid, score: (number * 7) % 20});
});

const roots = conversation.filter(({pid}) => pid === '');

const byScore = [...roots].sort((one, other) => other.score - one.score || (one.time < other.time ? -1 : 1));

describe('paging on Remark42', () => {
  for (const [order, expected] of [
    ['newest', roots.toReversed()],
    ['oldest', roots],
    ['popular', byScore],
  ] as const)
    it(`goes through 250 comments, ${order} first, without a repeat or a gap`, () =>
      withRemark42(openRemark42({comments: conversation}), async (backend) => {
        const pages = await readAll(backend, {order, limit: 20}, ({comments, total}) => {
          expect(total).to.equal(250);
          const tops = comments.filter(({parentId}) => parentId === null);
          expect(tops.length).to.be.within(1, 20);
        });
        const ids = pages.flat();
        expect(new Set(ids).size).to.equal(250);
        expect(ids).to.have.length(250);
        const tops = new Set(roots.map(({id}) => id));
        expect(ids.filter((id) => tops.has(id))).to.deep.equal(expected.map(({id}) => id));
      }));

  it('keeps each branch together', () =>
    withRemark42(openRemark42({comments: conversation}), async (backend) => {
      const {comments} = await backend.list(ask({limit: 3, order: 'oldest'}), signal);
      expect(comments.map(({id}) => id)).to.deep.equal([1, 2, 3, 4, 5].map(idOf));
    }));

  it('cuts where a server too old for it does not', () =>
    withRemark42(openRemark42({comments: conversation, old: true}), async (backend) => {
      const pages = await readAll(backend, {order: 'newest', limit: 20});
      expect(pages).to.have.length(8);
      expect(new Set(pages.flat()).size).to.equal(250);
      expect(pages.flat()).to.have.length(250);
    }));

  for (const order of ['newest', 'oldest'] as const)
    it(`goes on when the last comment of a page has been deleted, ${order} first`, () => {
      const comments = Array.from({length: 60}, (_, index) => wireComment(index + 1));
      const server = openRemark42({comments});
      return withRemark42(server, async (backend) => {
        const pages = await readAll(backend, {order, limit: 10}, (page, number) => {
          const last = page.comments.at(-1)?.id;
          const index = server.comments.findIndex(({id}) => id === last);
          const comment = server.comments[index];
          if (number < 4 && comment) server.comments[index] = {...comment, text: '', delete: true};
        });
        expect(pages.flat()).to.have.length(60);
        expect(new Set(pages.flat()).size).to.equal(60);
      });
    });

  it('gives nothing twice when comments arrive meanwhile', () => {
    const comments = Array.from({length: 60}, (_, index) => wireComment(index + 1));
    const server = openRemark42({comments});
    return withRemark42(server, async (backend) => {
      const pages = await readAll(backend, {order: 'newest', limit: 10}, (_page, number) => {
        server.comments.push(wireComment(100 + number));
      });
      expect(pages.flat()).to.deep.equal(comments.map(({id}) => id).toReversed());
    });
  });

  it('finds the page of a comment, whole branches above it', () =>
    withRemark42(openRemark42({comments: conversation}), async (backend, seen) => {
      const request = {thread: ask().thread, id: idOf(205), order: 'newest', limit: 20} as const;
      const page = await backend.locate(request, signal);
      expect(page.comments.map(({id}) => id)).to.include(idOf(205));
      expect(page.comments.find(({parentId}) => parentId === null)?.id).to.equal(idOf(248));
      expect(page.comments.filter(({parentId}) => parentId === null)).to.have.length(28);
      expect(seen).to.have.length(1);
      const next = await backend.list(ask({cursor: page.nextCursor, limit: 5}), signal);
      expect(next.comments[0]?.id).to.equal(idOf(202));
    }));

  it('says when the comment is not there', () =>
    withRemark42(openRemark42({comments: conversation}), async (backend) => {
      const request = {thread: ask().thread, id: idOf(999), order: 'newest', limit: 20} as const;
      await refusal(backend.locate(request, signal), 'not-found');
    }));
});
