/** Where a piece of an element's text is painted: of several, the first one. It must stand on one line. */
export function placeOf(element: Element, piece: string): DOMRect {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
    const start = node.data.indexOf(piece);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + piece.length);
    const rects = [...range.getClientRects()].filter(({width}) => width > 0);
    const [rect] = rects;
    if (!rect) throw new Error(`${piece} is not painted`);
    if (rects.some(({top}) => Math.abs(top - rect.top) > 1)) throw new Error(`${piece} is on several lines`);
    return range.getBoundingClientRect();
  }
  throw new Error(`no ${piece}`);
}

/** The pieces of an element's text in the order in which they are seen, from left to right. */
export const fromLeft = (element: Element, ...pieces: readonly string[]): readonly string[] =>
  pieces
    .map((piece) => ({piece, middle: placeOf(element, piece).left + placeOf(element, piece).width / 2}))
    .sort((one, other) => one.middle - other.middle)
    .map(({piece}) => piece);
