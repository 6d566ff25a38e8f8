import {expect} from '@open-wc/testing';
import type {PageFacts} from '../../../src/page/facts.js';
import {threadKey} from '../../../src/page/thread-key.js';
import {ask, signal} from '../call-adapter.js';
import {withArtalk} from './call.js';
import {runArtalk} from './server.js';

const encoded = '/2026/%D9%85%D9%82%D8%A7%D9%84';
const long = 'خبر'.repeat(30);

describe('the name of a thread on Artalk', () => {
  // Artalk's own script takes location.pathname.
  const rows: readonly (readonly [what: string, url: string, canonical: string | null, pageKey: string])[] = [
    ['a path with a slash', 'https://news.example/post/', null, '/post/'],
    ['a path without one', 'https://news.example/post', null, '/post'],
    ['a path in Arabic', `https://news.example${encoded}/`, null, `${encoded}/`],
    ['the home page', 'https://news.example/', null, '/'],
    ['an address with what only tracks', 'https://news.example/post/?fbclid=1', null, '/post/'],
    ['a canonical address', 'https://news.example/amp/post/', 'https://news.example/post/', '/post/'],
    ['a query that matters', 'https://news.example/?p=12', null, '/?p=12'],
    ['a path that is too long when it is encoded', `https://news.example/${long}/`, null, `/${long}`],
  ];
  for (const [what, url, canonical, pageKey] of rows)
    it(`is found for ${what}`, async () => {
      const page: PageFacts = {url, canonical, title: '', links: [], bodyClasses: [], commentForm: null};
      const artalk = runArtalk();
      artalk.add(pageKey, 1);
      await withArtalk(
        artalk,
        async (backend) => {
          const thread = threadKey(url, canonical);
          expect((await backend.list(ask({thread}), signal)).comments).to.have.length(1);
          expect(await backend.count([thread], signal)).to.deep.equal(new Map([[thread, 1]]));
        },
        {page},
      );
    });

  it('is what the page says, where it names one of its own', async () => {
    const artalk = runArtalk();
    artalk.add('https://news.example/post/?a=1&b', 1);
    await withArtalk(artalk, async (backend) => {
      const thread = 'https://news.example/post/?a=1&b';
      expect((await backend.list(ask({thread}), signal)).comments).to.have.length(1);
    });
  });
});
