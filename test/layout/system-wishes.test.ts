// In Chromium alone: no other engine's driver can pretend that the system asks for this.
import {expect} from '@open-wc/testing';
import {canEmulate, emulate} from '../support/emulate.js';
import {called, clear, formScenes, inside, shownInside, threadScenes} from './scenes.js';

const scenes = {
  ...formScenes,
  ...Object.fromEntries(Object.entries(threadScenes).map(([name, show]) => [`thread, ${name}`, show])),
};

const controls = 'button, input:not([type=checkbox]), textarea, select';

/** A system colour as it is computed, inside `host`. */
function systemColour(host: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
  host.shadowRoot?.querySelector('[part=root]')?.append(probe);
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Whether only a reader's software meets it. */
const isOutOfSight = (element: Element): boolean => !!element.closest('.hidden, .skip:not(:focus)');

if (canEmulate)
  describe('what the system asks for', () => {
    afterEach(async () => {
      clear();
      await emulate();
    });

    for (const [name, show] of Object.entries(scenes)) {
      it(`RTL S9: forced colours: fields and buttons have borders that are seen: ${name}`, async () => {
        await emulate({'forced-colors': 'active'});
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
        const host = await show();
        const ground = systemColour(host, 'Canvas');
        const bare = shownInside(host)
          .filter((element) => element.matches(controls) && !isOutOfSight(element))
          .filter((element) => {
            const {borderTopStyle, borderTopWidth, borderTopColor} = getComputedStyle(element);
            return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1 || borderTopColor === ground;
          });
        expect(bare.map(called)).to.deep.equal([]);
      });

      it(`RTL S9: reduced motion: nothing moves and nothing scrolls smoothly: ${name}`, async () => {
        await emulate({'prefers-reduced-motion': 'reduce'});
        const host = await show();
        const moving = [host, ...inside(host.shadowRoot)].filter((element) => {
          const {animationName, transitionDuration, scrollBehavior} = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
        });
        expect(moving.map(called)).to.deep.equal([]);
      });

      it(`RTL S7: for a finger, everything that is pressed is 44 px in each direction: ${name}`, async () => {
        await emulate({touch: true});
        expect(matchMedia('(pointer: coarse)').matches).to.equal(true);
        const host = await show();
        const small = shownInside(host)
          .filter((element) => element.matches(`${controls}, .tick .label`) && !isOutOfSight(element))
          .filter((element) => {
            const {width, height} = element.getBoundingClientRect();
            return Math.min(width, height) < 43.9;
          });
        expect(small.map((element) => `${called(element)} ${element.clientHeight}`)).to.deep.equal([]);
      });
    }

    it('RTL S9: forced colours: a comment that is liked is told by more than its background', async () => {
      await emulate({'forced-colors': 'active'});
      const host = await threadScenes['failed at a comment']?.();
      const [on, off] = ['true', 'false'].map((pressed) => {
        const button = host?.shadowRoot?.querySelector(`[part=like][aria-pressed=${pressed}]`);
        if (!button) throw new Error(`none is ${pressed}`);
        const {fontWeight} = getComputedStyle(button);
        const {opacity, backgroundColor} = getComputedStyle(button, '::before');
        expect(backgroundColor).to.equal(systemColour(host ?? document.body, 'ButtonText'));
        return {fontWeight, opacity};
      });
      expect(on?.fontWeight).not.to.equal(off?.fontWeight);
      expect(on?.opacity).not.to.equal(off?.opacity);
    });

    it('RTL S9: forced colours: a wrong field has a thicker border, and its sign the colour of its words', async () => {
      await emulate({'forced-colors': 'active'});
      const host = await formScenes['wrong']?.();
      const wrong = [...(host?.shadowRoot?.querySelectorAll('.input[aria-invalid=true]') ?? [])];
      expect(wrong.length).to.be.above(1);
      for (const field of wrong) {
        const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(field);
        expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '1px']);
        expect(outlineColor).to.equal(systemColour(host ?? document.body, 'CanvasText'));
      }
      const signs = [...(host?.shadowRoot?.querySelectorAll('.icon') ?? [])];
      expect(signs.length).to.be.above(1);
      for (const sign of signs)
        expect(getComputedStyle(sign).stroke).to.equal(getComputedStyle(sign.parentElement ?? sign).color);
    });

    it('RTL G6, S9: forced colours: the focus ring is Highlight', async () => {
      await emulate({'forced-colors': 'active'});
      for (const show of [formScenes['wrong'], threadScenes['full']]) {
        const host = await show?.();
        if (!host) throw new Error('nothing to focus');
        const highlight = systemColour(host, 'Highlight');
        const stops = shownInside(host).filter((element): element is HTMLElement =>
          element.matches(`${controls}, a`),
        );
        expect(stops.length).to.be.above(5);
        for (const stop of stops) {
          stop.focus();
          expect(getComputedStyle(stop).outlineColor, called(stop)).to.equal(highlight);
        }
      }
    });

    it('a new comment glows where the system does not mind', async () => {
      await emulate({'prefers-reduced-motion': 'no-preference'});
      const host = await threadScenes['full']?.();
      const fresh = host?.shadowRoot?.querySelector('.new');
      expect(fresh && getComputedStyle(fresh).animationName).to.equal('glow');
    });
  });
