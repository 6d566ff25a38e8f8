import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import type {HttpAnswer} from '../../src/backends/http.js';
import {failure, useFaultServer, watchFetch} from './use-fault-server.js';

describe('SEC 6.1, SEC 6.8: request: what comes back', () => {
  const server = useFaultServer();

  describe('what comes back', () => {
    it('gives status, headers and JSON', async () => {
      const answer = await server.send('json');
      expect(answer).to.deep.include({status: 200, body: {ok: true}, redirected: false});
      expect(answer.headers.get('x-total')).to.equal('7');
    });

    it('gives text where text is wanted', async () => {
      expect((await server.send('html', {answer: 'text'})).body).to.equal('<!doctype html><p>Sign in');
    });

    it('wants no body where none is wanted', async () => {
      expect((await server.send('nothing', {method: 'DELETE', answer: 'none'})).status).to.equal(204);
      expect((await server.send('json', {method: 'DELETE', answer: 'none'})).body).to.equal(undefined);
    });

    it('SEC 6.2: follows a redirect within the origin', async () => {
      const answer = await server.send('redirect-here');
      expect(answer).to.include({redirected: true, url: server.at('json').href});
    });

    for (const path of ['html', 'text', 'empty', 'nothing', 'broken'])
      it(`SEC 6.1: takes ${path} for no answer`, async () => {
        const error = await failure(server.send(path));
        expect(error.code).to.equal('invalid-response');
        expect(await server.seen()).to.have.length(1);
      });

    it('says to the developer that HTML came instead of JSON', async () => {
      const {advice} = await failure(server.send('html?thread=secret'));
      expect(advice).to.contain('text/html').and.to.contain(server.at('html').href);
      expect(advice).not.to.contain('secret');
    });

    it('SEC 6.8: takes the HTML of a sign-in page for no answer to a deletion', async () => {
      expect((await failure(server.send('html', {method: 'DELETE', answer: 'none'}))).code).to.equal(
        'invalid-response',
      );
    });

    it('SEC 6.2: refuses an answer from another origin', async () => {
      const error = await failure(server.send('redirect-there'));
      expect(error.code).to.equal('invalid-response');
    });

    it('SEC 6.2: refuses every redirect of a write', async () => {
      const error = await failure(server.send('redirect-here', {method: 'POST', json: {}}));
      expect(error.code).to.equal('network');
      expect(await server.seen()).to.have.length(1);
    });

    for (const path of ['big', 'bomb'])
      it(`SEC 6.1: gives up a body above 4 MiB (${path})`, async () => {
        expect((await failure(server.send(path))).code).to.equal('invalid-response');
      });
  });

  describe('errors by their status', () => {
    const table = [
      [400, 'invalid'],
      [401, 'login-required'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [405, 'not-found'],
      [409, 'duplicate'],
      [410, 'not-found'],
      [413, 'invalid'],
      [422, 'invalid'],
      [429, 'too-fast'],
      [500, 'server'],
      [503, 'server'],
    ] as const;
    for (const [status, code] of table)
      it(`SEC 6.8: ${status} is ${code}`, async () => {
        const error = await failure(server.send(`${status}?body={}`, {method: 'POST', json: {}}));
        expect(error).to.include({code, status});
        expect(await server.seen()).to.have.length(1);
      });

    it('lets the backend read the words of an error', async () => {
      let given: unknown;
      const refusal = ({body}: HttpAnswer): CommentError => {
        given = body;
        return new CommentError('closed');
      };
      const error = await failure(server.send('403?body={"a":1}', {refusal}));
      expect(error.code).to.equal('closed');
      expect(given).to.deep.equal({a: 1});
    });

    it('SEC 6.8: gives the backend the text of an error that is no JSON, and falls back on the status', async () => {
      let given: unknown;
      const refusal = ({body}: HttpAnswer): null => {
        given = body;
        return null;
      };
      const error = await failure(server.send('403?body=<p>no&type=text/html', {refusal}));
      expect(error.code).to.equal('forbidden');
      expect(given).to.equal('<p>no');
    });

    it('SEC 6.8: judges by the status when the body of an error never comes', async () => {
      const watch = watchFetch();
      const attempt = server.send('hang-error', {method: 'POST', json: {}});
      await watch.arrived;
      watch.restore();
      server.clock.pass();
      expect((await failure(attempt)).code).to.equal('invalid');
    });
  });

  describe('Retry-After', () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const table = [
      ['7', 7],
      ['0', 1],
      ['100000', 300],
      ['soon', 5],
      ['-5', 5],
      ['1.5', 5],
      ['Thu, 01 Jan 1970 00:00:00 GMT', 1],
      ['Xyz, 99 Abc 2099 00:00:00 GMT', 5],
    ] as const;
    for (const [header, seconds] of table)
      it(`SEC 6.8: "${header}" is ${seconds} s`, async () => {
        const error = await failure(server.send(`429?retry-after=${encodeURIComponent(header)}`));
        expect(error.retryAfter).to.equal(seconds);
      });

    it('SEC 6.8: reads an HTTP date', async () => {
      const {retryAfter} = await failure(server.send(`503?retry-after=${encodeURIComponent(inAMinute)}`));
      expect(retryAfter).to.be.within(50, 60);
    });

    it('SEC 6.8: is 5 s where a 429 has none', async () => {
      expect((await failure(server.send('429'))).retryAfter).to.equal(5);
    });

    it('SEC 6.8: is asked for once only, however long', async () => {
      await failure(server.send('503?retry-after=1'));
      expect(await server.seen()).to.have.length(1);
    });
  });
});
