import type {Direction} from '../content/types.js';
import {hasLanguage} from './registry.js';

/** What a `lang` attribute comes to. */
export interface ResolvedLanguage {
  /** Name of the language in the registry. */
  readonly key: string;
  /** What the words are marked with and `Intl` is asked for: the tag, or the key when the words are of another language. */
  readonly tag: string;
  readonly dir: Direction;
  /** What the tag or its country says; else the language's own. */
  readonly numerals: string | undefined;
  /** False: there are no words in that language, the reader gets another. */
  readonly known: boolean;
}

const rtlScripts = /Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg|Mand|Samr/;
const arabCountries = /BH|DJ|EG|ER|IQ|JO|KM|KW|LB|MR|OM|PS|QA|SA|SD|SO|SS|SY|TD|YE/;

const scriptOf = (locale: Intl.Locale): string => locale.maximize().script ?? '';

function parse(tag: string): Intl.Locale {
  try {
    // Old Hebrew and Dari are not known to every engine, Sorani under the name of Kurdish to none.
    return new Intl.Locale(
      tag
        .replace(/_/g, '-')
        .replace(/^iw\b/i, 'he')
        .replace(/^prs(-arab)?(-af)?\b/i, 'fa-AF')
        .replace(/^ku-(?=arab|i[qr]\b)/i, 'ckb-'),
    );
  } catch {
    // No tag at all, or none that can be read: the built-in language.
    return new Intl.Locale('ar');
  }
}

function numerals({language, region = '', numberingSystem}: Intl.Locale): string | undefined {
  if (numberingSystem) return numberingSystem;
  if (language === 'ar' && arabCountries.test(region)) return 'arab';
  return `${language}-${region}` === 'ur-IN' ? 'arabext' : undefined;
}

/** Finds the language for a BCP 47 tag, the direction and the digits that go with it (RTL.md D2, D3, N1). */
export function resolveLanguage(tag: string): ResolvedLanguage {
  const locale = parse(tag);
  const {baseName, language} = locale;
  const script = scriptOf(locale);
  const names = [baseName, `${language}-${script}`];
  // Words in another script are no words for this reader: `ug-Latn` is not `ug`.
  if (scriptOf(new Intl.Locale(language)) === script) names.push(language);
  const key = names.find(hasLanguage);
  const dir = rtlScripts.test(script) ? 'rtl' : 'ltr';
  const other = dir === 'rtl' ? 'ar' : 'en';
  return {key: key ?? other, tag: key ? baseName : other, dir, numerals: numerals(locale), known: !!key};
}
