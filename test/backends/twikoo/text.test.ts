import {expect} from '@open-wc/testing';
import {toHtml} from '../../../src/backends/twikoo/encode.js';
import {sanitizeComment} from '../../../src/content/sanitize/sanitize.js';

/** What a reader sees of the HTML that was sent: Twikoo's own cleaning lets all of it through. */
function shown(html: string): readonly string[] {
  const holder = document.createElement('div');
  holder.append(sanitizeComment(html, 'rtl')?.fragment ?? '');
  for (const end of holder.querySelectorAll('br')) end.replaceWith('\n');
  return [...holder.querySelectorAll('p')].flatMap(({textContent}) => textContent?.split('\n') ?? []);
}

describe('SEC 2.6, SEC 2.7: text on its way to Twikoo', () => {
  const texts: readonly string[] = [
    'أ < ب و ج > د',
    'if (a<b && c>d)',
    '<3 و <me@example.org>',
    '&lt;b&gt; و &amp;amp; و &nbsp;',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</textarea><b>غامق</b>',
    '{{x}} ${x} \\n \\ %20',
    '# عنوان',
    '* بند **غامق** _مائل_ `رمز` ~~لا~~ ![صورة](x) [رابط](y)',
    '> اقتباس',
    '1. رقم',
    'انظر (https://example.org/?a=1&b=2#c)، أو www.example.org.',
    'مُحَمَّد ﷺ ½ می‌خواهم 👨‍👩‍👧‍👦 🇵🇸',
    '"قال" و\'قال\'',
  ];
  for (const text of texts)
    it(`is shown as it was typed: ${text}`, () => {
      expect(shown(toHtml(text, Infinity))).to.deep.equal([text]);
    });

  it('keeps its lines and its empty lines', () => {
    expect(toHtml('أول\nثان\n\nثالث', Infinity)).to.equal('أول<br>ثان<br><br>ثالث');
    expect(shown(toHtml('أول\nثان\n\nثالث', Infinity))).to.deep.equal(['أول', 'ثان', 'ثالث']);
  });

  it('has links that can be followed, as long as there is room for them', () => {
    const text = 'www.example.org?a=1&b="2"';
    const html = '<a href="https://www.example.org/?a=1&amp;b=">www.example.org?a=1&amp;b=</a>"2"';
    expect(toHtml(text, html.length)).to.equal(html);
    expect(toHtml(text, html.length - 1)).to.equal('www.example.org?a=1&amp;b="2"');
  });
});
