import {expect} from '@open-wc/testing';
import {canEmulate, emulate} from './emulate.js';

/** Brings an element into a state, in a language. */
export type Reach = (lang: string) => Promise<Element>;

const schemes = ['light', 'dark'] as const;
const languages = ['ar', 'en'] as const;

/** Colours of the page around it, as a page that follows its reader has them. */
function paint(scheme: string): void {
  const {style} = document.documentElement;
  style.colorScheme = scheme;
  style.background = scheme && 'Canvas';
  style.color = scheme && 'CanvasText';
}

const {getPropertyValue} = CSSStyleDeclaration.prototype;

/** Chromium computes the page's own colour as what letters are filled with, and paints the forced one. axe goes by the first. */
async function forceColours(on: boolean): Promise<void> {
  CSSStyleDeclaration.prototype.getPropertyValue = on
    ? function (this: CSSStyleDeclaration, name) {
        return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
      }
    : getPropertyValue;
  await emulate(on ? {'forced-colors': 'active'} : {});
}

/** A test for each state, language and look that axe finds nothing in it. */
export function axeFindsNothing(states: Readonly<Record<string, Reach>>): void {
  for (const [name, reach] of Object.entries(states)) {
    for (const lang of languages) {
      for (const scheme of schemes) {
        it(`${name}: ${lang}, ${scheme}`, async () => {
          paint(scheme);
          try {
            await expect(await reach(lang)).to.be.accessible();
          } finally {
            paint('');
          }
        });
      }

      if (canEmulate)
        it(`${name}: ${lang}, forced colours`, async () => {
          await forceColours(true);
          try {
            await expect(await reach(lang)).to.be.accessible();
          } finally {
            await forceColours(false);
          }
        });
    }
  }
}
