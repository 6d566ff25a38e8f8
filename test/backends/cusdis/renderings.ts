/** What readers type, what is sent for it, and what the server makes of that: recorded from its parser (markdown-it 13). */
export const renderings: readonly (readonly [typed: string, sent: string, html: string])[] = [
  ['أ < ب و ج > د', 'أ \\< ب و ج > د', '<p>أ &lt; ب و ج &gt; د</p>\n'],
  [
    '<script>alert(1)</script> <b>غليظ</b> <me@example.org> <!-- x -->',
    '\\<script>alert(1)\\</script> \\<b>غليظ\\</b> \\<me@example.org> \\<!-- x -->',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;غليظ&lt;/b&gt; &lt;me@example.org&gt; &lt;!-- x --&gt;</p>\n',
  ],
  [
    '&lt;b&gt; &amp;amp; &mdash; &#1234; AT&T',
    '\\&lt;b\\&gt; \\&amp;amp; \\&mdash; \\&#1234; AT\\&T',
    '<p>&amp;lt;b&amp;gt; &amp;amp;amp; &amp;mdash; &amp;#1234; AT&amp;T</p>\n',
  ],
  [
    '*مائل* **غليظ** _a_ __b__ ~~c~~ `d` ^e^ =f= |g|',
    '\\*مائل\\* \\*\\*غليظ\\*\\* \\_a\\_ \\_\\_b\\_\\_ \\~\\~c\\~\\~ \\`d\\` \\^e\\^ \\=f\\= \\|g\\|',
    '<p>*مائل* **غليظ** _a_ __b__ ~~c~~ `d` ^e^ =f= |g|</p>\n',
  ],
  ['# عنوان\n## آخر', '\\# عنوان  \n\\## آخر', '<p># عنوان<br>\n## آخر</p>\n'],
  [
    '> اقتباس\n- بند\n+ بند\n* بند\n1. أولًا\n2) ثانيًا',
    '\\> اقتباس  \n\\- بند  \n\\+ بند  \n\\* بند  \n1\\. أولًا  \n2\\) ثانيًا',
    '<p>&gt; اقتباس<br>\n- بند<br>\n+ بند<br>\n* بند<br>\n1. أولًا<br>\n2) ثانيًا</p>\n',
  ],
  [
    'عنوان\n=====\nآخر\n-----',
    'عنوان  \n\\=\\=\\=\\=\\=  \nآخر  \n\\-----',
    '<p>عنوان<br>\n=====<br>\nآخر<br>\n-----</p>\n',
  ],
  [
    '```\nرمز\n```\n~~~\n***',
    '\\`\\`\\`  \nرمز  \n\\`\\`\\`  \n\\~\\~\\~  \n\\*\\*\\*',
    '<p>```<br>\nرمز<br>\n```<br>\n~~~<br>\n***</p>\n',
  ],
  ['أ | ب\n--|--\nج | د', 'أ \\| ب  \n\\--\\|--  \nج \\| د', '<p>أ | ب<br>\n--|--<br>\nج | د</p>\n'],
  [
    '[نص](https://x.example) ![صورة](https://x.example/a.png)',
    '\\[نص\\](<https://x.example>) !\\[صورة\\](<https://x.example/a.png>)',
    '<p>[نص](<a href="https://x.example">https://x.example</a>) ![صورة](<a href="https://x.example/a.png">https://x.example/a.png</a>)</p>\n',
  ],
  [
    '[a]: https://x.example\n[a]',
    '\\[a\\]: <https://x.example>  \n\\[a\\]',
    '<p>[a]: <a href="https://x.example">https://x.example</a><br>\n[a]</p>\n',
  ],
  ["قال \"نعم\" و'لا' it's", "قال \"نعم\" و'لا' it's", "<p>قال &quot;نعم&quot; و'لا' it's</p>\n"],
  [
    'نعم -- لا --- ربما... . . . أ - ب e-mail',
    'نعم -- لا --- ربما... . . . أ - ب e-mail',
    '<p>نعم -- لا --- ربما... . . . أ - ب e-mail</p>\n',
  ],
  [
    '1/2 3/4 10/11/2026 (c) (R) (tm)',
    '1/2 3/4 10/11/2026 (c) (R) (tm)',
    '<p>1/2 3/4 10/11/2026 (c) (R) (tm)</p>\n',
  ],
  ['سطر أول\nسطر ثان\n\nفقرة', 'سطر أول  \nسطر ثان\n\nفقرة', '<p>سطر أول<br>\nسطر ثان</p>\n<p>فقرة</p>\n'],
  ['    رمز\n\tرمز', '&#32;    رمز  \n&#32;\tرمز', '<p>     رمز<br>\n \tرمز</p>\n'],
  ['سطر\\nسطر \\* \\\\ \\', 'سطر\\\\nسطر \\\\\\* \\\\\\\\ \\\\', '<p>سطر\\nسطر \\* \\\\ \\</p>\n'],
  [
    'انظر https://news.example/a_b_c?x=1&y=2، ثم (https://x.example/a_(b)).',
    'انظر <https://news.example/a_b_c?x=1&y=2>، ثم (<https://x.example/a_(b)>).',
    '<p>انظر <a href="https://news.example/a_b_c?x=1&amp;y=2">https://news.example/a_b_c?x=1&amp;y=2</a>، ثم (<a href="https://x.example/a_(b)">https://x.example/a_(b)</a>).</p>\n',
  ],
  [
    'https://news.example/2026/01/a--b www.example.org mailto:a@b.example',
    '<https://news.example/2026/01/a--b> www\\.example.org mailto:a@b.example',
    '<p><a href="https://news.example/2026/01/a--b">https://news.example/2026/01/a--b</a> www.example.org <a href="mailto:a@b.example">mailto:a@b.example</a></p>\n',
  ],
  [
    '{{x}} ${x} </textarea> if (a<b && c>d) <3',
    '{{x}} ${x} \\</textarea> if (a\\<b \\&\\& c>d) \\<3',
    '<p>{{x}} ${x} &lt;/textarea&gt; if (a&lt;b &amp;&amp; c&gt;d) &lt;3</p>\n',
  ],
  [
    '#وسم_عربي @اسم_ما :smile: !',
    '\\#وسم\\_عربي @اسم\\_ما :smile: !',
    '<p>#وسم_عربي @اسم_ما :smile: !</p>\n',
  ],
];
