import {expect} from '@open-wc/testing';
import {cutPage, type Cut, type Page} from '../../../src/backends/wordpress/pages.js';
import {toComment} from '../../../src/backends/received.js';

/** Comments by `id` or `id>parent`; time rises with the number. Read from the newest down, as far as they go. */
function cut(rows: string, done: boolean, change: Partial<Cut> = {}): Page | null {
  const comments = rows.split(' ').map((row) => {
    const [id = '', parentId = null] = row.split('>');
    return toComment({
      id,
      parentId,
      createdAt: Date.UTC(2026, 0, 1, 0, Number(id)),
      status: 'published',
    });
  });
  return cutPage(
    {
      comments: new Map(comments.map((comment) => [comment.id, comment])),
      position: 0,
      total: null,
      skipped: 0,
      done,
    },
    {oldestFirst: false, cursor: null, limit: 2, ...change},
  );
}

const ids = (page: Page | null): string | undefined => page?.comments.map(({id}) => id).join(' ');

describe('pages of a flat list', () => {
  it('give whole branches, newest first, replies oldest first', () => {
    const page = cut('9>7 8 7>5 6>1 5 4>1 3>2 2 1', true);
    expect(ids(page)).to.equal('8 5 7 9');
    expect(ids(cut('9>7 8 7>5 6>1 5 4>1 3>2 2 1', true, {cursor: page?.nextCursor ?? ''}))).to.equal(
      '2 3 1 4 6',
    );
  });

  it('need no reading further than the next top-level comment', () => {
    expect(ids(cut('9>7 8 7>5 6>1 5 4', false))).to.equal('8 5 7 9');
    expect(cut('9>7 8 7>5 6>1 5', false)).to.equal(null);
  });

  it('need all for oldest first', () => {
    expect(cut('4>1 3 2 1', false, {oldestFirst: true})).to.equal(null);
    const page = cut('4>1 3 2 1', true, {oldestFirst: true});
    expect(ids(page)).to.equal('1 4 2');
    expect(ids(cut('4>1 3 2 1', true, {oldestFirst: true, cursor: page?.nextCursor ?? ''}))).to.equal('3');
  });

  it('have cursors that hold whatever arrives or goes', () => {
    const {nextCursor = null} = cut('5 4 3 2 1', true) ?? {};
    expect(ids(cut('7 6 5 3 2 1', true, {cursor: nextCursor}))).to.equal('3 2');
  });

  it('end', () => {
    expect(cut('2 1', true)?.nextCursor).to.equal(null);
    expect(cut('3 2 1', true)?.nextCursor).not.to.equal(null);
  });

  it('put last what hangs on nothing, in a circle, or on something younger', () => {
    const rows = '9>99 8 7>6 6>7 5>5 4>8 3 2 1';
    const first = cut(rows, true);
    expect(ids(first)).to.equal('8 3');
    expect(first?.nextCursor).not.to.equal(null);
    expect(ids(cut(rows, true, {cursor: first?.nextCursor ?? ''}))).to.equal('2 1 4 5 6 7 9');
  });

  it('reach as far as a comment that is wanted', () => {
    expect(ids(cut('5>1 4 3 2 1', true, {wanted: '5'}))).to.equal('4 3 2 1 5');
    expect(cut('5>1 4 3 2', false, {wanted: '1'})).to.equal(null);
    expect(cut('4 3 2 1', true, {wanted: '9'})).to.equal(null);
    expect(ids(cut('4 3 2 1', true, {wanted: '4'}))).to.equal('4 3');
  });

  it('take 5,000 comments in a chain', () => {
    const rows = Array.from({length: 5000}, (_, index) => (index ? `${index + 1}>${index}` : '1'));
    const page = cut(rows.toReversed().join(' '), true);
    expect(page?.comments).to.have.length(5000);
  });
});
