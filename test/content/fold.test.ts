import {expect} from '@open-wc/testing';
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
    it(`RTL C4: makes one of ${what}`, () => {
      for (const spelling of spellings) expect(fold(spelling), spelling).to.equal(fold(spellings[0]!));
    });
  }

  it('RTL C4: leaves apart what is not the same', () => {
    expect(fold('ذهب')).to.not.equal(fold('دهب'));
    expect(fold('مكة')).to.not.equal(fold('مكك'));
    expect(fold('الله'), 'two of a letter stay').to.equal('الله');
    expect(fold('1000'), 'digits are not drawn out').to.equal('1000');
  });

  it('RTL C4: gives the letters that stand for all', () => {
    expect(fold('أإآٱٲٳٵ')).to.equal('ا');
    expect(fold('ؤ ئ ى ی ک ڪ ة ہ ھ ە ı ٣ ۴')).to.equal('و ي ي ي ك ك ه ه ه ه i 3 4');
  });
});
