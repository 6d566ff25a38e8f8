import {expect} from '@open-wc/testing';
import {toSafeFragment, toSafeHtml} from '../../../src/content/sanitize/sanitize.js';
import {textToHtml} from '../../../src/content/text-to-html.js';
import {write} from './write.js';

const safe = (html: string): string => write(toSafeFragment(html));

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
    ['SEC 3.2: boxes keep their content', '<div><section><p>نص</p></section></div>', '<p>نص</p>'],
    [
      'SEC 3.2, SEC 11.1: attributes that are not on the list',
      '<p class="x" id="y" name="z" style="a" lang="en" slot="s" part="p" data-x="1" aria-label="l" hidden>نص</p>',
      '<p>نص</p>',
    ],
    [
      'SEC 3.4: title only where it belongs',
      '<p title="x">a</p><a title="x" href="https://example.com/">b</a>',
      `<p>a</p><a title="x" href="https://example.com/" ${link}>b</a>`,
    ],
    [
      'SEC 3.4: datetime only where it belongs',
      '<p datetime="2026">a</p><b datetime="2026">b</b>',
      '<p>a</p><b>b</b>',
    ],
    ['SEC 3.4: href only where it belongs', '<p href="https://example.com/">a</p>', '<p>a</p>'],
    [
      'SEC 3.4: directions',
      '<p dir="rtl">a</p><p dir="ltr">b</p><p dir="auto">c</p><p dir="x">d</p>',
      '<p dir="rtl">a</p><p dir="ltr">b</p><p>c</p><p>d</p>',
    ],
    ['a link', '<a href="https://example.com">x</a>', `<a href="https://example.com/" ${link}>x</a>`],
    [
      'SEC 4.2: a link that says otherwise',
      '<a href="https://example.com/" rel="me" target="_top" referrerpolicy="unsafe-url" download ping="https://evil.example/">x</a>',
      `<a href="https://example.com/" ${link}>x</a>`,
    ],
    ['a mail link', '<a href="mailto:me@example.org">x</a>', `<a href="mailto:me@example.org" ${link}>x</a>`],
    [
      'SEC 4.1: a mail link with a query',
      '<a href="mailto:me@example.org?bcc=you@example.org">x</a>',
      '<a>x</a>',
    ],
    [
      'SEC 4.1: links that are none',
      '<a href="/x">a</a><a href="//x.example">b</a><a href="ftp://x.example">c</a><a href="https://me@x.example">d</a>',
      '<a>a</a><a>b</a><a>c</a><a>d</a>',
    ],
    ['SEC 3.5: a smiley', 'a <img src="x.png" alt="🙂" class="wp-smiley"> b', 'a 🙂 b'],
    ['SEC 3.5: a long alternative', `<img alt="${'م'.repeat(50)}">`, 'م'.repeat(20)],
    ['an alternative that looks like markup', '<img alt="<b>x</b>">', '&lt;b&gt;x&lt;/b&gt;'],
    ['SEC 3.5: an image without words', 'a<img src="x.png">b', 'ab'],
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

  it('SEC 3.3: keeps hooks and settings of the page out', async () => {
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

  it('SEC 3.3: takes nothing from a polluted prototype', () => {
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
      // oxlint-disable-next-line no-extend-native -- what a hostile page does
      Object.defineProperty(Object.prototype, name, {value, configurable: true, writable: true});
    try {
      expect(safe('<p onclick=x style=y>a</p><x-y onclick=x></x-y><script>z</script>')).to.equal('<p>a</p>');
    } finally {
      for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name);
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
