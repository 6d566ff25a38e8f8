import {expect, html} from '@open-wc/testing';
import {absoluteDate, absoluteTime} from '../../src/language/dates.js';
import {relativeTime} from '../../src/language/relative-time.js';
import type {Language} from '../../src/language/messages.js';
import {bare, type LanguageProbe, put} from './probe.js';

const speak = async (
  lang: string,
  settings: {numerals?: string; calendar?: string} = {},
): Promise<LanguageProbe> => {
  const element = await put<LanguageProbe>(
    html`<language-probe
      lang=${lang}
      numerals=${settings.numerals ?? ''}
      calendar=${settings.calendar ?? ''}
    ></language-probe>`,
  );
  await element.language.load();
  return element;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const moment = '2024-03-14T11:05:00Z';
/** The same hour of the clock wherever the test runs. */
const local = new Date(2024, 2, 14, 15, 5).toISOString();
const morning = new Date(2024, 2, 14, 9, 5).toISOString();

describe('relativeTime', () => {
  const ago = async (lang: string, milliseconds: number): Promise<string> => {
    const {language} = await speak(lang);
    return bare(relativeTime(language, moment, Date.parse(moment) + milliseconds));
  };

  const table: readonly (readonly [number, string])[] = [
    [0, 'just now'],
    [59.9 * second, 'just now'],
    [minute, '1 minute ago'],
    [119 * second, '1 minute ago'],
    [59 * minute + 59 * second, '59 minutes ago'],
    [hour, '1 hour ago'],
    [23.99 * hour, '23 hours ago'],
    [day, '1 day ago'],
    [6.99 * day, '6 days ago'],
    [7 * day, '1 week ago'],
    [34.9 * day, '4 weeks ago'],
    [35 * day, '1 month ago'],
    [61 * day, '2 months ago'],
    [364.9 * day, '11 months ago'],
    [365 * day, '1 year ago'],
    [729 * day, '1 year ago'],
    [730 * day, '2 years ago'],
    [4000 * day, '10 years ago'],
    [-minute, 'just now'],
    [-400 * day, 'just now'],
  ];
  for (const [milliseconds, said] of table) {
    it(`RTL N3: after ${milliseconds / minute} minutes it says ${said}`, async () => {
      expect(await ago('en', milliseconds)).to.equal(said);
    });
  }

  it('RTL N3: says each Arabic form', async () => {
    expect(await ago('ar', 0)).to.equal('الآن');
    expect(await ago('ar', minute)).to.equal('قبل دقيقة واحدة');
    expect(await ago('ar', 2 * hour)).to.equal('قبل ساعتين');
    expect(await ago('ar', 3 * day)).to.equal('قبل 3 أيام');
    expect(await ago('ar-EG', 11 * hour)).to.equal('قبل ١١ ساعة');
  });

  it('RTL N2, N3: says it in the language’s own words in every engine', async () => {
    expect(await ago('ckb', 5 * minute)).to.equal('٥ خولەک پێشتر');
    expect(await ago('ps', 5 * minute)).to.equal('۵ دقيقې مخکې');
    expect(await ago('ug', 5 * minute)).to.equal('5 مىنۇت ئىلگىرى');
    expect(await ago('fa', 5 * minute)).to.equal('۵ دقیقه پیش');
    expect(await ago('he', 2 * day)).to.equal('לפני יומיים');
  });

  it('takes the words of the page', async () => {
    const element = await speak('en');
    const {language} = element;
    element.strings = {
      justNow: 'now',
      // What a page writes as JSON need not be whole.
      timeAgo: {minute: {one: 'a minute', other: '{count} min'}} as Language['timeAgo'],
    };
    const at = (milliseconds: number): string =>
      bare(relativeTime(language, moment, Date.parse(moment) + milliseconds));
    expect([at(0), at(minute), at(2 * minute), at(2 * hour)]).to.deep.equal([
      'now',
      'a minute',
      '2 min',
      '2 hours ago',
    ]);
  });

  it('is empty for what is no time', async () => {
    const {language} = await speak('ar');
    expect(relativeTime(language, 'soon')).to.equal('');
    expect(absoluteTime(language, '')).to.equal('');
    expect(absoluteDate(language, '2024-13-99')).to.equal('');
  });
});

describe('absoluteDate', () => {
  const on = async (lang: string, settings = {}): Promise<string> =>
    bare(absoluteDate((await speak(lang, settings)).language, local));

  it('RTL N4: is written in the language, its digits and its calendar', async () => {
    expect(await on('ar')).to.equal('14 مارس 2024');
    expect(await on('ar-EG')).to.equal('١٤ مارس ٢٠٢٤');
    expect(await on('fa')).to.equal('۲۴ اسفند ۱۴۰۲');
    expect(await on('he')).to.equal('14 במרץ 2024');
    expect(await on('ur')).to.match(/^14 مارچ،? 2024$/);
    expect(await on('en')).to.equal('March 14, 2024');
    expect(await on('en-GB')).to.equal('14 March 2024');
    expect(await on('fr')).to.equal('14 mars 2024');
    expect(await on('tr')).to.equal('14 Mart 2024');
  });

  it('RTL N2, N4: never falls back to English or to the visitor’s own language', async () => {
    const ckb = await on('ckb');
    expect(ckb).to.contain('ئازار').and.contain('١٤').and.contain('٢٠٢٤');
    const ps = await on('ps');
    expect(ps)
      .to.contain('۲۴')
      .and.contain('۱۴۰۲')
      .and.match(/کب|حوت/);
    const ug = await on('ug');
    expect(ug).to.contain('14').and.contain('مارت').and.contain('2024');
  });

  it('RTL N4: takes the page’s calendar', async () => {
    expect(await on('ar', {calendar: 'islamic-umalqura'})).to.match(/4 رمضان 1445/);
    expect(await on('ar-SA')).to.equal('١٤ مارس ٢٠٢٤');
    expect(await on('ar-SA', {calendar: 'islamic-umalqura', numerals: 'arab'})).to.match(/٤ رمضان ١٤٤٥/);
    expect(await on('fa', {calendar: 'gregory'})).to.match(/۱۴ مارس ۲۰۲۴/);
    for (const lang of ['ckb', 'ps', 'ug']) {
      expect(await on(lang, {calendar: 'islamic-umalqura', numerals: 'latn'}), lang)
        .to.match(/1445/)
        .and.not.match(/[a-z]/i);
    }
  });

  it('RTL N4: knows the first and the last month of each calendar', async () => {
    for (const [lang, first, last] of [
      ['ps', /وری/, /کب|حوت/],
      ['ckb', /کانوونی دووەم/, /کانونی یەکەم|کانوونی یەکەم/],
    ] as const) {
      const {language} = await speak(lang);
      const of = (month: number, date: number): string =>
        absoluteDate(language, new Date(2024, month, date, 12).toISOString());
      expect(lang === 'ps' ? of(2, 25) : of(0, 5), lang).to.match(first);
      expect(lang === 'ps' ? of(2, 15) : of(11, 5), lang).to.match(last);
    }
  });

  it('takes no notice of a calendar that is none', async () => {
    expect(await on('en', {calendar: 'x'})).to.equal('March 14, 2024');
    expect(await on('en', {calendar: 'mayan'})).to.equal('March 14, 2024');
  });
});

describe('absoluteTime', () => {
  const at = async (lang: string, iso = local): Promise<string> =>
    bare(absoluteTime((await speak(lang)).language, iso));

  it('says the day and the time of day', async () => {
    expect(await at('ar')).to.equal('14 مارس 2024 الساعة 3:05 م');
    expect(await at('ar-EG', morning)).to.equal('١٤ مارس ٢٠٢٤ الساعة ٩:٠٥ ص');
    expect(await at('en')).to.equal('March 14, 2024 at 3:05 PM');
    expect(await at('en-GB')).to.equal('14 March 2024 at 15:05');
    expect(await at('fa')).to.equal('۲۴ اسفند ۱۴۰۲ ساعت ۱۵:۰۵');
    expect(await at('he')).to.equal('14 במרץ 2024 בשעה 15:05');
    expect(await at('fr')).to.equal('14 mars 2024 à 15:05');
  });

  it('RTL N2, L8: tells the time itself where the engine lacks the language', async () => {
    expect(await at('ckb')).to.match(/٣:٠٥/);
    expect(await at('ckb', morning)).to.match(/٩:٠٥/);
    expect(await at('ps')).to.match(/۱۵:۰۵/);
    expect(await at('ug')).to.match(/15:05|3:05/);
    for (const lang of ['ckb', 'ps', 'ug']) expect(await at(lang), lang).not.to.match(/[a-z]/i);
  });

  it('RTL B6: isolates the day and the time of day', async () => {
    const {language} = await speak('ar');
    expect(absoluteTime(language, local).match(/\u2068[^\u2068\u2069]*\u2069/g)).to.have.length(2);
  });
});
