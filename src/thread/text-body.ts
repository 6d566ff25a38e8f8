import {cleanText} from '../content/clean.js';
import {linkAttributes} from '../content/link-attributes.js';
import {toParagraphs} from '../content/paragraphs.js';
import {toSegments, type Segment} from '../content/segments.js';
import type {Direction} from '../content/types.js';

function make(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.textContent = text;
  return element;
}

function toNode(segment: Segment): Node | string {
  const {text} = segment;
  switch (segment.kind) {
    case 'text':
      return text;
    case 'link':
      return make('a', {dir: 'ltr', href: segment.href, ...linkAttributes}, text);
    case 'isolate':
      return make('bdi', {dir: segment.dir}, text);
  }
}

/**
 * What someone wrote, as nodes: a paragraph for each run of lines of one
 * direction. Nodes rather than a template, because a thousand comments are
 * shown at once and their texts do not change.
 */
export function textBody(text: string, fallback: Direction): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const {dir, foreign, lines} of toParagraphs(cleanText(text), fallback)) {
    // Of unknown language, so that a voice of the widget's is not forced on it.
    const paragraph = make('p', foreign ? {dir, lang: ''} : {dir});
    for (const [index, line] of lines.entries()) {
      if (index) paragraph.append(make('br', {}));
      paragraph.append(...toSegments(line).map(toNode));
    }
    fragment.append(paragraph);
  }
  return fragment;
}
