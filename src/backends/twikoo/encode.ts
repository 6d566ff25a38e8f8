import {escapeText} from '../../content/escape-html.js';
import {toSegments, type Segment} from '../../content/segments.js';

const linked = (segment: Segment): string =>
  segment.kind === 'link'
    ? `<a href="${escapeText(segment.href)}">${escapeText(segment.text)}</a>`
    : escapeText(segment.text);

/**
 * Text as the HTML that Twikoo stores and shows: its client is to have made
 * it. No more tags than it takes, because the server limits the length of the
 * HTML; where links would go beyond `most`, they stay text.
 */
export function toHtml(text: string, most: number): string {
  const lines = text.split('\n');
  const html = lines.map((line) => toSegments(line).map(linked).join('')).join('<br>');
  return html.length <= most ? html : lines.map(escapeText).join('<br>');
}
