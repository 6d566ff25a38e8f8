import {expect} from '@open-wc/testing';
import {hasStrong, textDirection} from '../../src/content/direction.js';
import type {Direction} from '../../src/content/types.js';

/** Direction in an rtl widget, and in an ltr widget. */
const rows: readonly (readonly [what: string, text: string, inRtl: Direction, inLtr: Direction])[] = [
  ['Arabic', 'السلام عليكم', 'rtl', 'rtl'],
  ['English', 'Hello world', 'ltr', 'ltr'],
  ['Hebrew', 'שלום', 'rtl', 'rtl'],
  ['Syriac', 'ܫܠܡܐ', 'rtl', 'rtl'],
  ['Thaana', 'ދިވެހި', 'rtl', 'rtl'],
  ['NKo', 'ߒߞߏ', 'rtl', 'rtl'],
  ['Adlam', '𞤀𞤣𞤤𞤢𞤥', 'rtl', 'rtl'],
  ['Chinese', '你好', 'ltr', 'ltr'],
  ['presentation forms', 'ﺳﻼﻡ', 'rtl', 'rtl'],
  ['nothing', '', 'rtl', 'ltr'],
  ['digits', '12345', 'rtl', 'ltr'],
  ['Arabic digits', '١٢٣', 'rtl', 'ltr'],
  ['signs', '?! -- …', 'rtl', 'ltr'],
  ['marks alone', '\u064e\u0301', 'rtl', 'ltr'],
  ['a letter without direction', '\u02c6', 'rtl', 'ltr'],
  ['emoji', '😀👍🏽👨‍👩‍👧‍👦', 'rtl', 'ltr'],
  ['flags', '🇸🇾🇵🇸🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'rtl', 'ltr'],
  ['signs that look like letters', '™ ℃ Ⓜ ㊗ ㍿ ⠓ 🄰 ℹ️', 'rtl', 'ltr'],
  ['an address', 'https://example.com/path', 'rtl', 'ltr'],
  ['an address without scheme', 'www.example.com', 'rtl', 'ltr'],
  ['an Arabic address', 'https://مثال.إختبار/صفحة', 'rtl', 'ltr'],
  ['an e-mail address', 'me@example.org', 'rtl', 'ltr'],
  ['a mention', '@layla', 'rtl', 'ltr'],
  ['an Arabic mention', '@ليلى', 'rtl', 'ltr'],
  ['code', '`const x = y`', 'rtl', 'ltr'],
  ['a tag is a word', '#وسم', 'rtl', 'rtl'],
  ['an address within Arabic', 'انظر https://example.com/a/b/c هنا', 'rtl', 'rtl'],
  ['an address within English', 'see https://مثال.إختبار/صفحة here', 'ltr', 'ltr'],
  ['code within Arabic', 'اكتب `npm install taaliq now please` هنا', 'rtl', 'rtl'],
  ['an emoji glued to a word', '😀Hello', 'ltr', 'ltr'],
  ['an emoji between words', 'مرحبا😀hello', 'rtl', 'rtl'],
  ['English that begins with Arabic', 'سلام my dear good friends', 'ltr', 'ltr'],
  ['three of ten words: rtl in rtl', 'a b c d e f g ح خ د', 'rtl', 'ltr'],
  ['two of ten words', 'a b c d e f g h خ د', 'ltr', 'ltr'],
  ['three of ten words, the first one Arabic', 'ح b c d e f g ح خ d', 'rtl', 'rtl'],
  ['six of ten words, the first one Latin', 'a b c d ج ح خ د ذ ر', 'rtl', 'ltr'],
  ['seven of ten words, the first one Latin', 'a b c ث ج ح خ د ذ ر', 'rtl', 'rtl'],
  ['a product first', 'iPhone هاتف جيد جدا', 'rtl', 'rtl'],
  ['a word is what its first letter is', 'abcعربي عربيabc', 'rtl', 'ltr'],
  ["the writer's mark: ltr", '\u200eالسلام عليكم', 'ltr', 'ltr'],
  ["the writer's mark: rtl", '\u200fHello', 'rtl', 'rtl'],
  ["the writer's mark: Arabic", '\u061cHello', 'rtl', 'rtl'],
  ["the writer's mark after signs", ' «- \u200fHello', 'rtl', 'rtl'],
  ["the writer's mark after an emoji", '👨‍⚕️ \u200fHello', 'rtl', 'rtl'],
  ["the writer's mark after an address", 'https://example.com \u200fHello', 'rtl', 'rtl'],
  ['a mark after a letter', 'Hello\u200f', 'ltr', 'ltr'],
  ['a mark after a digit', '1\u200fHello', 'ltr', 'ltr'],
];

describe('textDirection', () => {
  for (const [what, text, inRtl, inLtr] of rows) {
    it(what, () => {
      expect(textDirection(text, 'rtl'), 'in an rtl widget').to.equal(inRtl);
      expect(textDirection(text, 'ltr'), 'in an ltr widget').to.equal(inLtr);
    });
  }
});

describe('hasStrong', () => {
  it('finds a letter', () => {
    for (const text of ['a', '1م', '… 日']) expect(hasStrong(text), text).to.equal(true);
  });
  it('takes nothing else for one', () => {
    for (const text of ['', ' ', '12', '٣', '?', '😀', '\u064e', '\u02c6'])
      expect(hasStrong(text), text).to.equal(false);
  });
});
