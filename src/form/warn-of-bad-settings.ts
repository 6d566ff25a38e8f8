import {warnOnce} from '../page/warn.js';
import type {Capabilities} from '../backends/port.js';
import {isFieldName, parseFields} from './fields.js';
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
  oneOf('markup', markup, 'text', 'basic');
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

/** Says in the console what the server demands and the page leaves out. */
export function warnOfDemands(
  {fields, challenge, markup}: FormSettings,
  capabilities: Capabilities | undefined,
): void {
  const asked = parseFields(fields);
  const missing = capabilities?.requires.filter(
    (name) => !asked.some((field) => field.required && field.name === name),
  );
  if (missing?.length) {
    const needed = parseFields([fields, ...missing.map((name) => `${name}*`)].join(' '));
    const written = needed.map(({name, required}) => (required ? `${name}*` : name)).join(' ');
    warnOnce(
      `the server takes no comment without ${missing.join(' and ')}, so the form asks for it; write fields="${written}".`,
    );
  }
  if (markup === 'basic' && capabilities && !capabilities.markup)
    warnOnce('the server keeps no tags, so markup="basic" counts as text.');
  if (capabilities?.challenge && !challenge)
    warnOnce(`the server asks for a challenge (${capabilities.challenge}); set the property "challenge".`);
}
