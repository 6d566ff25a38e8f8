import {expect} from '@open-wc/testing';
import {cleanAddress} from '../../src/content/clean-address.js';
import {cleanName, displayName} from '../../src/content/clean-name.js';
import {cleanText, isBlank} from '../../src/content/clean.js';

/** What each column makes of it. */
type Row = readonly [what: string, typed: string, text: string, name: string, address: string];

const england = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

const rows: readonly Row[] = [
  ['plain text', 'سلام', 'سلام', 'سلام', 'سلام'],
  ['a joiner in Persian', 'می\u200cخواهم', 'می\u200cخواهم', 'می\u200cخواهم', 'میخواهم'],
  ['a joiner after a mark', 'مَ\u200cن', 'مَ\u200cن', 'مَ\u200cن', 'مَن'],
  ['a family', '👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧', '👨👩👧'],
  ['a joiner after a skin tone', '👩🏽\u200d🚀', '👩🏽\u200d🚀', '👩🏽\u200d🚀', '👩🏽🚀'],
  ['joiners in a row', 'ن\u200c\u200c\u200dم', 'ن\u200cم', 'ن\u200cم', 'نم'],
  ['a joiner at the start', '\u200cنم', 'نم', 'نم', 'نم'],
  ['a joiner after a space', 'ن \u200cم', 'ن م', 'ن م', 'نم'],
  ['a joiner after a digit', '1\u200d2', '12', '12', '12'],
  ['a joiner after a sign', '.\u200cم', '.م', '.م', '.م'],
  ['a joiner at the end', 'نم\u200c', 'نم\u200c', 'نم', 'نم'],
  ['a joiner before a space at the end', 'نم\u200c ', 'نم\u200c', 'نم', 'نم'],
  ['a joiner behind what is removed', 'ن\u200b\u200cم', 'ن\u200cم', 'ن\u200cم', 'نم'],
  ['marks of direction', 'a\u200eb\u200fc\u061cd', 'a\u200eb\u200fc\u061cd', 'abcd', 'abcd'],
  ['marks of direction in a row', 'a\u200e\u200e\u200fb', 'a\u200eb', 'ab', 'ab'],
  ['marks of direction around a joiner', 'a\u200e\u200c\u200eb', 'a\u200eb', 'a\u200cb', 'ab'],
  ['embeddings and overrides', 'a\u202ab\u202bc\u202cd\u202de\u202ef', 'abcdef', 'abcdef', 'abcdef'],
  ['isolates', 'a\u2066b\u2067c\u2068d\u2069e', 'abcde', 'abcde', 'abcde'],
  ['tatweel', 'سـلام', 'سـلام', 'سـلام', 'سـلام'],
  ['tashkeel, as typed', 'مُحَمَّد', 'مُحَمَّد', 'مُحَمَّد', 'مُحَمَّد'],
  ['marks of the Quran', 'ٱلۡحَمۡدُ ۖ\u0610', 'ٱلۡحَمۡدُ ۖ\u0610', 'ٱلۡحَمۡدُ ۖ\u0610', 'ٱلۡحَمۡدُۖ\u0610'],
  ['shadda before fatha', 'م\u0651\u064e', 'م\u0651\u064e', 'م\u0651\u064e', 'م\u0651\u064e'],
  ['presentation forms and ligatures', 'ﷺ ﻻ ½', 'ﷺ ﻻ ½', 'ﷺ ﻻ ½', 'ﷺﻻ½'],
  ['controls', 'a\0b\x08c\x0ed\x1fe\x7ff\x9fg', 'abcdefg', 'a b c d e f g', 'abcdefg'],
  ['a soft hyphen and a Mongolian separator', 'a\u00adb\u180ec', 'abc', 'abc', 'abc'],
  ['what has no width', 'a\u200bb\u2060c\u2064d\u206ae\u206ff\ufeffg', 'abcdefg', 'abcdefg', 'abcdefg'],
  ['anchors of annotations', 'a\ufff9b\ufffac\ufffbd', 'abcd', 'abcd', 'abcd'],
  ['Hangul fillers', 'a\u115fb\u1160c\u3164d\uffa0e', 'abcde', 'abcde', 'abcde'],
  ['the flag of a region', `a ${england} b`, `a ${england} b`, 'a \u{1f3f4} b', 'a\u{1f3f4}b'],
  ['tags without a flag', 'a\u{e0061}b\u{e007f}', 'ab', 'ab', 'ab'],
  ['tags that never end', '\u{1f3f4}\u{e0067}\u{e0062}x', '\u{1f3f4}x', '\u{1f3f4}x', '\u{1f3f4}x'],
  [
    'eight marks',
    `e${'\u0301'.repeat(8)}x`,
    `e${'\u0301'.repeat(8)}x`,
    `e${'\u0301'.repeat(8)}x`,
    `e${'\u0301'.repeat(8)}x`,
  ],
  ['nine marks', `e${'\u0301'.repeat(9)}x`, `e${'\u0301'.repeat(8)}x`, `e${'\u0301'.repeat(8)}x`, 'ex'],
  ['marks without a base', '\u0301'.repeat(20), '\u0301'.repeat(8), '\u0301'.repeat(8), ''],
  [
    'marks around a joiner',
    `e${'\u0301'.repeat(6)}\u200d${'\u0301'.repeat(6)}`,
    `e${'\u0301'.repeat(6)}\u200d${'\u0301'.repeat(2)}`,
    `e${'\u0301'.repeat(6)}\u200d${'\u0301'.repeat(2)}`,
    'e',
  ],
  [
    'line ends',
    'a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh\ni',
    'a\nb\nc\nd\ne\nf\ng\nh\ni',
    'a b c d e f g h i',
    'abcdefghi',
  ],
  ['white space within', 'a \t b', 'a \t b', 'a b', 'ab'],
  ['wide and narrow spaces', 'a\u00a0\u3000\u2009b', 'a\u00a0\u3000\u2009b', 'a b', 'ab'],
  ['white space around', ' \u00a0\n a \n ', 'a', 'a', 'a'],
  ['white space at line ends', 'a  \nb\u00a0\t\nc', 'a\nb\nc', 'a b c', 'abc'],
  ['white space at a line start', 'a\n  b', 'a\n  b', 'a b', 'ab'],
  ['two empty lines', 'a\n\n\nb', 'a\n\n\nb', 'a b', 'ab'],
  ['many empty lines', 'a\n \n\u200b\n\n\n\nb', 'a\n\n\nb', 'a b', 'ab'],
  ['half a pair', 'a\ud83db\udc4dc', 'a\ufffdb\ufffdc', 'a\ufffdb\ufffdc', 'a\ufffdb\ufffdc'],
  ['a whole pair', 'a👍b', 'a👍b', 'a👍b', 'a👍b'],
  ['nothing', '', '', '', ''],
];

