import {expect} from '@open-wc/testing';
import {arForm} from '../../src/language/ar-form.js';
import type {Language, Plural} from '../../src/language/messages.js';
import {hasLanguage, loadLanguage} from '../../src/language/registry.js';
import {languages} from './languages.js';

const categories: Readonly<Record<string, readonly string[]>> = {
  ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
  he: ['one', 'other', 'two'],
  fr: ['many', 'one', 'other'],
};
const ordinary = ['one', 'other'];

const facts = ['lang', 'dir', 'autonym', 'numberingSystem', 'digits', 'calendar', 'hourCycle'];

/** Letters that a language does not have, though they look like its own (L5). */
const foreign: Readonly<Record<string, RegExp>> = {
  fa: /[\u0643\u064a]/,
  ckb: /[\u0643\u064a\u06be]|\u0647\u200c/,
  ur: /[\u0643\u064a\u0647]/,
  ps: /[\u0643\u06af]/,
  ug: /[\u06cc\u06a9]/,
};

const isPlural = (value: unknown): value is Plural =>
  typeof value === 'object' && value !== null && 'other' in value;

/** Every sentence of a language with the way to it: `timeAgo.minute.few`. */
function* sentences(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else
    for (const [key, inner] of Object.entries(value ?? {}))
      yield* sentences(inner, path ? `${path}.${key}` : key);
}

function* plurals(value: unknown, path: string): Generator<readonly [string, Plural]> {
  if (isPlural(value)) yield [path, value];
  else if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value ?? {}))
      yield* plurals(inner, path ? `${path}.${key}` : key);
  }
}

const placeholders = (text: string): string[] => (text.match(/\{\w*\}?/g) ?? []).sort();

/** What a message may be filled with, whatever the plural form: those of its fullest form. */
const placeholdersOf = (value: unknown): string =>
  [...new Set([...sentences(value, '')].flatMap(([, text]) => placeholders(text)))].sort().join(' ');

const paths = (language: Language): string[] =>
  [
    ...new Set(
      [...sentences(language, '')].map(([path]) => path.replace(/\.(zero|one|two|few|many|other)$/, '')),
    ),
  ].sort();

