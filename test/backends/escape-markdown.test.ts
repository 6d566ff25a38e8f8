import {expect} from '@open-wc/testing';
import {escapeMarkdown} from '../../src/backends/escape-markdown.js';

const escape = (text: string): string => escapeMarkdown(text, /^https?:[^']+$/);

describe('SEC 2.7: text as Markdown', () => {
  const rows: readonly (readonly [what: string, typed: string, sent: string])[] = [
    ['ordinary text', 'السلام عليكم (1990–2026)، «نعم»! "لا" 3 - 2 + 1.', ''],
    ['comparison', 'أ < ب و ج > د', 'أ \\< ب و ج > د'],
    ['tags', '<script>x</script>', '\\<script>x\\</script>'],
    ['references', '&lt; &amp;amp;', '\\&lt; \\&amp;amp;'],
    ['emphasis', '*a* _b_ ~~c~~ ==d== e^2', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\=\\=d\\=\\= e\\^2'],
    ['code', '`x`', '\\`x\\`'],
    ['backslashes', 'a\\nb\\', 'a\\\\nb\\\\'],
    ['links', '![a](b) [c]: d', '!\\[a\\](b) \\[c\\]: d'],
    ['tables', 'a | b\n--- | ---', 'a \\| b\n\\--- \\| ---'],
    ['headings', '# a\nb\n===', '\\# a\nb\n\\=\\=\\='],
    ['lists', '- a\n+ b\n1. c\n2) d', '\\- a\n\\+ b\n1\\. c\n2\\) d'],
    ['lists in Arabic', '١. أ\n۲) ب', '١\\. أ\n۲\\) ب'],
    ['quotations', '> a\n  > b', '\\> a\n  \\> b'],
    ['definitions', ': a', '\\: a'],
    ['indented lines', '    a\n\tb\n  \tc\n   d', '&#32;    a\n&#32;\tb\n&#32;  \tc\n   d'],
    ['an address', 'قال https://x.example/a_b*?c=1&d=2.', 'قال <https://x.example/a_b*?c=1&d=2>.'],
    ['an address that is not linkable', "https://x.example/'_", "https\\://x.example/'\\_"],
    ['an address behind a backslash', '\\https://x.example/_', '\\\\https\\://x.example/\\_'],
    [
      'other addresses',
      'www.x.example ftp://a_b me_@x.example',
      'www\\.x.example ftp\\://a\\_b me\\_@x.example',
    ],
    ['empty lines', 'a\n\n\nb', ''],
  ];
  for (const [what, typed, sent] of rows)
    it(`keeps ${what}`, () => {
      expect(escape(typed)).to.equal(sent || typed);
    });

  it('takes no time for what looks like much', () => {
    for (const piece of ['*', '[', 'www.', '&', '\\', '    ', '1.', 'https://']) {
      const long = piece.repeat(20_000);
      expect(escape(long).length).to.be.at.least(long.length);
    }
  });
});
