import {escapeHtml} from '../escape-html.js';

const isVoid = (tag: string): boolean => tag === 'br' || tag === 'hr';

/** Writes safe nodes as HTML, for sending. Ours is short because none of the elements allowed has a syntax of its own. */
export function toHtml(node: Node): string {
  if (node instanceof Text) return escapeHtml(node.data);
  const content = [...node.childNodes].map(toHtml).join('');
  if (!(node instanceof Element)) return content;
  const tag = node.localName;
  const attributes = [...node.attributes].map(({name, value}) => ` ${name}="${escapeHtml(value)}"`).join('');
  return `<${tag}${attributes}>${isVoid(tag) ? '' : `${content}</${tag}>`}`;
}
