import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {called, clear, formScenes, inside, layOut, neutral, shownInside, threadScenes} from './scenes.js';

interface Box {
  readonly what: string;
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes of all elements and of the words in them; `start` is the distance from the side on which lines begin. */
function boxes(host: HTMLElement, dir: string): Box[] {
  const place = host.getBoundingClientRect();
  const toBox = (what: string, {left, right, top, width, height}: DOMRect, dialog: Element | null): Box => {
    // A dialog is in the middle of the page.
    const frame = dialog ? new DOMRect(0, 0, document.documentElement.clientWidth) : place;
    return {
      what,
      start: dir === 'rtl' ? frame.right - right : left - frame.left,
      top: top - frame.top,
      width,
      height,
    };
  };
  const found: Box[] = [];
  for (const element of shownInside(host)) {
    const dialog = element.closest('dialog');
    found.push(toBox(called(element), element.getBoundingClientRect(), dialog));
    if (element.localName === 'option') continue;
    for (const node of element.childNodes) {
      if (!(node instanceof Text) || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push(toBox(`words of ${called(element)}`, range.getBoundingClientRect(), dialog));
    }
  }
  return found;
}

const sides = ['start', 'top', 'width', 'height'] as const;

async function turn(host: HTMLElement, dir: 'ltr' | 'rtl'): Promise<void> {
  host.dir = dir;
  // Addresses are always left to right, names as they are written.
  const turned = ':not(input, bdi)';
  await waitUntil(() =>
    inside(host.shadowRoot)
      .filter((element) => element.matches(`[dir]${turned}`))
      .every((element) => element.getAttribute('dir') === dir),
  );
}

/** What is the difference between a host and its own mirror image. */
async function compare(host: HTMLElement): Promise<string[]> {
  await turn(host, 'ltr');
  const before = boxes(host, 'ltr');
  await turn(host, 'rtl');
  const after = boxes(host, 'rtl');
  expect(after.map(({what}) => what)).to.deep.equal(before.map(({what}) => what));
  expect(before.length).to.be.above(1);
  return before.flatMap((box, index) =>
    sides
      .filter((side) => Math.abs(box[side] - (after[index]?.[side] ?? NaN)) > 1)
      .map((side) => `${box.what}: ${side} ${box[side]} becomes ${after[index]?.[side]}`),
  );
}

/** Widths of the element: it asks its own, not the window's (Firefox makes no window of 320 px). */
const widths = [320, 390, 768, 1280];

describe('mirroring', () => {
  afterEach(clear);

  for (const [element, scenes] of Object.entries({form: formScenes, thread: threadScenes})) {
    for (const [name, show] of Object.entries(scenes)) {
      it(`RTL D5, S1: right to left the ${element} is the mirror image of left to right: ${name}`, async () => {
        const host = await show({properties: neutral});
        layOut(host);
        for (const width of widths) {
          host.style.inlineSize = `${width}px`;
          expect(await compare(host), `${width} px`).to.deep.equal([]);
        }
      });
    }
  }
});
