import {warnOnce} from '../page/warn.js';
import {isFieldName} from './fields.js';
import type {FormSettings} from './form-context.js';

const oneOf = (attribute: string, value: unknown, ...choices: readonly string[]): void => {
  if (!choices.includes(String(value)))
    warnOnce(`${attribute}="${String(value)}" is not known; use ${choices.join(', ')}.`);
};

/** Says in the console which attributes the form had to do without. */
export function warnOfBadSettings(settings: FormSettings): void {
  const {fields, minLength, maxLength, blockedWords, theme, markup, credentials} = settings;
  oneOf('theme', theme, 'auto', 'light', 'dark');
  oneOf('credentials', credentials, 'omit', 'same-origin', 'include');
  oneOf('markup', markup, 'text');
  for (const word of String(fields)
    .split(/[\s,]+/)
    .filter(Boolean)) {
    if (!isFieldName(word.replace('*', '')))
      warnOnce(`fields="${fields}": "${word}" is none of name, email, website.`);
  }
  if (!(maxLength > 0)) warnOnce('max-length is not a number above 0; 5000 is used.');
  if (!(minLength >= 0)) warnOnce('min-length is not a number; 1 is used.');
  if (blockedWords && !Array.isArray(blockedWords.words))
    warnOnce('blockedWords is not {words: […], action: "advise" or "refuse"}; no word is blocked.');
}
