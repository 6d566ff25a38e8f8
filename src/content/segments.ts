import {textDirection} from './direction.js';
import {safeLink} from './link.js';
import {findSpans, type Span} from './spans.js';
import type {Direction} from './types.js';

/** A piece of a line. What is not plain text is shown in an element of its own, so that it cannot move its neighbours. */
export type Segment =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'link'; readonly text: string; readonly href: string}
  | {readonly kind: 'isolate'; readonly text: string; readonly dir: Direction};

function toSegment(kind: Span['kind'], text: string): Segment {
  switch (kind) {
    case 'url': {
      const href = safeLink(/^www\./i.test(text) ? `https://${text}` : text);
      return href ? {kind: 'link', text, href} : {kind: 'isolate', text, dir: 'ltr'};
    }
    case 'email':
    case 'phone':
      return {kind: 'isolate', text, dir: 'ltr'};
    case 'mention':
    case 'tag':
      // Without its sign: a mention alone says nothing of a text's direction, here its own is wanted.
      return {kind: 'isolate', text, dir: textDirection(text.slice(1), 'ltr')};
  }
}

/** Cuts a line into text, links and isolates. Joined again they are the line. */
export function toSegments(line: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const span of findSpans(line)) {
    if (span.start > end) segments.push({kind: 'text', text: line.slice(end, span.start)});
    segments.push(toSegment(span.kind, line.slice(span.start, span.end)));
    end = span.end;
  }
  if (end < line.length) segments.push({kind: 'text', text: line.slice(end)});
  return segments;
}
