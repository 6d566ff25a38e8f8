import {namesIn, nameOf, nodesOf, ownerOf, type Rule, type SyntaxNode} from './source.js';
import {declarations, sheetsOf} from './styles.js';

const inProduct = (path: string): boolean => path.startsWith('src/');

/** Direction is that of the widget's own root, whatever the page's is (RTL.md D5). */
export const pageDirection: Rule = (source, report) => {
  if (!inProduct(source.path)) return;
  for (const {css, start} of sheetsOf(source)) {
    for (const {index} of css.matchAll(/:host-context\b/g))
      report(start + index, ':host-context() asks the page; use :dir()');
    for (const {index} of css.matchAll(/(?<!\.root)\[dir\b[^\]]*\]/g))
      report(start + index, 'a [dir] above says nothing of what is inside; use :dir()');
  }
  for (const {name, owner, start} of namesIn(source.program))
    if (name === 'dir' && /^(?:document|documentElement|body)$/.test(owner))
      report(start, `${owner}.dir is the page's, not the widget's`);
};

const putting = /^(?:append|appendChild|prepend|before|after|insertBefore|insertAdjacent\w+|replace\w+)$/;

/** Whatever opens, opens inside the root (RTL.md D6). */
export const outsideRoot: Rule = ({path, program}, report) => {
  if (!inProduct(path)) return;
  for (const {name, owner, start} of namesIn(program))
    if (putting.test(name) && /^(?:document|documentElement|body|head)$/.test(owner))
      report(start, `${owner}.${name} puts something outside the widget's root`);
};

const sideways =
  /\b(?:translateX|translate3d|translate|skewX|skew|rotateY)\(\s*(?!0(?:px|em|rem|%)?\s*[,)])|\bto\s+(?:left|right)\b|linear-gradient\(\s*(?!-?(?:0|180|360)deg)-?[\d.]+(?:deg|turn|rad|grad)/;

/** What moves or fades sideways is turned round with the direction (RTL.md D7). */
export const oneWay: Rule = (source, report) => {
  for (const {css, start} of sheetsOf(source)) {
    for (const {at, property, value} of declarations(css)) {
      const moves = property === 'translate' && !/^\s*(?:none|0)\b/.test(value);
      if ((moves || sideways.test(value)) && !value.includes('var(--dir)'))
        report(start + at, `${property} goes the same way in both directions; multiply by var(--dir)`);
    }
  }
};

/** Declarations that break or bend joined letters; a value that harms nothing is let through (RTL.md S5). */
const harmful: Readonly<Record<string, RegExp>> = {
  'letter-spacing': /^(?!normal$|0$|inherit$)/,
  'text-transform': /^(?!none$|inherit$)/,
  'font-style': /^(?:italic|oblique)/,
  'font-synthesis': /^(?!weight$|none$)/,
  hyphens: /^auto$/,
  'text-align': /^justify/,
  'word-break': /^(?:break-all|break-word)$/,
  '-webkit-text-stroke': /^(?!0)/,
  '-webkit-text-stroke-width': /^(?!0)/,
  // What is cut off loses its end, and the end of a line has a side (S12).
  'text-overflow': /ellipsis/,
  // Where letters overlap, a colour that one can see through is darker.
  color: /\btransparent\b|\/\s*[\d.]+%?\s*\)|\b(?:rgba|hsla)\(|#(?:[\da-f]{4}|[\da-f]{8})\b/,
};

export const joinedLetters: Rule = (source, report) => {
  if (!inProduct(source.path)) return;
  for (const {css, start} of sheetsOf(source)) {
    for (const {at, property, value} of declarations(css))
      if (harmful[property]?.test(value.trim().toLowerCase()))
        report(start + at, `${property}:${value} harms a script whose letters join`);
    for (const {index} of css.matchAll(/@font-face|\burl\(/g))
      report(start + index, 'no font and no picture is fetched');
  }
};

const readerLanguage = /^toLocale\w*String$|^toLocale(?:Upper|Lower)Case$/;

/** What takes no tag takes the visitor's own language; names are sorted by `Intl.Collator(tag)` (RTL.md N2, N10). */
export const visitorLanguage: Rule = ({path, program}, report) => {
  if (!inProduct(path)) return;
  for (const node of nodesOf(program)) {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
    const callee = node['callee'] as SyntaxNode;
    const name = nameOf(callee);
    const untold = !(node['arguments'] as SyntaxNode[]).length;
    if (callee.type === 'MemberExpression' && name === 'localeCompare')
      report(node.start, 'sorts as the visitor does; use Intl.Collator(tag), or < for what nobody reads');
    if (untold && (readerLanguage.test(name) || ownerOf(callee) === 'Intl'))
      report(node.start, `${name}() without a tag speaks the visitor's language`);
  }
};
