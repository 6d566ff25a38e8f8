import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';
import {CommentError} from '../../src/backends/errors.js';
import {toComment, toCount, toCursor, toDate} from '../../src/backends/received.js';
import {anything, content, id, name, parse, readComments} from '../../src/backends/schema.js';
import {timeOf} from '../content/hostile-signs.js';

const schema = z.object({id, parentId: z.nullish(id), name, text: content, url: anything, status: anything});

const read = (items: readonly unknown[]) => readComments(items, schema, toComment);

const good = (id: unknown, changes: object = {}) => ({
  id,
  name: 'ليلى',
  text: 'نص',
  status: 'published',
  ...changes,
});

describe('SEC 6.3: schemas of what servers send', () => {
  it('keep ids as text', () => {
    expect(
      read([good(7), good('7a'), good(Number.MAX_SAFE_INTEGER)]).comments.map(({id}) => id),
    ).to.deep.equal(['7', '7a', '9007199254740991']);
  });

  for (const bad of ['', 'x'.repeat(201), 2 ** 53, 1.5, NaN, null, undefined, true, {}, ['1'], '\ud800'])
    it(`refuse the id ${typeof bad === 'string' ? JSON.stringify(bad).slice(0, 20) : String(bad)}`, () => {
      expect(read([good(1), good(bad)])).to.deep.include({skipped: 1});
    });

  for (const [what, changes] of Object.entries({
    'a name above 4,000': {name: 'x'.repeat(4_001)},
    'a name that is no text': {name: {_$litType$: 1}},
    'text above 64 KiB': {text: 'x'.repeat(65_537)},
    'text that is no text': {text: ['x']},
    'a parent that is no id': {parentId: {}},
  }))
    it(`leave out a comment with ${what}, and count it`, () => {
      const {comments, skipped} = read([good(1), good(2, changes), good(3)]);
      expect(comments.map(({id}) => id)).to.deep.equal(['1', '3']);
      expect(skipped).to.equal(1);
    });

  it('leave out the second comment with an id', () => {
    const {comments, skipped} = read([
      good(1, {text: 'أول'}),
      good('1', {text: 'ثان'}),
      good('__proto__'),
      good('then'),
    ]);
    expect(comments.map(({content}) => content.text)).to.deep.equal(['أول', 'نص', 'نص']);
    expect(skipped).to.equal(0);
  });

  it('take an answer of bad comments alone for a bad answer, and an empty one for empty', () => {
    expect(() => read([good(null), 'x', null]))
      .to.throw(CommentError)
      .with.property('code', 'invalid-response');
    expect(read([])).to.deep.equal({comments: [], skipped: 0});
  });

  it('are neither fooled by a prototype in JSON nor by one that a page has extended', () => {
    // oxlint-disable-next-line no-extend-native -- some pages do
    Object.defineProperty(Object.prototype, 'extend', {
      value: () => {},
      enumerable: true,
      configurable: true,
    });
    try {
      const item: unknown = JSON.parse(
        '{"id":1,"name":"x","__proto__":{"likes":9,"role":"writer"},"constructor":{"prototype":{"y":1}}}',
      );
      const [comment] = read([item]).comments;
      expect(comment).to.include({likes: 0});
      expect(comment?.author.role).to.equal(null);
      expect(Object.keys(comment ?? {})).to.have.members([
        'id',
        'parentId',
        'author',
        'content',
        'createdAt',
        'editedAt',
        'status',
        'likes',
        'url',
        'moreReplies',
      ]);
      expect(({} as {y?: unknown}).y).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'extend');
    }
  });

  it('say nothing of what was wrong but that it was', () => {
    expect(() => parse(schema, {id: 'reader@example.org'.repeat(20)}))
      .to.throw(CommentError)
      .that.satisfies((error: CommentError) => !`${error.message}${String(error.cause)}`.includes('reader@'));
  });

  it('read 5,000 comments at once', () => {
    const many = Array.from({length: 5_000}, (_, index) => good(index));
    expect(read(many).comments).to.have.length(5_000);
    expect(timeOf(() => read(many), 2_500)).to.be.below(2_500);
  });
});

describe('SEC 6.4: what a comment is made of', () => {
  const now = Date.now();
  for (const [value, expected] of [
    ['2026-01-31T18:04:05Z', '2026-01-31T18:04:05.000Z'],
    ['2026-01-31T21:04:05+03:00', '2026-01-31T18:04:05.000Z'],
    [Date.UTC(2026, 0, 31), '2026-01-31T00:00:00.000Z'],
    ['1989-12-31T00:00:00Z', null],
    [now + 2 * 86_400_000, null],
    ['yesterday', null],
    ['', null],
    [`2026-01-31T18:04:05Z${' '.repeat(40)}`, null],
    [NaN, null],
    [Infinity, null],
    [null, null],
    [{}, null],
    [['2026-01-31'], null],
  ] as const)
    it(`the date ${JSON.stringify(value)} is ${expected}`, () => expect(toDate(value)).to.equal(expected));

  it('counts are whole numbers from 0 to 10⁹', () => {
    expect([0, 57, 1e9].map(toCount)).to.deep.equal([0, 57, 1e9]);
    expect([-1, 1.5, 1e9 + 1, '7', null, NaN].map(toCount)).to.deep.equal(Array(6).fill(null));
  });

  it('cursors are text of at most 2 KiB', () => {
    expect(toCursor('x'.repeat(2_048))).to.have.length(2_048);
    expect([toCursor('x'.repeat(2_049)), toCursor(''), toCursor(7), toCursor(null)]).to.deep.equal(
      Array(4).fill(null),
    );
  });

  it('a status that is not known is held', () => {
    const statusOf = (status: unknown) => toComment({id: 1, status}).status;
    expect(['published', 'deleted', 'rejected', 'held'].map(statusOf)).to.deep.equal([
      'published',
      'deleted',
      'rejected',
      'held',
    ]);
    expect(['approved', null, undefined, {}, ['published']].map(statusOf)).to.deep.equal(
      Array(5).fill('held'),
    );
  });

  it('a deleted comment has no content', () => {
    const {content} = toComment({id: 1, status: 'deleted', text: 'x', html: '<p>x'});
    expect(content).to.deep.equal({text: null, html: null});
  });

  it('a name is cleaned and at most 80 characters long', () => {
    expect(toComment({id: 1, name: ` ${'\u200b'.repeat(400)}ليلى\u202e `}).author.name).to.equal('ليلى');
    expect([...toComment({id: 1, name: 'س'.repeat(200)}).author.name]).to.have.length(80);
  });

  for (const url of [
    // oxlint-disable-next-line no-script-url -- what must not get through
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '//host',
    'data:text/html,x',
    'https://u:p@host/',
    7,
    null,
  ])
    it(`${JSON.stringify(url)} is no link`, () => {
      const comment = toComment({id: 1, url, website: url});
      expect([comment.url, comment.author.url]).to.deep.equal([null, null]);
    });
});
