import type {LanguageController, Values} from './controller.js';
import {formatter} from './formatters.js';
import {isolate} from './isolate.js';
import type {Plural} from './messages.js';

/** Numbering systems that a page may choose. */
export const numberingSystems: readonly string[] = ['latn', 'arab', 'arabext'];

/** Numbering system of everything that is shown (RTL.md N1): the page's choice, its tag's or country's, the language's own. */
export function numberingSystem({
  host: {numerals = ''},
  numerals: asked,
  language,
}: LanguageController): string {
  return numberingSystems.includes(numerals) ? numerals : (asked ?? language.numberingSystem);
}

/** A number in the digits of the place. */
export const number = (language: LanguageController, value: number): string =>
  formatter(Intl.NumberFormat, [language.tag, 'en'], {numberingSystem: numberingSystem(language)}).format(
    value,
  );

/** "a, b and c"; no item can turn another (RTL.md N9). */
export function list({tag}: LanguageController, items: readonly string[]): string {
  const isolated = items.map(isolate);
  return Intl.ListFormat.supportedLocalesOf(tag).length
    ? formatter(Intl.ListFormat, [tag]).format(isolated)
    : isolated.join('، ');
}

/** A value of a message that is no text. */
export const written = (language: LanguageController, value: number | readonly string[]): string =>
  typeof value === 'number' ? isolate(number(language, value)) : list(language, value);

/** What the first of `plurals` that has words says of a number (RTL.md N6, N7); `{count}` is the number as it is written. */
export function inWords(
  language: LanguageController,
  plurals: readonly (Plural | undefined)[],
  count: number,
  values?: Values,
): string {
  const category = formatter(Intl.PluralRules, [language.tag, 'en']).select(count);
  const message = plurals.map((plural) => plural?.[category] || plural?.other).find(Boolean);
  return language.fill(message ?? '', {...values, count});
}
