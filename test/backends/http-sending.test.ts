import {expect} from '@open-wc/testing';
import {request} from '../../src/backends/http.js';
import {useFaultServer, watchFetch, type Seen} from './use-fault-server.js';

describe('request: what is sent', () => {
  const server = useFaultServer();

  describe('what is sent', () => {
    it('SEC 6.2: sets every option of the request on an object without a prototype', async () => {
      const watch = watchFetch();
      try {
        await server.send('json');
      } finally {
        watch.restore();
      }
      const [init] = watch.inits;
      expect(Object.getPrototypeOf(init)).to.equal(null);
      for (const name of 'method mode credentials redirect referrerPolicy cache headers body signal'.split(
        ' ',
      ))
        expect(Object.hasOwn(init!, name), name).to.equal(true);
      expect(init).to.include({
        method: 'GET',
        mode: 'cors',
        credentials: 'omit',
        redirect: 'follow',
        referrerPolicy: 'strict-origin',
        cache: 'no-cache',
      });
    });

    it('SEC 7.4, SEC 7.5: posts JSON, follows no redirect and outlives the page', async () => {
      const watch = watchFetch();
      const answer = await server
        .send('echo', {method: 'POST', json: {text: 'مرحبا'}})
        .finally(watch.restore);
      expect(answer.body).to.deep.include({method: 'POST', body: '{"text":"مرحبا"}'});
      expect((answer.body as Seen).headers['content-type']).to.equal('application/json');
      expect(watch.inits[0]).to.include({redirect: 'error', keepalive: true, cache: 'no-store'});
    });

    it('does without keepalive for a body that browsers would refuse with it', async () => {
      const watch = watchFetch();
      const text = 'ش'.repeat(40_000);
      const {body} = await server.send('echo', {method: 'POST', json: text}).finally(watch.restore);
      expect(watch.inits[0]).to.include({keepalive: false});
      expect((body as Seen).body).to.equal(JSON.stringify(text));
    });

    it('posts forms', async () => {
      const form = [
        ['author', 'ليلى & co'],
        ['tag', 'a=b'],
      ] as const;
      const {body} = await server.send('echo', {method: 'POST', form});
      expect((body as Seen).headers['content-type']).to.equal('application/x-www-form-urlencoded');
      expect([...new URLSearchParams((body as Seen).body)]).to.deep.equal(form);
    });

    it("lets the page's headers win over its own, and a request's over the page's", async () => {
      const sender = {
        headers: {Accept: 'application/x', 'X-A': 'page', 'X-B': 'page'},
        credentials: 'omit',
      } as const;
      const {body} = await request(
        sender,
        {url: server.at('echo'), headers: {'x-b': 'request'}},
        new AbortController().signal,
      );
      expect((body as Seen).headers).to.include({accept: 'application/x', 'x-a': 'page', 'x-b': 'request'});
    });

    it('SEC 7.5, SEC 8.3: tells the server no more than the origin of the page, and no cookie', async () => {
      document.cookie = 'secret=1';
      const {body} = await server.send('echo');
      expect((body as Seen).headers['referer']).to.equal(`${location.origin}/`);
      expect((body as Seen).headers['cookie']).to.equal(undefined);
    });

    it('needs no preflight for a read', async () => {
      const {body} = await server.send('echo');
      expect((body as Seen).headers['accept']).to.equal('application/json');
    });

    it('SEC 6.2: takes nothing from a polluted Object.prototype', async () => {
      const polluted = {
        integrity: 'sha256-AAAA',
        window: 1,
        body: 'x',
        redirect: 'error',
        'content-type': 'x',
      };
      for (const [key, value] of Object.entries(polluted))
        // oxlint-disable-next-line no-extend-native -- some pages do
        Object.defineProperty(Object.prototype, key, {
          value,
          configurable: true,
          enumerable: true,
          writable: true,
        });
      try {
        expect((await server.send('json')).body).to.deep.equal({ok: true});
      } finally {
        for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
      }
    });
  });
});
