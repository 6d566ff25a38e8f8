import type {Direction} from './types.js';

const strong = /\p{L}/u;

/** Whether the text has a letter at all. */
export function hasStrong(text: string): boolean {
  return strong.test(text);
}

/** Direction of what someone wrote. */
export function textDirection(text: string, fallback: Direction): Direction {
  const first = strong.exec(text)?.[0];
  if (!first) return fallback;
  return /[\u0590-\u08ff\ufb1d-\ufefc]/u.test(first) ? 'rtl' : 'ltr';
}
