import {elementUpdated, expect, html} from '@open-wc/testing';
import {absoluteTime} from '../../src/language/dates.js';
import {relativeTime} from '../../src/language/relative-time.js';
import {languages} from './languages.js';
import {onDemand} from './on-demand.js';
import {find, hears, type LanguageProbe, put, say} from './probe.js';
import {waitUntil} from '../support/wait-until.js';

describe('LanguageController', () => {
  describe('before anything has been loaded', () => {
    // First in this file: the words that come later stay for the whole page.
    it('shows the Arabic form, and nothing that comes later', async () => {
      const element = await put<LanguageProbe>(html`<language-probe></language-probe>`);
      const {language} = element;
      expect(element.heading).to.equal('اترك تعليق');
      expect(element.root.style.visibility).to.equal('');
      expect(language.complete).to.equal(false);
      expect(language.text('errorNetwork')).to.equal('');
      expect(language.plural('commentsCount', 3)).to.equal('');
      expect(language.plural('characterLimit', 5000), 'RTL F9').to.equal('الحد الأقصى 5,000 حرف');
      expect(language.plural('characterLimit', 3), 'RTL F9').to.equal('الحد الأقصى 3 أحرف');
      expect(relativeTime(language, '2024-01-01T00:00:00Z')).to.equal('');
      expect(absoluteTime(language, '2024-01-01T00:00:00Z')).to.equal('');
      await language.load();
      expect(language.plural('characterLimit', 5000)).to.match(/^الحد الأقصى \u2068?5,000\u2069? حرف$/);
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
      const place = await put<HTMLElement>(html`<div lang="fr"><section></section></div>`);
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
      const place = await put<HTMLElement>(
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
      const from = await put<HTMLElement>(html`<div lang="fr"><language-probe></language-probe></div>`);
      const to = await put<HTMLElement>(html`<div lang="tr"></div>`);
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
      const other = await put<LanguageProbe>(html`<language-probe lang="sv"></language-probe>`);
      await waitUntil(() => slow.asked() === 2);
      slow.come();
      await hears(other, 'Skriv en kommentar');
      await elementUpdated(element);
      expect([element.root.lang, element.heading]).to.deep.equal(['ar', 'اترك تعليق']);
    });
  });

  describe('while its first language is under way', () => {
    it('keeps out of sight, with the room it takes', async () => {
      const danish = onDemand('da', {formTitle: 'Skriv en kommentar'});
      const element = await put<LanguageProbe>(html`<language-probe lang="da"></language-probe>`);
      expect(getComputedStyle(element.root).visibility).to.equal('hidden');
      expect(element.root.getBoundingClientRect().height).to.be.greaterThan(0);
      await waitUntil(() => danish.asked() === 1);
      danish.come();
      await hears(element, 'Skriv en kommentar');
      expect([element.root.lang, element.root.dir]).to.deep.equal(['da', 'ltr']);
      expect(getComputedStyle(element.root).visibility).to.equal('visible');
    });

    it('shows the built-in language when it cannot be loaded, and tries again when asked', async () => {
      const finnish = onDemand('fi', {formTitle: 'Jätä kommentti'});
      const element = await put<LanguageProbe>(html`<language-probe lang="fi"></language-probe>`);
      await waitUntil(() => finnish.asked() === 1);
      expect(element.root.style.visibility).to.equal('hidden');
      finnish.fail();
      await hears(element, 'اترك تعليق');
      await waitUntil(() => element.root.style.visibility === '');
      expect([element.root.lang, element.root.dir]).to.deep.equal(['ar', 'rtl']);
      const loading = element.language.load();
      await waitUntil(() => finnish.asked() === 2);
      finnish.come();
      await loading;
      await hears(element, 'Jätä kommentti');
      expect([element.root.lang, element.root.dir]).to.deep.equal(['fi', 'ltr']);
    });

    it('never rejects', async () => {
      const broken = onDemand('et', {});
      const element = await put<LanguageProbe>(html`<language-probe lang="et"></language-probe>`);
      await waitUntil(() => broken.asked() === 1);
      const loading = element.language.load();
      await waitUntil(() => broken.asked() === 2);
      broken.fail();
      await loading;
      expect(element.language.complete).to.equal(false);
    });
  });
});
