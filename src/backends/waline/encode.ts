import {toSegments, type Segment} from '../../content/segments.js';

/**
 * Every sign that some part of Waline's Markdown reads: CommonMark itself,
 * tables, emoji, formulas, sub- and superscript, links made of bare addresses,
 * and the typographer, who changes quotes, dashes and dots. What ends a
 * sentence means nothing and stays, so that notices to moderators can be read.
 */
const signs = /([\p{L}\p{M}][.!?,](?=\s|$))|[!-/:-@[-`{-~]/gu;

/** A space at the start of a line would be dropped, and four would make code of it. */
const indent = /^\s/u;

/**
 * As a number: on PostgreSQL, Waline's driver takes backslashes for its own,
 * drops them, and lets `\'` end the text.
 */
const refer = (sign: string): string => `&#${sign.charCodeAt(0)};`;

const escape = (text: string): string =>
  text.replace(signs, (sign, kept: string | undefined) => kept ?? refer(sign));

/** Not `<address>`: Waline would show it decoded, and not as it was typed. */
function toMarkdown(segment: Segment): string {
  const text = escape(segment.text);
  return segment.kind === 'link' ? `[${text}](<${segment.href.replace(/&/g, '&amp;')}>)` : text;
}

const toLine = (line: string): string => toSegments(line).map(toMarkdown).join('').replace(indent, refer);

/** Text as Markdown that is shown as it was typed, with links. Two spaces break a line whatever the settings. */
export const encodeText = (text: string): string =>
  text.split('\n').map(toLine).join('  \n').replace(/^ +$/gm, '');

/** A name is shown as it is stored: a sign that looks like the backslash has to do. */
export const encodeName = (name: string): string => name.replaceAll('\\', '\uff3c');
