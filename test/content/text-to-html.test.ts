// oxlint-disable no-script-url -- the attacks themselves
import {expect} from '@open-wc/testing';
import {toParagraphs} from '../../src/content/paragraphs.js';
import {toSegments, type Segment} from '../../src/content/segments.js';
import {textToHtml} from '../../src/content/text-to-html.js';

const text = (of: string): Segment => ({kind: 'text', text: of});
const link = (of: string, href = of): Segment => ({kind: 'link', text: of, href});
const ltr = (of: string): Segment => ({kind: 'isolate', text: of, dir: 'ltr'});
const rtl = (of: string): Segment => ({kind: 'isolate', text: of, dir: 'rtl'});

const lines: readonly (readonly [line: string, ...segments: Segment[]])[] = [
  [''],
  ['نص', text('نص')],
  ['https://example.com/', link('https://example.com/')],
  ['https://example.com', link('https://example.com', 'https://example.com/')],
  ['HTTP://EXAMPLE.com/', link('HTTP://EXAMPLE.com/', 'http://example.com/')],
  ['www.example.com', link('www.example.com', 'https://www.example.com/')],
  ['انظر https://example.com/a.', text('انظر '), link('https://example.com/a'), text('.')],
  ['هل رأيت https://example.com/a؟', text('هل رأيت '), link('https://example.com/a'), text('؟')],
  ['https://example.com/a، ثم', link('https://example.com/a'), text('، ثم')],
  ['https://example.com،ثم', link('https://example.com', 'https://example.com/'), text('،ثم')],
  ['(https://example.com/a)', text('('), link('https://example.com/a'), text(')')],
  ['[https://example.com/a],', text('['), link('https://example.com/a'), text('],')],
  ['https://example.com/a_(b)', link('https://example.com/a_(b)')],
  ['(https://example.com/a_(b)).', text('('), link('https://example.com/a_(b)'), text(').')],
  ['https://example.com/a!?:;۔', link('https://example.com/a'), text('!?:;۔')],
  ['<https://example.com/a>', text('<'), link('https://example.com/a'), text('>')],
  ['«https://example.com/a»', text('«'), link('https://example.com/a'), text('»')],
  ['وhttps://example.com/', text('و'), link('https://example.com/')],
  ['https://ar.example/مقال', link('https://ar.example/مقال', 'https://ar.example/%D9%85%D9%82%D8%A7%D9%84')],
  [
    'https://a.example/ https://b.example/',
    link('https://a.example/'),
    text(' '),
    link('https://b.example/'),
  ],
  ['https://me@example.com/', ltr('https://me@example.com/')],
  ['http://', text('http://')],
  ['javascript:alert(1)', text('javascript:alert(1)')],
  ['xhttps://example.com/', text('xhttps://example.com/')],
  ['example.com', text('example.com')],
  ['a < b', text('a < b')],
  ['me@example.org', ltr('me@example.org')],
  ['راسلني (me@example.org).', text('راسلني ('), ltr('me@example.org'), text(').')],
  ['مستخدم@مثال.إختبار', ltr('مستخدم@مثال.إختبار')],
  ['<me@example.org>', text('<'), ltr('me@example.org'), text('>')],
  ['a@b', text('a@b')],
  ['+963 11 234 5678', ltr('+963 11 234 5678')],
  ['هاتف: 0112345678.', text('هاتف: '), ltr('0112345678'), text('.')],
  ['(011) 234-5678', ltr('(011) 234-5678')],
  ['هاتف: (011) 234-5678.', text('هاتف: '), ltr('(011) 234-5678'), text('.')],
  ['((011) 234-5678)', text('('), ltr('(011) 234-5678'), text(')')],
  ['(+963) 11 234 5678', ltr('(+963) 11 234 5678')],
  ['+(963) 11 234 5678', ltr('+(963) 11 234 5678')],
  ['(+963 11 234 5678)', text('('), ltr('+963 11 234 5678'), text(')')],
  ['(0112345678)', text('('), ltr('0112345678'), text(')')],
  ['0112345678 (12)', ltr('0112345678 (12)')],
  ['(0112345678 (12))', text('('), ltr('0112345678 (12)'), text(')')],
  ['0112345678 (12', ltr('0112345678 (12')],
  ['1234567', text('1234567')],
  ['12345678', ltr('12345678')],
  ['@layla', ltr('@layla')],
  ['يا @ليلى!', text('يا '), rtl('@ليلى'), text('!')],
  ['و@ليلى', text('و'), rtl('@ليلى')],
  ['#وسم_طويل', rtl('#وسم_طويل')],
  ['#tag1 #2', ltr('#tag1'), text(' '), ltr('#2')],
  ['a#b', text('a#b')],
  ['# عنوان', text('# عنوان')],
  ['@@', text('@@')],
];

