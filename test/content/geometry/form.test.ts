import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {memoryBackend} from '../../../src/backends/memory/backend.js';
import {box, clean, input, one, ready, type} from '../../form/element.js';
import {fromLeft, placeOf} from './measure.js';

/**
 * The text of a control, laid out as the control lays it out: engines give no
 * rectangles of what stands in a control, so an element with the same computed
 * direction and alignment stands in for it.
 */
function mirror(control: HTMLInputElement | HTMLTextAreaElement): HTMLElement {
  const {direction, textAlign, unicodeBidi, font, width, padding, boxSizing, border} =
    getComputedStyle(control);
  const element = document.createElement('div');
  Object.assign(element.style, {direction, textAlign, unicodeBidi, font, width, padding, boxSizing, border});
  element.style.whiteSpace = 'pre-wrap';
  element.textContent = control.value || '\u200b';
  control.getRootNode().appendChild(element);
  return element;
}

for (const lang of ['ar', 'en']) {
  const side = lang === 'ar' ? 'right' : 'left';

  describe(`where a form's text stands, in ${lang}`, () => {
    afterEach(clean);

    it('RTL F2: an empty box begins on the side of the widget', async () => {
      const form = await ready(memoryBackend(), {}, lang);
      expect(getComputedStyle(box(form)).direction).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
      expect(['start', side]).to.include(getComputedStyle(box(form)).textAlign);
    });

    const written: readonly (readonly [text: string, side: 'left' | 'right'])[] = [
      ['مرحبا', 'right'],
      ['Hello', 'left'],
    ];
    for (const [text, own] of written) {
      it(`RTL F2: after Enter the caret stays on its side (${text})`, async () => {
        const form = await ready(memoryBackend(), {}, lang);
        const control = box(form);
        control.focus();
        type(control, text);
        control.setSelectionRange(text.length, text.length);
        await sendKeys({press: 'Enter'});
        expect(control.value).to.equal(`${text}\n`);
        // The new line is empty: only an explicit direction says where it begins, and every line has the same.
        expect(control.dir).to.equal(own === 'right' ? 'rtl' : 'ltr');
        expect(getComputedStyle(control).unicodeBidi).not.to.equal('plaintext');
        type(control, `${text}\n12`);
        const lines = mirror(control);
        const first = placeOf(lines, text)[own];
        expect(placeOf(lines, '12')[own]).to.be.closeTo(first, 1);
      });
    }

    it('RTL B7: the signs of an address stay in place, and it stands on the side of the widget', async () => {
      const form = await ready(memoryBackend(), {}, lang);
      const control = input(form, 'email');
      type(control, 'me+x@example.org.');
      expect(control.dir).to.equal('ltr');
      const shown = mirror(control);
      expect(fromLeft(shown, 'org', '@', 'me')).to.deep.equal(['me', '@', 'org']);
      expect(placeOf(shown, 'org.').right).to.be.above(placeOf(shown, 'org').right);
      const outer = shown.getBoundingClientRect();
      expect(Math.abs(placeOf(shown, 'me+x@example.org.')[side] - outer[side])).to.be.below(24);
    });

    it('RTL B5, B9, SEC 10.3: a name in the heading moves nothing of the sentence', async () => {
      const places = async (parentName: string): Promise<readonly number[]> => {
        const form = await ready(memoryBackend(), {parentId: '1', parentName}, lang);
        const heading = one(form, '[part=heading]');
        const first = lang === 'ar' ? 'اترك' : 'Leave';
        // Beside the name: whatever it opens or leaves open would turn this round.
        const name = one(form, '.name');
        const after = document.createTextNode(' 12 (a) ب');
        name.after(after);
        const edges = heading.getBoundingClientRect();
        const range = document.createRange();
        const box = name.getBoundingClientRect();
        const place = [placeOf(heading, first).left, placeOf(heading, first).right, box.left, box.right];
        for (const piece of ['12', 'a', 'ب']) {
          const start = after.data.indexOf(piece);
          range.setStart(after, start);
          range.setEnd(after, start + piece.length);
          place.push(range.getBoundingClientRect().left);
        }
        form.remove();
        return place.map((x) => Math.round(x - edges.left));
      };
      const plain = await places('ليلى');
      for (const hostile of ['ليلى\u2069\u202e', '\u2069\u2069ليلى', '\u202bليلى'])
        expect(await places(hostile), JSON.stringify(hostile)).to.deep.equal(plain);
    });
  });
}
