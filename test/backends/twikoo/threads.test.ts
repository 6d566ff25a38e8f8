import {expect} from '@open-wc/testing';
import {threadKey} from '../../../src/page/thread-key.js';
import {signal} from '../listen.js';
import {connect, onServer, options} from './call.js';
import {json, serve} from './recorded.js';

const {page} = options();

/** What the list of a page is asked for; its key is the canonical one unless the page has set one. */
async function urlOf(address: string, canonical: string | null, thread?: string): Promise<unknown> {
  const backend = connect({page: {...page, url: address, canonical}});
  const key = thread ?? threadKey(address, canonical);
  const [asked] = await onServer(serve(), () =>
    backend.list({thread: key, order: 'newest', limit: 20, cursor: null}, signal),
  );
  return asked?.['url'];
}

describe('the thread of a page on Twikoo', () => {
  const rows: readonly (readonly [what: string, address: string, canonical: string | null, url: string])[] = [
    ['its path', 'https://news.example/a', null, '/a'],
    ['with its slash', 'https://news.example/a/', null, '/a/'],
    ['the home page', 'https://news.example/', null, '/'],
    ['without what is behind the path', 'https://news.example/a/?utm_source=x#y', null, '/a/'],
    ['an index page', 'https://news.example/a/index.html', null, '/a/index.html'],
    ['an Arabic path, encoded', 'https://news.example/مقال/', null, '/%D9%85%D9%82%D8%A7%D9%84/'],
    ['the canonical path', 'https://news.example/a?x=1', 'https://news.example/b/', '/b/'],
  ];
  for (const [what, address, canonical, url] of rows)
    it(`is ${what}, as Twikoo's own client has it`, async () => {
      expect(await urlOf(address, canonical)).to.equal(url);
    });

  for (const thread of ['مقال-12', 'https://news.example/a', '/other/'])
    it(`that the page names "${thread}" is left as it is`, async () => {
      expect(await urlOf('https://news.example/a', null, thread)).to.equal(thread);
    });

  it('is counted under every name that its address may have', async () => {
    const [asked] = await onServer(
      () => json({data: []}),
      () => connect().count(['/b', '/مقال'], signal),
    );
    expect(asked?.['urls']).to.include.members(['/b', '/b/', '/%D9%85%D9%82%D8%A7%D9%84/']);
    expect(asked?.['includeReply']).to.equal(true);
  });
});
