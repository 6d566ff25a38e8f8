import {expect} from '@open-wc/testing';
import {sanitizeComment, toSafeFragment, toSafeHtml} from '../../../src/content/sanitize/sanitize.js';
import {textToHtml} from '../../../src/content/text-to-html.js';
import {hostileTexts, timeOf} from '../hostile-signs.js';

function write(node: Node): string {
  const holder = document.createElement('div');
  holder.append(node);
  return holder.innerHTML;
}

const safe = (html: string): string => write(toSafeFragment(html));

function shown(html: string, dir: 'rtl' | 'ltr' = 'rtl'): string {
  const comment = sanitizeComment(html, dir);
  return comment ? write(comment.fragment) : 'cannot be shown';
}

const link = 'rel="nofollow ugc noopener" target="_blank" referrerpolicy="strict-origin"';

describe('toSafeFragment', () => {
  const rows: readonly (readonly [what: string, html: string, result: string])[] = [
    ['text', 'نص', 'نص'],
    ['signs', 'أ &lt; ب و ج &gt; د &amp;amp;', 'أ &lt; ب و ج &gt; د &amp;amp;'],
    [
      'what WordPress allows',
      '<abbr title="x">a</abbr><acronym title="x">b</acronym><b>c</b><blockquote>d</blockquote><cite>e</cite><code>f</code><em>g</em><i>h</i><q>i</q><s>j</s><strike>k</strike><strong>l</strong>',
      '<abbr title="x">a</abbr><acronym title="x">b</acronym><b>c</b><blockquote>d</blockquote><cite>e</cite><code>f</code><em>g</em><i>h</i><q>i</q><s>j</s><strike>k</strike><strong>l</strong>',
    ],
    [
      'what engines add',
      '<p>a<br>b</p><ul><li>c</li></ul><ol><li>d</li></ol><pre><code>e\n  f</code></pre><sub>g</sub><sup>h</sup><hr>',
      '<p>a<br>b</p><ul><li>c</li></ul><ol><li>d</li></ol><pre><code>e\n  f</code></pre><sub>g</sub><sup>h</sup><hr>',
    ],
    [
      'dates of changes',
      '<del datetime="2026-01-01">a</del><ins datetime="2026-01-02">b</ins>',
      '<del datetime="2026-01-01">a</del><ins datetime="2026-01-02">b</ins>',
    ],
    ['headings keep their text', '<h1>عنوان</h1><h6>x</h6>', 'عنوانx'],
    [
      'tables keep their text',
      '<table><thead><tr><th>رأس</th></tr></thead><tbody><tr><td>خلية</td></tr></tbody></table>',
      'رأسخلية',
    ],
    ['boxes keep their content', '<div><section><p>نص</p></section></div>', '<p>نص</p>'],
    [
      'attributes that are not on the list',
      '<p class="x" id="y" name="z" style="a" lang="en" slot="s" part="p" data-x="1" aria-label="l" hidden>نص</p>',
      '<p>نص</p>',
    ],
    [
      'title only where it belongs',
      '<p title="x">a</p><a title="x" href="https://example.com/">b</a>',
      `<p>a</p><a title="x" href="https://example.com/" ${link}>b</a>`,
    ],
    [
      'datetime only where it belongs',
      '<p datetime="2026">a</p><b datetime="2026">b</b>',
      '<p>a</p><b>b</b>',
    ],
    ['href only where it belongs', '<p href="https://example.com/">a</p>', '<p>a</p>'],
    [
      'directions',
      '<p dir="rtl">a</p><p dir="ltr">b</p><p dir="auto">c</p><p dir="x">d</p>',
      '<p dir="rtl">a</p><p dir="ltr">b</p><p>c</p><p>d</p>',
    ],
    ['a link', '<a href="https://example.com">x</a>', `<a href="https://example.com/" ${link}>x</a>`],
    [
      'a link that says otherwise',
      '<a href="https://example.com/" rel="me" target="_top" referrerpolicy="unsafe-url" download ping="https://evil.example/">x</a>',
      `<a href="https://example.com/" ${link}>x</a>`,
    ],
    ['a mail link', '<a href="mailto:me@example.org">x</a>', `<a href="mailto:me@example.org" ${link}>x</a>`],
    ['a mail link with a query', '<a href="mailto:me@example.org?bcc=you@example.org">x</a>', '<a>x</a>'],
    [
      'links that are none',
      '<a href="/x">a</a><a href="//x.example">b</a><a href="ftp://x.example">c</a><a href="https://me@x.example">d</a>',
      '<a>a</a><a>b</a><a>c</a><a>d</a>',
    ],
    ['a smiley', 'a <img src="x.png" alt="🙂" class="wp-smiley"> b', 'a 🙂 b'],
    ['a long alternative', `<img alt="${'م'.repeat(50)}">`, 'م'.repeat(20)],
    ['an alternative that looks like markup', '<img alt="<b>x</b>">', '&lt;b&gt;x&lt;/b&gt;'],
    ['an image without words', 'a<img src="x.png">b', 'ab'],
    [
      'an image in a link',
      '<a href="https://example.com/"><img alt="صورة" src="x"></a>',
      `<a href="https://example.com/" ${link}>صورة</a>`,
    ],
    ['comments', 'a<!-- b -->c', 'ac'],
    ['directions that reach beyond', 'a\u202eb\u2066c', 'abc'],
    ['marks in heaps', `e${'\u0301'.repeat(50)}`, `e${'\u0301'.repeat(8)}`],
    ['invisible signs in a title', '<abbr title="a\u202eb">x</abbr>', '<abbr title="ab">x</abbr>'],
    ['a joiner across elements', '<b>کتاب</b>\u200cها', '<b>کتاب</b>\u200cها'],
    ['a joiner after nothing', '<b>\u200c</b>x', '<b></b>x'],
    ['nothing', '', ''],
  ];
  for (const [what, html, result] of rows) {
    it(what, () => {
      const attributeOrder = (text: string): string => {
        // Engines differ in the order of attributes; what counts is which there are.
        const parsed = new DOMParser().parseFromString(text, 'text/html').body;
        for (const element of parsed.querySelectorAll('*')) {
          const sorted = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
          for (const {name} of sorted) element.removeAttribute(name);
          for (const {name, value} of sorted) element.setAttribute(name, value);
        }
        return parsed.innerHTML;
      };
      expect(attributeOrder(safe(html))).to.equal(attributeOrder(result));
    });
  }

  it('keeps hooks and settings of the page out', async () => {
    const {default: pageDOMPurify} = await import('dompurify');
    pageDOMPurify.setConfig({ALLOWED_TAGS: ['script', 'img'], ALLOWED_ATTR: ['onerror', 'src']});
    pageDOMPurify.addHook('uponSanitizeAttribute', (_, data) => {
      data.forceKeepAttr = true;
    });
    try {
      expect(safe('<p onclick="x">a</p><img src=x onerror=y>')).to.equal('<p>a</p>');
    } finally {
      pageDOMPurify.clearConfig();
      pageDOMPurify.removeAllHooks();
    }
  });

  it('takes nothing from a polluted prototype', () => {
    const polluted = {
      ADD_TAGS: ['script', 'x-y'],
      ADD_ATTR: ['onclick', 'style'],
      tagNameCheck: /.*/,
      attributeNameCheck: /.*/,
      allowCustomizedBuiltInElements: true,
      IN_PLACE: true,
      RETURN_TRUSTED_TYPE: true,
      WHOLE_DOCUMENT: true,
      FORCE_BODY: true,
      USE_PROFILES: {svg: true, html: true},
      removeElements: ['p'],
    };
    for (const [name, value] of Object.entries(polluted))
      Object.defineProperty(Object.prototype, name, {value, configurable: true, writable: true});
    try {
      expect(safe('<p onclick=x style=y>a</p><x-y onclick=x></x-y><script>z</script>')).to.equal('<p>a</p>');
    } finally {
      for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name);
    }
  });
});

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
      '<pre dir="ltr"><code dir="ltr">const س = 1;\n</code></pre>',
    ],
    [
      'inline code',
      '<p>اكتب <code>npm install x y z</code></p>',
      '<p dir="rtl">اكتب <code dir="ltr">npm install x y z</code></p>',
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
      '<p dir="rtl">أ <code dir="ltr">me@example.org</code></p>',
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

  describe('links', () => {
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

  describe('limits', () => {
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

  it('cannot show what comes out empty', () => {
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

  it('takes hostile signs in a moment', function () {
    this.timeout(120_000);
    const most = 1_500;
    for (const [what, text] of hostileTexts) {
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

describe('toSafeHtml', () => {
  it('lets through what was made of text', () => {
    const typed = 'أ < ب و ج > د\nSee https://example.com/?a=1&b="2" or me@example.org\n\n`x` & \'y\'';
    const html = toSafeHtml(textToHtml(typed, 'rtl'))!;
    const parsed = new DOMParser().parseFromString(html.replaceAll('<br>', '\n'), 'text/html').body;
    expect([...parsed.children].map(({textContent}) => textContent)).to.deep.equal([
      'أ < ب و ج > د',
      'See https://example.com/?a=1&b="2" or me@example.org',
      "`x` & 'y'",
    ]);
    expect([...parsed.children].map((paragraph) => paragraph.getAttribute('dir'))).to.deep.equal([
      'rtl',
      'ltr',
      'ltr',
    ]);
    const {attributes} = parsed.querySelector('a')!;
    expect(Object.fromEntries([...attributes].map(({name, value}) => [name, value]))).to.deep.equal({
      dir: 'ltr',
      href: 'https://example.com/?a=1&b=',
      rel: 'nofollow ugc noopener',
      target: '_blank',
      referrerpolicy: 'strict-origin',
    });
  });

  it('writes every sign so that it comes back', () => {
    const signs = `<>&"' \u00a0 &amp; </p> <!-- x --> &lt;`;
    const html = toSafeHtml(textToHtml(signs, 'rtl'))!;
    expect(new DOMParser().parseFromString(html, 'text/html').body.textContent).to.equal(signs);
  });

  it('cuts nothing in silence', () => {
    expect(toSafeHtml('<p>نص</p>'.repeat(5_000))).to.equal(null);
  });
});
