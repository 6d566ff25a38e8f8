import {expect, html} from '@open-wc/testing';
import {inWords} from '../../src/language/numbers.js';
import {bare, type LanguageProbe, put} from './probe.js';

const speak = async (lang: string, numerals = ''): Promise<LanguageProbe> => {
  const element = await put<LanguageProbe>(
    html`<language-probe lang=${lang} numerals=${numerals}></language-probe>`,
  );
  await element.language.load();
  return element;
};

const arab = 'BH DJ EG ER IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE'.split(' ');
const latin = 'AE DZ EH LY MA TN US IL 001'.split(' ');

/** Tag, and 1,234,567 as it is written there. */
const table: readonly (readonly [string, string])[] = [
  ['ar', '1,234,567'],
  ...arab.map((country) => [`ar-${country}`, '١٬٢٣٤٬٥٦٧'] as const),
  ['ar-Arab-EG', '١٬٢٣٤٬٥٦٧'],
  ['fa', '۱٬۲۳۴٬۵۶۷'],
  ['fa-AF', '۱٬۲۳۴٬۵۶۷'],
  ['ps', '۱٬۲۳۴٬۵۶۷'],
  ['ur', '1,234,567'],
  ['he', '1,234,567'],
  ['ug', '1,234,567'],
  ['ckb', '١٬٢٣٤٬٥٦٧'],
  ['en', '1,234,567'],
  ['fr', '1 234 567'],
  ['tr', '1.234.567'],
  ['ar-u-nu-arab', '١٬٢٣٤٬٥٦٧'],
  ['ar-EG-u-nu-latn', '1,234,567'],
  ['fa-u-nu-latn', '1,234,567'],
];

describe('numbers', () => {
  for (const [tag, written] of table) {
    it(`RTL N1: ${tag} writes ${written}`, async () => {
      expect(bare((await speak(tag)).language.number(1_234_567))).to.equal(written);
    });
  }

  for (const country of latin) {
    it(`RTL N1: ar-${country} writes the digits of Europe`, async () => {
      // Which sign groups them differs between releases of CLDR.
      expect(bare((await speak(`ar-${country}`)).language.number(1_234_567))).to.match(/^1[.,]234[.,]567$/);
    });
  }

  it('RTL N1: ur-IN writes the digits of Persian', async () => {
    expect((await speak('ur-IN')).language.number(56)).to.equal('۵۶');
  });

  it('RTL N1: takes the page’s choice before that of the tag and the country', async () => {
    expect((await speak('ar-EG', 'latn')).language.number(42)).to.equal('42');
    expect((await speak('ar-MA', 'arab')).language.number(42)).to.equal('٤٢');
    expect((await speak('ar-u-nu-latn', 'arabext')).language.number(42)).to.equal('۴۲');
    expect((await speak('ckb', 'latn')).language.number(42)).to.equal('42');
  });

  it('takes no notice of a numbering system that is none', async () => {
    expect((await speak('ar-EG', 'x')).language.number(42)).to.equal('٤٢');
    expect((await speak('en', 'roman')).language.number(42)).to.equal('42');
  });

  it('RTL N1: writes every number of one place with the same digits', async () => {
    const {language} = await speak('ar-EG');
    expect(bare(language.plural('charactersLeft', 12))).to.equal('بقي ١٢ حرفًا');
    expect(bare(language.plural('commentsCount', 1234))).to.contain('١٬٢٣٤');
  });
});

describe('plurals', () => {
  const forms = {zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x'};
  /** Language, and the first letter of the category for each of these numbers. */
  const counts = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 111, 199, 200, 1_000_000];
  const categories: readonly (readonly [string, string])[] = [
    ['ar', 'zotffmmxxxffmmxx'],
    ['ar-EG', 'zotffmmxxxffmmxx'],
    ['he', 'xotxxxxxxxxxxxxx'],
    ['fa', 'ooxxxxxxxxxxxxxx'],
    ['fr', 'ooxxxxxxxxxxxxxm'],
    ['ur', 'xoxxxxxxxxxxxxxx'],
    ['ckb', 'xoxxxxxxxxxxxxxx'],
    ['ps', 'xoxxxxxxxxxxxxxx'],
    ['ug', 'xoxxxxxxxxxxxxxx'],
    ['en', 'xoxxxxxxxxxxxxxx'],
    ['tr', 'xoxxxxxxxxxxxxxx'],
  ];

  for (const [lang, wanted] of categories) {
    it(`RTL N6: ${lang} puts numbers into its own categories`, async () => {
      const {language} = await speak(lang);
      expect(counts.map((count) => inWords(language, [forms], count)).join('')).to.equal(wanted);
    });
  }

  it('RTL N6: falls back to the form for other', async () => {
    const {language} = await speak('ar');
    expect(bare(inWords(language, [{other: '{count} x'}], 2))).to.equal('2 x');
    expect(bare(inWords(language, [{two: '', other: '{count} x'}], 2))).to.equal('2 x');
  });

  it('RTL N6: says each Arabic form', async () => {
    const {language} = await speak('ar');
    const said = [0, 1, 2, 3, 11, 100].map((count) => bare(language.plural('commentsCount', count)));
    expect(said).to.deep.equal([
      'لا توجد تعليقات',
      'تعليق واحد',
      'تعليقان',
      '3 تعليقات',
      '11 تعليقًا',
      '100 تعليق',
    ]);
  });

  it('RTL N7: keeps the number where one holds 0', async () => {
    expect(bare((await speak('fa')).language.plural('repliesCount', 0))).to.equal('۰ پاسخ');
    expect(bare((await speak('fr')).language.plural('repliesCount', 0))).to.equal('0 réponse');
  });
});
