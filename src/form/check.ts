import {findBlockedWords} from '../content/blocked-words.js';
import {isBlank} from '../content/clean.js';
import {countCharacters} from '../content/count.js';
import {isEmail} from '../content/email.js';
import {markupToText} from '../content/markup.js';
import {limits} from '../content/limits.js';
import {toWebsite} from '../content/website.js';
import type {BlockedWords} from './blocked-words-setting.js';
import type {Field, FieldName} from './fields.js';
import type {Issue} from './issue.js';

/** What the reader has written and ticked, cleaned. */
export interface FormValues extends Readonly<Record<FieldName, string>> {
  readonly text: string;
  readonly rules: boolean;
  readonly privacy: boolean;
  readonly decoy: string;
}

/** What page and server demand of a comment's text. */
export interface TextRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly blockedWords: BlockedWords | undefined;
  readonly locale: string;
  /** Tags may be written: only what is seen of the text counts. */
  readonly markup: boolean;
}

/** What page and server demand. */
export interface FormRules extends TextRules {
  readonly fields: readonly Field[];
  readonly agreeRules: boolean;
  readonly agreePrivacy: boolean;
  /** The server takes the decoy field and decides itself. */
  readonly takesDecoy: boolean;
}

function checkName(name: string, {locale}: FormRules): Issue['code'] | undefined {
  return countCharacters(name, locale) > limits.name ? 'errorNameTooLong' : undefined;
}

function checkEmail(email: string): Issue['code'] | undefined {
  if (email.length > limits.email) return 'errorEmailTooLong';
  return isEmail(email) ? undefined : 'errorEmailInvalid';
}

function checkWebsite(website: string): Issue['code'] | undefined {
  if (website.length > limits.url) return 'errorWebsiteTooLong';
  return toWebsite(website) === null ? 'errorWebsiteInvalid' : undefined;
}

const checks = {
  name: {missing: 'errorNameRequired', check: checkName},
  email: {missing: 'errorEmailRequired', check: checkEmail},
  website: {missing: 'errorWebsiteRequired', check: checkWebsite},
} as const;

function checkField({name, required}: Field, values: FormValues, rules: FormRules): Issue[] {
  const {missing, check} = checks[name];
  const value = values[name];
  const code = value ? check(value, rules) : required ? missing : undefined;
  return code ? [{field: name, code}] : [];
}

/** Everything that is wrong with a comment's text. */
export function checkText(typed: string, rules: TextRules): readonly Issue[] {
  const field = 'comment';
  const text = rules.markup ? markupToText(typed) : typed;
  if (isBlank(text)) return [{field, code: 'errorCommentRequired'}];
  const {minLength, maxLength, locale, blockedWords} = rules;
  // Counted only when it can matter: stacked marks make a character of many code points.
  const stacked = [...typed].length > maxLength * limits.codePointsPerCharacter;
  const count = countCharacters(text, locale);
  if (stacked || count > maxLength) return [{field, code: 'errorCommentTooLong', count: maxLength}];
  if (count < minLength) return [{field, code: 'errorCommentTooShort', count: minLength}];
  if (!blockedWords) return [];
  const words = findBlockedWords(text, blockedWords.words);
  const code = blockedWords.action === 'refuse' ? 'errorBlockedWordsList' : 'adviceBlockedWordsList';
  return words.length ? [{field, code, words}] : [];
}

/** Everything that is wrong with what was written, in the order of the controls. */
export function check(values: FormValues, rules: FormRules): readonly Issue[] {
  const issues = rules.fields.flatMap((field) => checkField(field, values, rules));
  issues.push(...checkText(values.text, rules));
  if (rules.agreeRules && !values.rules) issues.push({field: 'rules', code: 'errorRulesRequired'});
  if (rules.agreePrivacy && !values.privacy) issues.push({field: 'privacy', code: 'errorConsentRequired'});
  if (values.decoy && !rules.takesDecoy) issues.push({field: 'decoy', code: 'errorDecoy'});
  return issues;
}
