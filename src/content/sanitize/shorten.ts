import {limits} from '../limits.js';

/** Drops what is too deep or too much. Gives whether anything was dropped. */
export function shorten(fragment: DocumentFragment): boolean {
  let nodes = 0;
  let shortened = false;
  // Never deeper than the limit, so calling itself is safe.
  const walk = (parent: Node, depth: number): void => {
    for (const child of Array.from(parent.childNodes)) {
      if (depth > limits.fragmentDepth || ++nodes > limits.fragmentNodes) {
        parent.removeChild(child);
        shortened = true;
      } else walk(child, depth + 1);
    }
  };
  walk(fragment, 1);
  return shortened;
}
