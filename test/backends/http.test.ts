import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {stopClock, type StoppedClock} from '../../src/backends/contract-clock.js';
import {CommentError} from '../../src/backends/errors.js';
import {request, type HttpAnswer, type HttpRequest} from '../../src/backends/http.js';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly closed: boolean;
}

const options = {headers: {}, credentials: 'omit'} as const;
const never = new AbortController().signal;

let origin = '';
let runs = 0;
let run = '';

/** An address of the server of faults that no other test has asked for. */
const at = (path: string): URL => new URL(`/${run}/${path}`, origin);

const seen = async (): Promise<readonly Seen[]> =>
  executeServerCommand<Seen[], {run: string}>('fault-server', {run});

const send = (
  path: string,
  wanted: Omit<HttpRequest, 'url'> = {},
  signal: AbortSignal = never,
): Promise<HttpAnswer> => request(options, {url: at(path), ...wanted}, signal);

async function failure(attempt: Promise<unknown>): Promise<CommentError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(CommentError);
  return error as CommentError;
}

/** Gives the next answer's headers as an event. */
function watchFetch(): {arrived: Promise<Response>; inits: RequestInit[]; restore: () => void} {
  const real = window.fetch;
  const inits: RequestInit[] = [];
  let tell: (response: Response) => void;
  const arrived = new Promise<Response>((resolve) => (tell = resolve));
  window.fetch = async (input, init) => {
    inits.push(init ?? {});
    const response = await real(input, init);
    tell(response);
    return response;
  };
  return {arrived, inits, restore: () => void (window.fetch = real)};
}

