import {nameOf, nodesOf, templatePieces, type Rule, type SyntaxNode} from './source.js';

const physicalProperty =
  /^(?:(?:scroll-)?(?:margin|padding)-(?:left|right|top|bottom)|border-(?:left|right|top|bottom)(?:-.+)?|left|right|top|bottom|(?:min-|max-)?(?:width|height))$/;
/** Art may lie on a side (RTL.md S1). A gradient's side is the matter of another rule. */
const mayHaveSides = /^(?:background(?:-position(?:-x)?|-image)?|mask(?:-position|-image)?|--.*)$/;
const side = /(?<![\w-])(?:left|right)(?![\w-])/;
/** Four values name the sides of the page, unless both sides get the same. */
const fourSided = /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/;

/** Values of a declaration, one in brackets counted as one. */
const valuesOf = (value: string): string[] =>
  value.trim().match(/(?:[^\s()]+|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];

function isPhysical(property: string, value: string): boolean {
  if (!mayHaveSides.test(property) && side.test(value)) return true;
  const values = valuesOf(value);
  if (property === 'border-radius' && !value.includes('/') && values.length > 1)
    return values[0] !== values[1] || (values.length > 2 && (values[3] ?? values[1]) !== values[2]);
  return fourSided.test(property) && values.length === 4 && values[1] !== values[3];
}

interface Declaration {
  readonly at: number;
  readonly property: string;
  readonly value: string;
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The declarations of a style sheet; comments and strings are blanked first, so offsets stay. */
export function* declarations(css: string): Generator<Declaration> {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/"[^"\n]*"|'[^'\n]*'/g, blank);
  for (const match of bare.matchAll(/(?<=^|[{};])(\s*)([\w-]+)\s*:([^;{}]*)(?=[;}]|$)/g)) {
    const [, space = '', property = '', value = ''] = match;
    yield {at: match.index + space.length, property: property.toLowerCase(), value};
  }
}

export function* sheetsOf(source: Parameters<Rule>[0]): Generator<{css: string; start: number}> {
  if (source.path.endsWith('.css')) yield {css: source.text, start: 0};
  if (source.path.endsWith('.html')) {
    for (const match of source.text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g))
      yield {css: match[1] ?? '', start: match.index + match[0].indexOf('>') + 1};
  }
  for (const pieces of templatePieces(source, ['css'])) {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (!first || !last) continue;
    const whole = source.text.slice(first.start, last.start + last.text.length);
    // What is put into the template counts as one word.
    yield {css: whole.replace(/\$\{[^}]*\}/g, (hole) => 'x'.repeat(hole.length)), start: first.start};
  }
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const physicalSide: Rule = (source, report) => {
  for (const {css, start} of sheetsOf(source)) {
    for (const {at, property, value} of declarations(css)) {
      if (physicalProperty.test(property))
        report(start + at, `${property} is a physical side; write the logical one`);
      else if (isPhysical(property, value))
        report(start + at, `${property}:${value} is a physical side; write start or end`);
    }
  }
  if (!source.path.startsWith('src/')) return;
  for (const node of nodesOf(source.program)) {
    const name = nameOf(node);
    const owner = node['object'] as SyntaxNode | undefined;
    if (node.type !== 'MemberExpression' || nameOf(owner) !== 'style' || name !== camel(kebab(name)))
      continue;
    if (physicalProperty.test(kebab(name)))
      report(node.start, `style.${name} is a physical side; write the logical one`);
  }
};

/** A public token belongs to the page: read it, never set it. */
export const publicToken: Rule = (source, report) => {
  if (!source.path.startsWith('src/')) return;
  for (const {css, start} of sheetsOf(source)) {
    for (const {at, property} of declarations(css))
      if (property.startsWith('--taaliq-'))
        report(start + at, `${property} is the page's to set; give it a private twin`);
  }
};
