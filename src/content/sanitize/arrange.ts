import {textDirection} from '../direction.js';
import type {Direction} from '../types.js';
import {textsOf} from './texts.js';

const isElement = (node: Node, ...names: readonly string[]): node is HTMLElement =>
  node instanceof HTMLElement && names.includes(node.localName);

/** Text that tells a direction: code does not. `between` stands between two pieces: blocks part words, formatting does not. */
function readableText(nodes: readonly Node[], between: '' | ' '): string {
  return nodes
    .flatMap((node) => (node instanceof Text ? node : textsOf(node)))
    .map((text) => (text.parentElement?.closest('code, pre') ? ' ' : text.data))
    .join(between);
}

/** Code is in no language: where one is named, Firefox may draw code in that language's letters, which are not of one width. */
function markAsCode(element: HTMLElement): void {
  element.dir = 'ltr';
  element.lang = '';
  element.translate = false;
}

/** Gives every block its direction. `dir` is the widget's: what differs is in another language. */
export function arrange(fragment: DocumentFragment, dir: Direction): void {
  const direct = (element: HTMLElement, own: Direction): void => {
    element.dir = own;
    if (own !== dir) element.lang = '';
  };

  const makeParagraph = (own: Direction, lines: readonly (readonly Node[])[]): HTMLElement => {
    const paragraph = document.createElement('p');
    direct(paragraph, own);
    lines.forEach((line, index) => {
      if (index) paragraph.append(document.createElement('br'));
      paragraph.append(...line);
    });
    return paragraph;
  };

  /** Lines of one direction become one paragraph; an empty line starts a new one. */
  const toParagraphs = (nodes: readonly Node[]): readonly HTMLElement[] => {
    const lines: Node[][] = [[]];
    for (const node of nodes) {
      if (isElement(node, 'br')) lines.push([]);
      else lines.at(-1)?.push(node);
    }
    const paragraphs: {readonly own: Direction; readonly lines: Node[][]}[] = [];
    let last: (typeof paragraphs)[number] | undefined;
    for (const line of lines) {
      if (!line.some((node) => node.textContent?.trim())) {
        last = undefined;
        continue;
      }
      const own = textDirection(readableText(line, ''), dir);
      if (last?.own === own) last.lines.push(line);
      else paragraphs.push((last = {own, lines: [line]}));
    }
    return paragraphs.map(({own, lines}) => makeParagraph(own, lines));
  };

  /** Blocks as they are, everything between them in paragraphs. */
  const flow = (nodes: readonly Node[]): readonly Node[] => {
    const arranged: Node[] = [];
    let loose: Node[] = [];
    const close = (): void => {
      arranged.push(...toParagraphs(loose));
      loose = [];
    };
    for (const node of nodes) {
      if (isElement(node, 'p', 'li')) {
        close();
        arranged.push(...flow([...node.childNodes]));
      } else if (isElement(node, 'ul', 'ol', 'blockquote', 'pre', 'hr')) {
        close();
        arrangeBlock(node);
        arranged.push(node);
      } else loose.push(node);
    }
    close();
    return arranged;
  };

  const arrangeBlock = (block: HTMLElement): void => {
    switch (block.localName) {
      case 'blockquote':
        direct(block, textDirection(readableText([block], ' '), dir));
        block.replaceChildren(...flow([...block.childNodes]));
        break;
      case 'ul':
      case 'ol':
        direct(block, textDirection(readableText([block], ' '), dir));
        for (const item of block.children) arrangeItem(item);
        break;
      case 'pre':
        markAsCode(block);
    }
  };

  /** The text of an item stays beside its marker; only blocks within are arranged. */
  const arrangeItem = (item: Element): void => {
    for (const child of item.children) {
      if (isElement(child, 'p')) direct(child, textDirection(readableText([child], ''), dir));
      else if (isElement(child, 'ul', 'ol', 'blockquote', 'pre')) arrangeBlock(child);
    }
  };

  fragment.replaceChildren(...flow([...fragment.childNodes]));
  fragment.querySelectorAll('code').forEach(markAsCode);
}
