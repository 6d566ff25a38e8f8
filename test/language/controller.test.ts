import {elementUpdated, expect, fixture, html, waitUntil} from '@open-wc/testing';
import type {Language} from '../../src/language/messages.js';
import {loadLanguage, registerLanguage} from '../../src/language/registry.js';
import {absoluteTime, relativeTime} from '../../src/language/dates.js';
import {languages} from './languages.js';
import {bare, LanguageProbe} from './probe.js';

const fsi = '\u2068';
const pdi = '\u2069';

const say = async (template: unknown): Promise<LanguageProbe> => {
  const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
  const element = find(place);
  await element.language.load();
  await elementUpdated(element);
  return element;
};

const find = (place: ParentNode): LanguageProbe => {
  const element = place.querySelector('language-probe');
  if (!element) throw new Error('no probe');
  return element;
};

const hears = (element: LanguageProbe, heading: string): Promise<void> =>
  waitUntil(() => element.heading === heading, `never said "${heading}" but "${element.heading}"`);

/** A language that comes when it is told to. */
const onDemand = (
  tag: string,
  words: Partial<Language>,
): {come: () => void; fail: () => void; asked: () => number} => {
  let come = (): void => {};
  let fail = (): void => {};
  let asked = 0;
  registerLanguage(tag, () => {
    asked++;
    return new Promise((resolve, reject) => {
      come = () => resolve({...languages['en']!, lang: tag, ...words});
      fail = () => reject(new TypeError('network'));
    });
  });
  return {come: () => come(), fail: () => fail(), asked: () => asked};
};

