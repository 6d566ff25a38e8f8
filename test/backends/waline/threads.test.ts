import {expect} from '@open-wc/testing';
import {toPath, toPaths} from '../../../src/backends/waline/thread-path.js';
import type {PageFacts} from '../../../src/backends/port.js';
import {threadKey} from '../../../src/page/thread-key.js';
import {options} from './call.js';

const page = (url: string, canonical: string | null = null): PageFacts => ({
  ...options().page,
  url,
  canonical,
});

describe('the thread of a page on Waline', () => {
  const rows: readonly (readonly [url: string, canonical: string | null, path: string])[] = [
    ['https://x.example/', null, '/'],
    ['https://x.example/2026/post', null, '/2026/post'],
    ['https://x.example/2026/post/', null, '/2026/post/'],
    ['https://x.example/2026/post/?utm_source=x#top', null, '/2026/post/'],
    ['https://x.example/post/index.html', null, '/post/index.html'],
    ['https://x.example/%D9%85%D9%82%D8%A7%D9%84/', null, '/مقال/'],
    ['https://x.example/مقال جديد', null, '/مقال جديد'],
    ['https://x.example/a%2Cb/', null, '/a%2Cb/'],
    ['https://x.example/amp/post', 'https://x.example/post/', '/post/'],
    ['https://x.example/?p=12', null, '/?p=12'],
  ];
  for (const [url, canonical, path] of rows)
    it(`is ${path} for ${url}`, () => {
      expect(toPath(threadKey(url, canonical), page(url, canonical))).to.equal(path);
    });

  it('is what the page has chosen, decoded as Waline’s own client does', () => {
    const here = page('https://x.example/post/');
    for (const [thread, path] of [
      ['article-12', 'article-12'],
      ['/another', '/another'],
      ['/%D9%85%D9%82%D8%A7%D9%84', '/مقال'],
      ['100%', '100%'],
    ] as const)
      expect(toPath(thread, here)).to.equal(path);
  });

  it('may have a slash at its end elsewhere', () => {
    const here = page('https://x.example/post/');
    for (const [thread, paths] of [
      ['/post', ['/post/']],
      ['/another', ['/another', '/another/']],
      ['/another/', ['/another/']],
      ['/', ['/']],
      ['/?p=12', ['/?p=12']],
    ] as const)
      expect(toPaths(thread, here)).to.deep.equal(paths);
  });
});
