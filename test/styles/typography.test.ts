import {expect} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {Seed} from '../../src/backends/memory/seed.js';
import {one as inForm, ready, send, type as typeInto} from '../form/element.js';
import {languages} from '../language/languages.js';
import {all, one, shown} from '../thread/element.js';
import {openEditor, withOwn} from '../thread/own.js';
import {waitUntil} from '../support/wait-until.js';

/** What a comment may hold, in the language of its reader or not. */
const seeds: readonly Seed[] = [
  {
    id: 'a',
    name: 'ليلى',
    author: {role: 'writer', url: 'https://a.example/'},
    text: 'تعليق https://a.example/',
  },
  {
    id: 'b',
    parentId: 'a',
    name: 'Sam',
    editedAt: '2026-02-01T10:00:00Z',
    html: '<p>قال <em>كلامًا</em> <i>و</i><cite>كتابًا</cite> و<q>سؤالًا</q> <code>a</code></p><p>It is <em>so</em>.</p><blockquote>نقل</blockquote><pre><code>b</code></pre><ul><li>أول</li></ul>',
  },
  {id: 'c', status: 'deleted'},
  {id: 'd', parentId: 'c', name: 'نور', text: 'رد'},
];

/** A page whose styles would harm every joined letter. */
const hostilePage =
  'font: italic 10px/1 serif; font-synthesis: style; letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase;' +
  'hyphens: auto; word-break: break-all; text-align: justify; -webkit-text-stroke: 1px red; color: rgb(0 0 0 / 50%);' +
  'text-decoration-skip-ink: none; text-overflow: ellipsis;';

/** Puts the page's styles on what is above an element. */
function suffer(element: Element): void {
  element.parentElement?.setAttribute('style', `${hostilePage}--taaliq-text: #222`);
}

/** A form in which everything is wrong, and so every kind of text is there. */
async function formOf(lang: string): Promise<HTMLElement> {
  const form = await ready(
    memoryBackend(),
    {fields: 'name* email* website', agreeRules: true, agreePrivacy: true, privacyUrl: '/privacy'},
    lang,
  );
  await send(form);
  suffer(form);
  return form;
}

/** A conversation with every kind of comment, and its further actions. */
async function threadOf(lang: string): Promise<HTMLElement> {
  const thread = await shown(memoryBackend({comments: seeds}), {}, lang);
  await waitUntil(() => all(thread, '[data-do=report]').length, 'what a reader can do has come');
  suffer(thread);
  return thread;
}

const partsOf = {form: formOf, conversation: threadOf};

/** Everything that shows words; a superscript is smaller by its nature. */
const written = (element: Element): readonly HTMLElement[] =>
  all(element, '.root, .root :not(option)').filter(
    (inner) =>
      inner.matches('input:not([type=checkbox]), textarea, select') ||
      [...inner.childNodes].some((node) => node instanceof Text && node.data.trim()),
  );

const name = (element: Element): string => `${element.localName}.${element.className}#${element.id}`;

const alpha = (color: string): number => {
  const [, part = '1'] = /(?:^rgba\(.*,|\/)\s*([\d.]+%?)\s*\)$/.exec(color) ?? [];
  return Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1);
};

const lines = (lang: string): number => (lang === 'ur' ? 2.2 : languages[lang]?.dir === 'rtl' ? 1.6 : 1.5);

