import type {FieldError} from '../../../src/backends/errors.js';
import {findBlockedWords} from '../../../src/content/blocked-words.js';
import {cleanAddress} from '../../../src/content/clean-address.js';
import {cleanName} from '../../../src/content/clean-name.js';
import {cleanText, isBlank} from '../../../src/content/clean.js';
import {countCharacters} from '../../../src/content/count.js';
import {isEmail} from '../../../src/content/email.js';
import {markupToText, readMarkup} from '../../../src/content/markup.js';
import {limits} from '../../../src/content/limits.js';
import {toSegments} from '../../../src/content/segments.js';
import {toWebsite} from '../../../src/content/website.js';
import type {Config} from '../config.js';
import {fieldProblem} from '../http/problem.js';
import type {Posted} from './posted.js';

export type Rules = Pick<Config, 'requires' | 'maxLength' | 'maxLinks' | 'blockedWords' | 'markup'>;

export interface CheckedComment {
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  readonly text: string;
  /** What was typed, if it was with tags. */
  readonly source: string | null;
}

/**
 * Cleans and checks what was posted, by the same functions as the widget.
 * Throws one problem that names every field with something wrong.
 */
export function checkComment({author, content}: Posted, rules: Rules): CheckedComment {
  const name = checkName(author.name, rules);
  const email = checkEmail(author.email, rules);
  const website = checkWebsite(author.url);
  const text = checkContent(content, rules);
  const errors = [name, email, website, text].flatMap(({error}) => (error ? [error] : []));
  if (errors.length > 0) throw fieldProblem(...errors);
  return {
    name: name.value,
    email: email.value,
    website: website.value || null,
    text: text.value,
    source: text.source,
  };
}

interface Checked {
  readonly value: string;
  readonly error?: FieldError;
}

function checkName(typed: string, {requires}: Rules): Checked {
  const value = typed.length > limits.receivedName ? typed : cleanName(typed);
  if (value.length > limits.receivedName || countCharacters(value) > limits.name)
    return {value, error: {field: 'name', code: 'too-long', limit: limits.name}};
  if (requires.includes('name') && isBlank(value)) return {value, error: {field: 'name', code: 'required'}};
  return {value: isBlank(value) ? '' : value};
}

function checkEmail(typed: string, {requires}: Rules): Checked {
  const value = cleanAddress(typed.slice(0, limits.receivedName));
  if (value.length > limits.email)
    return {value, error: {field: 'email', code: 'too-long', limit: limits.email}};
  if (value !== '' && !isEmail(value)) return {value, error: {field: 'email', code: 'malformed'}};
  if (value === '' && requires.includes('email')) return {value, error: {field: 'email', code: 'required'}};
  return {value};
}

function checkWebsite(typed: string): Checked {
  if (typed.length > limits.url)
    return {value: '', error: {field: 'website', code: 'too-long', limit: limits.url}};
  const value = cleanAddress(typed);
  const website = value === '' ? '' : toWebsite(value);
  return website === null ? {value, error: {field: 'website', code: 'malformed'}} : {value: website};
}

interface CheckedContent extends Checked {
  readonly source: string | null;
}

/**
 * The words of a comment, new or changed. Of what was typed with tags the
 * server reads the words itself: what a client says of it counts for nothing.
 */
export function checkContent({text, source}: Posted['content'], rules: Rules): CheckedContent {
  if (!rules.markup || typeof source !== 'string') return {...checkText(text, rules), source: null};
  const typed = cleanText(source);
  const checked = checkText(markupToText(typed), rules, countLinks(typed));
  const isTooLong = [...typed].length > rules.maxLength * limits.codePointsPerCharacter;
  return isTooLong && !checked.error
    ? {...checked, source: typed, error: {field: 'content', code: 'too-long', limit: rules.maxLength}}
    : {...checked, source: typed};
}

const countLinks = (source: string): number =>
  readMarkup(source).filter((piece) => piece.kind === 'open' && piece.tag === 'a').length;

/** Over the limit it is refused, never cut. */
function checkText(typed: string, {maxLength, maxLinks, blockedWords}: Rules, linksWritten = 0): Checked {
  const value = cleanText(typed);
  const refuse = (code: FieldError['code']): Checked => ({value, error: {field: 'content', code}});
  if (isBlank(value)) return refuse('required');
  // The second measure stops marks that are stacked into characters of any size.
  const codePoints = [...value].length;
  if (codePoints > maxLength * limits.codePointsPerCharacter || countCharacters(value) > maxLength)
    return {value, error: {field: 'content', code: 'too-long', limit: maxLength}};
  if (findBlockedWords(value, blockedWords).length > 0) return refuse('blocked-words');
  const links = value
    .split('\n')
    .flatMap(toSegments)
    .filter(({kind}) => kind === 'link').length;
  return links + linksWritten > maxLinks ? refuse('too-many-links') : {value};
}
