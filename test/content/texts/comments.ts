import type {Block} from './paragraphs.js';

/** A comment as typed and as it is sent, and its paragraphs in a right-to-left widget. */
export type Comment = readonly [what: string, typed: string, sent: string, blocks: readonly Block[]];

const england = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
const marks = (count: number): string => '\u064e'.repeat(count);

/** Expectations by hand, from the table of RTL.md section 3, and T1 to T3. */
export const comments: readonly Comment[] = [
  // T2: lone surrogates, then line ends.
  ['half a pair', 'أ\ud83dب', 'أ\ufffdب', [['rtl', 'أ\ufffdب']]],
  ['the other half', '\udc4dأ', '\ufffdأ', [['rtl', '\ufffdأ']]],
  ['halves in the wrong order', 'x\udc4d\ud83d', 'x\ufffd\ufffd', [['ltr', 'x\ufffd\ufffd']]],
  ['CRLF', 'أ\r\nب', 'أ\nب', [['rtl', 'أ', 'ب']]],
  ['CR', 'أ\rب', 'أ\nب', [['rtl', 'أ', 'ب']]],
  [
    'CRLF twice',
    'أ\r\n\r\nب',
    'أ\n\nب',
    [
      ['rtl', 'أ'],
      ['rtl', 'ب'],
    ],
  ],
  ['NEL', 'أ\u0085ب', 'أ\nب', [['rtl', 'أ', 'ب']]],
  ['line separator', 'أ\u2028ب', 'أ\nب', [['rtl', 'أ', 'ب']]],
  [
    'paragraph separator',
    'أ\u2029x',
    'أ\nx',
    [
      ['rtl', 'أ'],
      ['ltr', 'x'],
    ],
  ],
  ['vertical tab and form feed', 'أ\vب\fج', 'أ\nب\nج', [['rtl', 'أ', 'ب', 'ج']]],
  // Removals.
  ['a right-to-left override', '\u202eevil', 'evil', [['ltr', 'evil']]],
  ['an embedding', '\u202bHello\u202c', 'Hello', [['ltr', 'Hello']]],
  ['isolates', '\u2067سلام\u2069 x', 'سلام x', [['rtl', 'سلام x']]],
  ['an isolate end alone', 'سلام\u2069', 'سلام', [['rtl', 'سلام']]],
  ['an override between letters', 'a\u202db', 'ab', [['ltr', 'ab']]],
  ['NUL', 'أ\0ب', 'أب', [['rtl', 'أب']]],
  ['escape and bell', 'أ\x1b\x07ب', 'أب', [['rtl', 'أب']]],
  ['DEL and C1', 'أ\x7f\x9fب', 'أب', [['rtl', 'أب']]],
  ['a byte order mark', '\ufeffسلام', 'سلام', [['rtl', 'سلام']]],
  ['a soft hyphen', 'co\u00adoperate', 'cooperate', [['ltr', 'cooperate']]],
  ['a zero width space', 'سل\u200bام', 'سلام', [['rtl', 'سلام']]],
  ['a word joiner', 'سل\u2060ام', 'سلام', [['rtl', 'سلام']]],
  ['old formatting signs', 'a\u206ab\u206f', 'ab', [['ltr', 'ab']]],
  ['annotations', 'a\ufff9b\ufffb', 'ab', [['ltr', 'ab']]],
  ['Hangul fillers', 'a\u3164b\uffa0', 'ab', [['ltr', 'ab']]],
  ['tags', 'a\u{e0041}\u{e007f}b', 'ab', [['ltr', 'ab']]],
  ['a flag of tags', `علم ${england}`, `علم ${england}`, [['rtl', `علم ${england}`]]],
  ['a black flag with one stray tag', '\u{1f3f4}\u{e0067}أ', '\u{1f3f4}أ', [['rtl', '\u{1f3f4}أ']]],
  // Marks of direction: kept, runs collapsed to one.
  ['one mark', 'سلام\u200f', 'سلام\u200f', [['rtl', 'سلام\u200f']]],
  ['three marks', 'a\u200e\u200e\u200fb', 'a\u200eb', [['ltr', 'a\u200eb']]],
  ['marks around what is removed', 'a\u200f\u202e\u200fb', 'a\u200fb', [['ltr', 'a\u200fb']]],
  ['two different marks at the start', '\u200f\u200eHello', '\u200fHello', [['rtl', '\u200fHello']]],
  // Marks of a base.
  ['tashkeel, unsorted', 'م\u0651\u064e', 'م\u0651\u064e', [['rtl', 'م\u0651\u064e']]],
  ['eight marks', `م${marks(8)}`, `م${marks(8)}`, [['rtl', `م${marks(8)}`]]],
  ['nine marks', `م${marks(9)}`, `م${marks(8)}`, [['rtl', `م${marks(8)}`]]],
  ['two hundred marks', `م${marks(200)}ن`, `م${marks(8)}ن`, [['rtl', `م${marks(8)}ن`]]],
  [
    'nine marks around a joiner',
    `م${marks(5)}\u200d${marks(5)}`,
    `م${marks(5)}\u200d${marks(3)}`,
    [['rtl', `م${marks(5)}\u200d${marks(3)}`]],
  ],
  ['a text that is not composed', 'e\u0301', 'e\u0301', [['ltr', 'e\u0301']]],
  ['tatweel', 'ســـلام', 'ســـلام', [['rtl', 'ســـلام']]],
  // Joiners.
  ['a joiner that is meant', 'خانه\u200cها', 'خانه\u200cها', [['rtl', 'خانه\u200cها']]],
  ['joiners in a row', 'خانه\u200c\u200c\u200dها', 'خانه\u200cها', [['rtl', 'خانه\u200cها']]],
  ['a joiner at the start', '\u200dسلام', 'سلام', [['rtl', 'سلام']]],
  ['a joiner after a space', 'سلام \u200cبه', 'سلام به', [['rtl', 'سلام به']]],
  ['a joiner after a digit', '1\u200c2', '12', [['rtl', '12']]],
  ['a joiner after a sign', '!\u200dأ', '!أ', [['rtl', '!أ']]],
  ['an emoji of several', '👩\u200d💻', '👩\u200d💻', [['rtl', '👩\u200d💻']]],
  // White space.
  ['spaces at line ends', 'أ  \nب\t', 'أ\nب', [['rtl', 'أ', 'ب']]],
  ['spaces at line starts', 'أ\n  ب', 'أ\n  ب', [['rtl', 'أ', '  ب']]],
  ['spaces within', 'أ   ب', 'أ   ب', [['rtl', 'أ   ب']]],
  ['empty lines around', '\n\n أ \n\n', 'أ', [['rtl', 'أ']]],
  [
    'two empty lines',
    'أ\n\n\nب',
    'أ\n\n\nب',
    [
      ['rtl', 'أ'],
      ['rtl', 'ب'],
    ],
  ],
  [
    'five empty lines',
    'أ\n\n\n\n\n\nب',
    'أ\n\n\nب',
    [
      ['rtl', 'أ'],
      ['rtl', 'ب'],
    ],
  ],
  [
    'lines of white space',
    'أ\n \n\u200b\n\t\n\u00a0\nب',
    'أ\n\n\nب',
    [
      ['rtl', 'أ'],
      ['rtl', 'ب'],
    ],
  ],
  ['only white space', ' \n\t\u00a0 ', '', []],
  ['only what cannot be seen', '\u200b\u2060\ufeff', '', []],
  // T1: what is seen stays as it was typed.
  ['presentation forms', 'ﻻ ﺳﻼﻡ', 'ﻻ ﺳﻼﻡ', [['rtl', 'ﻻ ﺳﻼﻡ']]],
  ['a fraction and wide letters', '½ ＡＢ', '½ ＡＢ', [['ltr', '½ ＡＢ']]],
  ['quotes and dashes', '"x" -- \'y\'', '"x" -- \'y\'', [['ltr', '"x" -- \'y\'']]],
];
