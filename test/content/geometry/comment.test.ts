import {expect} from '@open-wc/testing';
import {memoryBackend, type Seed} from '../../../src/backends/memory/backend.js';
import {all, one, shown} from '../../thread/element.js';
import {waitUntil} from '../../support/wait-until.js';
import {fromLeft, placeOf} from './measure.js';

/** One comment in a conversation, laid out: what is outside the window would not be. */
async function article(seed: Seed, lang: string): Promise<HTMLElement> {
  const thread = await shown(memoryBackend({comments: [{id: '1', ...seed}]}), {}, lang);
  const found = one(thread, 'article');
  found.style.contentVisibility = 'visible';
  return found;
}

async function body(text: string, lang: string): Promise<HTMLElement> {
  const found = (await article({text}, lang)).querySelector<HTMLElement>('.body');
  if (!found) throw new Error('no body');
  return found;
}

/** HTML comes once the sanitizer is there. */
async function htmlBody(html: string, lang: string, selector: string): Promise<HTMLElement> {
  const shownArticle = await article({html}, lang);
  await waitUntil(() => shownArticle.querySelector(`.body ${selector}`), selector);
  const found = shownArticle.querySelector<HTMLElement>(`.body ${selector}`);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

for (const lang of ['ar', 'en']) {
  describe(`where a comment's text stands, in ${lang}`, () => {
    it('RTL B1: each paragraph begins on its own side', async () => {
      const text = await body('مرحبًا بكم\nHello to all of you\nأهلًا', lang);
      const [first, second, third] = [...text.children];
      if (!first || !second || !third) throw new Error('three paragraphs');
      for (const [paragraph, words] of [
        [first, 'مرحبًا بكم'],
        [third, 'أهلًا'],
      ] as const)
        expect(placeOf(paragraph, words).right).to.be.closeTo(paragraph.getBoundingClientRect().right, 1);
      expect(placeOf(second, 'Hello to all of you').left).to.be.closeTo(
        second.getBoundingClientRect().left,
        1,
      );
      // Both sides are those of the body: neither is moved in.
      const {left, right} = text.getBoundingClientRect();
      expect(second.getBoundingClientRect().left).to.be.closeTo(left, 1);
      expect(first.getBoundingClientRect().right).to.be.closeTo(right, 1);
    });

    const orders: readonly (readonly [rule: string, text: string, ...fromLeft: string[]])[] = [
      // What ends the sentence stands on the left of the address, what is within keeps its order.
      ['B7: an address', 'انظر https://example.com/a?', '?', 'https', 'example', '/a', 'انظر'],
      ['B7: an address in brackets', 'نص (https://example.com/a) ثم', 'ثم', 'https', '/a', 'نص'],
      ['B7: an e-mail address', 'راسلني me@example.org.', 'me', '@', 'example', 'راسلني'],
      ['B7: a number with signs', 'هاتف +963 11 234', '+963', '11', '234', 'هاتف'],
      [
        'B7: a number with brackets',
        'هاتف (011) 234-5678 شكرا',
        'شكرا',
        '(',
        '011',
        ')',
        '234',
        '5678',
        'هاتف',
      ],
      ['B7: a number within brackets', 'نص (0112345678) ثم', 'ثم', '0112345678', 'نص'],
      ['B7: numbers with an extension', 'رقم 0112345678 (99) ثم', 'ثم', '0112345678', '(', '99', ')', 'رقم'],
      ['B8: a Latin mention', 'يا @layla شكرا', 'شكرا', '@', 'layla', 'يا'],
      ['B8: an Arabic mention', 'يا @ليلى شكرا', 'شكرا', 'ليلى', '@', 'يا'],
      ['B8: an Arabic mention in English', 'thanks @ليلى very much', 'thanks', 'ليلى', '@', 'very'],
      ['B8: an Arabic tag in English', 'see #وسم here', 'see', 'وسم', '#', 'here'],
      ['B8: a Latin tag in Arabic', 'انظر #c_tag هنا', 'هنا', '#', 'c_tag', 'انظر'],
    ];
    for (const [rule, text, ...order] of orders) {
      it(`RTL ${rule}`, async () => {
        const paragraph = (await body(text, lang)).firstElementChild;
        if (!paragraph) throw new Error('no paragraph');
        expect(fromLeft(paragraph, ...order)).to.deep.equal(order);
      });
    }

    it('RTL B3: the markers of a list stand on its own side', async () => {
      for (const [words, side] of [
        ['بند أول', 'right'],
        ['first item', 'left'],
      ] as const) {
        const list = await htmlBody(`<ol><li>${words}</li><li>${words}</li></ol>`, lang, 'ol');
        const outer = list.getBoundingClientRect();
        const inner = placeOf(list, words);
        // The room for the marker is on that side, and the words begin right behind it.
        expect(Math.abs(outer[side] - inner[side])).to.be.within(12, 40);
        const [item] = list.children;
        const other = side === 'left' ? 'right' : 'left';
        expect(item?.getBoundingClientRect()[other]).to.be.closeTo(outer[other], 1);
      }
    });

    it('RTL B3: the line of a quote stands on its own side', async () => {
      for (const [words, line, none] of [
        ['كلام منقول', 'borderRightWidth', 'borderLeftWidth'],
        ['quoted words', 'borderLeftWidth', 'borderRightWidth'],
      ] as const) {
        const quote = await htmlBody(`<blockquote>${words}</blockquote>`, lang, 'blockquote');
        expect(getComputedStyle(quote)[line]).to.equal('2px');
        expect(getComputedStyle(quote)[none]).to.equal('0px');
        const side = line === 'borderLeftWidth' ? 'left' : 'right';
        const room = Math.abs(placeOf(quote, words)[side] - quote.getBoundingClientRect()[side]);
        expect(room).to.be.within(10, 24);
      }
    });

    it('RTL B4: code keeps its order within a sentence, and a block of it begins on the left', async () => {
      const code = await htmlBody('<p>اكتب <code>f(x, "y")</code> هنا</p>', lang, 'p');
      const order = ['هنا', 'f', '(', 'x', ', ', 'y', ')', 'اكتب'];
      expect(fromLeft(code, ...order)).to.deep.equal(order);
      const block = await htmlBody('<pre><code>f(سلام);</code></pre>', lang, 'pre');
      expect(placeOf(block, 'f(').left).to.be.closeTo(block.getBoundingClientRect().left, 1);
      expect(fromLeft(block, ');', 'سلام', 'f(')).to.deep.equal(['f(', 'سلام', ');']);
    });

    it('RTL B5, SEC 10.3: signs of direction in a name move nothing beside it, even uncleaned', async () => {
      const found = await article({name: 'ليلى', author: {role: 'writer'}}, lang);
      const author = found.querySelector('[part=author]');
      if (!author) throw new Error('no author');
      const places = (name: string): readonly number[] => {
        // Past the cleaning: what holds here is the box around the name.
        author.textContent = name;
        return ['[part=author]', '[part=badge]', 'time'].flatMap((part) => {
          const {left, right} = found.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
          return [Math.round(left), Math.round(right)];
        });
      };
      const plain = places('ليلى');
      for (const hostile of [
        'ليلى\u2069\u202e',
        '\u2069\u2069ليلى',
        '\u2067ليلى',
        '\u202bليلى',
        'ليلى\u2069\u202d',
      ])
        expect(places(hostile), JSON.stringify(hostile)).to.deep.equal(plain);
    });

    it('RTL T4: stacked marks are cut off before they reach a neighbour', async () => {
      const found = await article({name: 'ليلى', text: `م${'\u0651'.repeat(200)}`}, lang);
      const text = found.querySelector('.body');
      const heading = found.querySelector('.heading');
      const actions = found.querySelector('.actions');
      if (!text || !heading || !actions) throw new Error('a whole comment');
      expect(text.textContent).to.have.length(9);
      // What is painted has no rectangle; where it is cut off is the body's edge and the margin of the clip.
      const style = getComputedStyle(text);
      expect([style.overflowX, style.overflowY]).to.deep.equal(['clip', 'clip']);
      const margin = parseFloat(style.getPropertyValue('overflow-clip-margin')) || 0;
      const {top, bottom} = text.getBoundingClientRect();
      expect(top - margin).to.be.at.least(heading.getBoundingClientRect().bottom - 1);
      expect(bottom + margin).to.be.at.most(actions.getBoundingClientRect().top + 1);
      const name = getComputedStyle(found.querySelector('[part=author]') ?? found);
      expect([name.overflowX, name.overflowY]).to.deep.equal(['clip', 'clip']);
    });

    it('SEC 10.5: a name in a label is clean', async () => {
      const found = await article({name: '\u202eليلى\u2069\u2069\u200f'}, lang);
      const label = found.querySelector('[part=reply]')?.getAttribute('aria-label') ?? '';
      expect(label).to.contain('\u2068ليلى\u2069');
      expect(label.replace('\u2068ليلى\u2069', '')).not.to.match(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    });
  });
}

it('RTL B2: a paragraph of the other direction has no language', async () => {
  const thread = await shown(memoryBackend({comments: [{id: '1', text: 'Hello\nمرحبا'}]}), {}, 'en');
  expect(all(thread, '.body p').map((paragraph) => paragraph.getAttribute('lang'))).to.deep.equal([null, '']);
});
