import {expect} from '@open-wc/testing';
import {encodeName, encodeText} from '../../../src/backends/waline/encode.js';

describe('SEC 2.6, SEC 2.7: text for Waline', () => {
  const rows: readonly (readonly [what: string, text: string, markdown: string])[] = [
    ['keeps what ends a sentence', 'نعم، هل تسمع? لا.', 'نعم، هل تسمع? لا.'],
    ['hides tags', 'أ < ب و ج > د', 'أ &#60; ب و ج &#62; د'],
    ['hides references', '&amp;', '&#38;amp&#59;'],
    ['hides emphasis', '*أ* _ب_', '&#42;أ&#42; &#95;ب&#95;'],
    ['hides formulas', '$x^2$', '&#36;x&#94;2&#36;'],
    ['hides emoji', ':smile: D:', '&#58;smile&#58; D&#58;'],
    ['hides numbers of a list', '1. أ\n2) ب', '1&#46; أ  \n2&#41; ب'],
    ['hides dots in a row', 'أ...', 'أ&#46;&#46;&#46;'],
    ['hides bare addresses', 'x.example', 'x&#46;example'],
    [
      'makes no picture of a link',
      'هنا!https://x.example',
      'هنا&#33;[https&#58;&#47;&#47;x&#46;example](<https://x.example/>)',
    ],
    ['breaks lines', 'أ\nب\n\nج', 'أ  \nب  \n  \nج'],
    ['keeps spaces that a line begins with', '    أ\n\tب', '&#32;   أ  \n&#9;ب'],
    [
      'keeps links, and what they look like',
      'انظر https://x.example/%D8%B9?a=1&b=2.',
      'انظر [https&#58;&#47;&#47;x&#46;example&#47;&#37;D8&#37;B9&#63;a&#61;1&#38;b&#61;2]' +
        '(<https://x.example/%D8%B9?a=1&amp;b=2>)&#46;',
    ],
  ];
  for (const [what, text, markdown] of rows)
    it(what, () => {
      expect(encodeText(text)).to.equal(markdown);
    });

  it('holds no backslash and no apostrophe, with which its driver for PostgreSQL cannot deal', () => {
    const signs = Array.from({length: 96}, (_, index) => String.fromCharCode(32 + index)).join('ع');
    for (const text of [signs, "\\'", "https://x.example/it's?a='b'"]) {
      expect(encodeText(text)).not.to.contain('\\');
      expect(encodeText(text)).not.to.contain("\\'");
    }
    expect(encodeText("'")).to.equal('&#39;');
    expect(encodeName("أ\\'د")).to.equal("أ＼'د");
  });
});
