import type {Page} from './drive.js';

interface Value {
  readonly value?: unknown;
}

/** A node as Chromium's protocol writes it. */
interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly {readonly name: string; readonly value: Value}[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

/** Of no meaning for who listens, or told in another way. */
const untold = new Set(
  'focusable focused editable settable multiline readonly root labelledby describedby url live atomic relevant'.split(
    ' ',
  ),
);
/** States that say something though they are false, and where. */
const eitherWay: Readonly<Record<string, RegExp>> = {
  invalid: /^(?:textbox|checkbox)$/,
  pressed: /^button$/,
  checked: /^checkbox$/,
};

const told = (text: unknown): string =>
  String(text ?? '')
    // Written out: what cannot be seen here is heard, or moves what stands beside it.
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, (mark) => `‹${mark.codePointAt(0)?.toString(16)}›`)
    .replace(/\s+/g, ' ')
    .trim();

function line({role, name, description, value, properties = []}: Node): string {
  const states = properties
    .filter((property) => !untold.has(property.name))
    .filter((property) => {
      const is = property.value.value;
      return (
        (is !== false && is !== 'false' && is !== '') || eitherWay[property.name]?.test(String(role?.value))
      );
    })
    .map((property) => `${property.name}=${told(property.value.value)}`)
    .filter((state) => !state.endsWith('='));
  return [
    told(role?.value),
    name?.value ? `«${told(name.value)}»` : '',
    value?.value ? `value «${told(value.value)}»` : '',
    description?.value ? `described «${told(description.value)}»` : '',
    states.length ? `(${states.join(', ')})` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Roles that only hold others, without a name: what is in them counts. */
const transparent = new Set(['generic', 'none', 'InlineTextBox', 'ListMarker']);

const leaves = new Set(['StaticText', 'button', 'textbox', 'option']);

/** The accessibility tree of the first such element: a line for each node, as far as voices get to know it. */
export async function readTree(page: Page, css: string): Promise<string> {
  // Shadow roots are part of the tree; the element's own node is where it begins.
  const mark = `tree-${css}`;
  await page.with(css, ([element], id) => void element?.setAttribute('data-tree', id), mark);
  const {root} = (await page.devtools('DOM.getDocument', {depth: -1, pierce: true})) as {root: DomNode};
  const backendNodeId = find(root, mark);
  const {nodes} = (await page.devtools('Accessibility.getFullAXTree')) as {nodes: readonly Node[]};
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const top = nodes.find((node) => node.backendDOMNodeId === backendNodeId);
  if (!top) throw new Error(`${css} is not in the tree`);
  const lines: string[] = [];
  const walk = (node: Node, depth: number): void => {
    const role = String(node.role?.value ?? '');
    const empty = role === 'StaticText' && !told(node.name?.value);
    const shown = !node.ignored && !transparent.has(role) && !empty;
    if (shown) lines.push('  '.repeat(depth) + line(node));
    // What is in these is their name or value.
    if (leaves.has(role)) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, shown ? depth + 1 : depth);
    }
  };
  walk(top, 0);
  return `${lines.join('\n')}\n`;
}

interface DomNode {
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

function find(node: DomNode, mark: string): number | undefined {
  if (node.attributes?.includes(mark)) return node.backendNodeId;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, mark);
    if (found !== undefined) return found;
  }
  return undefined;
}
