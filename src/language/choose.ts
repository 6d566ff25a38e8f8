import type {Direction} from '../content/types.js';
import {arForm} from './ar-form.js';
import {eitherAddress} from './either-address.js';
import {numeralsOf, readTag} from './locale.js';
import type {FormLanguage, Language} from './messages.js';
import {registrations} from './register-language.js';

/** What the `lang` of a page comes to (RTL.md D2, D3). */
export interface Choice {
  /** What the words are marked with, and what `Intl` is asked for. */
  readonly tag: string;
  readonly dir: Direction;
  /** What the tag or its country says; undefined: the language's own. */
  readonly numerals: string | undefined;
  readonly language: FormLanguage & Partial<Language>;
}

const loadArabic = eitherAddress<typeof import('./ar.js')>(
  () => import('./ar.js'),
  () => import('./ar.js?retry'),
);
const loadRegistry = eitherAddress<typeof import('./registry.js')>(
  () => import('./registry.js'),
  () => import('./registry.js?retry'),
);

let arabic: Choice['language'] = arForm;
let registry: typeof import('./registry.js') | undefined;

/** Arabic as far as it is here. */
export const arabicAtHand = (): Choice['language'] => arabic;

export async function wholeArabic(): Promise<Language> {
  const whole = {...arForm, ...(await loadArabic()).ar};
  arabic = whole;
  return whole;
}

/** The built-in language for a page in Arabic. Null: another language is wanted. */
function inArabic(tag: string): Choice | null {
  const locale = readTag(tag);
  const {language, script = 'Arab', baseName} = locale;
  if (language !== 'ar' || script !== 'Arab') return null;
  return {tag: baseName, dir: 'rtl', numerals: numeralsOf(locale), language: arabic};
}

/** Only pages in Arabic, without languages of their own, can do without the registry. */
const needsRegistry = (): boolean => !!registry || registrations.length > 0;

/** The language for a tag, if it is here without loading anything. */
export const chooseAtHand = (tag: string): Choice | null | undefined =>
  needsRegistry() ? registry?.chooseAtHand(tag) : inArabic(tag);

/** The whole language for a tag. Rejects when it cannot be loaded; calling again tries again. */
export async function choose(tag: string): Promise<Choice> {
  const built = needsRegistry() ? null : inArabic(tag);
  if (built) return {...built, language: await wholeArabic()};
  registry = await loadRegistry();
  return registry.choose(tag);
}
