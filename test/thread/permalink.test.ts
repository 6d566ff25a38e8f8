import {expect} from '@open-wc/testing';
import {fromFragment} from '../../src/thread/follow-permalink.js';
import {permalink} from '../../src/thread/permalink.js';

describe('permalink', () => {
  for (const id of ['1', 'مقال/٢', 'a b#c?d&e%20f', '__proto__', '"><img src=x>', '😀']) {
    it(`names ${id} and finds it again`, () => {
      const url = new URL(permalink(id));
      expect(url.pathname + url.search).to.equal(location.pathname + location.search);
      expect(fromFragment(url.hash)).to.equal(id);
    });
  }

  it('does not break at half a character', () => {
    expect(fromFragment(new URL(permalink('a\ud800b')).hash)).to.equal('a\ufffdb');
  });

  it('takes what was written by hand as it stands, and other fragments for none', () => {
    expect(fromFragment('#comment-100%')).to.equal('100%');
    expect(fromFragment('#comments')).to.equal(null);
    expect(fromFragment('')).to.equal(null);
  });
});
