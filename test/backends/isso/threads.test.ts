import {expect} from '@open-wc/testing';
import type {PageFacts} from '../../../src/page/facts.js';
import {threadKey} from '../../../src/page/thread-key.js';
import {ask, signal} from '../call-adapter.js';
import {withIsso} from './call.js';
import {runIsso} from './server.js';

const encoded = '/2026/%D9%85%D9%82%D8%A7%D9%84';

describe('the name of a thread on Isso', () => {
  // Isso's own script takes location.pathname.
  const rows: readonly (readonly [what: string, url: string, canonical: string | null, uri: string])[] = [
    ['a path with a slash', 'https://news.example/post/', null, '/post/'],
    ['a path without one', 'https://news.example/post', null, '/post'],
    ['a path in Arabic', `https://news.example${encoded}/`, null, `${encoded}/`],
    ['the home page', 'https://news.example/', null, '/'],
    ['an index page', 'https://news.example/post/index.html', null, '/post/index.html'],
    ['an address with what only tracks', 'https://news.example/post/?fbclid=1', null, '/post/'],
    ['a canonical address', 'https://news.example/amp/post/', 'https://news.example/post/', '/post/'],
    ['a query that matters', 'https://news.example/?p=12', null, '/?p=12'],
  ];
  for (const [what, url, canonical, uri] of rows)
    it(`is found for ${what}`, async () => {
      const page: PageFacts = {url, canonical, title: '', links: [], bodyClasses: [], commentForm: null};
      const isso = runIsso();
      isso.add(uri, 1);
      await withIsso(
        isso,
        async (backend) => {
          const thread = threadKey(url, canonical);
          expect((await backend.list(ask({thread}), signal)).comments).to.have.length(1);
          expect(await backend.count([thread], signal)).to.deep.equal(new Map([[thread, 1]]));
        },
        {page},
      );
    });

  it('is what the page says, where it names one of its own', async () => {
    const isso = runIsso();
    isso.add('article & 12?', 1);
    await withIsso(isso, async (backend, seen) => {
      const {comments} = await backend.list(ask({thread: 'article & 12?'}), signal);
      expect(comments).to.have.length(1);
      expect(seen[0]?.url.pathname).to.equal('/isso/');
    });
  });
});
