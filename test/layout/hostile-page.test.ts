import {expect} from '@open-wc/testing';
import {called, clear, formScenes, layOut, shownInside, threadScenes} from './scenes.js';

/** What garbles text and is inherited, and so would reach into a shadow root. */
const garbling = `
  letter-spacing: 0.3em !important;
  word-spacing: 1em !important;
  text-transform: uppercase !important;
  text-indent: 3em !important;
  text-align: center !important;
  text-align-last: right !important;
  text-shadow: 1px 1px red !important;
  font-style: italic !important;
  font-variant: small-caps !important;
  line-height: 1 !important;
  white-space: nowrap !important;
  word-break: break-all !important;
  overflow-wrap: normal !important;
  hyphens: auto !important;
  quotes: '<' '>' !important;
  direction: ltr !important;
  unicode-bidi: bidi-override !important;
`;

/** A page that does so to everything: its elements, and what it has the widget in. */
const hostilePage = new CSSStyleSheet();
hostilePage.replaceSync(`*, *::before, html, body {${garbling}}`);

/** Another that moves the widget about: its own box is the page's, not what is in it. */
const movingPage = new CSSStyleSheet();
movingPage.replaceSync(`* {${garbling} float: inline-start !important; padding: 1em !important}`);

/** What is compared: all of that, and where each box is. */
const garbled = [...garbling.matchAll(/^\s*([\w-]+):/gm)].map(([, name = '']) => name);

type Look = Readonly<Record<string, string | number>>;

function looks(host: HTMLElement, placed: boolean): readonly (readonly [what: string, look: Look])[] {
  const place = host.getBoundingClientRect();
  return shownInside(host).map((element) => {
    const style = getComputedStyle(element);
    const {x, y, width, height} = element.getBoundingClientRect();
    const box = {x: x - place.x, y: y - place.y, width, height};
    const look = garbled.map((name): readonly [string, string | number] => [
      name,
      style.getPropertyValue(name),
    ]);
    if (placed && !element.closest('dialog')) look.push(...Object.entries(box));
    return [called(element), Object.fromEntries(look)];
  });
}

/** Boxes to a pixel. */
const isSame = (one: unknown, other: unknown): boolean =>
  typeof one === 'number' ? Math.abs(one - Number(other)) < 1 : one === other;

const differences = (before: ReturnType<typeof looks>, after: ReturnType<typeof looks>): string[] =>
  before.flatMap(([what, look], index) => {
    const [, other = {}] = after[index] ?? [];
    return Object.entries(look)
      .filter(([name, value]) => !isSame(value, other[name]))
      .map(([name, value]) => `${what}: ${name} ${value} becomes ${other[name]}`);
  });

const shown = [
  ['form', 'wrong', formScenes],
  ['form', 'a question', formScenes],
  ['thread', 'a reply', threadScenes],
  ['thread', 'being changed', threadScenes],
] as const;

describe('in a hostile page', () => {
  afterEach(() => {
    clear();
    document.adoptedStyleSheets = [];
  });

  for (const [element, name, scenes] of shown) {
    for (const language of ['ar', 'en']) {
      for (const [page, sheet, placed] of [
        ['garbles text', hostilePage, true],
        ['also moves the widget', movingPage, false],
      ] as const) {
        it(`SEC 11.2: ${element}, ${name}, ${language}: looks the same in a page that ${page}`, async () => {
          const show = scenes[name];
          if (!show) throw new Error(`no ${name}`);
          const host = await show({language});
          layOut(host);
          const before = looks(host, placed);
          expect(before.length).to.be.above(10);
          document.adoptedStyleSheets = [sheet];
          expect(getComputedStyle(host).letterSpacing).not.to.equal('normal');
          expect(differences(before, looks(host, placed))).to.deep.equal([]);
        });
      }
    }
  }
});
