import {escapeHtml, escapeText} from '../escape-html.js';
import {linkAttributes} from '../link-attributes.js';

const isVoid = (tag: string): boolean => tag === 'br' || tag === 'hr';

/**
 * Writes safe nodes as HTML, for sending. Ours is short because none of the
 * elements allowed has a syntax of its own. `bare`: the marks on links are left
 * to the server.
 */
export function toHtml(node: Node, bare = false): string {
  if (node instanceof Text) return bare ? escapeText(node.data) : escapeHtml(node.data);
  const content = [...node.childNodes].map((child) => toHtml(child, bare)).join('');
  if (!(node instanceof Element)) return content;
  const tag = node.localName;
  const attributes = [...node.attributes]
    .filter(({name}) => !bare || !Object.hasOwn(linkAttributes, name))
    .map(({name, value}) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  return `<${tag}${attributes}>${isVoid(tag) ? '' : `${content}</${tag}>`}`;
}
