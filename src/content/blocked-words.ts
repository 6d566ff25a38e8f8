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

/** The word itself, and without each run of Arabic one-letter prefixes and the article. */
function* withoutPrefixes(word: string): Generator<string> {
  const letters = /^[وفبكلس]{0,3}/.exec(word)?.[0].length ?? 0;
  for (let cut = 0; cut <= letters; cut++) {
    const rest = word.slice(cut);
    yield rest;
    if (rest.startsWith('ال')) yield rest.slice(2);
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
 */
export function findBlockedWords(text: string, words: readonly string[]): string[] {
  const blocked = index(words);
  if (!blocked.size) return [];
  const written = toWords(text);
  const found = new Set<string>();
  written.forEach((word, place) => {
    for (const start of withoutPrefixes(word.folded)) {
      for (const rest of blocked.get(start) ?? []) {
        if (!rest.every((next, step) => written[place + step + 1]?.folded === next)) continue;
        const row = written.slice(place, place + rest.length + 1);
        found.add(row.map(({piece}) => withoutSigns(piece)).join(' '));
      }
    }
  });
  return [...found];
}
