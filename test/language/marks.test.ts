import {expect, html} from '@open-wc/testing';
import {absoluteDate, absoluteTime} from '../../src/language/dates.js';
import {languages} from './languages.js';
import {bare, type LanguageProbe, put} from './probe.js';

const speak = async (lang: string, numerals = ''): Promise<LanguageProbe> => {
  const element = await put<LanguageProbe>(
    html`<language-probe lang=${lang} numerals=${numerals}></language-probe>`,
  );
  await element.language.load();
  return element;
};

/** What a formatter puts between and around digits to keep them together and in order. */
const marks = /[\u200e\u200f\u061c\u00a0\u202f]/;
const moment = '2024-03-14T11:05:00Z';

describe('marks that formatters write', () => {
  for (const lang of Object.keys(languages)) {
    for (const numerals of ['latn', 'arab', 'arabext']) {
      it(`RTL N8: numbers in ${lang} with digits ${numerals} keep them`, async () => {
        const {language} = await speak(lang, numerals);
        const known = Intl.NumberFormat.supportedLocalesOf(lang).length ? lang : 'en';
        const format = new Intl.NumberFormat(known, {numberingSystem: numerals});
        for (const count of [0, 1_234_567, -5]) {
          expect(language.number(count)).to.equal(format.format(count));
          expect(bare(language.plural('commentsCount', Math.abs(count)))).not.to.match(
            /[\u200e\u200f\u061c]/,
          );
        }
      });
    }
  }

  it('RTL N8: such marks are there to be kept, in numbers and sentences, and a test looks past them', async () => {
    const {language: french} = await speak('fr');
    expect(french.number(12_345)).to.match(marks);
    expect(french.plural('commentsCount', 12_345)).to.contain(french.number(12_345));
    expect(bare(french.number(12_345))).to.equal('12 345');
    const {language: arabic} = await speak('ar', 'arab');
    expect(arabic.number(-5)).to.match(marks);
    expect(bare(arabic.number(-5))).to.equal('-٥');
  });

  it('RTL N8: dates and times keep them as well', async () => {
    for (const lang of ['ar', 'fa', 'he', 'ur', 'en', 'fr', 'tr']) {
      const {language} = await speak(lang);
      const {calendar, numberingSystem} = languages[lang] ?? {calendar: 'gregory', numberingSystem: 'latn'};
      const date = new Intl.DateTimeFormat(lang, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        calendar,
        numberingSystem,
      }).format(new Date(moment));
      const time = new Intl.DateTimeFormat(lang, {
        hour: 'numeric',
        minute: '2-digit',
        numberingSystem,
      }).format(new Date(moment));
      expect(absoluteDate(language, moment), lang).to.equal(date);
      expect(absoluteTime(language, moment), lang).to.contain(date).and.contain(time);
    }
  });
});
