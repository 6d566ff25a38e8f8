// oxlint-disable no-script-url -- the attacks themselves
import {expect} from '@open-wc/testing';
import {resolveEndpoint} from '../../src/page/endpoint.js';

const page = 'https://news.example/2026/post?x=1#top';

describe('resolveEndpoint', () => {
  const good: readonly (readonly [string, string])[] = [
    ['https://comments.example/api', 'https://comments.example/api'],
    ['HTTPS://Comments.Example/api', 'https://comments.example/api'],
    ['/api/comments', 'https://news.example/api/comments'],
    ['api', 'https://news.example/2026/api'],
    ['//comments.example/api', 'https://comments.example/api'],
    ['  /api  ', 'https://news.example/api'],
    ['/api?site=a', 'https://news.example/api?site=a'],
    ['https://تعليقات.example/', 'https://xn--mgbfb2d2bl6b.example/'],
  ];
  for (const [value, address] of good) {
    it(`takes ${value}`, () => {
      expect(resolveEndpoint(value, page)?.href).to.equal(address);
    });
  }

  const bad = [
    '',
    '   ',
    '#',
    '/api#x',
    '/api#',
    'javascript:alert(1)',
    'java	script:alert(1)',
    'data:text/plain,x',
    'ftp://comments.example/',
    'file:///etc/passwd',
    'blob:https://news.example/1',
    'ws://comments.example/',
    'https://me@comments.example/',
    'https://me:secret@comments.example/',
    'https://',
    'https://[',
    'http://comments.example/api',
    'http://news.example/api',
  ];
  for (const value of bad) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      expect(resolveEndpoint(value, page)?.href).to.equal(undefined);
    });
  }

  it('takes plain http on a page of plain http', () => {
    expect(resolveEndpoint('http://comments.example/', 'http://news.example/')?.href).to.equal(
      'http://comments.example/',
    );
    expect(resolveEndpoint('/api', 'http://localhost:5173/')?.href).to.equal('http://localhost:5173/api');
  });

  it('gives nothing where the page has no address to resolve against', () => {
    expect(resolveEndpoint('/api', 'about:blank')?.href).to.equal(undefined);
  });
});