describe('LanguageController', () => {
  describe('before anything has been loaded', () => {
    // First in this file: the words that come later stay for the whole page.
    it('shows the Arabic form, and nothing that comes later', async () => {
      const element = await fixture<LanguageProbe>(html`<language-probe></language-probe>`);
      const {language} = element;
      expect(element.heading).to.equal('اترك تعليق');
      expect(element.root.style.visibility).to.equal('');
      expect(language.complete).to.equal(false);
      expect(language.text('errorNetwork')).to.equal('');
      expect(language.plural('commentsCount', 3)).to.equal('');
      expect(relativeTime(language, '2024-01-01T00:00:00Z')).to.equal('');
      expect(absoluteTime(language, '2024-01-01T00:00:00Z')).to.equal('');
      await language.load();
      expect(language.complete).to.equal(true);
      expect(language.text('errorNetwork')).to.equal(languages['ar']!.errorNetwork);
    });
  });

  describe('language and direction', () => {
    it('RTL D1: writes them on the root, never on the element', async () => {
      const element = await say(html`<language-probe></language-probe>`);
      expect([element.root.lang, element.root.dir]).to.deep.equal(['ar', 'rtl']);
      expect(element.hasAttribute('lang')).to.equal(false);
      expect(element.hasAttribute('dir')).to.equal(false);
    });

    it('RTL D2: takes the nearest lang', async () => {
      const element = await say(
        html`<div lang="fr">
          <p lang="he"><language-probe></language-probe></p>
        </div>`,
      );
      expect(element.root.lang).to.equal('he');
      expect(element.heading).to.equal('כתיבת תגובה');
    });

    it('RTL D2: takes its own before that of an ancestor', async () => {
      const element = await say(html`<div lang="fr"><language-probe lang="tr"></language-probe></div>`);
      expect(element.heading).to.equal('Yorum yapın');
    });

    it('RTL D2: looks beyond shadow roots', async () => {
      const place = await fixture<HTMLElement>(html`<div lang="fr"><section></section></div>`);
      const inner = place.firstElementChild!.attachShadow({mode: 'open'});
      const element = document.createElement('language-probe');
      inner.append(element);
      await hears(element, 'Laisser un commentaire');
      expect(element.root.lang).to.equal('fr');
    });

    it('RTL D2: an empty lang is no language', async () => {
      const element = await say(html`<div lang="en"><language-probe lang=""></language-probe></div>`);
      expect(element.root.lang).to.equal('ar');
    });

    it('RTL D3: takes the direction of the language, not that of the page', async () => {
      const arabic = await say(
        html`<div dir="ltr" lang="en"><language-probe lang="ar"></language-probe></div>`,
      );
      expect(arabic.root.dir).to.equal('rtl');
      const english = await say(html`<div dir="rtl"><language-probe lang="en"></language-probe></div>`);
      expect(english.root.dir).to.equal('ltr');
    });

    it('RTL D3: obeys a dir of its own', async () => {
      const element = await say(html`<language-probe lang="ar" dir="ltr"></language-probe>`);
      expect([element.root.lang, element.root.dir]).to.deep.equal(['ar', 'ltr']);
      const auto = await say(html`<language-probe lang="ar" dir="auto"></language-probe>`);
      expect(auto.root.dir).to.equal('rtl');
    });

    it('keeps the region for digits and dates', async () => {
      const element = await say(html`<language-probe lang="ar-EG"></language-probe>`);
      expect(element.root.lang).to.equal('ar-EG');
      expect(element.heading).to.equal('اترك تعليق');
    });

    it('shows English in a language that it does not have, and says so to developers once', async () => {
      const said: unknown[] = [];
      const {warn} = console;
      console.warn = (message: unknown) => said.push(message);
      try {
        const element = await say(html`<language-probe lang="nl"></language-probe>`);
        await say(html`<language-probe lang="nl"></language-probe>`);
        expect([element.root.lang, element.root.dir]).to.deep.equal(['en', 'ltr']);
        expect(element.heading).to.equal('Leave a Comment');
      } finally {
        console.warn = warn;
      }
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('nl').and.to.contain('registerLanguage');
    });
  });

  describe('while the page changes', () => {
    it('RTL D4: follows its own lang and dir; text, focus and caret stay', async () => {
      const element = await say(html`<language-probe></language-probe>`);
      const input = element.renderRoot.querySelector('input')!;
      input.value = 'كتبت هذا';
      input.focus();
      input.setSelectionRange(2, 4);
      element.lang = 'en';
      await hears(element, 'Leave a Comment');
      expect([element.root.lang, element.root.dir]).to.deep.equal(['en', 'ltr']);
      element.dir = 'rtl';
      await waitUntil(() => element.root.dir === 'rtl');
      expect(element.renderRoot.querySelector('input')).to.equal(input);
      expect(element.shadowRoot!.activeElement).to.equal(input);
      expect([input.value, input.selectionStart, input.selectionEnd]).to.deep.equal(['كتبت هذا', 2, 4]);
    });

    it('RTL D4: follows the lang of an ancestor, and one that comes between', async () => {
      const place = await fixture<HTMLElement>(
        html`<div lang="ar">
          <section><language-probe></language-probe></section>
        </div>`,
      );
      const element = find(place);
      place.lang = 'fr';
      await hears(element, 'Laisser un commentaire');
      element.parentElement!.lang = 'tr';
      await hears(element, 'Yorum yapın');
      element.parentElement!.removeAttribute('lang');
      await hears(element, 'Laisser un commentaire');
    });

    it('follows the place it is moved to, and only that', async () => {
      const from = await fixture<HTMLElement>(html`<div lang="fr"><language-probe></language-probe></div>`);
      const to = await fixture<HTMLElement>(html`<div lang="tr"></div>`);
      const element = find(from);
      await hears(element, 'Laisser un commentaire');
      to.append(element);
      await hears(element, 'Yorum yapın');
      from.lang = 'en';
      to.lang = 'ar';
      await hears(element, 'اترك تعليق');
    });

    it('keeps what it shows until the next language has come', async () => {
      const german = onDemand('de', {formTitle: 'Kommentar schreiben'});
      const element = await say(html`<language-probe lang="en"></language-probe>`);
      element.lang = 'de';
      await waitUntil(() => german.asked() === 1);
      await elementUpdated(element);
      expect([element.root.lang, element.heading]).to.deep.equal(['en', 'Leave a Comment']);
      expect(element.root.style.visibility).to.equal('');
      german.come();
      await hears(element, 'Kommentar schreiben');
      expect(element.root.lang).to.equal('de');
    });

    it('drops a language that comes when another is wanted', async () => {
      const slow = onDemand('sv', {formTitle: 'Skriv en kommentar'});
      const element = await say(html`<language-probe lang="en"></language-probe>`);
      element.lang = 'sv';
      await waitUntil(() => slow.asked() === 1);
      element.lang = 'ar';
      await hears(element, 'اترك تعليق');
      slow.come();
      await loadLanguage('fr');
      await elementUpdated(element);
      expect([element.root.lang, element.heading]).to.deep.equal(['ar', 'اترك تعليق']);
    });
  });

  describe('while its first language is under way', () => {
    it('keeps out of sight, with the room it takes', async () => {
      const danish = onDemand('da', {formTitle: 'Skriv en kommentar'});
      const element = await fixture<LanguageProbe>(html`<language-probe lang="da"></language-probe>`);
      expect(getComputedStyle(element.root).visibility).to.equal('hidden');
      expect(element.root.getBoundingClientRect().height).to.be.greaterThan(0);
      expect([element.root.lang, element.root.dir]).to.deep.equal(['da', 'ltr']);
      danish.come();
      await hears(element, 'Skriv en kommentar');
      expect(getComputedStyle(element.root).visibility).to.equal('visible');
    });

    it('shows the built-in language when it cannot be loaded, and tries again when asked', async () => {
      const finnish = onDemand('fi', {formTitle: 'Jätä kommentti'});
      const element = await fixture<LanguageProbe>(html`<language-probe lang="fi"></language-probe>`);
      finnish.fail();
      await hears(element, 'اترك تعليق');
      await waitUntil(() => element.root.style.visibility === '');
      expect([element.root.lang, element.root.dir]).to.deep.equal(['ar', 'rtl']);
      const loading = element.language.load();
      finnish.come();
      await loading;
      await hears(element, 'Jätä kommentti');
      expect([element.root.lang, element.root.dir]).to.deep.equal(['fi', 'ltr']);
    });

    it('never rejects', async () => {
      const broken = onDemand('et', {});
      const element = await fixture<LanguageProbe>(html`<language-probe lang="et"></language-probe>`);
      const loading = element.language.load();
      broken.fail();
      await loading;
      expect(element.language.complete).to.equal(false);
    });
  });

  describe('registerLanguage', () => {
    it('serves elements that are there already', async () => {
      const element = await say(html`<language-probe lang="pt-BR"></language-probe>`);
      expect(element.heading).to.equal('Leave a Comment');
      registerLanguage('pt', () =>
        Promise.resolve({...languages['en']!, lang: 'pt', formTitle: 'Deixe um comentário'}),
      );
      await hears(element, 'Deixe um comentário');
      expect(element.root.lang).to.equal('pt-BR');
    });

    it('takes a tag with a region before the language', async () => {
      registerLanguage('ar-TN', () => Promise.resolve({...languages['ar']!, formTitle: 'خلّي تعليق'}));
      expect((await say(html`<language-probe lang="ar-TN"></language-probe>`)).heading).to.equal('خلّي تعليق');
      expect((await say(html`<language-probe lang="ar-DZ"></language-probe>`)).heading).to.equal(
        'اترك تعليق',
      );
    });

    it('RTL L6: says in the language of the same direction what it lacks', async () => {
      // A page without TypeScript may leave things out.
      const part = (dir: 'rtl' | 'ltr'): Language =>
        ({lang: 'xx', dir, formTitle: 'Ⅰ', submit: ''}) as unknown as Language;
      registerLanguage('sd', () => Promise.resolve(part('rtl')));
      registerLanguage('it', () => Promise.resolve(part('ltr')));
      const sindhi = await say(html`<language-probe lang="sd"></language-probe>`);
      expect(sindhi.heading).to.equal('Ⅰ');
      expect(sindhi.language.text('submit')).to.equal('إرسال التعليق');
      const italian = await say(html`<language-probe lang="it"></language-probe>`);
      expect(italian.language.text('submit')).to.equal('Post Comment');
      expect(italian.language.text('errorNetwork')).to.equal(languages['en']!.errorNetwork);
    });
  });

  describe('words', () => {
    it('RTL B6, L2: isolates every value and does not read it again', async () => {
      const {language} = await say(html`<language-probe></language-probe>`);
      expect(language.text('replyByTo', {name: '{parent}', parent: 'Ann'})).to.equal(
        `رد من ${fsi}{parent}${pdi} على ${fsi}Ann${pdi}`,
      );
      expect(language.plural('charactersLeft', 20)).to.equal(`بقي ${fsi}20${pdi} حرفًا`);
    });

    it('RTL B6: no value can end its isolate', async () => {
      const {language} = await say(html`<language-probe></language-probe>`);
      const text = language.text('replyTo', {name: `a${pdi}\u202eb\u2067c`});
      expect(text).to.equal(`رد على ${fsi}a\u202ebc${pdi}`);
    });

    it('writes numbers among the values in the digits of the place', async () => {
      const {language} = await say(html`<language-probe lang="ar-EG"></language-probe>`);
      expect(bare(language.text('says', {name: 12}))).to.equal('١٢ يقول:');
    });

    it('leaves nothing of a placeholder that has no value', async () => {
      const {language} = await say(html`<language-probe></language-probe>`);
      expect(bare(language.text('replyTo'))).to.equal('رد على ');
    });

    it('RTL B9: gives a template its values untouched, in the order of the language', async () => {
      const name = document.createElement('bdi');
      const arabic = (await say(html`<language-probe></language-probe>`)).language;
      expect(arabic.template('replyByTo', {name, parent: 7})).to.deep.equal(['رد من ', name, ' على ', 7, '']);
      const turkish = (await say(html`<language-probe lang="tr"></language-probe>`)).language;
      expect(turkish.template('replyByTo', {name, parent: 7})).to.deep.equal([
        '',
        7,
        ' yorumuna ',
        name,
        ' tarafından yanıt',
      ]);
    });

    it('RTL N9: joins lists as the language does, each item isolated', async () => {
      const words = ['أ', 'b', 'ج'];
      const list = async (lang: string): Promise<string> =>
        (await say(html`<language-probe lang=${lang}></language-probe>`)).language.list(words);
      expect(bare(await list('en'))).to.equal('أ, b, and ج');
      expect(bare(await list('ar'))).to.match(/^أ،? ?وb،? وج$/);
      for (const lang of ['en', 'ar', 'ckb', 'ug']) {
        expect((await list(lang)).match(/\u2068[^\u2068\u2069]\u2069/g), lang).to.have.length(3);
      }
      if (!Intl.ListFormat.supportedLocalesOf('ckb').length) {
        expect(bare(await list('ckb'))).to.equal('أ، b، ج');
      }
    });

    it('RTL N9: an array among the values is such a list', async () => {
      const {language} = await say(html`<language-probe></language-probe>`);
      const words = ['أحمق', 'fool'];
      expect(language.text('errorBlockedWordsList', {words})).to.contain(`: ${language.list(words)}. `);
    });
  });

  describe('strings of the page', () => {
    it('RTL L6: replace any message, at once and when they change', async () => {
      const element = await say(html`<language-probe .strings=${{formTitle: 'قل رأيك'}}></language-probe>`);
      expect(element.heading).to.equal('قل رأيك');
      element.strings = {replyTo: 'جاوب {name}', commentsCount: {one: 'رأي', other: '{count} رأي'}};
      await elementUpdated(element);
      expect(element.heading).to.equal('اترك تعليق');
      expect(bare(element.language.text('replyTo', {name: 'Ann'}))).to.equal('جاوب Ann');
      expect([1, 3].map((count) => bare(element.language.plural('commentsCount', count)))).to.deep.equal([
        'رأي',
        '3 رأي',
      ]);
    });

    it('RTL L6: fall back to the language where they are empty or not what they should be', async () => {
      const strings = {
        formTitle: '',
        submit: 5,
        retry: {other: 'x'},
        commentsCount: 'x',
        likesCount: null,
        edit: null,
      };
      const element = await say(html`<language-probe .strings=${strings}></language-probe>`);
      const {language} = element;
      expect(element.heading).to.equal('اترك تعليق');
      expect(language.text('submit')).to.equal('إرسال التعليق');
      expect(language.text('retry')).to.equal('إعادة المحاولة');
      expect(language.text('edit')).to.equal('تحرير');
      expect(language.plural('commentsCount', 2)).to.equal('تعليقان');
      expect(language.plural('likesCount', 2)).to.equal('إعجابان');
    });
  });
});

describe('loadLanguage', () => {
  it('rejects a language that is not there', async () => {
    const failure = await loadLanguage('xx').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(RangeError);
  });
});
