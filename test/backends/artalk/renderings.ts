/**
 * What readers type, what is sent for it, and what Artalk makes of that: recorded
 * from its parser and its sanitizer (goldmark 1.5.4, bluemonday 1.0.20).
 */
export const renderings: readonly (readonly [typed: string, sent: string, html: string])[] = [
  ['أ < ب و ج > د', 'أ \\< ب و ج > د', '<p>أ &lt; ب و ج &gt; د</p>\n'],
  [
    '<script>alert(1)</script>',
    '\\<script>alert(1)\\</script>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n',
  ],
  [
    'if (a<b && c>d) <3 </textarea>',
    'if (a\\<b \\&\\& c>d) \\<3 \\</textarea>',
    '<p>if (a&lt;b &amp;&amp; c&gt;d) &lt;3 &lt;/textarea&gt;</p>\n',
  ],
  ['<me@example.org>', '\\<me@example.org>', '<p>&lt;me@example.org&gt;</p>\n'],
  [
    '&lt;b&gt; &amp;amp; &copy',
    '\\&lt;b\\&gt; \\&amp;amp; \\&copy',
    '<p>&amp;lt;b&amp;gt; &amp;amp;amp; &amp;copy</p>\n',
  ],
  ['{{x}} ${x} a\\nb', '{{x}} ${x} a\\\\nb', '<p>{{x}} ${x} a\\nb</p>\n'],
  ['# عنوان\n## آخر', '\\# عنوان\n\\## آخر', '<p># عنوان<br/>\n## آخر</p>\n'],
  [
    '* أ\n- ب\n+ ج\n1. د\n2) هـ',
    '\\* أ\n\\- ب\n\\+ ج\n1\\. د\n2\\) هـ',
    '<p>* أ<br/>\n- ب<br/>\n+ ج<br/>\n1. د<br/>\n2) هـ</p>\n',
  ],
  ['١. أولًا\n۲) ثانيًا', '١\\. أولًا\n۲\\) ثانيًا', '<p>١. أولًا<br/>\n۲) ثانيًا</p>\n'],
  ['> اقتباس\n> آخر', '\\> اقتباس\n\\> آخر', '<p>&gt; اقتباس<br/>\n&gt; آخر</p>\n'],
  [
    '**غليظ** _مائل_ ~~مشطوب~~ ==معلّم== س^٢ ~ب~',
    '\\*\\*غليظ\\*\\* \\_مائل\\_ \\~\\~مشطوب\\~\\~ \\=\\=معلّم\\=\\= س\\^٢ \\~ب\\~',
    '<p>**غليظ** _مائل_ ~~مشطوب~~ ==معلّم== س^٢ ~ب~</p>\n',
  ],
  [
    '`رمز`\n```js\nx\n```\n~~~\ny\n~~~',
    '\\`رمز\\`\n\\`\\`\\`js\nx\n\\`\\`\\`\n\\~\\~\\~\ny\n\\~\\~\\~',
    '<p>`رمز`<br/>\n```js<br/>\nx<br/>\n```<br/>\n~~~<br/>\ny<br/>\n~~~</p>\n',
  ],
  [
    '[نص](https://x.example/) ![صورة](https://x.example/i.png)\n[a]: https://x.example/',
    '\\[نص\\](<https://x.example/>) !\\[صورة\\](<https://x.example/i.png>)\n\\[a\\]: <https://x.example/>',
    '<p>[نص](<a href="https://x.example/" rel="nofollow noreferrer">https://x.example/</a>) ![صورة](<a href="https://x.example/i.png" rel="nofollow noreferrer">https://x.example/i.png</a>)<br/>\n[a]: <a href="https://x.example/" rel="nofollow noreferrer">https://x.example/</a></p>\n',
  ],
  ['ملاحظة[^1]\n\n[^1]: هنا', 'ملاحظة\\[\\^1\\]\n\n\\[\\^1\\]: هنا', '<p>ملاحظة[^1]</p>\n<p>[^1]: هنا</p>\n'],
  ['عنوان\n===\nآخر\n---', 'عنوان\n\\=\\=\\=\nآخر\n\\---', '<p>عنوان<br/>\n===<br/>\nآخر<br/>\n---</p>\n'],
  [
    'أ | ب\n--- | ---\n1 | 2',
    'أ \\| ب\n\\--- \\| ---\n1 \\| 2',
    '<p>أ | ب<br/>\n--- | ---<br/>\n1 | 2</p>\n',
  ],
  [
    '    أربع مسافات\n\tوعلامة جدولة',
    '&#32;    أربع مسافات\n&#32;\tوعلامة جدولة',
    '<p>     أربع مسافات<br/>\n \tوعلامة جدولة</p>\n',
  ],
  ['- [ ] مهمة\n- [x] أخرى', '\\- \\[ \\] مهمة\n\\- \\[x\\] أخرى', '<p>- [ ] مهمة<br/>\n- [x] أخرى</p>\n'],
  [
    'سطر أول\nسطر ثانٍ\n\nفقرة ثانية',
    'سطر أول\nسطر ثانٍ\n\nفقرة ثانية',
    '<p>سطر أول<br/>\nسطر ثانٍ</p>\n<p>فقرة ثانية</p>\n',
  ],
  [
    'انظر https://x.example/a_b*c*?d=e_f، ثم https://مثال.example/مقال_طويل_ فقط.',
    'انظر <https://x.example/a_b*c*?d=e_f>، ثم <https://مثال.example/مقال_طويل_> فقط.',
    '<p>انظر <a href="https://x.example/a_b*c*?d=e_f" rel="nofollow noreferrer">https://x.example/a_b*c*?d=e_f</a>، ثم <a href="https://%D9%85%D8%AB%D8%A7%D9%84.example/%D9%85%D9%82%D8%A7%D9%84_%D8%B7%D9%88%D9%8A%D9%84_" rel="nofollow noreferrer">https://مثال.example/مقال_طويل_</a> فقط.</p>\n',
  ],
  [
    'https://x.example/?a=1&section=2&copy=3',
    '<https://x.example/?a=1&section=2&copy=3>',
    '<p><a href="https://x.example/?a=1&amp;section=2&amp;copy=3" rel="nofollow noreferrer">https://x.example/?a=1&amp;section=2&amp;copy=3</a></p>\n',
  ],
  [
    "https://x.example/it's_a_'b' www.x.example/a_b_ ftp://x.example/_a_ me_a_@x.example",
    "<https://x.example/it's_a_'b'> www\\.x.example/a\\_b\\_ ftp\\://x.example/\\_a\\_ me\\_a\\_@x.example",
    '<p><a href="https://x.example/it&#39;s_a_&#39;b&#39;" rel="nofollow noreferrer">https://x.example/it&#39;s_a_&#39;b&#39;</a> www.x.example/a_b_ ftp://x.example/_a_ me_a_@x.example</p>\n',
  ],
  ['\\*ليس مائلًا\\* \\', '\\\\\\*ليس مائلًا\\\\\\* \\\\', '<p>\\*ليس مائلًا\\* \\</p>\n'],
  [
    '"قال": \'نعم\' — ... (c) :) !',
    '"قال": \'نعم\' — ... (c) :) !',
    '<p>&#34;قال&#34;: &#39;نعم&#39; — ... (c) :) !</p>\n',
  ],
  ['👨‍👩‍👧 می‌خواهم الْعَرَبِيَّةُ', '👨‍👩‍👧 می‌خواهم الْعَرَبِيَّةُ', '<p>👨‍👩‍👧 می‌خواهم الْعَرَبِيَّةُ</p>\n'],
];

const recorded = new Map(renderings.map(([, sent, html]) => [sent, html]));

/** HTML of a text that was sent. Beside the recorded ones only plain words are known. */
export function render(sent: string): string {
  const html = recorded.get(sent);
  if (html !== undefined) return html;
  if (!/^[\p{L}\p{M}\p{N}\s.،]*$/u.test(sent)) throw new Error(`No rendering was recorded of ${sent}`);
  return `<p>${sent.replace(/ *\n/g, '<br>\n')}</p>\n`;
}
