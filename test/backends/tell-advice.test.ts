import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {Backend} from '../../src/backends/port.js';
import {tellAdvice} from '../../src/backends/tell-advice.js';

const {signal} = new AbortController();

/** What is warned while `act` runs. */
async function warnings(act: () => Promise<unknown>): Promise<readonly string[]> {
  const {warn} = console;
  const said: string[] = [];
  console.warn = (message: string) => void said.push(message);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('tellAdvice', () => {
  it('says what an error advises once, and hands the error on', async () => {
    const backend = memoryBackend();
    const error = new CommentError('invalid-response', {advice: 'the endpoint answered HTML (tell-advice)'});
    backend.fail('capabilities', error);
    const telling = tellAdvice(backend);
    const said = await warnings(async () => {
      for (let times = 0; times < 2; times++)
        expect(await telling.capabilities(signal).catch((reason: unknown) => reason)).to.equal(error);
    });
    expect(said).to.deep.equal(['Taaliq: the endpoint answered HTML (tell-advice)']);
  });

  it('changes nothing else: answers, what is missing, the signal, a frozen backend of a class', async () => {
    class Own implements Pick<Backend, 'create' | 'capabilities'> {
      readonly #inner = memoryBackend();
      readonly seen: AbortSignal[] = [];
      readonly create: Backend['create'] = (comment, given) => this.#inner.create(comment, given);
      capabilities(given: AbortSignal): ReturnType<Backend['capabilities']> {
        this.seen.push(given);
        return this.#inner.capabilities(given);
      }
    }
    const own = Object.freeze(new Own());
    const telling = await Promise.resolve(tellAdvice(own));
    const said = await warnings(async () => {
      expect((await telling.capabilities(signal)).list).to.equal(true);
    });
    expect(own.seen).to.deep.equal([signal]);
    expect(telling.list).to.equal(undefined);
    expect(said).to.deep.equal([]);
  });
});
