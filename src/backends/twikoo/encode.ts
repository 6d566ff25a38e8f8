import {toSegments, type Segment} from '../../content/segments.js';

/** Quotes mean nothing outside of tags, and the server counts every character. */
const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const linked = (segment: Segment): string =>
  segment.kind === 'link'
    ? `<a href="${escape(segment.href)}">${escape(segment.text)}</a>`
    : escape(segment.text);

/**
 * Text as the HTML that Twikoo stores and shows: its client is to have made
 * it. No more tags than it takes, because the server limits the length of the
 * HTML; where links would go beyond `most`, they stay text.
 */
export function toHtml(text: string, most: number): string {
  const lines = text.split('\n');
  const html = lines.map((line) => toSegments(line).map(linked).join('')).join('<br>');
  return html.length <= most ? html : lines.map(escape).join('<br>');
}
