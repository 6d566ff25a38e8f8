import type {Direction} from '../content/types.js';
import {numeralsOf, readTag} from './locale.js';

/** A tag, and the language that there is for it. */
export interface Resolved {
  /** Name of the language in the registry. */
  readonly key: string;
  /** The tag, or the key when the words are of another language. */
  readonly tag: string;
  readonly dir: Direction;
  readonly numerals: string | undefined;
  /** False: there are no words in that language, the reader gets another. */
  readonly known: boolean;
}

const rtlScripts = /Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg|Mand|Samr/;

const scriptOf = (locale: Intl.Locale): string => locale.maximize().script ?? '';

/** Old Hebrew and Dari are not known to every engine, Sorani under the name of Kurdish to none. */
const current = (tag: string): string =>
  tag
    .replace(/_/g, '-')
    .replace(/^iw\b/i, 'he')
    .replace(/^prs(-arab)?(-af)?\b/i, 'fa-AF')
    .replace(/^ku-(?=arab|i[qr]\b)/i, 'ckb-');

/** Finds the language for a BCP 47 tag, the direction and the digits that go with it (RTL.md D2, D3, N1). */
export function resolveLanguage(tag: string, has: (key: string) => boolean): Resolved {
  const locale = readTag(current(tag));
  const {baseName, language, region} = locale;
  const script = scriptOf(locale);
  const names = [baseName, `${language}-${script}`];
  // Words in another script are no words for this reader: `ug-Latn` is not `ug`.
  if (scriptOf(new Intl.Locale(language)) === script) names.push(language);
  const key = names.find(has);
  const dir = rtlScripts.test(script) ? 'rtl' : 'ltr';
  const other = dir === 'rtl' ? 'ar' : 'en';
  const numerals = numeralsOf(locale) ?? (language === 'ur' && region === 'IN' ? 'arabext' : undefined);
  return {key: key ?? other, tag: key ? baseName : other, dir, numerals, known: !!key};
}
