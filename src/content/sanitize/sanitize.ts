import {isBlank} from '../clean.js';
import {limits} from '../limits.js';
import type {Direction} from '../types.js';
import {arrange} from './arrange.js';
import {cutDeep} from './cut-deep.js';
import {isolatePieces} from './isolate.js';
import {finishNatively, parseNatively} from './native.js';
import {purify} from './purify.js';
import {shorten} from './shorten.js';
import {cleanTexts} from './texts.js';
import {toHtml} from './to-html.js';

/** A comment's HTML, ready to be shown. */
export interface SafeComment {
  readonly fragment: DocumentFragment;
  /** It was too long or too deep, and the rest was left out. */
  readonly shortened: boolean;
}

/**
 * The engine's own sanitizer first, where there is one; its nodes (never its
 * text) then go through DOMPurify. Null: neither can be trusted here.
 */
function toFragment(html: string): DocumentFragment | null {
  const parsed = parseNatively(html);
  try {
    return purify(parsed ?? html) ?? (parsed && finishNatively(parsed));
  } catch {
    // Whatever went wrong: what has not been made safe is not shown.
    return null;
  }
}

function sanitize(html: string): SafeComment | null {
  const taken = cutDeep(html.slice(0, limits.receivedContent));
  const fragment = toFragment(taken);
  if (!fragment) return null;
  const shortened = shorten(fragment) || taken.length < html.length;
  cleanTexts(fragment);
  // Nothing left of something: under some security policies that is how a failure looks.
  return isBlank(fragment.textContent ?? '') && !isBlank(html) ? null : {fragment, shortened};
}

/** The HTML as safe nodes, to be appended and never written out and parsed again. Empty when it cannot be made safe. */
export function toSafeFragment(html: string): DocumentFragment {
  return sanitize(html)?.fragment ?? document.createDocumentFragment();
}

/**
 * A received comment as it is shown: safe, and every block with its direction;
 * `dir` is the widget's. Null: it cannot be shown safely.
 */
export function sanitizeComment(html: string, dir: Direction): SafeComment | null {
  const safe = sanitize(html);
  if (safe) {
    isolatePieces(safe.fragment);
    arrange(safe.fragment, dir);
  }
  return safe;
}

/**
 * What a reader wrote with tags, as safe HTML in paragraphs with their
 * direction, to be sent or looked at. Null: it cannot be made safe as a whole.
 */
export function toSafeMarkup(html: string, dir: Direction): string | null {
  const safe = sanitize(html);
  if (!safe || safe.shortened) return null;
  arrange(safe.fragment, dir);
  return toHtml(safe.fragment);
}

/** Safe HTML to be sent, or null when it cannot be made. `bare`: for servers that mark links themselves. */
export function toSafeHtml(html: string, bare = false): string | null {
  const safe = sanitize(html);
  return safe && !safe.shortened ? toHtml(safe.fragment, bare) : null;
}
