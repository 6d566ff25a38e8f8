import {expect} from '@open-wc/testing';
import {languages} from '../language/languages.js';
import {called, clear, formScenes, shownInside, threadScenes} from './scenes.js';

interface Picture {
  readonly shape: string;
  readonly on: string;
  readonly turned: boolean;
}

/** As this engine writes what a style sheet says. */
function clipped(path: string): string {
  const probe = document.createElement('i');
  probe.style.clipPath = path;
  document.body.append(probe);
  const {clipPath} = getComputedStyle(probe);
  probe.remove();
  return clipPath;
}

/** Every picture of the widget, by its shape, and whether it turns round with the direction of the text. */
const pictures: Readonly<Record<string, {readonly name: string; readonly turns: boolean}>> = {
  'M10 5.75v5M10 14h.01': {name: 'alert', turns: false},
  [clipped("path('M8 14 2 8a4 4 0 0 1 6-5 4 4 0 0 1 6 5Z')")]: {name: 'heart', turns: false},
};

const shapeOf = ({clipPath, maskImage, backgroundImage, content}: CSSStyleDeclaration): string => {
  // Half of the element away on each side is what hides it from sight.
  if (clipPath && !/^(?:none|inset)/.test(clipPath)) return clipPath;
  const image = [maskImage, backgroundImage].find((value) => value && value !== 'none');
  // Letters of a person's name are no picture, signs are.
  return image ?? /["']([^\p{L}\p{N}\s"']+)["']/u.exec(content)?.[1] ?? '';
};

const isTurned = ({scale, transform, rotate}: CSSStyleDeclaration): boolean =>
  [scale, transform, rotate].some((value) => value && value !== 'none');

/** What is drawn inside, by elements of their own and by what stands before and after others. */
function drawnIn(host: HTMLElement): Picture[] {
  const found: Picture[] = [];
  for (const element of shownInside(host)) {
    const on = called(element);
    if (element.localName === 'svg') {
      const paths = [...element.querySelectorAll('path')].map((path) => path.getAttribute('d'));
      const shape = paths.join(' ');
      found.push({shape, on, turned: isTurned(getComputedStyle(element))});
    }
    if (element.matches('img, picture, canvas, video, use')) found.push({shape: on, on, turned: false});
    for (const part of [null, '::before', '::after', '::marker']) {
      const style = getComputedStyle(element, part);
      const shape = shapeOf(style);
      if (shape) found.push({shape, on: `${on}${part ?? ''}`, turned: isTurned(style)});
    }
  }
  return found;
}

const scenes = {...formScenes, ...threadScenes};

describe('icons', () => {
  afterEach(clear);

  it('RTL S2: each picture is known, and turns round with the text only where it points somewhere', async () => {
    const met = new Set<string>();
    for (const [scene, show] of Object.entries(scenes)) {
      for (const language of ['ar', 'he', 'en']) {
        for (const {shape, on, turned} of drawnIn(await show({language}))) {
          const picture = pictures[shape];
          expect(
            picture,
            `${scene}, ${language}: ${on} is drawn as ${shape}: does it turn round?`,
          ).not.to.equal(undefined);
          expect(turned, `${scene}, ${language}: ${picture?.name}`).to.equal(
            !!picture?.turns && language !== 'en',
          );
          met.add(picture?.name ?? '');
        }
        clear();
      }
    }
    expect([...met].toSorted()).to.deep.equal(['alert', 'heart']);
  });

  it('RTL S2: no words hold arrows, which would point the wrong way in one direction', () => {
    const arrow = /[\u2190-\u21ff\u25b2-\u25c5\u2794-\u27be\u27f0-\u27ff\u2900-\u297f\u2b00-\u2b11‹›]/u;
    for (const [lang, words] of Object.entries(languages))
      expect(JSON.stringify(words), lang).not.to.match(arrow);
  });

  it('RTL S2: words in Arabic script end their questions with its own sign, those in Hebrew do not', () => {
    for (const [lang, words] of Object.entries(languages)) {
      const said = JSON.stringify(words);
      const arabic = new Intl.Locale(lang).maximize().script === 'Arab';
      expect(said, lang).to.match(arabic ? /؟/ : /\?/);
      expect(said, lang).not.to.match(arabic ? /\?/ : /؟/);
    }
  });

  for (const language of ['ar', 'en']) {
    it(`RTL S2: lines of a conversation and guides of its levels are on the side where text begins: ${language}`, async () => {
      const host = await threadScenes['full']?.({language});
      const lists = [...(host?.shadowRoot?.querySelectorAll('.list .list, .body blockquote') ?? [])];
      expect(lists.length).to.be.above(2);
      const [line, none] = language === 'ar' ? (['Right', 'Left'] as const) : (['Left', 'Right'] as const);
      for (const list of lists) {
        const style = getComputedStyle(list);
        // × has no direction: a quotation of it has that of the widget.
        expect(parseFloat(style[`border${line}Width`]), called(list)).to.be.above(0);
        expect(parseFloat(style[`border${none}Width`]), called(list)).to.equal(0);
      }
    });
  }
});
