import {expect} from '@open-wc/testing';
import {randomKey} from '../../src/page/random-key.js';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('randomKey', () => {
  afterEach(() => {
    Reflect.deleteProperty(crypto, 'randomUUID');
  });

  it('is a random UUID', () => {
    expect(randomKey()).to.match(uuid);
    expect(randomKey()).to.not.equal(randomKey());
  });

  it('is one also where the engine offers none', () => {
    Object.defineProperty(crypto, 'randomUUID', {value: undefined, configurable: true});
    const keys = Array.from({length: 200}, randomKey);
    for (const key of keys) expect(key).to.match(uuid);
    expect(new Set(keys).size).to.equal(200);
  });
});
