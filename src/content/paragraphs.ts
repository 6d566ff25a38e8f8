import {textDirection} from './direction.js';
import type {Direction} from './types.js';

/** Lines of one direction that stand together. */
export interface Paragraph {
  readonly dir: Direction;
  /** Its direction differs from the widget's, so its language is another one: `lang=""`. */
  readonly foreign: boolean;
  readonly lines: readonly string[];
}

/** Cuts cleaned text into paragraphs; `fallback` is the widget's direction. An empty line starts a new one. */
export function toParagraphs(text: string, fallback: Direction): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: string[] | undefined;
  let last: Direction | undefined;
  for (const line of text.split('\n')) {
    if (!line.trim()) {
      lines = undefined;
      continue;
    }
    const dir = textDirection(line, fallback);
    if (lines && dir === last) lines.push(line);
    else {
      lines = [line];
      paragraphs.push({dir, foreign: dir !== fallback, lines});
    }
    last = dir;
  }
  return paragraphs;
}
