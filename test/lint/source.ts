import {parseSync} from 'vite';

/** A node of the syntax tree, read without knowing its kind beforehand. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/** One file as the rules see it. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Null for what is no script. */
  readonly program: SyntaxNode | null;
  /** Lines on which a comment ends. */
  readonly commentLines: ReadonlySet<number>;
}

/** What a rule has found. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** A rule looks at one file and reports offsets. */
export type Rule = (source: Source, report: (at: number, message: string) => void) => void;

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const isScript = (path: string): boolean => /\.[mc]?[jt]s$/.test(path);

export function readSource(path: string, text: string): Source {
  if (!isScript(path)) return {path, text, program: null, commentLines: new Set()};
  const {program, comments, errors} = parseSync(path, text);
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  return {
    path,
    text,
    program: program as unknown as SyntaxNode,
    commentLines: new Set(comments.map(({end}) => lineAt(text, end))),
  };
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

export function* nodesOf(node: SyntaxNode | null): Generator<SyntaxNode> {
  if (!node) return;
  yield node;
  for (const member of Object.values(node)) {
    for (const child of Array.isArray(member) ? member : [member]) if (isNode(child)) yield* nodesOf(child);
  }
}

/** Name of an identifier, of a member (`b` in `a.b`, `a['b']`) or of a private member; else empty. */
export function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'Identifier' || value.type === 'PrivateIdentifier') return String(value['name']);
  if (value.type === 'MemberExpression') return nameOf(value['property']);
  if (value.type === 'Literal' && typeof value['value'] === 'string') return value['value'];
  return '';
}

/** Name of what a member is taken of: `a` in `a.b`; `b` in `a.b.c`. */
export const ownerOf = (node: SyntaxNode): string =>
  node.type === 'MemberExpression' ? nameOf(node['object']) : '';

export interface UsedName {
  readonly name: string;
  /** What the name is taken of, for a member. */
  readonly owner: string;
  readonly start: number;
  /** Whether something is assigned to it. */
  readonly assigned: boolean;
}

/** Every variable and every member that a program names, each once. */
export function* namesIn(program: SyntaxNode | null): Generator<UsedName> {
  const inner = new Set<unknown>();
  const targets = new Set<unknown>();
  for (const node of nodesOf(program)) {
    if (node.type === 'AssignmentExpression') targets.add(node['left']);
    if (node.type === 'MemberExpression' || node.type === 'Property')
      inner.add(node['property'] ?? node['key']);
    const isName = node.type === 'MemberExpression' || (node.type === 'Identifier' && !inner.has(node));
    if (isName)
      yield {name: nameOf(node), owner: ownerOf(node), start: node.start, assigned: targets.has(node)};
  }
}

export interface TemplatePiece {
  readonly text: string;
  readonly start: number;
  /** The expression after this piece, if there is one. */
  readonly next: SyntaxNode | undefined;
}

/** The written pieces of every template with one of these tags. */
export function* templatePieces(
  source: Source,
  tags: readonly string[],
): Generator<readonly TemplatePiece[]> {
  for (const node of nodesOf(source.program)) {
    if (node.type !== 'TaggedTemplateExpression' || !tags.includes(nameOf(node['tag']))) continue;
    const {quasis, expressions} = node['quasi'] as {quasis: SyntaxNode[]; expressions: SyntaxNode[]};
    yield quasis.map((quasi, index) => {
      const text = (quasi['value'] as {raw: string}).raw;
      // In TypeScript the node begins at the delimiter, in JavaScript after it.
      return {text, start: source.text.indexOf(text, quasi.start), next: expressions[index]};
    });
  }
}
