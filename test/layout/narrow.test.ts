import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {all, shown as conversation} from '../thread/element.js';
import {called, clear, formScenes, inside, layOut, shownInside, threadScenes} from './scenes.js';

const scenes = {
  ...formScenes,
  ...Object.fromEntries(Object.entries(threadScenes).map(([name, show]) => [`thread, ${name}`, show])),
};

/** Elements that only a reader's software meets. */
const outOfSight = '.hidden, .hidden *, .skip:not(:focus)';

const seen = (host: HTMLElement): Element[] =>
  shownInside(host).filter((element) => !element.matches(outOfSight));

/** What stands out of the element, to either side. */
function sticksOut(host: HTMLElement): string[] {
  const {left, right} = host.getBoundingClientRect();
  return seen(host)
    .filter((element) => !element.closest('dialog'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.left < left - 3 || box.right > right + 3;
    })
    .map(called);
}

/** What is cut: more inside than is shown of it. */
const cut = (host: HTMLElement): string[] =>
  seen(host)
    .filter((element): element is HTMLElement => element instanceof HTMLElement)
    .filter((element) => !element.matches('input, textarea, select, bdi'))
    .filter((element) => {
      const {overflowX, display} = getComputedStyle(element);
      if (display === 'inline') return false;
      const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element;
      const isHigh =
        scrollHeight > clientHeight + 1 && (overflowX !== 'visible' || element.matches('button'));
      return scrollWidth > clientWidth + 3 || isHigh;
    })
    .map(
      (element) =>
        `${called(element)} ${element.scrollWidth} ${element.clientWidth} ${element.scrollHeight} ${element.clientHeight}`,
    );

/** WCAG 2.2's 1.4.12, as a reader's own style sheet. */
const spaced = new CSSStyleSheet();
spaced.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p {margin-block-end: 2em !important}`);

function space(host: HTMLElement): void {
  for (const {shadowRoot} of [host, ...inside(host.shadowRoot)]) shadowRoot?.adoptedStyleSheets.push(spaced);
}

const show = async (name: string, language: string): Promise<HTMLElement> => {
  const scene = scenes[name];
  if (!scene) throw new Error(`no ${name}`);
  const host = await scene({language});
  layOut(host);
  // 320 px is the window at 320 px, and one of 1280 px at 400 %.
  host.style.inlineSize = '304px';
  return host;
};

describe('in 320 px', () => {
  afterEach(clear);

  for (const name of Object.keys(scenes)) {
    for (const language of ['ar', 'en']) {
      it(`RTL S10: one column in which nothing stands out or is cut, with WCAG's text spacing as well: ${name}, ${language}`, async () => {
        const host = await show(name, language);
        expect(sticksOut(host), 'stands out').to.deep.equal([]);
        expect(cut(host), 'is cut').to.deep.equal([]);
        space(host);
        expect(sticksOut(host), 'stands out, spaced').to.deep.equal([]);
        expect(cut(host), 'is cut, spaced').to.deep.equal([]);
        const fields = seen(host)
          .filter((element) => element.matches('.field'))
          .map((element) => Math.round(element.getBoundingClientRect().left));
        expect(new Set(fields).size, 'columns').to.be.at.most(2);
      });
    }
  }
});

