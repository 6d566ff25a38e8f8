import {expect} from '@open-wc/testing';
import {countCharacters, cutCharacters} from '../../src/content/count.js';

const rows: readonly (readonly [text: string, count: number])[] = [
  ['', 0],
  ['abc', 3],
  ['مَرْحَبًا', 5],
  ['می‌خواهم', 7],
  ['👨‍👩‍👧‍👦', 1],
  ['بِسْمِ ٱللَّهِ', 8],
  ['e\u0301e', 2],
  ['🇸🇾🇵🇸', 2],
  ['a\nb', 3],
  ['क्षि', 1],
];

/** Longer than what is looked at in one go, with the border in every place. */
const borders = Array.from({length: 12}, (_, extra) => `${'م'.repeat(250 + extra)}👨‍👩‍👧‍👦🇸🇾🇵🇸e\u0301x`);

describe('countCharacters', () => {
  for (const [text, count] of rows) {
    it(`${JSON.stringify(text)} is ${count}`, () => {
      expect(countCharacters(text, 'ar')).to.equal(count);
      expect(countCharacters(text)).to.equal(count);
    });
  }

  it('counts long texts as it counts short ones', () => {
    borders.forEach((text, extra) => expect(countCharacters(text)).to.equal(250 + extra + 5));
    expect(countCharacters('مَ'.repeat(5_000))).to.equal(5_000);
    expect(countCharacters(`e${'\u0301'.repeat(5_000)}`)).to.equal(1);
    expect(countCharacters(`${'👨\u200d'.repeat(1_000)}👨`)).to.equal(1);
  });

  describe('in an engine that cannot tell characters apart', () => {
    const {Segmenter} = Intl;
    before(() => Reflect.deleteProperty(Intl, 'Segmenter'));
    after(() => Object.assign(Intl, {Segmenter}));

    it('counts what is no mark and no joiner', () => {
      expect(countCharacters('مَرْحَبًا')).to.equal(5);
      expect(countCharacters('می‌خواهم')).to.equal(7);
      expect(countCharacters('بِسْمِ ٱللَّهِ')).to.equal(8);
      expect(countCharacters('❤\ufe0f')).to.equal(1);
      expect(cutCharacters('مَرْحَبًا', 2)).to.equal('مَرْ');
    });
  });
});

describe('cutCharacters', () => {
  it('cuts none in two', () => {
    expect(cutCharacters('مَرْحَبًا', 2)).to.equal('مَرْ');
    expect(cutCharacters('👨‍👩‍👧‍👦👍🏽a', 1)).to.equal('👨‍👩‍👧‍👦');
    expect(cutCharacters('abc', 3)).to.equal('abc');
    expect(cutCharacters('abc', 0)).to.equal('');
    expect(cutCharacters('', 3)).to.equal('');
  });
});
