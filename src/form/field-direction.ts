import {hasStrong, textDirection} from '../content/direction.js';
import type {Direction} from '../content/types.js';

/** More of a text does not change how it reads, and is not looked at with every key. */
const enough = 1_000;

/** The direction of a name or text that someone wrote, or null while it has no letter. */
export const writtenDirection = (text: string, fallback: Direction): Direction | null => {
  const start = text.slice(0, enough);
  return hasStrong(start) ? textDirection(start, fallback) : null;
};

/** Gives a control the direction of what stands in it; none while nothing says one. */
export function showDirection(control: HTMLElement & {readonly value: string}, fallback: Direction): void {
  const dir = writtenDirection(control.value, fallback);
  if (dir === null) control.removeAttribute('dir');
  else if (control.dir !== dir) control.dir = dir;
}
