import {decodeOnce} from './decode-once.js';
import {safeLink} from './link.js';

/** What WordPress lets readers write in comments. */
export const markupTags: readonly string[] =
  'a abbr acronym b blockquote cite code del em i q s strike strong'.split(' ');

/** A piece of what a reader wrote with tags. Every `open` has its `close`, and none overlaps another. */
export type MarkupPiece =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'open'; readonly tag: string; readonly attributes: readonly (readonly [string, string])[]}
  | {readonly kind: 'close'; readonly tag: string};

/** More than any honest comment has. What is beyond stays text. */
const mostTags = 1_000;
const deepest = 16;

// Ends at the next `<` at the latest, so that no text is read twice.
const tags = new RegExp(
  `<(/?)(${markupTags.join('|')})((?:\\s+[a-z][\\w:-]*(?:\\s*=\\s*(?:"[^"<]*"|'[^'<]*'|[^\\s"'<>=\`]+))?)*)\\s*>`,
  'gi',
);
const attributes = /([a-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))?/gi;

const kept: Readonly<Record<string, string>> = {
  a: 'href title',
  abbr: 'title',
  acronym: 'title',
  del: 'datetime',
};

function readAttributes(tag: string, written: string): MarkupPiece & {kind: 'open'} {
  const found = new Map<string, string>();
  const wanted = Object.hasOwn(kept, tag) ? (kept[tag] ?? '').split(' ') : [];
  for (const [, name = '', one, other, bare] of written.matchAll(attributes)) {
    const lower = name.toLowerCase();
    if (!wanted.includes(lower) || found.has(lower)) continue;
    const value = decodeOnce(one ?? other ?? bare ?? '');
    if (lower === 'href') {
      const href = safeLink(value, {mail: true});
      if (href) found.set(lower, href);
    } else if (value && (lower !== 'datetime' || /^[\dTZ:.+ -]{4,40}$/.test(value))) found.set(lower, value);
  }
  return {kind: 'open', tag, attributes: [...found]};
}

/**
 * Reads what a reader wrote where WordPress's comment tags may be written.
 * Nothing that was typed goes but these tags: a `<` that begins none of them,
 * a tag that is not allowed, and one that closes nothing are text. What is not
 * closed is closed at the end.
 */
export function readMarkup(source: string): readonly MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  /** Open elements; of a link without a usable address only the text counts. */
  const open: {readonly tag: string; readonly silent: boolean}[] = [];
  /** Closed before their own closing tag came, by one that was opened before them. */
  const owed: string[] = [];
  let end = 0;
  let count = 0;

  const text = (from: number, to: number): void => {
    if (to > from) pieces.push({kind: 'text', text: source.slice(from, to)});
  };
  const closeDown = (to: number): void => {
    for (const {tag, silent} of open.splice(to).toReversed()) if (!silent) pieces.push({kind: 'close', tag});
  };

  for (const {0: written, 1: closing, 2: name = '', 3: more = '', index} of source.matchAll(tags)) {
    if (++count > mostTags) break;
    const tag = name.toLowerCase();
    const after = index + written.length;
    const at = open.findLastIndex((one) => one.tag === tag);
    if (closing) {
      const late = owed.lastIndexOf(tag);
      if (at < 0 && late < 0) continue;
      text(end, index);
      end = after;
      if (at < 0) owed.splice(late, 1);
      else {
        owed.push(...open.slice(at + 1).map((one) => one.tag));
        closeDown(at);
      }
      continue;
    }
    if (open.length >= deepest) continue;
    text(end, index);
    end = after;
    // No link within a link, and no block within a line.
    const from = tag === 'a' ? at : tag === 'blockquote' ? open.findIndex((one) => one.tag !== tag) : -1;
    if (from >= 0) {
      owed.push(...open.slice(from).map((one) => one.tag));
      closeDown(from);
    }
    const piece = readAttributes(tag, more);
    const silent = tag === 'a' && !piece.attributes.some(([attribute]) => attribute === 'href');
    open.push({tag, silent});
    if (!silent) pieces.push(piece);
  }
  text(end, source.length);
  closeDown(0);
  return pieces;
}

/** What readers will see of it: that is counted and checked. */
export const markupToText = (source: string): string =>
  readMarkup(source)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('');