const asText: readonly string[] = [
  'أ < ب و ج > د',
  'if (a<b && c>d)',
  '<3',
  '<me@example.org>',
  '&lt;b&gt;',
  '&amp;amp;',
  '</textarea>',
  '{{x}}',
  '${x}',
  'a\\nb',
  '# title',
  '* item',
  '> quote',
  '1. one',
  '<script>alert(1)</script>',
  '[x](y)',
  '«اقتباس»',
  '"…" – —',
  'ﷲ',
];

const onlyInNames: readonly (readonly [what: string, typed: string, name: string])[] = [
  ['a grapheme joiner', 'a\u034fb', 'ab'],
  ['Khmer inherent vowels', 'a\u17b4\u17b5b', 'ab'],
  ['Mongolian selectors', 'a\u180b\u180c\u180d\u180fb', 'ab'],
  ['an empty Braille pattern', 'a\u2800b', 'ab'],
  ['unassigned specials', 'a\u2065\ufff0\ufff8b', 'ab'],
  ['non-characters', 'a\ufdd0\uffff\u{1fffe}b', 'ab'],
  ['musical controls', 'a\u{1d173}\u{1d17a}b', 'ab'],
  ['further variation selectors', 'a\u{e0100}\u{e01ef}b', 'ab'],
  ['an emoji with its selector', '❤\ufe0f', '❤\ufe0f'],
];

describe('cleaning', () => {
  for (const [what, typed, text, name, address] of rows) {
    it(what, () => {
      expect(cleanText(typed), 'text').to.equal(text);
      expect(cleanName(typed), 'name').to.equal(name);
      expect(cleanAddress(typed), 'address').to.equal(address);
      expect(cleanText(text), 'text, again').to.equal(text);
      expect(cleanName(name), 'name, again').to.equal(name);
      expect(cleanAddress(address), 'address, again').to.equal(address);
    });
  }

  for (const [what, typed, name] of onlyInNames) {
    it(`${what} in a name`, () => {
      expect(cleanName(typed)).to.equal(name);
    });
  }

  for (const text of asText) {
    it(`leaves ${text} as it is`, () => {
      expect(cleanText(text)).to.equal(text);
      expect(cleanName(text)).to.equal(text);
    });
  }

  it('changes nothing more the second time, whatever is mixed', () => {
    const pieces = [
      'a',
      'م',
      '1',
      '.',
      ' ',
      '\n',
      '\r',
      '	',
      '‌',
      '‍',
      '‎',
      '‏',
      '؜',
      '​',
      '‮',
      '́',
      'ّ',
      '👨',
      '🏽',
      '🏴',
      '󠁧',
      '󠁿',
      '\ud83d',
      '\udc4d',
      '⠀',
      '️',
      '́́́́́',
      '᠋',
      '',
      '\u2028',
      '\xA0',
    ];
    let state = 3;
    for (let round = 0; round < 4_000; round++) {
      let text = '';
      for (let step = 0; step < 14; step++) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        text += pieces[(state >> 8) % pieces.length];
      }
      for (const clean of [cleanText, cleanName, cleanAddress, displayName])
        expect(clean(clean(text)), JSON.stringify(text)).to.equal(clean(text));
    }
  });
});

describe('displayName', () => {
  it('cleans first and cuts after', () => {
    expect(displayName(`${'\u202e'.repeat(400)}ليلى`)).to.equal('ليلى');
    expect(displayName('ل'.repeat(100))).to.equal('ل'.repeat(80));
    expect(displayName('مَ'.repeat(100))).to.equal('مَ'.repeat(80));
    expect(displayName('👨‍👩‍👧'.repeat(100))).to.equal('👨‍👩‍👧'.repeat(80));
  });

  it('leaves no space where it was cut', () => {
    expect(displayName(`${'ل'.repeat(79)} ${'ل'.repeat(9)}`)).to.equal('ل'.repeat(79));
  });
});

describe('isBlank', () => {
  const blank = ['', ' ', '\n	\xA0　', '‏‌', 'ـــ', '⠀', 'ً', '́́', 'ㅤ', 'ᅟᅠ', '󠁧', '‮', '️', 'ﾠ ​'];
  for (const text of blank) {
    it(`${JSON.stringify(text)} is`, () => {
      expect(isBlank(text)).to.equal(true);
      expect(isBlank(cleanText(text))).to.equal(true);
    });
  }
  for (const text of ['م', 'ـمـ', '1', '٣', '.', '؟', '👍', '+', '❤\ufe0f', '<', '日', '🏴\u200d☠️']) {
    it(`${text} is not`, () => {
      expect(isBlank(text)).to.equal(false);
    });
  }
});
