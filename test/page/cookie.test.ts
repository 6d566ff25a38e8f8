import {expect} from '@open-wc/testing';
import {readCookie} from '../../src/page/cookie.js';
import {readPageFacts} from '../../src/page/facts.js';

describe('readCookie', () => {
  const set = (name: string, rest: string): void => {
    document.cookie = `${name}=${rest}; path=/`;
  };
  afterEach(() => {
    for (const name of ['taaliq-a', 'taaliq-b']) set(name, '; max-age=0');
  });

  it('gives the value, also one with an equals sign', () => {
    set('taaliq-a', '1');
    set('taaliq-b', 'x=y==');
    expect(readCookie('taaliq-a')).to.equal('1');
    expect(readCookie('taaliq-b')).to.equal('x=y==');
  });

  it('gives null for what is not there, or is only the end of a name', () => {
    set('taaliq-a', '1');
    expect(readCookie('a')).to.equal(null);
    expect(readCookie('taaliq')).to.equal(null);
  });

  it('is not taken in by an element named "cookie"', () => {
    set('taaliq-a', '1');
    const image = document.createElement('img');
    image.name = 'cookie';
    document.body.append(image);
    expect(readCookie('taaliq-a')).to.equal('1');
    image.remove();
  });

  it('is asked anew each time that a backend asks', () => {
    const {cookie} = readPageFacts();
    expect(cookie?.('taaliq-a')).to.equal(null);
    set('taaliq-a', '2');
    expect(cookie?.('taaliq-a')).to.equal('2');
  });
});
