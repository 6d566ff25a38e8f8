import {expect} from '@open-wc/testing';
import type {PageFacts} from '../../../src/page/facts.js';
import {threadKey} from '../../../src/page/thread-key.js';
import {ask, signal} from '../call-adapter.js';
import {withRemark42} from './call.js';
import {host, openRemark42, site, wireComment} from './server.js';

const encoded = '/2026/%D9%85%D9%82%D8%A7%D9%84';

describe('the address of a thread on Remark42', () => {
  // Remark42's own script takes location.origin + location.pathname.
  const rows: readonly (readonly [what: string, url: string, canonical: string | null, stored: string])[] = [
    ['a path with a slash', `${host}/post/`, null, `${host}/post/`],
    ['a path without one', `${host}/post`, null, `${host}/post`],
    ['a path in Arabic', `${host}${encoded}/`, null, `${host}${encoded}/`],
    [
      'a path in Arabic as WordPress writes it',
      `${host}${encoded.toLowerCase()}/`,
      null,
      `${host}${encoded.toLowerCase()}/`,
    ],
    ['the home page', `${host}/`, null, `${host}/`],
    ['an index page', `${host}/post/index.html`, null, `${host}/post/index.html`],
    ['an address with what only tracks', `${host}/post/?fbclid=1`, null, `${host}/post/`],
    ['a canonical address', `${host}/amp/post/`, `${host}/post/`, `${host}/post/`],
    [
      'a canonical address of another host',
      `${host}/post/`,
      'https://www.news.example/post/',
      `${host}/post/`,
    ],
    ['a query that matters', `${host}/?p=12`, null, `${host}/?p=12`],
  ];
  for (const [what, url, canonical, stored] of rows)
    it(`is found for ${what}`, () => {
      const page: PageFacts = {url, canonical, title: '', links: [], bodyClasses: [], commentForm: null};
      const comments = [wireComment(1, {locator: {site, url: stored}})];
      return withRemark42(
        openRemark42({comments}),
        async (backend) => {
          const thread = threadKey(url, canonical);
          expect((await backend.list(ask({thread}), signal)).comments).to.have.length(1);
          expect(await backend.count([thread], signal)).to.deep.equal(new Map([[thread, 1]]));
        },
        {page},
      );
    });

  for (const own of ['https://old.example/a/?b=1&c=2', 'article-12'])
    it(`is what the page says: ${own}`, () => {
      const comments = [wireComment(1, {locator: {site, url: own}})];
      return withRemark42(openRemark42({comments}), async (backend) => {
        expect((await backend.list(ask({thread: own}), signal)).comments).to.have.length(1);
      });
    });

  it('is “remark” of a server with one site', () =>
    withRemark42(
      openRemark42(),
      async (backend, seen) => {
        await backend.list(ask(), signal);
        expect(seen[0]?.url.searchParams.get('site')).to.equal('remark');
      },
      {site: ''},
    ));

  it('is asked for below the server’s own path', () =>
    withRemark42(
      openRemark42(),
      async (backend, seen) => {
        await backend.list(ask(), signal).catch(() => {});
        expect(seen[0]?.url.pathname).to.equal('/remark42/api/v1/find');
      },
      {endpoint: new URL(`${host}/remark42/`)},
    ));
});
