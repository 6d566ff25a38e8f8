import {limitMarks, toWellFormed} from './characters.js';

/** Everything that cannot be seen, and all white space: nothing of it belongs into an address. */
const removed =
  /[\s\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Cleans a typed e-mail address or website. */
export function cleanAddress(text: string): string {
  return limitMarks(toWellFormed(text).replace(removed, ''), true);
}
