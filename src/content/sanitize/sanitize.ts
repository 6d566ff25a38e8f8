import DOMPurify from 'dompurify';
import type {Direction} from '../types.js';

export interface SafeComment {
  readonly fragment: DocumentFragment;
  readonly shortened: boolean;
}

export function toSafeFragment(html: string): DocumentFragment {
  return DOMPurify(window).sanitize(html, {RETURN_DOM_FRAGMENT: true});
}

export function sanitizeComment(html: string, _dir: Direction): SafeComment | null {
  return {fragment: toSafeFragment(html), shortened: false};
}

export function toSafeHtml(html: string): string | null {
  const holder = document.createElement('div');
  holder.append(toSafeFragment(html));
  return holder.innerHTML;
}
