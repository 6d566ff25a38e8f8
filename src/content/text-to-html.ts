import {toParagraphs} from './paragraphs.js';
import type {Direction} from './types.js';

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export function textToHtml(text: string, fallback: Direction): string {
  return toParagraphs(text, fallback)
    .map(({dir, lines}) => `<p dir="${dir}">${lines.map(escape).join('<br>')}</p>`)
    .join('');
}
