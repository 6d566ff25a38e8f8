import {escapeHtml} from './escape-html.js';
import {linkAttributes} from './link-attributes.js';
import {toParagraphs, type Paragraph} from './paragraphs.js';
import {toSegments, type Segment} from './segments.js';
import type {Direction} from './types.js';

const linkHtml = Object.entries(linkAttributes)
  .map(([name, value]) => ` ${name}="${value}"`)
  .join('');

function segmentToHtml(segment: Segment): string {
  const text = escapeHtml(segment.text);
  switch (segment.kind) {
    case 'text':
      return text;
    case 'link':
      return `<a dir="ltr" href="${escapeHtml(segment.href)}"${linkHtml}>${text}</a>`;
    case 'isolate':
      return `<bdi dir="${segment.dir}">${text}</bdi>`;
  }
}

function paragraphToHtml({dir, foreign, lines}: Paragraph): string {
  const html = lines.map((line) => toSegments(line).map(segmentToHtml).join(''));
  return `<p dir="${dir}"${foreign ? ' lang=""' : ''}>${html.join('<br>')}</p>`;
}

/** The same text as HTML: paragraphs with their direction, line breaks, links. Made of strings, so that it runs anywhere. */
export function textToHtml(text: string, fallback: Direction): string {
  return toParagraphs(text, fallback).map(paragraphToHtml).join('');
}
