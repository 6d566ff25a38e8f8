import {
  nameOf,
  nodesOf,
  ownerOf,
  templatePieces,
  type Rule,
  type SyntaxNode,
  type TemplatePiece,
} from './source.js';

/** Gives words of the reader's language. */
const speaks = /^(?:text|plural|template)$/;

/** What somebody is called. */
const callsSomebody = /^(?:nameof|author|parent|person)$|name$/i;

/** An expression that is, or may be, words of the language; `known` are variables that hold some. */
function isWords(value: unknown, known: ReadonlySet<string>): boolean {
  const node = value as SyntaxNode | null | undefined;
  switch (node?.type) {
    case 'CallExpression': {
      const callee = node['callee'] as SyntaxNode;
      return speaks.test(nameOf(callee)) && /language$/i.test(ownerOf(callee));
    }
    case 'Identifier':
      return known.has(nameOf(node));
    case 'ConditionalExpression':
      return isWords(node['consequent'], known) || isWords(node['alternate'], known);
    case 'LogicalExpression':
      return isWords(node['left'], known) || isWords(node['right'], known);
    case 'ParenthesizedExpression':
      return isWords(node['expression'], known);
    default:
      return false;
  }
}

function isName(value: SyntaxNode | undefined): boolean {
  for (const node of nodesOf(value ?? null)) {
    // What fills a placeholder is where it belongs.
    if (node !== value && node.type === 'CallExpression' && speaks.test(nameOf(node['callee']))) return false;
    if (/^(?:Identifier|MemberExpression)$/.test(node.type) && callsSomebody.test(nameOf(node))) return true;
  }
  return false;
}

/** Variables that hold words of the language. */
function wordsIn(program: SyntaxNode | null): ReadonlySet<string> {
  const known = new Set<string>();
  for (const node of nodesOf(program))
    if (node.type === 'VariableDeclarator' && isWords(node['init'], known)) known.add(nameOf(node['id']));
  return known;
}

/** Tags that do not end a sentence. */
const withinLine = /<\/?(?:bdi|b|strong|em|span|a)\b[^>]*>/g;

/** What stands beside each other in one line of a template; what fills an attribute stands nowhere. */
function* neighbours(
  pieces: readonly TemplatePiece[],
): Generator<{at: number; pair: readonly [SyntaxNode, SyntaxNode]}> {
  let last: SyntaxNode | undefined;
  let between = '';
  for (const {text, start, next} of pieces) {
    between += text;
    if (!next) return;
    if (between.lastIndexOf('<') > between.lastIndexOf('>')) {
      between += '…';
      continue;
    }
    const oneLine = !between.replace(withinLine, '').includes('<');
    if (last && oneLine) yield {at: start, pair: [last, next]};
    last = next;
    between = '';
  }
}

const message = 'joins words around what is not theirs; give the sentence a placeholder';

/** A sentence comes whole from its language: no piece of it is put before or after a name (RTL.md B9). */
export const joinedWords: Rule = (source, report) => {
  const {path, program} = source;
  if (!path.startsWith('src/') || path.startsWith('src/language/')) return;
  const known = wordsIn(program);
  const tagged = new Set<unknown>();
  for (const node of nodesOf(program)) {
    if (node.type === 'TaggedTemplateExpression') tagged.add(node['quasi']);
    if (node.type === 'BinaryExpression' && node['operator'] === '+')
      for (const side of [node['left'], node['right']]) if (isWords(side, known)) report(node.start, message);
    if (node.type === 'TemplateLiteral' && !tagged.has(node)) {
      // Whole sentences may follow one another.
      const kinds = new Set((node['expressions'] as SyntaxNode[]).map((one) => isWords(one, known)));
      if (kinds.size > 1) report(node.start, message);
    }
    if (node.type !== 'CallExpression') continue;
    const callee = node['callee'] as SyntaxNode;
    const object = callee['object'] as SyntaxNode | undefined;
    const list = object?.type === 'ArrayExpression' ? (object['elements'] as unknown[]) : [];
    const joins = nameOf(callee) === 'join' && list.some((one) => isWords(one, known));
    const fills = /^(?:concat|replace|replaceAll)$/.test(nameOf(callee)) && isWords(object, known);
    if (joins || fills) report(node.start, message);
  }
  for (const pieces of templatePieces(source, ['html'])) {
    for (const {at, pair} of neighbours(pieces)) {
      const [words, other] = isWords(pair[0], known) ? pair : [pair[1], pair[0]];
      if (isWords(words, known) && !isWords(other, known) && isName(other)) report(at, message);
    }
  }
};
