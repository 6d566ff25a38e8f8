import {expect} from '@open-wc/testing';
import {pagePath, pathSpellings} from '../../src/backends/page-path.js';
import type {PageFacts} from '../../src/page/facts.js';
import {threadKey} from '../../src/page/thread-key.js';

const page = (url: string, canonical: string | null = null): PageFacts => ({
  url,
  title: '',
  canonical,
  links: [],
  bodyClasses: [],
  commentForm: null,
});

const arabic = '/2026/%D9%85%D9%82%D8%A7%D9%84';

describe('the path of a page', () => {
  const rows: readonly (readonly [what: string, url: string, canonical: string | null, path: string])[] = [
    ['as it stands', 'https://x.example/2026/post', null, '/2026/post'],
    ['with its slash', 'https://x.example/2026/post/', null, '/2026/post/'],
    ['without what only tracks', 'https://x.example/post/?utm_source=x', null, '/post/'],
    ['of an index page', 'https://x.example/post/index.html', null, '/post/index.html'],
    ['of the home page', 'https://x.example/', null, '/'],
    ['in Arabic, encoded', `https://x.example${arabic}/`, null, `${arabic}/`],
    [
      'in Arabic, in small letters',
      `https://x.example${arabic.toLowerCase()}/`,
      null,
      `${arabic.toLowerCase()}/`,
    ],
    ['of the canonical address', 'https://x.example/a/', 'https://x.example/b/', '/b/'],
    ['of both, where they say the same', 'https://x.example/a', 'https://x.example/a/', '/a/'],
    ['with signs that stay encoded', 'https://x.example/a%2Fb/', null, '/a%2Fb'],
    ['with a stray per cent sign', 'https://x.example/100%/', null, '/100%25'],
    ['with a query that matters', 'https://x.example/?p=12', null, '/?p=12'],
    ['that is very long', `https://x.example/${'a'.repeat(3_000)}`, null, ''],
  ];
  for (const [what, url, canonical, path] of rows)
    it(`is taken ${what}`, () => {
      const key = threadKey(url, canonical);
      expect(pagePath(key, page(url, canonical))).to.equal(path || key);
    });

  const others: readonly string[] = ['/post/', '/another', 'article-12', '', 'https://x.example/post'];
  for (const thread of others)
    it(`does not touch the thread "${thread}" of the page's own`, () => {
      expect(pagePath(thread, page('https://x.example/post'))).to.equal(thread);
    });

  it('does without an address that is none', () => {
    expect(pagePath('/post', page('about:blank', 'nonsense'))).to.equal('/post');
  });
});

describe('the spellings of a path', () => {
  const rows: readonly (readonly [thread: string, spellings: readonly string[]])[] = [
    ['/post', ['/post', '/post/']],
    ['/', ['/']],
    ['/post/', ['/post/', '/post']],
    ['/2026/مقال', ['/2026/مقال', arabic, `${arabic}/`, arabic.toLowerCase(), `${arabic.toLowerCase()}/`]],
    ['/?p=12', ['/?p=12']],
  ];
  for (const [thread, spellings] of rows)
    it(`are all that ${thread} can have`, () => {
      expect(pathSpellings(thread, page('https://x.example/other'))).to.deep.equal(spellings);
    });

  it('begin with the page’s own', () => {
    const [own, ...others] = pathSpellings('/a', page('https://x.example/a/index.html'));
    expect(own).to.equal('/a/index.html');
    expect(others).to.deep.equal(['/a', '/a/']);
  });
});
