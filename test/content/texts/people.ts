import type {Direction} from '../../../src/content/types.js';

/** A name as typed, as it is sent and shown, and its direction in a right-to-left widget. */
export type Name = readonly [what: string, typed: string, name: string, dir: Direction];

/** Expectations by hand, from SECURITY.md 10.1 and RTL.md section 3. */
export const names: readonly Name[] = [
  ['an Arabic name', 'ليلى العلي', 'ليلى العلي', 'rtl'],
  ['a Latin name', 'Layla', 'Layla', 'ltr'],
  ['both', 'ليلى Layla', 'ليلى Layla', 'rtl'],
  ['digits', '123', '123', 'rtl'],
  ['spaces around', '  ليلى  ', 'ليلى', 'rtl'],
  ['spaces within', 'ليلى   \t العلي', 'ليلى العلي', 'rtl'],
  ['a line end', 'ليلى\nالعلي', 'ليلى العلي', 'rtl'],
  ['CRLF and a header', 'ليلى\r\nBcc: x', 'ليلى Bcc: x', 'rtl'],
  ['separators of lines', 'ليلى\u2028ب\u2029ج', 'ليلى ب ج', 'rtl'],
  ['NUL and C1', 'a\0b\x9fc', 'a b c', 'ltr'],
  ['tashkeel', 'مُحَمَّد', 'مُحَمَّد', 'rtl'],
  ['a Persian joiner', 'علی\u200cرضا', 'علی\u200cرضا', 'rtl'],
  ['joiners in a row', 'علی\u200c\u200cرضا', 'علی\u200cرضا', 'rtl'],
  ['joiners at the ends', '\u200cعلی\u200c', 'علی', 'rtl'],
  ['an override', '\u202eadmin', 'admin', 'ltr'],
  ['isolates', '\u2067ليلى\u2069\u2069', 'ليلى', 'rtl'],
  ['marks of direction', '\u200fليلى\u200e', 'ليلى', 'rtl'],
  ['an Arabic letter mark', '\u061cLayla', 'Layla', 'ltr'],
  ['zero width spaces', 'ا\u200bح\u2060م\ufeffد', 'احمد', 'rtl'],
  ['a grapheme joiner', 'a\u034fb', 'ab', 'ltr'],
  ['a soft hyphen', 'ad\u00admin', 'admin', 'ltr'],
  ['Hangul fillers', 'a\u115fb\u1160c\u3164d\uffa0', 'abcd', 'ltr'],
  ['Khmer vowels that show nothing', 'a\u17b4\u17b5b', 'ab', 'ltr'],
  ['Mongolian selectors', 'a\u180b\u180f\u180eb', 'ab', 'ltr'],
  ['empty Braille', '\u2800ليلى\u2800', 'ليلى', 'rtl'],
  ['tags', 'a\u{e0061}\u{e0062}b', 'ab', 'ltr'],
  ['further selectors', 'a\u{e0100}\u{e01ef}b', 'ab', 'ltr'],
  ['musical controls', 'a\u{1d173}\u{1d17a}b', 'ab', 'ltr'],
  ['non-characters', 'a\ufdd0\uffffb', 'ab', 'ltr'],
  ['half a pair', 'ليلى\ud83d', 'ليلى\ufffd', 'rtl'],
  ['nine marks', `ل${'\u0651'.repeat(9)}`, `ل${'\u0651'.repeat(8)}`, 'rtl'],
  ['markup', '<b>ليلى</b>', '<b>ليلى</b>', 'ltr'],
  ['a reference', '&amp;lt;', '&amp;lt;', 'ltr'],
  ['a badge of one’s own', 'ليلى ✓', 'ليلى ✓', 'rtl'],
  ['an emoji', 'ليلى 👩\u200d💻', 'ليلى 👩\u200d💻', 'rtl'],
  ['nothing that is seen', '\u200f\u200c\u2060', '', 'rtl'],
  ['only embeddings', '\u202a\u202b\u202c', '', 'rtl'],
];

/** An e-mail address as typed and as it is cleaned, and whether it can be one (RTL.md T6, SECURITY.md 10.6). */
export type Mail = readonly [typed: string, cleaned: string, good: boolean];

export const mails: readonly Mail[] = [
  ['me@example.org', 'me@example.org', true],
  [' me@example.org ', 'me@example.org', true],
  ['me@ example.org', 'me@example.org', true],
  ['me\u200f@example.org\u200e', 'me@example.org', true],
  ['\u202eme@example.org', 'me@example.org', true],
  ['me@exam\u00adple.org', 'me@example.org', true],
  ['me@example.org\r\n', 'me@example.org', true],
  ['me@example.org\r\nBcc: you@example.org', 'me@example.orgBcc:you@example.org', false],
  ['me\0@example.org', 'me@example.org', true],
  ['مستخدم@مثال.إختبار', 'مستخدم@مثال.إختبار', true],
  ['مستخدم\u200c@مثال.إختبار', 'مستخدم@مثال.إختبار', true],
  ['me+tag@example.co.uk', 'me+tag@example.co.uk', true],
  ['me', 'me', false],
  ['me@', 'me@', false],
  ['@example.org', '@example.org', false],
  ['me@example', 'me@example', false],
  ['me@.example.org', 'me@.example.org', false],
  ['me@example.org.', 'me@example.org.', false],
  ['me@@example.org', 'me@@example.org', false],
  ['a@example.org,b@example.org', 'a@example.org,b@example.org', false],
  ['a@example.org؛', 'a@example.org؛', false],
  ['a،b@example.org', 'a،b@example.org', false],
  ['<me@example.org>', '<me@example.org>', false],
  ['"me"@example.org', '"me"@example.org', false],
];

/** A website as typed, as it is cleaned, and as it is sent; null: refused (RTL.md T7). */
export type Website = readonly [typed: string, cleaned: string, sent: string | null];

export const websites: readonly Website[] = [
  ['example.org', 'example.org', 'https://example.org/'],
  [' example.org ', 'example.org', 'https://example.org/'],
  ['exam\u200bple.org', 'example.org', 'https://example.org/'],
  ['\u202eexample.org', 'example.org', 'https://example.org/'],
  ['http://example.org', 'http://example.org', 'http://example.org/'],
  ['HTTPS://EXAMPLE.ORG', 'HTTPS://EXAMPLE.ORG', 'https://example.org/'],
  ['example.org:8080/x', 'example.org:8080/x', 'https://example.org:8080/x'],
  ['مثال.إختبار', 'مثال.إختبار', 'https://xn--mgbh0fb.xn--kgbechtv/'],
  ['ftp://example.org', 'ftp://example.org', null],
  ['data:text/html,x', 'data:text/html,x', null],
  ['mailto:me@example.org', 'mailto:me@example.org', null],
  ['me@example.org', 'me@example.org', null],
  ['https://me:secret@example.org', 'https://me:secret@example.org', null],
  ['//example.org', '//example.org', null],
  ['https://', 'https://', null],
];
