import {isEmail} from './email.js';

/** A piece of a text that is shown as one, in a direction of its own. */
export interface Span {
  readonly kind: 'url' | 'email' | 'phone' | 'mention' | 'tag';
  readonly start: number;
  readonly end: number;
}

type Finder = (text: string) => Iterable<Span>;

// Each pattern takes what it has read whole and never reads it twice, so that
// a hundred thousand signs of any kind cost a moment.

/**
 * White space, quotes, angle brackets and marks of direction end an address;
 * within its host so does Arabic punctuation, which people write without a space.
 */
const urls =
  /(?<![a-z\d])(?:https?:\/\/|www\.(?=[\p{L}\p{N}]))[^\s<>"`«»“”\u200e\u200f\u061c/?#،؛؟۔]+(?:[/?#][^\s<>"`«»“”\u200e\u200f\u061c]*)?/giu;
const emails = /[\p{L}\p{N}\p{M}._%+'-]+(?:@[\p{L}\p{N}\p{M}-]{1,63}(?:\.[\p{L}\p{N}\p{M}-]{1,63})+)?/gu;
const phones = /(?:\+?\(?|\(\+)\d[\d ().-]{6,}\d/g;
const names = /(?<![\w&/@#])([@#])[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u200c\u200d]*/gu;

/**
 * Where an address ends when the sentence around it goes on. A bracket that
 * the address itself has opened belongs to it.
 */
function withoutPunctuation(text: string): number {
  let open = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') open++;
    if (sign === ')' || sign === ']') open--;
  }
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    if (')]'.includes(last)) {
      if (open >= 0) break;
      open++;
    } else if (!'.,;:!?،؛؟۔'.includes(last)) break;
  }
  return end;
}

function* findUrls(text: string): Iterable<Span> {
  for (const {0: found, index: start} of text.matchAll(urls)) {
    yield {kind: 'url', start, end: start + withoutPunctuation(found)};
  }
}

function* findEmails(text: string): Iterable<Span> {
  for (const {0: found, index} of text.matchAll(emails)) {
    if (!found.includes('@')) continue;
    // A dot or dash before the address belongs to the sentence.
    const start = index + (/^[.'-]+/.exec(found)?.[0].length ?? 0);
    const end = index + found.length;
    if (isEmail(text.slice(start, end))) yield {kind: 'email', start, end};
  }
}

/** Where the brackets stand that a text opens and does not close. */
function findUnclosed(text: string): number[] {
  const open: number[] = [];
  for (const {0: bracket, index} of text.matchAll(/[()]/g)) {
    if (bracket === '(') open.push(index);
    else open.pop();
  }
  return open;
}

/**
 * Brackets belong to a number when both of a pair do: `(011) 234-5678`, not
 * `(0112345678)`. Half of a pair would be turned round by the text beside it.
 */
function* findPhones(text: string): Iterable<Span> {
  for (const {0: found, index} of text.matchAll(phones)) {
    const open = findUnclosed(found);
    const [first = Infinity] = open;
    const around = first < found.search(/\d/) ? first + 1 : 0;
    const end = index + found.length;
    const closes = open.length > (around ? 1 : 0) && text[end] === ')';
    yield {kind: 'phone', start: index + around, end: closes ? end + 1 : end};
  }
}

function* findNames(text: string): Iterable<Span> {
  for (const {0: found, 1: sign, index: start} of text.matchAll(names)) {
    yield {kind: sign === '@' ? 'mention' : 'tag', start, end: start + found.length};
  }
}

/** In this order: an address may hold digits and signs, but no digits hold an address. */
const finders: readonly Finder[] = [findUrls, findEmails, findPhones, findNames];

function* findWith([find, ...others]: readonly Finder[], text: string, offset: number): Iterable<Span> {
  if (!find) return;
  let end = 0;
  for (const span of find(text)) {
    yield* findWith(others, text.slice(end, span.start), offset + end);
    yield {...span, start: offset + span.start, end: offset + span.end};
    end = span.end;
  }
  yield* findWith(others, text.slice(end), offset + end);
}

/** Addresses, phone numbers, mentions and tags in a text, in order, none within another. */
export function findSpans(text: string): Iterable<Span> {
  return findWith(finders, text, 0);
}
