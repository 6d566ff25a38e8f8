import {expect} from '@open-wc/testing';
import {CommentError} from '../../../src/backends/errors.js';
import {locateArticle} from '../../../src/backends/wordpress/article.js';
import type {PageFacts} from '../../../src/page/facts.js';
import {blog} from './recorded.js';

const arabic = `${blog}%d9%83%d9%8a%d9%81/`;

const page = (change: Partial<PageFacts> = {}): PageFacts => ({
  url: arabic,
  title: '',
  canonical: null,
  links: [],
  bodyClasses: [],
  commentForm: null,
  ...change,
});

const json = (href: string): PageFacts => page({links: [{rel: 'alternate', type: 'application/json', href}]});
const shortlink = (href: string): PageFacts => page({links: [{rel: 'shortlink', type: '', href}]});

describe('the article of a thread', () => {
  const rows: readonly (readonly [
    what: string,
    thread: string,
    page: PageFacts,
    id: string,
    collection?: string,
  ])[] = [
    ['a number', '12', page(), '12'],
    ['a number, on its own page', '12', json(`${blog}wp-json/wp/v2/pages/12`), '12', 'pages'],
    ['a number, on the page of another', '12', json(`${blog}wp-json/wp/v2/pages/13`), '12'],
    ['an address with the number', '/?p=12', page(), '12'],
    ['a page’s address with the number', '/?lang=ar&page_id=12', page(), '12'],
    ['the JSON link', '/كيف', json(`${blog}wp-json/wp/v2/posts/12`), '12', 'posts'],
    ['the JSON link of a page', '/كيف', json(`${blog}wp-json/wp/v2/pages/12`), '12', 'pages'],
    [
      'the JSON link without rewriting',
      '/كيف',
      json(`${blog}index.php?rest_route=/wp/v2/posts/12`),
      '12',
      'posts',
    ],
    ['the same, encoded', '/كيف', json(`${blog}?rest_route=%2Fwp%2Fv2%2Fposts%2F12`), '12', 'posts'],
    ['the shortlink', '/كيف', shortlink(`${blog}?p=12`), '12'],
    ['the body class of a post', '/كيف', page({bodyClasses: ['single', 'postid-12']}), '12'],
    ['the body class of a page', '/كيف', page({bodyClasses: ['page', 'page-id-12']}), '12'],
    [
      'markup of the canonical address',
      '/a/b',
      page({canonical: `${blog}a/b/?x#y`, bodyClasses: ['postid-12']}),
      '12',
    ],
    ['the home page', '/', page({url: blog, bodyClasses: ['page-id-12']}), '12'],
  ];
  for (const [what, thread, facts, id, collection] of rows)
    it(`is known by ${what}`, () => {
      expect(locateArticle(thread, facts)).to.deep.equal([id, collection]);
    });

  const unknown: readonly (readonly [what: string, thread: string, page: PageFacts])[] = [
    ['the markup of another page', '/another', page({bodyClasses: ['postid-12']})],
    ['a page without marks', '/كيف', page()],
    ['a link to something else', '/كيف', page({links: [{rel: 'next', type: '', href: `${blog}?p=12`}]})],
    ['a class that only looks like it', '/كيف', page({bodyClasses: ['postid-12-x', 'my-postid-12']})],
    ['a thread with a stray per cent sign', '/100%', page({bodyClasses: ['postid-12']})],
  ];
  for (const [what, thread, facts] of unknown)
    it(`is not known by ${what}`, () => {
      expect(() => locateArticle(thread, facts))
        .to.throw(CommentError)
        .that.includes({code: 'not-found'});
    });
});
