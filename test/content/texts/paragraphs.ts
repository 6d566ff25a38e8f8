import type {Direction} from '../../../src/content/types.js';

export type Block = readonly [dir: Direction, ...lines: string[]];

/** A text that cleaning leaves as it is: its paragraphs in a right-to-left widget, and in a left-to-right one where they differ. */
export type Text = readonly [typed: string, inRtl: readonly Block[], inLtr?: readonly Block[]];

/** Expectations by hand, from RTL.md B1. */
export const texts: readonly Text[] = [
  ['سطر', [['rtl', 'سطر']]],
  ['سطر\nآخر', [['rtl', 'سطر', 'آخر']]],
  [
    'سطر\n\nآخر',
    [
      ['rtl', 'سطر'],
      ['rtl', 'آخر'],
    ],
  ],
  [
    'سطر\n\n\nآخر',
    [
      ['rtl', 'سطر'],
      ['rtl', 'آخر'],
    ],
  ],
  ['one\ntwo', [['ltr', 'one', 'two']]],
  [
    'one\n\ntwo',
    [
      ['ltr', 'one'],
      ['ltr', 'two'],
    ],
  ],
  [
    'مرحبا\nHello',
    [
      ['rtl', 'مرحبا'],
      ['ltr', 'Hello'],
    ],
  ],
  [
    'Hello\nمرحبا',
    [
      ['ltr', 'Hello'],
      ['rtl', 'مرحبا'],
    ],
  ],
  [
    'مرحبا\nHello\nأهلا',
    [
      ['rtl', 'مرحبا'],
      ['ltr', 'Hello'],
      ['rtl', 'أهلا'],
    ],
  ],
  [
    'مرحبا\n\nHello\n\nأهلا',
    [
      ['rtl', 'مرحبا'],
      ['ltr', 'Hello'],
      ['rtl', 'أهلا'],
    ],
  ],
  [
    'أ\nب\nc\nd\nه',
    [
      ['rtl', 'أ', 'ب'],
      ['ltr', 'c', 'd'],
      ['rtl', 'ه'],
    ],
  ],
  ['1\n2', [['rtl', '1', '2']], [['ltr', '1', '2']]],
  [
    'مرحبا\n1',
    [['rtl', 'مرحبا', '1']],
    [
      ['rtl', 'مرحبا'],
      ['ltr', '1'],
    ],
  ],
  [
    'Hello\n1',
    [
      ['ltr', 'Hello'],
      ['rtl', '1'],
    ],
    [['ltr', 'Hello', '1']],
  ],
  [
    '😀\nمرحبا',
    [['rtl', '😀', 'مرحبا']],
    [
      ['ltr', '😀'],
      ['rtl', 'مرحبا'],
    ],
  ],
  [
    'انظر:\nhttps://example.com/',
    [['rtl', 'انظر:', 'https://example.com/']],
    [
      ['rtl', 'انظر:'],
      ['ltr', 'https://example.com/'],
    ],
  ],
  [
    'قال:\n> quote\nانتهى',
    [
      ['rtl', 'قال:'],
      ['ltr', '> quote'],
      ['rtl', 'انتهى'],
    ],
  ],
  ['1. أول\n2. ثان', [['rtl', '1. أول', '2. ثان']]],
  ['- a\n- b', [['ltr', '- a', '- b']]],
  [
    'iPhone هاتف\nجيد',
    [['rtl', 'iPhone هاتف', 'جيد']],
    [
      ['ltr', 'iPhone هاتف'],
      ['rtl', 'جيد'],
    ],
  ],
  ['أ\n  ب', [['rtl', 'أ', '  ب']]],
  [
    '{\n  x\n}',
    [
      ['rtl', '{'],
      ['ltr', '  x'],
      ['rtl', '}'],
    ],
    [['ltr', '{', '  x', '}']],
  ],
  [
    '\u200eسلام\nسلام',
    [
      ['ltr', '\u200eسلام'],
      ['rtl', 'سلام'],
    ],
  ],
  [
    '\u200fHello\nHello',
    [
      ['rtl', '\u200fHello'],
      ['ltr', 'Hello'],
    ],
  ],
  [
    'שלום\nمرحبا\nhi',
    [
      ['rtl', 'שלום', 'مرحبا'],
      ['ltr', 'hi'],
    ],
  ],
  [
    '@layla\nشكرا',
    [['rtl', '@layla', 'شكرا']],
    [
      ['ltr', '@layla'],
      ['rtl', 'شكرا'],
    ],
  ],
  [
    '`x`\nشكرا',
    [['rtl', '`x`', 'شكرا']],
    [
      ['ltr', '`x`'],
      ['rtl', 'شكرا'],
    ],
  ],
  [
    '(011) 234-5678\nهاتفي',
    [['rtl', '(011) 234-5678', 'هاتفي']],
    [
      ['ltr', '(011) 234-5678'],
      ['rtl', 'هاتفي'],
    ],
  ],
];
