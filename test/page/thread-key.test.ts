// oxlint-disable no-script-url -- the attacks themselves
import {expect} from '@open-wc/testing';
import {threadKey} from '../../src/page/thread-key.js';

const rows: readonly (readonly [what: string, address: string, key: string])[] = [
  ['the front page', 'https://news.example/', '/'],
  ['an origin alone', 'https://news.example', '/'],
  ['a plain path', 'https://news.example/2026/01/post', '/2026/01/post'],
  ['another scheme', 'http://news.example/2026/01/post', '/2026/01/post'],
  ['another host and port', 'https://www.news.example:8443/2026/01/post', '/2026/01/post'],
  ['a fragment', 'https://news.example/post#comments', '/post'],
  ['an empty fragment', 'https://news.example/post#', '/post'],
  ['a fragment that looks like a path', 'https://news.example/#!/post', '/'],
  ['raw Arabic', 'https://news.example/2026/مقال-جديد', '/2026/مقال-جديد'],
  ['Arabic, encoded in upper case', 'https://news.example/%D9%85%D9%82%D8%A7%D9%84', '/مقال'],
  ['Arabic, encoded in lower case', 'https://news.example/%d9%85%d9%82%d8%a7%d9%84', '/مقال'],
  ['Arabic, half encoded', 'https://news.example/م%D9%82%d8%a7ل', '/مقال'],
  [
    'Persian with a joiner',
    'https://news.example/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85',
    '/می\u200cخواهم',
  ],
  [
    'harakat in another order (NFC)',
    'https://news.example/%D9%84%D9%8F%D9%91',
    '/ل\u064f\u0651'.normalize('NFC'),
  ],
  ['a letter in two parts', 'https://news.example/caf%65%CC%81', '/café'],
  ['a letter in two parts, half encoded', 'https://news.example/cafe%CC%81', '/café'],
  ['an emoji', 'https://news.example/%F0%9F%98%80', '/😀'],
  ['letters that need no encoding', 'https://news.example/%61%2D%7E', '/a-~'],
  ['an encoded slash', 'https://news.example/a%2fb', '/a%2Fb'],
  ['an encoded question mark', 'https://news.example/what%3f', '/what%3F'],
  ['an encoded number sign', 'https://news.example/c%23', '/c%23'],
  ['an encoded percent sign', 'https://news.example/100%25', '/100%25'],
  ['a bare percent sign', 'https://news.example/100%', '/100%25'],
  ['twice encoded', 'https://news.example/a%252Fb', '/a%252Fb'],
  ['an encoded backslash', 'https://news.example/a%5cb', '/a%5Cb'],
  ['a backslash', 'https://news.example/a\\b', '/a/b'],
  ['a control character', 'https://news.example/a%0ab%00', '/a%0Ab%00'],
  ['a C1 control character', 'https://news.example/a%c2%85', '/a%C2%85'],
  ['an accent after a kept escape', 'https://news.example/a%0A%CC%80', '/a%0A\u0300'],
  ['bytes that are no UTF-8', 'https://news.example/%e9t%e9', '/%E9t%E9'],
  ['half a character', 'https://news.example/%d9', '/%D9'],
  ['an overlong slash', 'https://news.example/a%c0%afb', '/a%C0%AFb'],
  ['no hexadecimal digits', 'https://news.example/a%zz', '/a%25zz'],
  ['a space', 'https://news.example/a%20b', '/a b'],
  ['a space at the end', 'https://news.example/a%20', '/a%20'],
  ['a plus in the path', 'https://news.example/c++', '/c++'],
  ['a slash at the end', 'https://news.example/post/', '/post'],
  ['several slashes at the end', 'https://news.example/post///', '/post'],
  ['slashes in a row', 'https://news.example//2026///post', '/2026/post'],
  ['dots', 'https://news.example/a/./b/../c', '/a/c'],
  ['encoded dots', 'https://news.example/a/%2e%2E/c', '/c'],
  ['index.html', 'https://news.example/post/index.html', '/post'],
  ['index.html at the root', 'https://news.example/index.html', '/'],
  ['index.htm', 'https://news.example/post/INDEX.HTM', '/post'],
  ['index.php', 'https://news.example/blog/index.php', '/blog'],
  ['index.php with a slash', 'https://news.example/blog/index.php/', '/blog'],
  ['index.php with a path', 'https://news.example/index.php/2026/post', '/index.php/2026/post'],
  ['index.php with a query', 'https://news.example/index.php?p=12', '/?p=12'],
  ['Default.aspx', 'https://news.example/post/Default.aspx', '/post'],
  ['default.html', 'https://news.example/post/default.html', '/post'],
  ['a page called index', 'https://news.example/post/index', '/post/index'],
  ['a page called default', 'https://news.example/themes/default', '/themes/default'],
  ['a page whose name ends in index.html', 'https://news.example/my-index.html', '/my-index.html'],
  ['letter case', 'https://news.example/Post', '/Post'],
  ['a query', 'https://news.example/?p=12', '/?p=12'],
  ['an empty query', 'https://news.example/post?', '/post'],
  ['a sorted query', 'https://news.example/?b=2&a=1', '/?a=1&b=2'],
  ['the same name twice: order kept', 'https://news.example/?tag=b&id=1&tag=a', '/?id=1&tag=b&tag=a'],
  ['a query without value', 'https://news.example/?page&id=1', '/?id=1&page'],
  ['an empty value', 'https://news.example/?page=&id=1', '/?id=1&page'],
  ['ampersands in a row', 'https://news.example/?&&id=1&', '/?id=1'],
  ['an equals sign in a value', 'https://news.example/?q=a=b', '/?q=a=b'],
  ['Arabic in a query', 'https://news.example/?title=%d9%85%D9%82', '/?title=مق'],
  ['raw Arabic in a query', 'https://news.example/?title=مق', '/?title=مق'],
  ['a space in a query', 'https://news.example/?q=a%20b', '/?q=a b'],
  ['a plus for a space', 'https://news.example/?q=a+b', '/?q=a b'],
  ['an encoded plus', 'https://news.example/?q=a%2bb', '/?q=a%2Bb'],
  ['an encoded ampersand', 'https://news.example/?q=a%26b%3Dc', '/?q=a%26b%3Dc'],
  ['a slash in a query', 'https://news.example/?route=news/post', '/?route=news/post'],
  ['an encoded slash in a query', 'https://news.example/?route=news%2fpost', '/?route=news%2Fpost'],
  ['utm_*', 'https://news.example/post?utm_source=x&utm_medium=y&UTM_Term=z', '/post'],
  ['an encoded utm_*', 'https://news.example/post?utm%5Fsource=x', '/post'],
  [
    'fbclid, gclid and others',
    'https://news.example/?fbclid=1&gclid=2&msclkid=3&igshid=4&mc_eid=5&p=7',
    '/?p=7',
  ],
  ['a parameter that only begins like one', 'https://news.example/?utmost=1&gclids=2', '/?gclids=2&utmost=1'],
  [
    'what WordPress adds for a held comment',
    'https://news.example/post/?unapproved=3&moderation-hash=a1',
    '/post',
  ],
  ["WordPress's reply link", 'https://news.example/post/?replytocom=3#respond', '/post'],
  ['user and password', 'https://me:secret@news.example/post', '/post'],
  ['an Arabic host', 'https://أخبار.example/مقال', '/مقال'],
  ['a file', 'file:///home/me/post.html', '/home/me/post.html'],
  ['a page without an address', 'about:blank', '/blank'],
  ['a path alone', '/2026/%d9%85/?b=1&a=2', '/2026/م?a=2&b=1'],
  ['nothing', '', '/'],
];

