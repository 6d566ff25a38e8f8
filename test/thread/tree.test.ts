import {expect} from '@open-wc/testing';
import {CommentTree, lastOf, type Branch} from '../../src/thread/tree.js';
import {comment, comments} from './comments.js';

/** The tree as an outline: two spaces a level. */
function outline(tree: CommentTree): string {
  const lines: string[] = [];
  const waiting: Branch[] = tree.roots.toReversed();
  for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
    lines.push('  '.repeat(branch.level) + branch.comment.id);
    waiting.push(...branch.replies.toReversed());
  }
  return lines.join('\n');
}

function planted(...lines: readonly string[]): CommentTree {
  const tree = new CommentTree();
  tree.plant(comments(...lines));
  return tree;
}

describe('CommentTree', () => {
  it('puts replies under what they answer, in the order of the list', () => {
    expect(outline(planted('a', 'b>a', 'c>b', 'd>a', 'e'))).to.equal('a\n  b\n    c\n  d\ne');
  });

  it('does not mind replies that come before what they answer', () => {
    expect(outline(planted('c>b', 'b>a', 'd>a', 'a'))).to.equal('a\n  b\n    c\n  d');
  });

  it('SEC 6.6: puts at the top what answers itself, nobody, or itself by a detour', () => {
    expect(outline(planted('a>a', 'b>gone'))).to.equal('a\nb');
    const tree = planted('a>b', 'b>c', 'c>a', 'd>a');
    expect(tree.size).to.equal(4);
    expect(tree.roots).to.have.length(1);
    expect(outline(tree).split('\n')).to.have.length(4);
  });

  it('SEC 6.4: leaves out a second comment with the same id', () => {
    const tree = new CommentTree();
    tree.plant([comment({id: 'a', text: 'one'}), comment({id: 'a', text: 'two'})]);
    tree.plant([comment({id: 'a', text: 'three'})]);
    expect(tree.size).to.equal(1);
    expect(tree.get('a')?.comment.content.text).to.equal('one');
  });

  it('SEC 6.5: takes names of the language for ordinary ids', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'];
    const tree = planted(...names, ...names.map((name) => `x${name}>${name}`));
    expect(tree.size).to.equal(10);
    for (const name of names) expect(tree.get(name)?.replies[0]?.comment.id).to.equal(`x${name}`);
  });

  it('adds a further page below or above, and tells what is new in reading order', () => {
    const tree = planted('c', 'd>c');
    const below = tree.plant(comments('e', 'f>e', 'g>c', 'c'));
    expect(below.added.map(({comment: {id}}) => id)).to.deep.equal(['e', 'f', 'g']);
    tree.plant(comments('a', 'b'), true);
    expect(outline(tree)).to.equal('a\nb\nc\n  d\n  g\ne\n  f');
    expect(tree.get('g')?.older?.comment.id).to.equal('d');
  });

  it('replaces a held comment when it is listed with another status', () => {
    const tree = new CommentTree();
    tree.plant([comment({id: 'a', status: 'held', text: 'mine'})]);
    const {added, changed} = tree.plant([comment({id: 'a', text: 'as published'})]);
    expect(added).to.deep.equal([]);
    expect(changed.map(({comment: {content}}) => content.text)).to.deep.equal(['as published']);
  });

  it('finds the last branch in reading order', () => {
    const tree = planted('a', 'b>a', 'c>b', 'd>a', 'e>d');
    const [root] = tree.roots;
    expect(root && lastOf(root).comment.id).to.equal('e');
  });

  for (const [what, line] of [
    ['a chain', (index: number) => (index ? `${index}>${index - 1}` : '0')],
    ['a chain from its end', (index: number) => `${index}>${index + 1}`],
    ['a cycle', (index: number) => `${index}>${(index + 1) % 20_000}`],
    ['a star', (index: number) => (index ? `${index}>0` : '0')],
  ] as const) {
    it(`SEC 6.6: arranges ${what} of 20,000 in time that grows with their number, without recursion`, () => {
      const all = comments(...Array.from({length: 20_000}, (_, index) => line(index)));
      const start = performance.now();
      const tree = new CommentTree();
      expect(tree.plant(all).added).to.have.length(20_000);
      // A tenth of this is plenty; what is quadratic takes minutes.
      expect(performance.now() - start).to.be.below(2_000);
    });
  }
});
