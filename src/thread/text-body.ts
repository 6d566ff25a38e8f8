import {cleanText} from '../content/clean.js';
import {textDirection} from '../content/direction.js';
import {toParagraphs} from '../content/paragraphs.js';
import {toSegments, type Segment} from '../content/segments.js';
import type {Direction} from '../content/types.js';

function toNode(segment: Segment, around: Direction): Node {
  if (segment.kind === 'text') return document.createTextNode(segment.text);
  if (segment.kind === 'isolate') {
    const bdi = document.createElement('bdi');
    // A mention or tag is turned by its own letters, without the sign.
    bdi.dir = segment.dir ?? textDirection(segment.text.slice(1), around);
    bdi.textContent = segment.text;
    return bdi;
  }
  const link = document.createElement('a');
  link.href = segment.href;
  link.rel = 'nofollow ugc noopener';
  link.target = '_blank';
  link.referrerPolicy = 'strict-origin';
  link.dir = 'ltr';
  link.textContent = segment.text;
  return link;
}

/**
 * What someone wrote, as nodes: a paragraph for each run of lines of one
 * direction. Nodes rather than a template, because a thousand comments are
 * shown at once and their texts do not change.
 */
export function textBody(text: string, fallback: Direction): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const {dir, foreign, lines} of toParagraphs(cleanText(text), fallback)) {
    const paragraph = document.createElement('p');
    paragraph.dir = dir;
    // Unknown, so that a voice of the widget's language is not forced on it.
    if (foreign) paragraph.lang = '';
    for (const [index, line] of lines.entries()) {
      if (index) paragraph.append(document.createElement('br'));
      paragraph.append(...toSegments(line).map((segment) => toNode(segment, dir)));
    }
    fragment.append(paragraph);
  }
  return fragment;
}
