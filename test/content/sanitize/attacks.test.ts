import {aTimeout, expect} from '@open-wc/testing';
import {sanitizeComment, toSafeFragment, toSafeHtml} from '../../../src/content/sanitize/sanitize.js';
import {attacks} from './attacks.js';
import {attributes, tags} from './safe-nodes.js';
import {waitUntil} from '../../support/wait-until.js';

let executed = 0;

function inspect(root: ParentNode, attack: string): void {
  for (const element of root.querySelectorAll('*')) {
    expect(element.namespaceURI, attack).to.equal('http://www.w3.org/1999/xhtml');
    expect(tags, attack).to.include(element.localName);
    expect(element.shadowRoot, attack).to.equal(null);
    for (const {name, value} of element.attributes) {
      expect(attributes, attack).to.include(name);
      if (name === 'href') expect(value, attack).to.match(/^https?:\/\/|^mailto:/);
      if (name === 'rel') expect(value, attack).to.equal('nofollow ugc noopener');
      if (name === 'target') expect(value, attack).to.equal('_blank');
      if (name === 'referrerpolicy') expect(value, attack).to.equal('strict-origin');
      if (name === 'lang') expect(value, attack).to.equal('');
      // The widget's own, on code.
      if (name === 'translate') expect(`${element.localName} ${value}`, attack).to.match(/^(?:code|pre) no$/);
    }
  }
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION,
  );
  expect(walker.nextNode(), attack).to.equal(null);
}

const askedFor = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({name}) => name)
    .filter((name) => /canary/.test(name.replace(/^.*\/test\//, '')));

describe('SEC 3.2, SEC 3.8: attacks', () => {
  let place: HTMLElement;

  before(() => {
    Object.assign(window, {canary: () => executed++});
    performance.clearResourceTimings();
    place = document.createElement('div');
    document.body.append(place);
  });
  after(() => place.remove());

  for (const attack of attacks) {
    it(attack.slice(0, 90), () => {
      const fragment = toSafeFragment(attack);
      inspect(fragment, attack);
      place.append(fragment);

      const comment = sanitizeComment(attack, 'rtl')?.fragment;
      if (comment) {
        inspect(comment, attack);
        place.append(comment);
      }

      const html = toSafeHtml(attack);
      if (html !== null) {
        // A server that puts it into its page as it is gets the same elements.
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        inspect(parsed.body, attack);
      }
    });
  }

  it('survive next to one another, in any order', () => {
    for (let round = 0; round < 40; round++) {
      const mixed = attacks.map((_, index) => attacks[(index * (2 * round + 3)) % attacks.length]).join('');
      const fragment = toSafeFragment(mixed);
      inspect(fragment, mixed);
      place.append(fragment);
    }
  });

  it('ran nothing and asked for nothing', async () => {
    for (const element of place.querySelectorAll<HTMLElement>('*')) {
      element.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}));
      element.focus();
    }
    await aTimeout(300);
    expect(executed).to.equal(0);
    expect(askedFor()).to.deep.equal([]);
    expect(Reflect.get(document, 'currentScript'), 'nothing is clobbered').to.equal(null);
    expect(document.getElementById('taaliq')).to.equal(null);
  });

  it('would have run without the sanitizer', async () => {
    // Proof that the canaries sing: the same markup, put into the page unsafely.
    const unsafe = document.createElement('div');
    Reflect.set(unsafe, 'innerHTML', '<img src="/canary-proof.png" onerror=canary()>');
    document.body.append(unsafe);
    await waitUntil(() => executed > 0);
    expect(askedFor()).to.have.length(1);
    unsafe.remove();
    executed = 0;
  });
});