describe('request', () => {
  let clock: StoppedClock;

  before(async () => {
    origin = await executeServerCommand<string, undefined>('fault-server');
  });

  beforeEach(() => {
    run = `http-${Math.random().toString(36).slice(2)}-${++runs}`;
    clock = stopClock();
  });

  afterEach(() => clock.restart());

  describe('what is sent', () => {
    it('sets every option of the request on an object without a prototype', async () => {
      const watch = watchFetch();
      try {
        await send('json');
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

    it('posts JSON, follows no redirect and outlives the page', async () => {
      const watch = watchFetch();
      const answer = await send('echo', {method: 'POST', json: {text: 'مرحبا'}}).finally(watch.restore);
      expect(answer.body).to.deep.include({method: 'POST', body: '{"text":"مرحبا"}'});
      expect((answer.body as Seen).headers['content-type']).to.equal('application/json');
      expect(watch.inits[0]).to.include({redirect: 'error', keepalive: true, cache: 'no-store'});
    });

    it('does without keepalive for a body that browsers would refuse with it', async () => {
      const watch = watchFetch();
      const text = 'ش'.repeat(40_000);
      const {body} = await send('echo', {method: 'POST', json: text}).finally(watch.restore);
      expect(watch.inits[0]).to.include({keepalive: false});
      expect((body as Seen).body).to.equal(JSON.stringify(text));
    });

    it('posts forms', async () => {
      const form = [
        ['author', 'ليلى & co'],
        ['tag', 'a=b'],
      ] as const;
      const {body} = await send('echo', {method: 'POST', form});
      expect((body as Seen).headers['content-type']).to.equal('application/x-www-form-urlencoded');
      expect([...new URLSearchParams((body as Seen).body)]).to.deep.equal(form);
    });

    it("lets the page's headers win over its own, and a request's over the page's", async () => {
      const sender = {
        headers: {Accept: 'application/x', 'X-A': 'page', 'X-B': 'page'},
        credentials: 'omit',
      } as const;
      const {body} = await request(sender, {url: at('echo'), headers: {'x-b': 'request'}}, never);
      expect((body as Seen).headers).to.include({accept: 'application/x', 'x-a': 'page', 'x-b': 'request'});
    });

    it('tells the server no more than the origin of the page, and no cookie', async () => {
      document.cookie = 'secret=1';
      const {body} = await send('echo');
      expect((body as Seen).headers['referer']).to.equal(`${location.origin}/`);
      expect((body as Seen).headers['cookie']).to.equal(undefined);
    });

    it('needs no preflight for a read', async () => {
      const {body} = await send('echo');
      expect((body as Seen).headers['accept']).to.equal('application/json');
    });

    it('takes nothing from a polluted Object.prototype', async () => {
      const polluted = {
        integrity: 'sha256-AAAA',
        window: 1,
        body: 'x',
        redirect: 'error',
        'content-type': 'x',
      };
      for (const [key, value] of Object.entries(polluted))
        Object.defineProperty(Object.prototype, key, {
          value,
          configurable: true,
          enumerable: true,
          writable: true,
        });
      try {
        expect((await send('json')).body).to.deep.equal({ok: true});
      } finally {
        for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
      }
    });
  });

  describe('what comes back', () => {
    it('gives status, headers and JSON', async () => {
      const answer = await send('json');
      expect(answer).to.deep.include({status: 200, body: {ok: true}, redirected: false});
      expect(answer.headers.get('x-total')).to.equal('7');
    });

    it('gives text where text is wanted', async () => {
      expect((await send('html', {answer: 'text'})).body).to.equal('<!doctype html><p>Sign in');
    });

    it('wants no body where none is wanted', async () => {
      expect((await send('nothing', {method: 'DELETE', answer: 'none'})).status).to.equal(204);
      expect((await send('json', {method: 'DELETE', answer: 'none'})).body).to.equal(undefined);
    });

    it('follows a redirect within the origin', async () => {
      const answer = await send('redirect-here');
      expect(answer).to.include({redirected: true, url: at('json').href});
    });

    for (const path of ['html', 'text', 'empty', 'nothing', 'broken'])
      it(`takes ${path} for no answer`, async () => {
        const error = await failure(send(path));
        expect(error.code).to.equal('invalid-response');
        expect(await seen()).to.have.length(1);
      });

    it('says to the developer that HTML came instead of JSON', async () => {
      const {advice} = await failure(send('html?thread=secret'));
      expect(advice).to.contain('text/html').and.to.contain(`${origin}/`);
      expect(advice).not.to.contain('secret');
    });

    it('takes the HTML of a sign-in page for no answer to a deletion', async () => {
      expect((await failure(send('html', {method: 'DELETE', answer: 'none'}))).code).to.equal(
        'invalid-response',
      );
    });

    it('refuses an answer from another origin', async () => {
      const error = await failure(send('redirect-there'));
      expect(error.code).to.equal('invalid-response');
    });

    it('refuses every redirect of a write', async () => {
      const error = await failure(send('redirect-here', {method: 'POST', json: {}}));
      expect(error.code).to.equal('network');
      expect(await seen()).to.have.length(1);
    });

    for (const path of ['big', 'bomb'])
      it(`gives up a body above 4 MiB (${path})`, async () => {
        expect((await failure(send(path))).code).to.equal('invalid-response');
      });
  });

  describe('errors by their status', () => {
    const table = [
      [400, 'invalid'],
      [401, 'login-required'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [405, 'server'],
      [409, 'duplicate'],
      [410, 'not-found'],
      [413, 'invalid'],
      [422, 'invalid'],
      [429, 'too-fast'],
      [500, 'server'],
      [503, 'server'],
    ] as const;
    for (const [status, code] of table)
      it(`${status} is ${code}`, async () => {
        const error = await failure(send(`${status}?body={}`, {method: 'POST', json: {}}));
        expect(error).to.include({code, status});
        expect(await seen()).to.have.length(1);
      });

    it('lets the backend read the words of an error', async () => {
      let given: unknown;
      const refusal = ({body}: HttpAnswer): CommentError => {
        given = body;
        return new CommentError('closed');
      };
      const error = await failure(send('403?body={"a":1}', {refusal}));
      expect(error.code).to.equal('closed');
      expect(given).to.deep.equal({a: 1});
    });

    it('gives the backend the text of an error that is no JSON, and falls back on the status', async () => {
      let given: unknown;
      const refusal = ({body}: HttpAnswer): null => {
        given = body;
        return null;
      };
      const error = await failure(send('403?body=<p>no&type=text/html', {refusal}));
      expect(error.code).to.equal('forbidden');
      expect(given).to.equal('<p>no');
    });

    it('judges by the status when the body of an error never comes', async () => {
      const watch = watchFetch();
      const attempt = send('hang-error', {method: 'POST', json: {}});
      await watch.arrived;
      watch.restore();
      clock.pass();
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
      it(`"${header}" is ${seconds} s`, async () => {
        const error = await failure(send(`429?retry-after=${encodeURIComponent(header)}`));
        expect(error.retryAfter).to.equal(seconds);
      });

    it('reads an HTTP date', async () => {
      const {retryAfter} = await failure(send(`503?retry-after=${encodeURIComponent(inAMinute)}`));
      expect(retryAfter).to.be.within(50, 60);
    });

    it('is 5 s where a 429 has none', async () => {
      expect((await failure(send('429'))).retryAfter).to.equal(5);
    });

    it('is asked for once only, however long', async () => {
      await failure(send('503?retry-after=1'));
      expect(await seen()).to.have.length(1);
    });
  });

  describe('trying again', () => {
    it('reads again after about 1 s and 4 s, and then gives up', async () => {
      const attempt = failure(send('503'));
      expect(await clock.next(10_000)).to.be.within(750, 1_250);
      clock.pass();
      expect(await clock.next(10_000)).to.be.within(3_000, 5_000);
      clock.pass();
      expect(await attempt).to.include({code: 'server', status: 503});
      expect(await seen()).to.have.length(3);
    });

    it('takes the answer that comes at last', async () => {
      const attempt = send('json?first=500,no-cors');
      for (const longest of [1_250, 5_000]) {
        await clock.next(longest);
        clock.pass();
      }
      expect((await attempt).body).to.deep.equal({ok: true});
    });

    for (const path of ['503', 'reset', 'cut-off'])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const)
        it(`never sends a ${method} again (${path})`, async () => {
          const error = await failure(send(path, {method, json: {}}));
          // Firefox takes a body that was cut off for a whole one; then its JSON is broken.
          expect(error.code).to.be.oneOf(path === '503' ? ['server'] : ['network', 'invalid-response']);
          expect(await seen()).to.have.length(1);
        });

    it('stops waiting when it is aborted', async () => {
      const controller = new AbortController();
      const attempt = send('503', {}, controller.signal).catch((reason: unknown) => reason);
      await clock.next(10_000);
      controller.abort('gone');
      expect(await attempt).to.equal('gone');
      expect(await seen()).to.have.length(1);
    });
  });

  describe('a bad line', () => {
    it('says network when nothing comes, and what to look at', async () => {
      const attempt = failure(send('no-cors', {method: 'POST', json: {}}));
      const error = await attempt;
      expect(error).to.include({code: 'network', retryable: true});
      expect(error.advice).to.contain('CORS');
    });

    it('says offline when the browser is', async () => {
      Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
      try {
        expect((await failure(send('no-cors'))).code).to.equal('offline');
        expect(await seen()).to.have.length(1);
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    });

    it('gives up after 15 s without an answer', async () => {
      const attempt = failure(send('hang', {method: 'POST', json: {}}));
      expect(await clock.next()).to.equal(15_000);
      clock.pass();
      expect(await attempt).to.include({code: 'timeout', retryable: true});
    });

    it('gives up after 15 s in the middle of a body', async () => {
      const watch = watchFetch();
      const attempt = failure(send('hang-body', {method: 'POST', json: {}}));
      await watch.arrived;
      watch.restore();
      clock.pass();
      expect((await attempt).code).to.equal('timeout');
    });

    it('rejects with the reason of the abort, also in the middle of a body', async () => {
      const watch = watchFetch();
      const controller = new AbortController();
      const attempt = send('hang-body', {}, controller.signal).catch((reason: unknown) => reason);
      await watch.arrived;
      watch.restore();
      controller.abort('elsewhere');
      expect(await attempt).to.equal('elsewhere');
    });

    it('asks nothing for a signal that is aborted already', async () => {
      const reason = await send('json', {}, AbortSignal.abort('over')).catch((error: unknown) => error);
      expect(reason).to.equal('over');
      expect(await seen()).to.have.length(0);
    });

    it('leaves no listener on a signal that lives on', async () => {
      const {signal} = new AbortController();
      let listeners = 0;
      const {addEventListener, removeEventListener} = signal;
      signal.addEventListener = (...all: unknown[]) => {
        listeners++;
        Reflect.apply(addEventListener, signal, all);
      };
      signal.removeEventListener = (...all: unknown[]) => {
        listeners--;
        Reflect.apply(removeEventListener, signal, all);
      };
      const attempt = send('json?first=500', {}, signal);
      await clock.next(10_000);
      clock.pass();
      await attempt;
      expect(listeners).to.equal(0);
    });
  });
});
