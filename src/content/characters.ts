import {limits} from './limits.js';

/** A joiner means something only here: directly after a letter, a mark or an emoji. */
const joiners =
  /([\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])([\u200c\u200d])[\u200c\u200d]*|[\u200c\u200d]+/gu;

/** Marks in a row. What is invisible between two marks does not start a new base. */
const markRuns = /\p{M}[\p{M}\u200c-\u200f\u061c]*/gu;

/** Makes text well-formed: half of a surrogate pair becomes U+FFFD. */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** Keeps one joiner where joiners have a meaning, and none elsewhere. */
export function keepMeantJoiners(text: string): string {
  return text.replace(joiners, (_, before: string = '', joiner: string = '') => before + joiner);
}

/** Where the first mark too many of a run stands, or -1. */
function findExcess(run: string): number {
  let count = 0;
  for (const {index} of run.matchAll(/\p{M}/gu)) if (count++ === limits.marks) return index;
  return -1;
}

/** Takes away the marks too many on one base, so that none is painted over its neighbours; with `all`, every mark of such a base. */
export function limitMarks(text: string, all = false): string {
  return text.replace(markRuns, (run) => {
    const excess = run.length > limits.marks ? findExcess(run) : -1;
    if (excess < 0) return run;
    const kept = all ? 0 : excess;
    return run.slice(0, kept) + run.slice(kept).replace(/\p{M}+/gu, '');
  });
}