describe('language contract', () => {
  it('knows each of the ten by its own address, at both attempts', async () => {
    expect(Object.keys(languages)).to.have.length(10);
    for (const [key, language] of Object.entries(languages)) {
      expect(hasLanguage(key), key).to.equal(true);
      expect(await loadLanguage(key), key).to.deep.equal(language);
      const again = (await import(`../../src/language/${key}.ts?retry`)) as Record<string, object>;
      expect({...language, ...again[key]}, `${key} again`).to.deep.equal(language);
    }
  });

  it('RTL L4: has exactly the words of the Arabic form', () => {
    const {formTitle, formNotes, rulesTitle, rulesText} = arForm;
    expect({formTitle, formNotes, rulesTitle, rulesText}).to.deep.equal({
      formTitle: 'اترك تعليق',
      formNotes: 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
      rulesTitle: 'شروط التعليق :',
      rulesText:
        'عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان أو الذات الالهية. والابتعاد عن التحريض الطائفي والعنصري والشتائم.',
    });
  });

  for (const [key, language] of Object.entries(languages)) {
    describe(key, () => {
      const all = [...sentences(language, '')];
      const words = all.filter(([path]) => !facts.includes(path));

      it('is named after its tag and has the direction of its script', () => {
        expect(language.lang).to.equal(key);
        expect(language.dir).to.equal(['en', 'fr', 'tr'].includes(key) ? 'ltr' : 'rtl');
        expect(language.autonym).to.match(/^\p{L}/u);
      });

      it('has the same messages as English, none of them empty', () => {
        expect(paths(language)).to.deep.equal(paths(languages['en']!));
        expect(all.filter(([, text]) => !text)).to.deep.equal([]);
      });

      it('RTL L1: has exactly the plural categories of CLDR, and twelve months', () => {
        const wanted = categories[key] ?? ordinary;
        for (const [path, plural] of plurals(language, '')) {
          expect(Object.keys(plural).sort(), path).to.deep.equal(wanted);
        }
        if (Intl.PluralRules.supportedLocalesOf(key).length) {
          expect([...new Intl.PluralRules(key).resolvedOptions().pluralCategories].sort()).to.deep.equal(
            wanted,
          );
        }
        expect(language.months).to.have.length(12);
        expect(new Set(language.months).size).to.equal(12);
      });

      it('RTL L2: has the placeholders of every other language', () => {
        for (const message of Object.keys(languages['en']!) as (keyof Language)[]) {
          expect(placeholdersOf(language[message]), message).to.equal(
            placeholdersOf(languages['en']![message]),
          );
        }
        for (const [path, text] of words) {
          for (const name of placeholders(text)) {
            expect(name, path).to.match(/^\{(?:name|parent|count|date|time|day|month|year|words|privacy)\}$/);
          }
        }
      });

      it('RTL L2: says the number, but where the form of the plural says it', () => {
        const mayLack = ['ar', 'he'].includes(key) ? /^(?:zero|one|two)$/ : /^$/;
        for (const [path, plural] of plurals(language, '')) {
          for (const [category, text] of Object.entries(plural)) {
            if (!mayLack.test(category)) expect(text, `${path}.${category}`).to.contain('{count}');
          }
        }
      });

      it('RTL L3: notes are the note on the e-mail and the note on required fields', () => {
        expect(language.formNotes).to.equal(`${language.emailNote} ${language.requiredNote}`);
      });

      it('RTL L5: is in NFC, without marks of direction, presentation forms or stray spaces', () => {
        for (const [path, text] of all) {
          expect(text, path).to.equal(text.normalize('NFC'));
          expect(text, path).not.to.match(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/);
          expect(text, path).not.to.match(/[\ufb50-\ufdff\ufe70-\ufefc]/);
          expect(text, path).not.to.match(/^\s|\s$|\s\s|[\n\t]/);
        }
      });

      it('RTL L5: uses only its own letters', () => {
        const others = foreign[key];
        if (others) for (const [path, text] of all) expect(text, path).not.to.match(others);
        for (const [path, text] of words) {
          const plain = text.replace(/\{\w+\}|name@example\.com|https:\/\/example\.com/g, '');
          const latin = /\p{Script=Latin}/u.test(plain);
          const arabic = /\p{Script=Arabic}/u.test(plain.replace(/[،؛؟]/g, ''));
          const hebrew = /\p{Script=Hebrew}/u.test(plain);
          const ownScripts = {latin: language.dir === 'ltr', hebrew: key === 'he'};
          // Two languages write AM and PM in Latin letters.
          if (!['am', 'pm'].includes(path))
            expect(latin && !ownScripts.latin, `${path}: ${text}`).to.equal(false);
          expect(hebrew && !ownScripts.hebrew, path).to.equal(false);
          expect(arabic && (ownScripts.latin || ownScripts.hebrew), path).to.equal(false);
        }
      });

      it('RTL L8: has the digits of its numbering system and says how it tells the time', () => {
        const {numberingSystem, digits, hourCycle} = language;
        const written = new Intl.NumberFormat('en', {numberingSystem, useGrouping: false}).format(1234567890);
        expect(`${digits.slice(1)}${digits.charAt(0)}`).to.equal(written);
        expect(['h12', 'h23']).to.contain(hourCycle);
        expect(['gregory', 'persian']).to.contain(language.calendar);
      });

      it('RTL L9: the name of the reply button contains what is seen on it', () => {
        const {reply, replyTo} = language;
        expect(replyTo.toLocaleLowerCase(key)).to.contain(reply.toLocaleLowerCase(key));
      });

      it('RTL E6: says what to do, without begging', () => {
        const begging =
          /\b(?:please|oops|s[’']il vous pla[îi]t|l[üu]tfen)\b|من فضلك|الرجاء|يرجى|رجاءً|لطفا|لطفاً|בבקשה|براہ کرم|براہِ کرم/i;
        for (const [path, text] of words) expect(text, path).not.to.match(begging);
      });

      it('keeps the signs of French from the start of a line', () => {
        if (key === 'fr')
          for (const [path, text] of words) expect(text, path).not.to.match(/(?<!\u00a0)[:;!?](?!\/\/)/);
      });

      it('puts the link to the privacy policy inside the sentence', () => {
        expect(placeholders(language.consentLabel)).to.deep.equal(['{privacy}']);
        expect(language.privacyLink).not.to.contain('{');
      });
    });
  }
});
