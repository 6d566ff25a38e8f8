import {keepMeantJoiners, limitMarks, toWellFormed} from './characters.js';

/** What ends a line, in any system. */
const lineEnds = /\r\n|[\r\u0085\u2028\u2029\v\f]/g;

/**
 * What has no place in a text: controls, what cannot be seen, what turns the
 * direction of everything after it (embeddings, overrides, isolates). Tags are
 * kept where they spell the flag of a region, after U+1F3F4.
 */
const removed =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f})|(?![\t\n])\p{Cc}|[\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const directionMarks = /([\u200e\u200f\u061c])[\u200e\u200f\u061c]+/g;

/**
 * Cleans a piece of text without touching its white space: nothing visible
 * goes, nothing is normalized. Cleaning twice changes nothing more.
 */
export function cleanPiece(text: string): string {
  const kept = toWellFormed(text).replace(lineEnds, '\n').replace(removed, '$1');
  // Marks of direction come last: a joiner taken out from between leaves a run of them.
  return keepMeantJoiners(limitMarks(kept)).replace(directionMarks, '$1');
}

/** Cleans a comment's text, before it is sent and again before it is shown. */
export function cleanText(text: string): string {
  // Line by line: a pattern for "white space before a line end" is quadratic in some engines.
  const lines = cleanPiece(text)
    .split('\n')
    .map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
}

/** Whether nothing visible is left: no letter, number, punctuation or symbol. */
export function isBlank(text: string): boolean {
  // Tatweel is a letter, U+2800 a symbol and the Hangul fillers are letters; none of them shows anything.
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\u0640\u2800\u115f\u1160\u3164\uffa0]/g, ''));
}
