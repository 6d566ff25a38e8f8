import {expect} from '@open-wc/testing';
import {loadSanitizer} from '../../src/content/sanitize/load.js';
import {markupToHtml, markupToInline} from '../../src/content/markup-to-html.js';
import {markupToText, readMarkup} from '../../src/content/markup.js';
import {timeOf} from './hostile-signs.js';

type Row = readonly [typed: string, inline: string, text: string];

/** What stays as it is typed is written once. */
const asTyped = (typed: string): Row => [
  typed,
  typed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  typed,
];

const link = (href: string): string => `<a href="${href}">س</a>`;
const unlinked = (start: string): Row => [`${start}س</a>`, 'س', 'س'];

const tables: Readonly<Record<string, readonly Row[]>> = {
  'keeps every tag of WordPress’s comments': [
    ...[
      'abbr',
      'acronym',
      'b',
      'blockquote',
      'cite',
      'code',
      'del',
      'em',
      'i',
      'q',
      's',
      'strike',
      'strong',
    ].map((tag): Row => [`<${tag}>نص</${tag}>`, `<${tag}>نص</${tag}>`, 'نص']),
    ['<a href="https://example.org/">س</a>', link('https://example.org/'), 'س'],
    ['<B>كبير</B> <Em>كذلك</eM>', '<b>كبير</b> <em>كذلك</em>', 'كبير كذلك'],
    ['<b >نص</b\n>', '<b>نص</b>', 'نص'],
    ['<b><i>معًا</i></b>', '<b><i>معًا</i></b>', 'معًا'],
    ['<b><b>مرتين</b></b>', '<b><b>مرتين</b></b>', 'مرتين'],
  ],

  'leaves everything else as text, and nothing vanishes': [
    'أ < ب و ج > د',
    'a<b',
    'a < b && c > d',
    'if (a<b && c>d)',
    '<3',
    '<',
    '<<>>',
    '< b>ليس وسمًا</ b>',
    '<b',
    '<b href=',
    '<b/>',
    '<bb>نص</bb>',
    '<me@example.org>',
    '&lt;b&gt;',
    '&amp;amp;',
    '</textarea>',
    '</b>',
    '</b></i>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<style>*{display:none}</style>',
    '<iframe src="/x">',
    '<p>فقرة</p><br><hr>',
    '<h1>عنوان</h1>',
    '<ul><li>بند</li></ul>',
    '<pre>  نص</pre>',
    '<!-- <c> -->',
    '<?php echo 1 ?>',
    '<![CDATA[x]]>',
    '<b-x>عنصر</b-x>',
    '<b title="a<i">',
    '<\u0000b>نص',
    '＜b＞نص＜/b＞',
  ].map(asTyped),

  'closes what is not closed, and lets nothing overlap': [
    ['<b>مفتوح', '<b>مفتوح</b>', 'مفتوح'],
    ['<b>أ\n\nب', '<b>أ\n\nب</b>', 'أ\n\nب'],
    ['<b><i>أ</b>ب</i>', '<b><i>أ</i></b>ب', 'أب'],
    ['<i>أ</i></i>ب', '<i>أ</i>&lt;/i&gt;ب', 'أ</i>ب'],
    ['<b>أ<blockquote>ب</b></blockquote>ج', '<b>أ</b><blockquote>ب</blockquote>ج', 'أبج'],
    [
      '<blockquote><blockquote>أ</blockquote>ب</blockquote>',
      '<blockquote><blockquote>أ</blockquote>ب</blockquote>',
      'أب',
    ],
    [
      '<a href="https://a.example">أ<a href="https://b.example">ب</a></a>',
      '<a href="https://a.example/">أ</a><a href="https://b.example/">ب</a>',
      'أب',
    ],
    ['<b></b>', '<b></b>', ''],
    ['<b> </b><i>\n</i>', '<b> </b><i>\n</i>', ' \n'],
  ],

  'takes addresses and titles, and no other attribute': [
    ['<a href=https://example.org/x>س</a>', link('https://example.org/x'), 'س'],
    ["<a href='https://example.org/x'>س</a>", link('https://example.org/x'), 'س'],
    ['<A HREF = "https://example.org/x" >س</A>', link('https://example.org/x'), 'س'],
    ['<a href="mailto:laila@example.org">س</a>', link('mailto:laila@example.org'), 'س'],
    ['<a href="https://example.org/?a=1&amp;b=2">س</a>', link('https://example.org/?a=1&amp;b=2'), 'س'],
    ['<a href="https://example.org/?a=1&b=2">س</a>', link('https://example.org/?a=1&amp;b=2'), 'س'],
    [
      '<a class="x" id="y" style="color:red" onclick="alert(1)" target="_top" href="https://example.org/">س</a>',
      link('https://example.org/'),
      'س',
    ],
    ['<a href="https://a.example/" href="https://b.example/">س</a>', link('https://a.example/'), 'س'],
    ['<b onmouseover="alert(1)" dir="rtl">نص</b>', '<b>نص</b>', 'نص'],
    ['<abbr title="منظمة &quot;الصحة&quot;">م</abbr>', '<abbr title="منظمة &quot;الصحة&quot;">م</abbr>', 'م'],
    ["<abbr title='\"><i'>م", "&lt;abbr title='\"&gt;&lt;i'&gt;م", "<abbr title='\"><i'>م"],
    ['<b title="لا">نص</b>', '<b>نص</b>', 'نص'],
    ['<del datetime="2026-01-31">نص</del>', '<del datetime="2026-01-31">نص</del>', 'نص'],
    ['<del datetime="أمس">نص</del>', '<del>نص</del>', 'نص'],
    unlinked('<a>'),
    unlinked('<a href>'),
    unlinked('<a href="">'),
    unlinked('<a href="javascript:alert(1)">'),
    unlinked('<a href="java\tscript:alert(1)">'),
    unlinked('<a href="javascript&colon;alert(1)">'),
    unlinked('<a href="data:text/html,x">'),
    unlinked('<a href="//example.org">'),
    unlinked('<a href="/page">'),
    unlinked('<a href="https:example.org">'),
    unlinked('<a href="https://user:pass@example.org/">'),
  ],

  'makes links of addresses, but not within a link or code': [
    [
      'انظر https://example.org/x.',
      'انظر <a href="https://example.org/x">https://example.org/x</a>.',
      'انظر https://example.org/x.',
    ],
    ['<code>https://example.org</code>', '<code>https://example.org</code>', 'https://example.org'],
    [
      '<a href="https://example.org/"><b>https://example.org</b></a>',
      '<a href="https://example.org/"><b>https://example.org</b></a>',
      'https://example.org',
    ],
  ],
};

