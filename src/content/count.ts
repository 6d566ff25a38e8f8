/** The last segmenter made: a page has one language, and making one is slow. */
let known: {readonly locale: string; readonly segmenter: Intl.Segmenter} | undefined;

function segmenterFor(locale: string): Intl.Segmenter {
  if (known?.locale !== locale)
    known = {locale, segmenter: new Intl.Segmenter(locale || undefined, {granularity: 'grapheme'})};
  return known.segmenter;
}

/**
 * Where each character begins. A window at a time, because one engine's
 * segmenter takes longer for each step the longer the text is. The last
 * character of a window may go on behind it and is read again.
 */
function* segment(text: string, locale: string): Generator<number> {
  const segmenter = segmenterFor(locale);
  for (let start = 0, size = 256; start < text.length;) {
    const isLast = start + size >= text.length;
    // Half of a surrogate pair at the end would pass for a character of its own.
    const part = text.slice(start, start + size).replace(isLast ? '' : /[\ud800-\udbff]$/, '');
    let index = 0;
    let steps = 0;
    for (const found of segmenter.segment(part)) {
      if (steps++) yield start + index;
      index = found.index;
    }
    if (isLast) {
      yield start + index;
      return;
    }
    start += index;
    // A single character fills the window: stacked marks, or an endless emoji.
    size = steps === 1 ? size * 2 : 256;
  }
}

/** What begins a character, for engines that cannot tell characters apart. */
const beginnings = /[^\p{M}\u200c-\u200f\u061c]/gu;

function* starts(text: string, locale = ''): Generator<number> {
  if ('Segmenter' in Intl) yield* segment(text, locale);
  else for (const {index} of text.matchAll(beginnings)) yield index;
}

/** Length as a reader counts it: `مَرْحَبًا` is 5. For cleaned text. */
export function countCharacters(text: string, locale?: string): number {
  // What is all ASCII needs no segmenter.
  if (/^[\n -~]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of starts(text, locale)) count++;
  return count;
}

/** The first `most` characters of a text, none of them cut in two. */
export function cutCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  let count = 0;
  for (const index of starts(text)) if (count++ === most) return text.slice(0, index);
  return text;
}
