import {textDirection} from './direction.js';
import type {Direction} from './types.js';

export interface Paragraph {
  readonly dir: Direction;
  readonly foreign: boolean;
  readonly lines: readonly string[];
}

export function toParagraphs(text: string, fallback: Direction): readonly Paragraph[] {
  return text.split(/\n{2,}/).map((part) => {
    const dir = textDirection(part, fallback);
    return {dir, foreign: dir !== fallback, lines: part.split('\n')};
  });
}
