import {toSegments, type Segment} from '../../content/segments.js';

/**
 * Every sign that some part of Waline's Markdown reads: CommonMark itself,
 * tables, emoji, formulas, sub- and superscript, links made of bare addresses,
 * and the typographer, who changes quotes, dashes and dots; and the space that
 * a line begins with. What ends a sentence means nothing and stays, so that
 * notices to moderators can be read.
 */
const signs = /([\p{L}\p{M}][.?,](?=\s|$))|^\s|[!-/:-@[-`{-~]/gu;

/**
 * By numbers: on PostgreSQL, Waline's driver takes backslashes for its own,
 * drops them, and lets `\'` end the text.
 */
const escape = (text: string): string =>
  text.replace(signs, (sign, kept: string | undefined) => kept ?? `&#${sign.charCodeAt(0)};`);

/** Not `<address>`: Waline would show it decoded, and not as it was typed. */
function toMarkdown(segment: Segment): string {
  const text = escape(segment.text);
  return segment.kind === 'link' ? `[${text}](<${segment.href.replace(/&/g, '&amp;')}>)` : text;
}

/** Text as Markdown that is shown as it was typed, with links. Two spaces break a line on every server. */
export const encodeText = (text: string): string =>
  text
    .split('\n')
    .map((line) => toSegments(line).map(toMarkdown).join(''))
    .join('  \n');

/** A name is shown as it is stored: a sign that looks like the backslash has to do. */
export const encodeName = (name: string): string => name.replaceAll('\\', '\uff3c');