/** A generator that gives the same numbers in every run. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const pieces = [
  '/',
  '//',
  '\\',
  '%2f',
  '%2F',
  '%5c',
  '%',
  '%2',
  '%25',
  '%zz',
  '.',
  '..',
  '%2e',
  '/.',
  ' ',
  '%20',
  '+',
  '%2b',
  '?',
  '%3f',
  '&',
  '%26',
  '=',
  '%3d',
  '#',
  '%23',
  '%0a',
  '%00',
  '%C2%85',
  '	',
  '\n',
  '　',
  '\u2028',
  'a',
  'A',
  'index.html',
  'index',
  '.php',
  'default.aspx',
  'utm_x=1',
  'fbclid',
  'م',
  '%d9%85',
  '%D9',
  'é',
  '%CC%81',
  '̀',
  '😀',
  '%F0%9F%98%80',
  '\ud800',
  'K',
  ';',
  '`',
  ';',
  '@',
  ':',
  '|',
  '^',
  '`',
  '"',
  "'",
  '<',
  '~',
];

describe('threadKey', () => {
  for (const [what, address, key] of rows) {
    it(`${what}: ${address.slice(0, 60)}`, () => {
      expect(threadKey(address)).to.equal(key);
      expect(threadKey(`http://other.example${key}`), 'of its own key').to.equal(key);
      expect(threadKey(key), 'of its own key alone').to.equal(key);
    });
  }

  it('prefers the canonical address', () => {
    expect(threadKey('https://news.example/post?page=2', 'https://news.example/post')).to.equal('/post');
    expect(threadKey('https://amp.example/a', 'https://news.example/2026/مقال/')).to.equal('/2026/مقال');
  });

  it('ignores a canonical address that is not absolute or not of the web', () => {
    for (const canonical of [
      '',
      '/other',
      'other',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://',
      null,
      undefined,
    ])
      expect(threadKey('https://news.example/post', canonical)).to.equal('/post');
  });

  it('is the key of its own key, for any address', () => {
    const random = makeRandom(7);
    for (let round = 0; round < 5_000; round++) {
      const length = 1 + random(12);
      const path = Array.from({length}, () => pieces[random(pieces.length)]).join('');
      const key = threadKey(`https://news.example/${path}`);
      expect(threadKey(`http://other.example:81${key}#x`), path).to.equal(key);
      expect(threadKey(key), path).to.equal(key);
    }
  });

  it('is never longer than 2,000 characters, and still tells pages apart', () => {
    const long = (end: string): string => `https://news.example/${'عنوان-'.repeat(600)}${end}`;
    const longQuery = (end: string): string => `https://news.example/post?${'a=%20&'.repeat(2_000)}b=${end}`;
    for (const make of [long, longQuery]) {
      const key = threadKey(make('1'));
      expect(key.length).to.be.at.most(2_000);
      expect(threadKey(`https://other.example${key}`)).to.equal(key);
      expect(threadKey(make('2'))).to.not.equal(key);
    }
    for (let extra = 0; extra < 8; extra++) {
      const key = threadKey(`https://news.example/${'x'.repeat(extra)}${'😀%2F'.repeat(900)}`);
      expect(threadKey(`https://other.example${key}`)).to.equal(key);
    }
  });

  it('takes a huge address in a moment', () => {
    for (const piece of ['%', '%d9', '/', 'index.html/', '&', 'a=b&', ' ', '%20', 'م', '%2F\u0300']) {
      const start = performance.now();
      threadKey(`https://news.example/x?${piece.repeat(100_000 / piece.length)}`);
      threadKey(`https://news.example/${piece.repeat(100_000 / piece.length)}`);
      expect(performance.now() - start, piece).to.be.below(5_000);
    }
  });
});
