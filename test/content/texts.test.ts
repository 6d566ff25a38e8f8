import {expect} from '@open-wc/testing';
import {cleanAddress} from '../../src/content/clean-address.js';
import {cleanName, displayName} from '../../src/content/clean-name.js';
import {cleanText, isBlank} from '../../src/content/clean.js';
import {textDirection} from '../../src/content/direction.js';
import {isEmail} from '../../src/content/email.js';
import {toParagraphs} from '../../src/content/paragraphs.js';
import {toSegments} from '../../src/content/segments.js';
import type {Direction} from '../../src/content/types.js';
import {toWebsite} from '../../src/content/website.js';
import {comments} from './texts/comments.js';
import {texts, type Block} from './texts/paragraphs.js';
import {mails, names, websites} from './texts/people.js';
import {sentences} from './texts/sentences.js';

const blocks = (text: string, widget: Direction): readonly Block[] =>
  Array.from(toParagraphs(text, widget), ({dir, lines}) => [dir, ...lines]);
const foreign = (text: string, widget: Direction): readonly boolean[] =>
  toParagraphs(text, widget).map((paragraph) => paragraph.foreign);

describe('what people write', () => {
  it('is a table of more than two hundred texts', () => {
    const tables = [sentences, texts, comments, names, mails, websites];
    expect(tables.reduce((sum, rows) => sum + rows.length, 0)).to.be.at.least(240);
  });

  for (const [typed, inRtl, inLtr] of sentences) {
    it(`RTL B1, SEC 2.2: ${JSON.stringify(typed)} is ${inRtl}, in English ${inLtr}`, () => {
      expect(cleanText(typed)).to.equal(typed);
      expect(blocks(typed, 'rtl')).to.deep.equal([[inRtl, typed]]);
      expect(blocks(typed, 'ltr')).to.deep.equal([[inLtr, typed]]);
    });
  }

  for (const [typed, inRtl, inLtr = inRtl] of texts) {
    it(`RTL B1, B2, SEC 2.5: the paragraphs of ${JSON.stringify(typed)}`, () => {
      expect(cleanText(typed)).to.equal(typed);
      expect(blocks(typed, 'rtl')).to.deep.equal(inRtl);
      expect(blocks(typed, 'ltr')).to.deep.equal(inLtr);
      expect(foreign(typed, 'rtl')).to.deep.equal(inRtl.map(([dir]) => dir === 'ltr'));
      expect(foreign(typed, 'ltr')).to.deep.equal(inLtr.map(([dir]) => dir === 'rtl'));
    });
  }

  for (const [what, typed, sent, inRtl] of comments) {
    it(`RTL T1, T2, SEC 2.3: ${what} in a comment`, () => {
      expect(cleanText(typed)).to.equal(sent);
      expect(blocks(cleanText(typed), 'rtl')).to.deep.equal(inRtl);
      expect(isBlank(cleanText(typed))).to.equal(sent === '');
    });
  }

  for (const [what, typed, name, dir] of names) {
    it(`SEC 10.1, RTL T2: ${what} in a name`, () => {
      expect(cleanName(typed)).to.equal(name);
      expect(displayName(typed)).to.equal(name);
      expect(textDirection(name, 'rtl')).to.equal(dir);
    });
  }

  for (const [typed, cleaned, good] of mails) {
    it(`RTL T6, SEC 10.6: the address ${JSON.stringify(typed)} is ${good ? 'taken' : 'refused'}`, () => {
      expect(cleanAddress(typed)).to.equal(cleaned);
      expect(isEmail(cleaned)).to.equal(good);
    });
  }

  for (const [typed, cleaned, sent] of websites) {
    it(`RTL T7: the website ${JSON.stringify(typed)} is ${sent === null ? 'refused' : 'taken'}`, () => {
      expect(cleanAddress(typed)).to.equal(cleaned);
      expect(toWebsite(typed)).to.equal(sent);
    });
  }

  it('RTL B10: no link, number, mention or tag begins or ends within an Arabic word', () => {
    const pieces = ['ليلى', 'م\u064e', '@ليلى', '@layla', '#وسم', 'https://example.com/', 'me@example.org'];
    pieces.push('https://مثال.إختبار/صفحة', '0112345678', 'مستخدم@مثال.إختبار', '،', '(', '_', '\u200c', 'ـ');
    const joined = pieces.flatMap((one) => pieces.flatMap((two) => pieces.map((three) => one + two + three)));
    const endsIn = /(?=\p{Script=Arabic})\p{L}\p{M}*$/u;
    const beginsWith = /^(?=\p{Script=Arabic})\p{L}/u;
    const rows = [...joined, ...sentences.map(([typed]) => typed), ...texts.map(([typed]) => typed)];
    for (const line of rows.flatMap((text) => text.split('\n'))) {
      const segments = toSegments(line);
      for (const [place, {text}] of segments.entries()) {
        const next = segments[place + 1]?.text ?? '';
        expect(endsIn.test(text) && beginsWith.test(next), JSON.stringify([line, text, next])).to.equal(
          false,
        );
      }
    }
  });

  it('RTL T6: an address of 254 characters is the longest', () => {
    const domain = '@example.org';
    expect(isEmail('a'.repeat(254 - domain.length) + domain)).to.equal(true);
    expect(isEmail('a'.repeat(255 - domain.length) + domain)).to.equal(false);
  });

  it('SEC 10.2: what cannot be seen does not push a name out of its eighty characters', () => {
    expect(displayName(`${'\u2060'.repeat(400)}ليلى${'\u202e'.repeat(400)}`)).to.equal('ليلى');
  });
});
