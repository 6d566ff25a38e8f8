import {escapeHtml, escapeText} from './escape-html.js';
import {linkAttributes} from './link-attributes.js';
import {readMarkup} from './markup.js';
import {toSegments} from './segments.js';

const linkStart = (href: string, more: string): string => `<a href="${escapeHtml(href)}"${more}>`;

/** Lines with their links; an address that stands within a link, or is code, stays as it is. */
function lineToHtml(line: string, plain: boolean, more: string): string {
  if (plain) return escapeText(line);
  return toSegments(line)
    .map((segment) => {
      const text = escapeText(segment.text);
      return segment.kind === 'link' ? `${linkStart(segment.href, more)}${text}</a>` : text;
    })
    .join('');
}

function write(source: string, lineEnd: string, more: string): string {
  let plain = 0;
  let html = '';
  for (const piece of readMarkup(source)) {
    if (piece.kind === 'text') {
      const lines = piece.text.split('\n').map((line) => lineToHtml(line, plain > 0, more));
      html += lines.join(lineEnd);
      continue;
    }
    const {tag} = piece;
    if (tag === 'a' || tag === 'code') plain += piece.kind === 'open' ? 1 : -1;
    if (piece.kind === 'close') html += `</${tag}>`;
    else {
      const attributes = piece.attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
      html += `<${tag}${attributes.join('')}${tag === 'a' ? more : ''}>`;
    }
  }
  return html;
}

const marks = Object.entries(linkAttributes)
  .map(([name, value]) => ` ${name}="${value}"`)
  .join('');

/**
 * What a reader wrote with tags, as HTML: the allowed tags, balanced, with
 * nothing but addresses and titles in them, and everything else escaped. Made
 * of strings, so that a server can make it as well.
 */
export const markupToHtml = (source: string): string => write(source, '<br>', marks);

/** The same for servers that make lines and marks on links themselves. */
export const markupToInline = (source: string): string => write(source, '\n', '');
