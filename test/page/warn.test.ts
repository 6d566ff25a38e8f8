import {expect} from '@open-wc/testing';
import {warnOnce} from '../../src/page/warn.js';

describe('warnOnce', () => {
  const {warn} = console;
  let said: unknown[][] = [];

  beforeEach(() => {
    said = [];
    console.warn = (...words: unknown[]) => void said.push(words);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('says each message once', () => {
    warnOnce('set endpoint');
    warnOnce('set endpoint');
    warnOnce('set thread');
    expect(said).to.deep.equal([['Taaliq: set endpoint'], ['Taaliq: set thread']]);
  });
});
