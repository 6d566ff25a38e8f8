import {expect} from '@open-wc/testing';
import type {SafeStorage} from '../../src/page/storage.js';

const stores = [
  ['localStorage', 'localStore'],
  ['sessionStorage', 'sessionStore'],
] as const;

let copies = 0;

for (const [name, storeName] of stores) {
  describe(`the safe ${name}`, () => {
    let store: SafeStorage;
    const own = Object.getOwnPropertyDescriptor(window, name);

    /** Puts something else where the window has its storage. */
    const replace = (descriptor: PropertyDescriptor): void => {
      Object.defineProperty(window, name, {...descriptor, configurable: true});
    };

    // New code for each test: WebKit may go on with the storage that code has met
    // when the page puts something else in its place.
    beforeEach(async () => {
      const code = (await import(`../../src/page/storage.ts?copy=${++copies}`)) as Readonly<
        Record<typeof storeName, SafeStorage>
      >;
      store = code[storeName];
    });

    afterEach(() => {
      if (own) Object.defineProperty(window, name, own);
      window[name].clear();
    });

    it('keeps, gives and removes text', () => {
      expect(store.get('key')).to.equal(null);
      expect(store.set('key', 'نص')).to.equal(true);
      expect(window[name].getItem('key')).to.equal('نص');
      expect(store.get('key')).to.equal('نص');
      store.remove('key');
      expect(store.get('key')).to.equal(null);
    });

    it('takes any text as a key', () => {
      for (const key of ['getItem', '__proto__', 'length', '', 'constructor']) {
        expect(store.get(key), key).to.equal(null);
        expect(store.set(key, 'x'), key).to.equal(true);
        expect(store.get(key), key).to.equal('x');
        store.remove(key);
      }
    });

    it('answers null and false where storage is forbidden', () => {
      replace({
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
      expect(store.get('key')).to.equal(null);
      expect(store.set('key', 'x')).to.equal(false);
      expect(() => store.remove('key')).to.not.throw();
    });

    it('answers null and false where the page has something else in its place', () => {
      for (const value of [undefined, null, 'text', {}, document.createElement('a'), {getItem: 1}]) {
        replace({value});
        expect(store.get('key')).to.equal(null);
        expect(store.set('key', 'x')).to.equal(false);
        expect(() => store.remove('key')).to.not.throw();
      }
    });

    it('does not trust a stub that swallows or returns nonsense', () => {
      replace({value: {getItem: () => 7, setItem() {}, removeItem() {}}});
      expect(store.get('key')).to.equal(null);
      expect(store.set('key', 'x')).to.equal(false);
    });

    it('answers false when it is full', () => {
      expect(store.set('key', 'x'.repeat(50_000_000))).to.equal(false);
      expect(store.get('key')).to.equal(null);
      expect(store.set('key', 'small')).to.equal(true);
    });
  });
}
