import {toSegments, type Segment} from '../segments.js';
import type {Direction} from '../types.js';
import {textsOf} from './texts.js';
import {namedHosts, trueHost} from './true-host.js';

/** More than any honest comment has. What is beyond stays plain text, instead of tens of thousands of elements. */
const mostPieces = 1_000;

function makeIsolate(text: string, dir: Direction): HTMLElement {
  const isolate = document.createElement('bdi');
  isolate.dir = dir;
  isolate.append(text);
  return isolate;
}

function replaceText(text: Text, segments: readonly Segment[]): void {
  text.replaceWith(
    ...segments.map((segment) => {
      switch (segment.kind) {
        case 'text':
          return segment.text;
        case 'link':
          return makeIsolate(segment.text, 'ltr');
        case 'isolate':
          return makeIsolate(segment.text, segment.dir);
      }
    }),
  );
}

/** Puts addresses, numbers, mentions and tags into isolates, and the true host after a link that names another. */
export function isolatePieces(fragment: DocumentFragment): void {
  let left = mostPieces;
  for (const text of textsOf(fragment)) {
    if (text.parentElement?.closest('a, code, pre')) continue;
    const segments = toSegments(text.data);
    if (segments.length > left || segments.every(({kind}) => kind === 'text')) continue;
    left -= segments.length;
    replaceText(text, segments);
  }
  for (const link of fragment.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const text = link.textContent.trim();
    if (!/\s/.test(text) && (namedHosts(text).length || toSegments(text)[0]?.kind === 'isolate'))
      link.dir = 'ltr';
    const host = trueHost(link);
    if (host) link.after(' ', makeIsolate(`(${host})`, 'ltr'));
  }
}