describe('order and targets', () => {
  afterEach(clear);

  for (const name of Object.keys(scenes)) {
    for (const width of ['304px', '760px']) {
      it(`RTL A5: what comes later in the document stands below or after what comes before: ${name}, ${width}`, async () => {
        for (const language of ['ar', 'en']) {
          const host = await show(name, language);
          host.style.inlineSize = width;
          const turned = seen(host).filter((element) => {
            const {order, flexDirection, flexWrap} = getComputedStyle(element);
            return (
              order !== '0' ||
              /reverse/.test(flexDirection + flexWrap) ||
              (element instanceof HTMLElement && element.tabIndex > 0)
            );
          });
          expect(turned.map(called)).to.deep.equal([]);
          const stops = seen(host).filter((element) => element.matches('button, a, input, textarea, select'));
          const wrong = stops.slice(1).filter((stop, index) => {
            const before = stops[index]?.getBoundingClientRect();
            const box = stop.getBoundingClientRect();
            if (!before || stop.closest('dialog')) return false;
            const after = language === 'ar' ? box.right <= before.left + 1 : box.left >= before.right - 1;
            return !(after || box.top >= before.bottom - 12);
          });
          expect(wrong.map(called), language).to.deep.equal([]);
          clear();
        }
      });
    }

    it(`RTL S7: what is pressed is 24 px in each direction, or as far from others: ${name}`, async () => {
      const host = await show(name, 'ar');
      const targets = seen(host).filter((element) => element.matches('button, a, input, textarea, select'));
      expect(
        targets
          .filter((element) => element.matches('button, textarea, select'))
          .filter((element) => {
            const {width, height} = element.getBoundingClientRect();
            return Math.min(width, height) < 24;
          })
          .map(called),
      ).to.deep.equal([]);
      // WCAG 2.5.8: links, and boxes whose labels are pressed as well, keep a circle of 24 px free of other targets.
      const crowded = targets.filter((target) => {
        const {x, y, width, height} = target.getBoundingClientRect();
        if (Math.min(width, height) >= 24 || target.closest('p, .tick .label, li li')) return false;
        const [middleX, middleY] = [x + width / 2, y + height / 2];
        return targets.some((other) => {
          if (other === target) return false;
          const box = other.getBoundingClientRect();
          const sideways = Math.max(box.left - middleX, 0, middleX - box.right);
          const upright = Math.max(box.top - middleY, 0, middleY - box.bottom);
          return Math.hypot(sideways, upright) < 12;
        });
      });
      expect(crowded.map(called)).to.deep.equal([]);
    });
  }

  it('RTL G6: the focus ring is 2 px wide, 2 px away, and keeps clear of a header that sticks', async () => {
    for (const scene of ['wrong', 'thread, full', 'thread, a reply']) {
      const host = await show(scene, 'ar');
      const stops = seen(host).filter((element): element is HTMLElement =>
        element.matches('button, a, input, textarea, select, article'),
      );
      expect(stops.length).to.be.above(5);
      for (const stop of stops) {
        stop.focus({focusVisible: true} as FocusOptions);
        const {outlineStyle, outlineWidth, outlineOffset, scrollMarginBlock} = getComputedStyle(stop);
        expect([outlineStyle, outlineWidth, outlineOffset, scrollMarginBlock], called(stop)).to.deep.equal([
          'solid',
          '2px',
          '2px',
          '64px',
        ]);
      }
      clear();
    }
  });

  for (const [what, long] of [
    ['Latin', 'x'],
    ['Arabic', 'خ'],
  ] as const) {
    it(`RTL S10: a word and a name without end, in ${what} letters, go over several lines`, async () => {
      const host = await conversation(
        memoryBackend({
          comments: [
            {id: 'a', name: long.repeat(80), text: long.repeat(300)},
            {id: 'b', parentId: 'a', name: 'نور', html: `<blockquote>${long.repeat(300)}</blockquote>`},
          ],
        }),
      );
      layOut(host);
      host.style.inlineSize = '320px';
      const {left, right} = host.getBoundingClientRect();
      const texts = all(host, '[part=body] p, [part=body] blockquote, .author.name');
      expect(texts.length).to.be.at.least(4);
      for (const text of texts) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const words = range.getBoundingClientRect();
        expect([words.left >= left - 3, words.right <= right + 3], called(text)).to.deep.equal([true, true]);
      }
      clear();
    });
  }

  it('RTL S10: in a window of 320 px the page does not scroll sideways', async () => {
    await executeServerCommand('set-size', {width: 320, height: 640});
    try {
      for (const name of ['wrong', 'thread, full', 'thread, a reply']) {
        const host = await show(name, 'ar');
        host.style.inlineSize = '';
        const {scrollWidth, clientWidth} = document.documentElement;
        expect(scrollWidth, name).to.be.at.most(clientWidth);
        clear();
      }
    } finally {
      await executeServerCommand('set-size', {width: 800, height: 600});
    }
  });
});
