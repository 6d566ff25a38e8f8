import {expect} from '@open-wc/testing';
import {ask, signal, write} from '../call-adapter.js';
import {withCusdis} from './call.js';
import {openCusdis, stored} from './server.js';

describe('the name of a thread on Cusdis', () => {
  // Cusdis has none of its own: it is what the page wrote into data-page-id.
  const names = ['/2026/01/مقال', '/?p=12', 'article & 12?', '42', '/a,b#c', 'https://news.example/a/'];
  for (const name of names)
    it(`is taken as it stands: ${name}`, async () => {
      const server = openCusdis([stored(1, {pageId: name})]);
      await withCusdis(server, async (backend) => {
        expect((await backend.list(ask({thread: name}), signal)).comments).to.have.length(1);
        await backend.create(write('أهلًا', {thread: name}), signal);
      });
      expect(server.comments[1]).to.include({pageId: name});
    });
});