describe('toSegments', () => {
  for (const [line, ...segments] of lines) {
    it(line || '(nothing)', () => {
      expect(toSegments(line)).to.deep.equal(segments);
      expect(segments.map((segment) => segment.text).join(''), 'nothing lost').to.equal(line);
    });
  }
});

describe('toParagraphs', () => {
  it('joins lines of one direction', () => {
    expect(toParagraphs('سطر\nآخر\nEnglish\nlines\nعودة', 'rtl')).to.deep.equal([
      {dir: 'rtl', foreign: false, lines: ['سطر', 'آخر']},
      {dir: 'ltr', foreign: true, lines: ['English', 'lines']},
      {dir: 'rtl', foreign: false, lines: ['عودة']},
    ]);
  });

  it('starts anew after empty lines', () => {
    expect(toParagraphs('سطر\n\nآخر\n\n\nثالث', 'rtl').map(({lines}) => lines)).to.deep.equal([
      ['سطر'],
      ['آخر'],
      ['ثالث'],
    ]);
    expect(toParagraphs('سطر\n \nآخر', 'rtl')).to.have.length(2);
  });

  it("gives lines without letters the widget's direction", () => {
    expect(toParagraphs('12\n😀', 'rtl')).to.deep.equal([{dir: 'rtl', foreign: false, lines: ['12', '😀']}]);
    expect(toParagraphs('12', 'ltr')).to.deep.equal([{dir: 'ltr', foreign: false, lines: ['12']}]);
  });

  it('makes nothing of nothing', () => {
    expect(toParagraphs('', 'rtl')).to.deep.equal([]);
    expect(toParagraphs('\n\n', 'rtl')).to.deep.equal([]);
  });
});

describe('textToHtml', () => {
  const rows: readonly (readonly [typed: string, html: string])[] = [
    ['', ''],
    ['أ < ب و ج > د', '<p dir="rtl">أ &lt; ب و ج &gt; د</p>'],
    ['سطر\nآخر', '<p dir="rtl">سطر<br>آخر</p>'],
    ['سطر\n\nآخر', '<p dir="rtl">سطر</p><p dir="rtl">آخر</p>'],
    ['Hello', '<p dir="ltr" lang="">Hello</p>'],
    ['&lt;b&gt;', '<p dir="ltr" lang="">&amp;lt;b&amp;gt;</p>'],
    [
      '<script>alert("1")</script>',
      '<p dir="ltr" lang="">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>',
    ],
    [
      'انظر https://example.com/?a=1&b=2',
      '<p dir="rtl">انظر <a dir="ltr" href="https://example.com/?a=1&amp;b=2" rel="nofollow ugc noopener" ' +
        'target="_blank" referrerpolicy="strict-origin">https://example.com/?a=1&amp;b=2</a></p>',
    ],
    ['راسل me@example.org', '<p dir="rtl">راسل <bdi dir="ltr">me@example.org</bdi></p>'],
    ['يا @ليلى', '<p dir="rtl">يا <bdi dir="rtl">@ليلى</bdi></p>'],
  ];
  for (const [typed, html] of rows) {
    it(typed || '(nothing)', () => {
      expect(textToHtml(typed, 'rtl')).to.equal(html);
    });
  }

  it('cannot be left by any sign', () => {
    const signs = `https://example.com/'"><img onerror=x> "'<>&\` onload=1 </p>`;
    const parsed = new DOMParser().parseFromString(textToHtml(signs, 'rtl'), 'text/html');
    expect(parsed.body.textContent).to.equal(signs);
    expect([...parsed.body.querySelectorAll('*')].map(({localName}) => localName)).to.deep.equal(['p', 'a']);
  });
});
