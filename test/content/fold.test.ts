import {expect} from '@open-wc/testing';
import {findBlockedWords} from '../../src/content/blocked-words.js';
import {fold} from '../../src/content/fold.js';

const same: readonly (readonly [what: string, ...spellings: string[]])[] = [
  ['alefs', 'احمد', 'أحمد', 'إحمد', 'آحمد', 'ٱحمد', 'ٲحمد', 'ٳحمد', 'ٵحمد'],
  ['waw', 'رووف', 'رؤوف'],
  ['yehs', 'علي', 'على', 'علی', 'علې', 'علۍ', 'علے', 'علئ'],
  ['kafs', 'كلب', 'کلب', 'ڪلب'],
  ['hehs', 'مدرسه', 'مدرسة', 'مدرسہ', 'مدرسھ', 'مدرسە', 'مدرسۀ', 'مدرسۂ', 'مدرسۃ'],
  ['harakat', 'محمد', 'مُحَمَّد', 'مُحَمَّدٌ'],
  ['tatweel', 'محمد', 'محمـــد'],
  ['what cannot be seen', 'محمد', 'م\u200cح\u200bم\u200f\u061c\ufeff\u00ad\u202e\u2067د'],
  ['presentation forms', 'لا سلام', 'ﻻ ﺳﻼﻡ'],
  ['letter case', 'istanbul', 'İstanbul', 'ISTANBUL', 'ıstanbul'],
  ['wide letters', 'abc', 'ＡＢＣ', '𝐚𝐛𝐜'],
  ['accents in one and two parts', 'café', 'cafe\u0301', 'CAFÉ'],
  ['digits', '0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'],
  ['a letter drawn out', 'جميل', 'جميييييل', 'جمييييل'],
];

describe('fold', () => {
  for (const [what, ...spellings] of same) {
    it(`makes one of ${what}`, () => {
      for (const spelling of spellings) expect(fold(spelling), spelling).to.equal(fold(spellings[0]!));
    });
  }

  it('leaves apart what is not the same', () => {
    expect(fold('ذهب')).to.not.equal(fold('دهب'));
    expect(fold('مكة')).to.not.equal(fold('مكك'));
    expect(fold('الله'), 'two of a letter stay').to.equal('الله');
    expect(fold('1000'), 'digits are not drawn out').to.equal('1000');
  });

  it('gives the letters that stand for all', () => {
    expect(fold('أإآٱٲٳٵ')).to.equal('ا');
    expect(fold('ؤ ئ ى ی ک ڪ ة ہ ھ ە ı ٣ ۴')).to.equal('و ي ي ي ك ك ه ه ه ه i 3 4');
  });
});

describe('findBlockedWords', () => {
  const found = (text: string, ...words: string[]): string[] => findBlockedWords(text, words);

  it('finds whole words, as they stand in the text', () => {
    expect(found('هذا كَلْب، وذاك قط', 'كلب')).to.deep.equal(['كَلْب']);
    expect(found('هذا كلبي وأكلب', 'كلب')).to.deep.equal([]);
  });

  it('finds them behind Arabic prefixes', () => {
    const text = 'وكلب فكلب بكلب ككلب لكلب سكلب الكلب والكلب بالكلب وبالكلب للكلب';
    expect(found(text, 'كلب')).to.deep.equal(text.split(' '));
    expect(found('اكلب نكلب يكلب', 'كلب')).to.deep.equal([]);
  });

  it('finds them as people write them', () => {
    expect(found('يا كـــلب', 'كلب')).to.deep.equal(['كـــلب']);
    expect(found('يا كل\u200cب', 'كلب')).to.deep.equal(['كل\u200cب']);
    expect(found('يا کلب', 'كَلب')).to.deep.equal(['کلب']);
    expect(found('What a BADWORD!', 'badword')).to.deep.equal(['BADWORD']);
    expect(found('ﻛﻠﺐ', 'كلب')).to.deep.equal(['ﻛﻠﺐ']);
  });

  it('leaves signs beside a word out', () => {
    expect(found('«كلب»! (كلب) كلب. 😀كلب😀', 'كلب')).to.deep.equal(['كلب']);
  });

  it('gives each once, in the order of the text', () => {
    expect(found('قط كلب قط الكلب', 'كلب', 'قط', 'قط')).to.deep.equal(['قط', 'كلب', 'الكلب']);
  });

  it('finds several words in a row', () => {
    expect(found('يا ابن الكلب أنت', 'ابن الكلب')).to.deep.equal(['ابن الكلب']);
    expect(found('وابن  الكلب', 'ابن الكلب')).to.deep.equal(['وابن الكلب']);
    expect(found('ابن هذا الكلب', 'ابن الكلب')).to.deep.equal([]);
    expect(found('ابن', 'ابن الكلب')).to.deep.equal([]);
  });

  it('reads a ligature of several words', () => {
    expect(found('قال ﷺ', 'صلى')).to.deep.equal(['ﷺ']);
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
