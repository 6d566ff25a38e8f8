import {fold} from './fold.js';

/** A folded word, and the piece of text that it stands in. */
interface Word {
  readonly folded: string;
  readonly piece: string;
}

/** A piece without the signs around it, such as emoji. */
function withoutSigns(piece: string): string {
  const runs = [...piece.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const [first, last] = [runs[0], runs.at(-1)];
  return first && last ? piece.slice(first.index, last.index + last[0].length) : piece;
}

function toWords(text: string): readonly Word[] {
  const pieces = text.match(/[^\s\p{P}]+/gu) ?? [];
  // Folded all at once, which is far faster than one by one; no letter reaches across a line end.
  const folded = fold(pieces.join('\n')).split('\n');
  return pieces.flatMap((piece, index) => {
    // One piece may fold into several words: ﷺ is four.
    const words = folded[index]?.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.map((word) => ({folded: word, piece}));
  });
}

/** The words that a written one may be: itself, and what stands behind Arabic prefixes. */
function* candidates(word: string): Generator<string> {
  yield word;
  const bare = /^[وف]/.test(word) ? word.slice(1) : '';
  if (bare.length > 2) yield bare;
  for (const rest of bare ? [word, bare] : [word]) {
    if (rest.length > 3 && /^[بكلس]/.test(rest)) yield rest.slice(1);
    // ل and ال become لل.
    const article = /^(?:[بك]?ال|لل)(?=..)/.exec(rest);
    if (article) yield rest.slice(article[0].length);
  }
}

/** By their first words, the words that have to follow. */
function index(entries: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const entry of entries) {
    const [first, ...rest] = toWords(entry).map(({folded}) => folded);
    if (!first) continue;
    const others = byFirst.get(first);
    if (others) others.push(rest);
    else byFirst.set(first, [rest]);
  }
  return byFirst;
}

/**
 * Words of a block list that a text has, as they stand in the text, each once.
 * Whole words only; a blocked entry may be several words in a row.
 *
 * The prefixes (RTL.md C5) count in the order in which Arabic writes them: و or
 * ف, then ب, ك, ل or س, then ال, which ل melts into and س never has. A word of
 * two letters counts alone or behind ال only: nearly every word of three
 * letters that begins with one of the six would otherwise hold one («بشر» is
 * not «شر», «سبع» not «بع»), while what stands behind ال is a word in itself.
 * A single letter counts alone.
 */
export function findBlockedWords(text: string, words: readonly string[]): string[] {
  const blocked = index(words);
  if (!blocked.size) return [];
  const written = toWords(text);
  const found = new Set<string>();
  written.forEach((word, place) => {
    for (const start of candidates(word.folded)) {
      for (const rest of blocked.get(start) ?? []) {
        if (!rest.every((next, step) => written[place + step + 1]?.folded === next)) continue;
        const row = written.slice(place, place + rest.length + 1);
        found.add(row.map(({piece}) => withoutSigns(piece)).join(' '));
      }
    }
  });
  return [...found];
}
