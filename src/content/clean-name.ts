import {keepMeantJoiners, limitMarks, toWellFormed} from './characters.js';
import {cutCharacters} from './count.js';
import {limits} from './limits.js';

const spaces = /[\p{Cc}\u2028\u2029]/gu;

/**
 * Stricter than for text: two names that look the same must be the same, and
 * no name may reach beyond its own place. Joiners are not among them: Persian,
 * Arabic and Indic names need them.
 */
const removed =
  // oxlint-disable-next-line no-misleading-character-class -- each stands for itself
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}\p{Noncharacter_Code_Point}]/gu;

/** Cleans a name, typed or received. Not cut: cleaned first, judged after. */
export function cleanName(text: string): string {
  const kept = toWellFormed(text).replace(spaces, ' ').replace(removed, '');
  return keepMeantJoiners(limitMarks(kept))
    .replace(/\s+/g, ' ')
    .replace(/^ | ?[\u200c\u200d]? ?$/g, '');
}

/** A received name as it is shown: cleaned, then at most 80 characters. Empty: there is no name. */
export function displayName(text: string): string {
  return cleanName(cutCharacters(cleanName(text), limits.name));
}
