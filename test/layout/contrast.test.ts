import {expect} from '@open-wc/testing';
import {clear, formScenes, threadScenes} from './scenes.js';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});

/** A computed colour, however the engine writes it, as it is painted. */
function painted(value: string): Colour {
  if (!canvas) throw new Error('no canvas');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = value;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const over = ([red, green, blue, alpha]: Colour, below: Colour, opacity = 1): Colour => {
  const share = alpha * opacity;
  return [
    red * share + below[0] * (1 - share),
    green * share + below[1] * (1 - share),
    blue * share + below[2] * (1 - share),
    1,
  ];
};

const linear = (channel: number): number =>
  channel <= 10.31475 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** WCAG 2.2's contrast ratio. */
function ratio(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What `value` is inside `host`, where all tokens have their values. */
function colour(host: HTMLElement, value: string): Colour {
  const probe = document.createElement('i');
  host.shadowRoot?.querySelector('[part=root]')?.append(probe);
  probe.style.color = value;
  const {color} = getComputedStyle(probe);
  probe.remove();
  return painted(color);
}

/** Which colour of text is on which: 4.5 to 1. */
const texts = [
  ['text', 'surface'],
  ['muted', 'surface'],
  ['accent', 'surface'],
  ['danger', 'surface'],
  ['success', 'surface'],
  ['on-accent', 'accent'],
  ['on-field', 'field'],
  ['accent', 'field'],
] as const;

/** Borders of fields, their bad state and the focus ring, on both their sides: 3 to 1. */
const lines = [
  ['border', 'surface'],
  ['border', 'field'],
  ['danger', 'surface'],
  ['danger', 'field'],
  ['focus', 'surface'],
  ['focus', 'field'],
] as const;

const root = document.documentElement;
const paint = (scheme: string): void => {
  root.style.colorScheme = scheme;
  root.style.background = 'Canvas';
  root.style.color = 'CanvasText';
};

const sent = async (): Promise<HTMLElement> => {
  const host = await formScenes['sent']?.();
  if (!host) throw new Error('no form');
  return host;
};

describe('contrast', () => {
  afterEach(() => {
    clear();
    root.removeAttribute('style');
  });

  for (const scheme of ['light', 'dark']) {
    it(`RTL S8: each pair of colours is far enough apart: ${scheme}`, async () => {
      paint(scheme);
      const host = await sent();
      const ground = colour(host, 'Canvas');
      const token = (name: string): Colour => over(colour(host, `var(--_${name})`), ground);
      const tooNear = (pairs: typeof texts | typeof lines, least: number): unknown[] =>
        pairs
          .map(([one, other]) => ({one, other, is: ratio(token(one), token(other))}))
          .filter(({is}) => !(is >= least));
      expect(tooNear(texts, 4.5)).to.deep.equal([]);
      expect(tooNear(lines, 3)).to.deep.equal([]);
      // Both schemes are there: what was measured is not one twice.
      expect(luminance(ground) > 0.5).to.equal(scheme === 'light');
    });

    it(`RTL S8: colours that are mixed, too: the button when pointed at and while sending: ${scheme}`, async () => {
      paint(scheme);
      const host = await sent();
      const words = colour(host, 'var(--_on-accent)');
      const grounds = (host.shadowRoot?.adoptedStyleSheets ?? [])
        .flatMap(({cssRules}) => Array.from(cssRules))
        .filter((rule) => rule instanceof CSSStyleRule)
        .filter(({selectorText}) => ['.submit:hover', '.submit[aria-disabled]'].includes(selectorText))
        .map(
          ({style, selectorText}) =>
            [selectorText, ratio(words, colour(host, style.backgroundColor || style.background))] as const,
        );
      expect(grounds).to.have.length(2);
      expect(grounds.filter(([, is]) => !(is >= 4.5))).to.deep.equal([]);
    });

    it(`RTL S8: the heart of a comment that is not liked and of one that is: ${scheme}`, async () => {
      paint(scheme);
      const host = await threadScenes['failed at a comment']?.();
      const buttons = [...(host?.shadowRoot?.querySelectorAll('[part=like]') ?? [])];
      const ground = painted(getComputedStyle(root).backgroundColor);
      const pressed = new Set<string | null>();
      for (const button of buttons) {
        pressed.add(button.getAttribute('aria-pressed'));
        const {backgroundColor, opacity} = getComputedStyle(button, '::before');
        expect(ratio(over(painted(backgroundColor), ground, +opacity), ground)).to.be.at.least(3);
      }
      expect(pressed).to.deep.equal(new Set(['true', 'false']));
    });

    it(`RTL S5, S8: no text shows what is under it: ${scheme}`, async () => {
      paint(scheme);
      for (const name of ['full', 'a reply', 'failed at a comment', 'empty']) {
        const host = await threadScenes[name]?.();
        const see = [...(host?.shadowRoot?.querySelectorAll('[part=root] *') ?? [])].filter(
          (element) =>
            painted(getComputedStyle(element).color)[3] < 1 || +getComputedStyle(element).opacity < 1,
        );
        expect(see, name).to.deep.equal([]);
      }
    });
  }

  it("RTL S8: a site's own accent keeps the words on it readable where it is as dark, or as light, as ours", async () => {
    for (const [scheme, accents] of [
      ['light', ['#7a1f3d', '#1f4e8c', '#5b2a86', '#0b5c4a']],
      ['dark', ['#f0a0b8', '#9cc4ff', '#cdb0f5', '#6fcfb4']],
    ] as const) {
      paint(scheme);
      const host = await sent();
      for (const accent of accents) {
        host.style.setProperty('--taaliq-accent', accent);
        const ground = colour(host, 'Canvas');
        expect(ratio(colour(host, 'var(--_accent)'), ground), accent).to.be.at.least(4.5);
        expect(
          ratio(colour(host, 'var(--_on-accent)'), colour(host, 'var(--_accent)')),
          accent,
        ).to.be.at.least(4.5);
      }
    }
  });
});
