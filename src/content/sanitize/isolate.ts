import {toSegments} from '../segments.js';
import type {Direction} from '../types.js';
import {textsOf} from './texts.js';
import {namedHosts, trueHost} from './true-host.js';

function makeIsolate(text: string, dir: Direction): HTMLElement {
  const isolate = document.createElement('bdi');
  isolate.dir = dir;
  isolate.append(text);
  return isolate;
}

function isolateText(text: Text): void {
  const segments = toSegments(text.data);
  if (segments.every(({kind}) => kind === 'text')) return;
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
  for (const text of textsOf(fragment)) if (!text.parentElement?.closest('a, code, pre')) isolateText(text);
  for (const link of fragment.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const text = link.textContent.trim();
    if (!/\s/.test(text) && (namedHosts(text).length || toSegments(text)[0]?.kind === 'isolate'))
      link.dir = 'ltr';
    const host = trueHost(link);
    if (host) link.after(' ', makeIsolate(`(${host})`, 'ltr'));
  }
}
