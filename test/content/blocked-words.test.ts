import {expect} from '@open-wc/testing';
import {findBlockedWords} from '../../src/content/blocked-words.js';
import {hits, misses} from './blocked-words.js';

describe('findBlockedWords', () => {
  for (const [blocked, text, ...words] of hits) {
    it(`RTL C5: finds «${blocked}» in «${text}»`, () => {
      expect(findBlockedWords(text, [blocked])).to.deep.equal(words.length ? words : [text]);
    });
  }

  for (const [blocked, text] of misses) {
    it(`RTL C5: does not find «${blocked}» in «${text}»`, () => {
      expect(findBlockedWords(text, [blocked])).to.deep.equal([]);
    });
  }

  const found = (text: string, ...words: string[]): string[] => findBlockedWords(text, words);

  it('leaves signs beside a word out', () => {
    expect(found('«كلب»! (كلب) كلب. 😀كلب😀', 'كلب')).to.deep.equal(['كلب']);
  });

  it('gives each once, in the order of the text', () => {
    expect(found('قط كلب قط الكلب', 'كلب', 'قط', 'قط')).to.deep.equal(['قط', 'كلب', 'الكلب']);
  });

  it('passes over entries that hold nothing', () => {
    expect(found('أي نص', '', ' ', 'ـ', '...', '\u064e')).to.deep.equal([]);
    expect(findBlockedWords('أي نص', [])).to.deep.equal([]);
  });

  it('takes names of object members as words', () => {
    expect(found('constructor __proto__', 'constructor', '__proto__')).to.deep.equal([
      'constructor',
      'proto',
    ]);
  });
});