const dirs = ['rtl', 'ltr'] as const;

describe('what readers write with tags', () => {
  for (const [what, rows] of Object.entries(tables)) {
    describe(what, () => {
      for (const [typed, inline, text] of rows) {
        it(JSON.stringify(typed), async () => {
          expect(markupToInline(typed)).to.equal(inline);
          expect(markupToText(typed)).to.equal(text);
          // Nothing is left for DOMPurify to take away: what it keeps has the same words.
          const {toSafeMarkup, toSafeHtml, toSafeFragment} = await loadSanitizer();
          if (text.trim()) expect(toSafeHtml(inline, true)).to.equal(inline.replace(/\0/g, ''));
          for (const dir of dirs) {
            const safe = toSafeMarkup(markupToHtml(typed), dir);
            const seen = safe === null ? '' : toSafeFragment(safe).textContent;
            const bare = (words: string): string => words.replace(/[\s\0]/g, '');
            expect(bare(seen)).to.equal(bare(text));
          }
        });
      }
    });
  }

  it('has more than 60 rows', () => {
    expect(Object.values(tables).flat().length).to.be.greaterThan(60);
  });

  it('each piece that opens closes, and none overlaps another', () => {
    for (const [typed] of Object.values(tables).flat()) {
      const open: string[] = [];
      for (const piece of readMarkup(typed)) {
        if (piece.kind === 'open') open.push(piece.tag);
        if (piece.kind === 'close') expect(open.pop()).to.equal(piece.tag);
      }
      expect(open).to.deep.equal([]);
    }
  });

  it('RTL B1: paragraphs get their direction, with the marks of a link and the tags within', async () => {
    const {toSafeMarkup} = await loadSanitizer();
    const html = markupToHtml(
      'قال <b>نعم</b>\nand\n<blockquote>قول\nquoted</blockquote>\nhttps://example.org',
    );
    expect(toSafeMarkup(html, 'rtl')).to.equal(
      '<p dir="rtl">قال <b>نعم</b></p><p dir="ltr" lang="">and</p>' +
        '<blockquote dir="rtl"><p dir="rtl">قول</p><p dir="ltr" lang="">quoted</p></blockquote>' +
        '<p dir="rtl"><a href="https://example.org/" rel="nofollow ugc noopener" target="_blank" ' +
        'referrerpolicy="strict-origin">https://example.org</a></p>',
    );
  });

  it('SEC 6.10: a hundred thousand signs cost a moment', () => {
    for (const sign of [
      '<',
      '<b>',
      '</b>',
      '<a ',
      '<a href=',
      '<a href="',
      '<a a a a ',
      '<b\n',
      '<a href=x ',
    ]) {
      const typed = sign.repeat(100_000 / sign.length);
      // As in speed.test.ts: what is not linear takes seconds, what is linear never this long.
      expect(
        timeOf(() => markupToText(typed), 1_000),
        sign,
      ).to.be.below(1_000);
    }
  });

  it('more tags than any honest comment has are text', () => {
    const text = markupToText('<b>x</b>'.repeat(600));
    expect(text.startsWith('x'.repeat(500))).to.equal(true);
    expect(text).to.contain('<b>x</b>');
    expect(markupToInline('<b>'.repeat(100))).to.equal(
      `${'<b>'.repeat(16)}${'&lt;b&gt;'.repeat(84)}${'</b>'.repeat(16)}`,
    );
  });
});
