import {cleanPiece} from '../clean.js';

/** Every piece of text under a node, in order. */
export function textsOf(root: Node): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  // Proof: the walker shows nothing but text.
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/** Cleans what a reader will see as one cleans typed text. */
export function cleanTexts(fragment: DocumentFragment): void {
  // A joiner may follow its letter across the border of two elements: کتاب in bold, then its ending.
  let before = '';
  for (const text of textsOf(fragment)) {
    const cleaned = cleanPiece(before + text.data).slice(before.length);
    if (cleaned !== text.data) text.data = cleaned;
    before = [...(cleaned.slice(-2) || before)].at(-1) ?? '';
  }
  for (const titled of fragment.querySelectorAll('[title]')) {
    titled.setAttribute('title', cleanPiece(titled.getAttribute('title') ?? ''));
  }
}
