import {aTimeout, expect} from '@open-wc/testing';
import {sanitizeComment, toSafeFragment, toSafeHtml} from '../../../src/content/sanitize/sanitize.js';
import {hostileTexts, timeOf} from '../hostile-signs.js';
import {write} from './write.js';

function shown(html: string, dir: 'rtl' | 'ltr' = 'rtl'): string {
  const comment = sanitizeComment(html, dir);
  return comment ? write(comment.fragment) : 'cannot be shown';
}

describe('sanitizeComment', () => {
  const rows: readonly (readonly [what: string, html: string, result: string])[] = [
    ['a paragraph', '<p>نص</p>', '<p dir="rtl">نص</p>'],
    ['a paragraph in another direction', '<p>Hello</p>', '<p dir="ltr" lang="">Hello</p>'],
    ['a direction that lies', '<p dir="ltr">نص عربي</p>', '<p dir="rtl">نص عربي</p>'],
    ['text without a paragraph', 'نص', '<p dir="rtl">نص</p>'],
    [
      'text between blocks',
      'a<p>نص</p>b<hr>ت',
      '<p dir="ltr" lang="">a</p><p dir="rtl">نص</p><p dir="ltr" lang="">b</p><hr><p dir="rtl">ت</p>',
    ],
    ['lines of one direction', '<p>سطر<br />\nآخر</p>', '<p dir="rtl">سطر<br>\nآخر</p>'],
    [
      'lines of two directions',
      '<p>سطر<br>English<br>عودة</p>',
      '<p dir="rtl">سطر</p><p dir="ltr" lang="">English</p><p dir="rtl">عودة</p>',
    ],
    ['an empty line', '<p>سطر<br><br>آخر</p>', '<p dir="rtl">سطر</p><p dir="rtl">آخر</p>'],
    ['empty paragraphs', '<p>نص</p><p> </p>\n<p></p>', '<p dir="rtl">نص</p>'],
    ['a list', '<ul><li>واحد</li><li>two</li></ul>', '<ul dir="rtl"><li>واحد</li><li>two</li></ul>'],
    [
      'a list in another direction',
      '<ol><li>one</li><li>two</li></ol>',
      '<ol dir="ltr" lang=""><li>one</li><li>two</li></ol>',
    ],
    [
      'a list in a list',
      '<ul><li>واحد<ol><li>two three</li></ol></li></ul>',
      '<ul dir="rtl"><li>واحد<ol dir="ltr" lang=""><li>two three</li></ol></li></ul>',
    ],
    [
      'a paragraph in a list',
      '<ul><li><p>one</p></li><li>واحد</li></ul>',
      '<ul dir="rtl"><li><p dir="ltr" lang="">one</p></li><li>واحد</li></ul>',
    ],
    [
      'a quote',
      '<blockquote><p>He said</p></blockquote><p>نعم</p>',
      '<blockquote dir="ltr" lang=""><p dir="ltr" lang="">He said</p></blockquote><p dir="rtl">نعم</p>',
    ],
    [
      'a quote of bare text',
      '<blockquote>قال</blockquote>',
      '<blockquote dir="rtl"><p dir="rtl">قال</p></blockquote>',
    ],
    [
      'block code',
      '<pre><code>const س = 1;\n</code></pre>',
      '<pre dir="ltr" lang="" translate="no"><code dir="ltr" lang="" translate="no">const س = 1;\n</code></pre>',
    ],
    [
      'inline code',
      '<p>اكتب <code>npm install x y z</code></p>',
      '<p dir="rtl">اكتب <code dir="ltr" lang="" translate="no">npm install x y z</code></p>',
    ],
    [
      'an e-mail address',
      '<p>راسل me@example.org</p>',
      '<p dir="rtl">راسل <bdi dir="ltr">me@example.org</bdi></p>',
    ],
    [
      'an address that is no link',
      '<p>انظر https://example.com/.</p>',
      '<p dir="rtl">انظر <bdi dir="ltr">https://example.com/</bdi>.</p>',
    ],
    [
      'a phone number',
      '<p>هاتف +963 11 234 5678</p>',
      '<p dir="rtl">هاتف <bdi dir="ltr">+963 11 234 5678</bdi></p>',
    ],
    [
      'a mention and a tag',
      '<p>يا @ليلى #tag</p>',
      '<p dir="rtl">يا <bdi dir="rtl">@ليلى</bdi> <bdi dir="ltr">#tag</bdi></p>',
    ],
    [
      'nothing in code',
      '<p>أ <code>me@example.org</code></p>',
      '<p dir="rtl">أ <code dir="ltr" lang="" translate="no">me@example.org</code></p>',
    ],
  ];
  for (const [what, html, result] of rows) {
    it(what, () => {
      expect(shown(html)).to.equal(result);
    });
  }

  it("takes the widget's direction where there is no letter", () => {
    expect(shown('<p>123</p>', 'rtl')).to.equal('<p dir="rtl">123</p>');
    expect(shown('<p>123</p>', 'ltr')).to.equal('<p dir="ltr">123</p>');
    expect(shown('<p>نص</p>', 'ltr')).to.equal('<p dir="rtl" lang="">نص</p>');
  });

  describe('SEC 4.4: links', () => {
    const hosts: readonly (readonly [text: string, href: string, host: string | null])[] = [
      ['اضغط هنا', 'https://evil.example/', null],
      ['https://example.com/a', 'https://example.com/a', null],
      ['example.com', 'https://www.example.com/', null],
      ['www.example.com/x', 'https://example.com/y', null],
      ['EXAMPLE.com', 'https://example.com/', null],
      ['https://example.com/index.html', 'https://example.com/index.html', null],
      ['مثال.إختبار', 'https://مثال.إختبار/', null],
      ['https://bank.example/', 'https://evil.example/', 'evil.example'],
      ['bank.example', 'https://evil.example:8443/', 'evil.example:8443'],
      ['www.bank.example', 'http://evil.example/', 'evil.example'],
      ['موقع bank.example الرسمي', 'https://evil.example/', 'evil.example'],
      ['👉 (https://bank.example)', 'https://evil.example/', 'evil.example'],
      ['bank.example@evil.example', 'https://evil.example/', 'evil.example'],
      ['evil.example bank.example', 'https://evil.example/', 'evil.example'],
      ['bank。example', 'https://evil.example/', 'evil.example'],
      ['example.com', 'https://аррӏе.com/', 'xn--80ak6aa92e.com'],
      ['192.168.0.1', 'https://evil.example/', 'evil.example'],
      ['me@bank.example', 'https://evil.example/', 'evil.example'],
      ['الإصدار 3.14', 'https://example.com/', null],
    ];
    for (const [text, href, host] of hosts) {
      it(`${text} → ${href}: ${host ?? 'as it is'}`, () => {
        const fragment = sanitizeComment(`<p><a href="${href}">${text}</a></p>`, 'rtl')!.fragment;
        expect(fragment.querySelector('a')!.textContent).to.equal(text);
        expect(fragment.querySelector('a + bdi')?.textContent).to.equal(host ? `(${host})` : undefined);
        if (host) expect(fragment.querySelector('a + bdi')!.getAttribute('dir')).to.equal('ltr');
      });
    }

    it('isolates an address', () => {
      const dirOf = (text: string): string | null =>
        sanitizeComment(`<p>أ <a href="https://example.com/">${text}</a></p>`, 'rtl')!
          .fragment.querySelector('a')!
          .getAttribute('dir');
      expect(dirOf('https://example.com/')).to.equal('ltr');
      expect(dirOf('example.com')).to.equal('ltr');
      expect(dirOf('هنا')).to.equal(null);
    });
  });

  describe('SEC 3.6: limits', () => {
    it('says when it left something out', () => {
      expect(sanitizeComment('<p>نص</p>', 'rtl')!.shortened).to.equal(false);
      for (const html of ['<p>نص</p>'.repeat(5_000), `نص${'<b>'.repeat(60)}x`, 'م'.repeat(70_000)]) {
        expect(sanitizeComment(html, 'rtl')!.shortened, html.slice(0, 20)).to.equal(true);
      }
    });

    it('keeps no more nodes and no deeper ones', () => {
      const deep = toSafeFragment('<b>x'.repeat(150));
      let depth = 0;
      for (let node: ParentNode | null = deep; node; node = node.firstElementChild) depth++;
      expect(depth).to.equal(41);
      expect(toSafeFragment('x<br>'.repeat(9_000)).childNodes).to.have.length(4_000);
      expect(toSafeFragment('م'.repeat(70_000)).textContent).to.have.length(65_536);
    });

    it('makes no heap of elements out of addresses', () => {
      const {fragment} = sanitizeComment('<p>a@b.cc </p>'.repeat(20) + 'a@b.cc '.repeat(5_000), 'rtl')!;
      expect(fragment.querySelectorAll('bdi')).to.have.length(20);
    });

    it('let no parser see what is nested beyond all measure', () => {
      for (const tag of ['b', 'div', 'blockquote', 'x-y', 'svg']) {
        const comment = sanitizeComment(`نص${`<${tag}></x>`.repeat(600)}<p>آخر</p>`, 'rtl')!;
        expect(comment.shortened, tag).to.equal(true);
        expect(comment.fragment.textContent, tag).to.equal('نص');
      }
      const wide = '<ul><li><b>a</b><li><i>b</i></ul><p><code>c</code><br>'.repeat(300);
      expect(sanitizeComment(wide, 'rtl')!.fragment.textContent).to.equal('abc'.repeat(300));
    });

    it('are not reached by an ordinary long comment', () => {
      expect(sanitizeComment('<p>كلمة أخرى</p>'.repeat(1_000), 'rtl')!.shortened).to.equal(false);
    });
  });

  it('SEC 3.7: cannot show what comes out empty', () => {
    for (const html of [
      '<script>x</script>',
      '<svg><text>x</text></svg>',
      '<img src=x>',
      '\u200f\u200c\u2800a'.slice(0, 3) + '<p>',
    ]) {
      expect(sanitizeComment(html, 'rtl'), html).to.equal(null);
      expect(toSafeHtml(html), html).to.equal(null);
    }
  });

  it('shows nothing for nothing', () => {
    expect(shown('')).to.equal('');
    expect(shown(' \n ')).to.equal('');
  });

  it('SEC 6.10: takes hostile signs in a moment', async function () {
    this.timeout(120_000);
    const most = 1_500;
    for (const [what, text] of hostileTexts) {
      // Other tests run in the same process.
      await aTimeout(0);
      const html = text.slice(0, 65_536);
      const linked = `<p><a href="https://x.example/">${html}`;
      expect(
        timeOf(() => sanitizeComment(html, 'rtl'), most),
        what,
      ).to.be.below(most);
      expect(
        timeOf(() => sanitizeComment(linked, 'rtl'), most),
        what,
      ).to.be.below(most);
    }
  });
});