describe('type', () => {
  it('reads how far a colour can be seen through', () => {
    expect(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0.5)', 'color(srgb 0 0 0 / 0.25)'].map(alpha)).to.deep.equal([
      1, 0.5, 0.25,
    ]);
  });

  for (const lang of Object.keys(languages)) {
    it(`RTL B4: code in ${lang} has letters of one width`, async () => {
      const thread = await shown(
        memoryBackend({comments: [{id: 'a', html: '<p><code>iiii</code> <code>MMMM</code></p>'}]}),
        {},
        lang,
      );
      const [narrow = 0, wide = 1] = all(thread, 'code').map((code) => code.getBoundingClientRect().width);
      expect(wide / narrow).to.be.closeTo(1, 0.01);
    });
  }

  for (const [part, open] of Object.entries(partsOf)) {
    for (const lang of Object.keys(languages)) {
      it(`RTL S4: the ${part} in ${lang} has lines high enough, letters of at least 1rem, and no fixed height`, async () => {
        const element = await open(lang);
        const texts = written(element);
        expect(texts.length).to.be.greaterThan(10);
        for (const text of texts) {
          const {fontSize, lineHeight} = getComputedStyle(text);
          const size = Number.parseFloat(fontSize);
          expect(size, `${name(text)} size`).to.be.at.least(16);
          // An engine gives a one-line field no less than its own line.
          if (!text.matches('select, input'))
            expect(Number.parseFloat(lineHeight) / size, `${name(text)} line`).to.be.at.least(
              lines(lang) - 0.01,
            );
        }
        // Engines lay out what is out of sight only when it comes near.
        addStyles(element, '.comment { content-visibility: visible; }');
        const seen = texts.filter((text) => !text.closest('.hidden') && text.checkVisibility());
        expect(seen.length).to.be.greaterThan(4);
        const heights = seen.map((text) => text.getBoundingClientRect().height);
        element.parentElement?.style.setProperty('font-size', '48px');
        for (const [index, text] of seen.entries())
          expect(text.getBoundingClientRect().height, `${name(text)} height`).to.be.greaterThan(
            heights[index] ?? Infinity,
          );
      });
    }

    for (const lang of ['ar', 'ur', 'he', 'en']) {
      it(`RTL S5: the ${part} in ${lang} leaves joined letters alone, whatever the page does to its own`, async () => {
        const element = await open(lang);
        for (const text of written(element)) {
          const style = getComputedStyle(text);
          const latin = text.closest('[dir]')?.getAttribute('dir') === 'ltr';
          expect(style.letterSpacing, name(text)).to.be.oneOf(['normal', '0px']);
          expect(style.textTransform, name(text)).to.equal('none');
          if (!latin) expect(style.fontStyle, name(text)).to.equal('normal');
          expect(style.getPropertyValue('font-synthesis-style') || 'none', name(text)).to.equal('none');
          expect(style.hyphens, name(text)).to.equal('manual');
          expect(style.textAlign, name(text)).not.to.equal('justify');
          expect(style.wordBreak, name(text)).not.to.match(/break/);
          expect(style.getPropertyValue('-webkit-text-stroke-width'), name(text)).to.equal('0px');
          expect(alpha(style.color), `${name(text)} ${style.color}`).to.equal(1);
        }
        for (const long of all(element, '.root p'))
          expect(getComputedStyle(long).overflowWrap).to.equal('anywhere');
      });
    }

    it(`RTL S3: the ${part} is in the page's font, or in the one that the page names`, async () => {
      const element = await open('ar');
      const root = one(element, '.root');
      element.parentElement?.style.setProperty('font-family', 'Tahoma, serif');
      expect(getComputedStyle(root).fontFamily).to.equal('Tahoma, serif');
      element.parentElement?.style.setProperty('--taaliq-font', 'Vazirmatn, sans-serif');
      for (const text of written(element).filter((inner) => !inner.closest('code, pre')))
        expect(getComputedStyle(text).fontFamily, name(text)).to.equal('Vazirmatn, sans-serif');
      expect(document.fonts.size, 'fonts that were brought along').to.equal(0);
    });

    it(`RTL S6: links of the ${part} are underlined below the marks of their letters`, async () => {
      const element = await open('ar');
      const links = all(element, 'a').filter(
        (link) => getComputedStyle(link).textDecorationLine === 'underline',
      );
      expect(links.length).to.be.greaterThan(0);
      for (const link of links) {
        const style = getComputedStyle(link);
        const offset = Number.parseFloat(style.textUnderlineOffset);
        const em = style.textUnderlineOffset.endsWith('em') ? 1 : Number.parseFloat(style.fontSize);
        expect(offset / em, name(link)).to.be.closeTo(0.25, 0.01);
        expect(style.getPropertyValue('text-decoration-skip-ink') || 'auto').to.equal('auto');
        expect(style.textDecorationThickness).to.equal('from-font');
      }
    });

    it(`RTL S7: buttons of the ${part} are wide enough for a short word, and can be hit`, async () => {
      const element = await open('ar');
      const buttons = all(element, 'button, select').filter((button) => button.checkVisibility());
      expect(buttons.length).to.be.greaterThan(0);
      const measure = (least: number): void => {
        for (const button of buttons) {
          const {width, height} = button.getBoundingClientRect();
          expect(width, name(button)).to.be.at.least(
            4 * Number.parseFloat(getComputedStyle(button).fontSize) - 0.5,
          );
          expect(width, name(button)).to.be.at.least(least);
          expect(height, name(button)).to.be.at.least(least);
        }
      };
      measure(24);
      forFingers(element);
      measure(44);
    });

    it(`RTL S12: the ${part} cuts no text off, so that no end of a line is lost on the wrong side`, async () => {
      const element = await open('ar');
      for (const text of written(element))
        expect(text.hasAttribute('dir') || getComputedStyle(text).textOverflow, name(text)).to.be.oneOf([
          true,
          'clip',
        ]);
    });
  }

  it('RTL S5: stresses Arabic by weight, and Latin as Latin is stressed', async () => {
    const thread = await threadOf('ar');
    const stressed = all(thread, 'em, i, cite');
    expect(stressed.map((element) => getComputedStyle(element).fontStyle)).to.deep.equal([
      'normal',
      'normal',
      'normal',
      'italic',
    ]);
    expect(stressed.map((element) => Number(getComputedStyle(element).fontWeight) >= 600)).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
  });

  it('RTL S11: the box is resized up and down only, and its bars are on the side of its direction', async () => {
    const form = await ready(memoryBackend(), {}, 'ar');
    const box = inForm(form, 'textarea');
    expect(getComputedStyle(box).resize).to.equal('vertical');
    expect(getComputedStyle(box).direction).to.equal('rtl');
    typeInto(box as HTMLTextAreaElement, 'line\n'.repeat(60));
    expect(getComputedStyle(box).direction).to.equal('ltr');
    // No script sizes it or moves its bar.
    expect(box.getAttribute('style')).to.equal(null);
    expect(box.scrollLeft).to.equal(0);
  });

  it('RTL S11: so is the box in which a comment is changed', async () => {
    const {thread} = await withOwn('english words');
    const box = await openEditor(thread, 'english words');
    expect(getComputedStyle(box).resize).to.equal('vertical');
    expect(getComputedStyle(box).direction).to.equal('ltr');
    expect(box.getAttribute('style')).to.equal(null);
  });

  const quotes: Readonly<Record<string, string>> = {he: '""', en: '“”', tr: '“”'};
  for (const lang of Object.keys(languages)) {
    it(`RTL S13: a short quotation in ${lang} stands in ${quotes[lang] ?? '«»'}`, async () => {
      const thread = await threadOf(lang);
      const [first, second] = [
        ...getComputedStyle(one(thread, 'q')).quotes.matchAll(/"((?:\\"|[^"])*)"|'([^']*)'/g),
      ];
      const sign = (match?: RegExpMatchArray): string => (match?.[1] ?? match?.[2] ?? '').replace('\\', '');
      expect(sign(first) + sign(second)).to.equal(quotes[lang] ?? '«»');
    });
  }
});

/** Adds to the styles of an element. */
function addStyles({shadowRoot}: Element, css: string): void {
  if (!shadowRoot) throw new Error('no root');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
}

/** Applies what the style sheets keep for fingers: no driver of every engine can change the pointer. */
function forFingers(element: Element): void {
  const rules = element.shadowRoot?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) ?? [];
  const coarse = rules.filter(
    (rule): rule is CSSMediaRule =>
      rule instanceof CSSMediaRule && rule.conditionText.includes('pointer: coarse'),
  );
  expect(coarse, 'rules for fingers').not.to.have.length(0);
  addStyles(element, coarse.flatMap(({cssRules}) => [...cssRules].map(({cssText}) => cssText)).join('\n'));
}
