import {fold} from './fold.js';

export function findBlockedWords(text: string, words: readonly string[]): string[] {
  const folded = fold(text);
  return words.filter((word) => folded.includes(fold(word)));
}
