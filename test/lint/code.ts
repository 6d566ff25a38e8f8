import {
  lineAt,
  nameOf,
  namesIn,
  nodesOf,
  ownerOf,
  templatePieces,
  type Rule,
  type SyntaxNode,
} from './source.js';

const isOurs = (path: string): boolean => path.startsWith('src/') || /^demo\/[^/]+\.js$/.test(path);

/** Ways from a string into the page that nothing checks. */
const sinks =
  /^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc|unsafeHTML|unsafeSVG|unsafeStatic|unsafeMathML|(?:stream|append|prepend|before|after|replaceWith)\w*HTML\w*)$/;
/** The same, but allowed where comments are sanitized. */
const guardedSinks = /^(?:setHTML|parseFromString|DOMParser|Sanitizer|trustedTypes)$/;

export const htmlSink: Rule = ({path, program}, report) => {
  if (!isOurs(path)) return;
  const sanitizer = path.startsWith('src/content/sanitize/');
  for (const {name, owner, start, assigned} of namesIn(program)) {
    // What was sanitized is read as markup once, to be sent; nothing is ever written so.
    const reading = sanitizer && name === 'innerHTML' && owner && !assigned;
    if (sinks.test(name) && !reading) report(start, `${name} turns text into markup; make nodes`);
    if (guardedSinks.test(name) && !sanitizer) report(start, `${name} belongs in src/content/sanitize`);
    if (owner === 'document' && name.startsWith('write'))
      report(start, `document.${name} turns text into markup; make nodes`);
  }
};

/** Channels that any script of the page can use, and requests past the one `fetch`. */
const channels =
  /^(?:postMessage|BroadcastChannel|SharedWorker|Worker|sendBeacon|WebSocket|EventSource|XMLHttpRequest)$/;
const lookUps = /^(?:querySelector|querySelectorAll|getElementById|getElementsByName)$/;

export const pageWide: Rule = ({path, program}, report) => {
  if (!path.startsWith('src/')) return;
  const mayLook = /^src\/(?:page|embed)\//.test(path);
  for (const {name, owner, start} of namesIn(program)) {
    if (owner === 'z' && name === 'config') report(start, "z.config() changes the page's own zod");
    // A port of one's own channel reaches nobody else.
    const toSelf = name === 'postMessage' && /^port\d?$/.test(owner);
    if (channels.test(name) && !toSelf) report(start, `${name} is not used here`);
    // The contract kit takes its place.
    const mayFetch = path === 'src/backends/http.ts' || path === 'src/backends/contract-server.ts';
    if (name === 'fetch' && !mayFetch) report(start, 'fetch() is called in src/backends/http.ts only');
    if (!mayLook && owner === 'document' && lookUps.test(name))
      report(start, `document.${name} finds what the page named; keep a reference`);
  }
};

export const templateStyle: Rule = (source, report) => {
  if (!isOurs(source.path)) return;
  for (const pieces of templatePieces(source, ['html', 'svg'])) {
    for (const {text, start, next} of pieces) {
      const byStyleMap = next?.type === 'CallExpression' && nameOf(next['callee']) === 'styleMap';
      for (const {index, 0: found} of text.matchAll(/\s(style|on[a-z]+)\s*=/g)) {
        if (byStyleMap && index + found.length === text.length) continue;
        report(start + index + 1, `${found.trim()} in a template is refused by a content security policy`);
      }
    }
  }
};

/** Hosts that are no hosts: XML namespaces, WordPress's name for its link to the API, examples (RFC 2606). */
const host =
  /\b(?:https?|wss?):\/\/(?!www\.w3\.org\/|api\.w\.org\/|(?:[\w-]+\.)*example(?:\.(?:com|org|net))?(?![\w-]|\.\w))[\w-]/i;

/** Text that is in the program, not in its comments. */
function* written(program: SyntaxNode | null): Generator<{text: string; start: number}> {
  for (const node of nodesOf(program)) {
    if (node.type === 'Literal' && typeof node['value'] === 'string')
      yield {text: node['value'], start: node.start};
    if (node.type === 'TemplateElement')
      yield {text: (node['value'] as {raw: string}).raw, start: node.start};
  }
}

export const hostName: Rule = ({path, program}, report) => {
  if (!path.startsWith('src/')) return;
  for (const {text, start} of written(program))
    if (host.test(text)) report(start, 'names a host; the only hosts are those of the page');
};

/** An assertion is a claim that the compiler cannot check: a comment at it must say why it holds. */
export const unprovedAssertion: Rule = ({path, text, program, commentLines}, report) => {
  if (!path.startsWith('src/')) return;
  for (const node of nodesOf(program)) {
    const constant =
      node.type === 'TSAsExpression' &&
      nameOf((node['typeAnnotation'] as SyntaxNode)['typeName']) === 'const';
    if (!/^TS(?:As|NonNull|TypeAssertion|Satisfies)/.test(node.type) || constant) continue;
    if (node.type === 'TSSatisfiesExpression') continue;
    const line = lineAt(text, node.start);
    const last = lineAt(text, node.end);
    const proved = [line - 3, line - 2, line - 1, line, last].some((one) => commentLines.has(one));
    if (!proved) report(node.start, 'an assertion without a comment that proves it');
  }
};

/** Milliseconds that a test may wait for something *not* to happen. */
const longestWait = 300;

/** Tests that are left out, or that wait for the clock. */
export const wholeTests: Rule = ({path, program}, report) => {
  if (!path.startsWith('test/')) return;
  for (const node of nodesOf(program)) {
    if (node.type !== 'CallExpression') continue;
    const callee = node['callee'] as SyntaxNode;
    const suite = /^(?:it|test|describe|suite)$/.test(ownerOf(callee));
    if (suite && /^(?:only|skip|todo)$/.test(nameOf(callee)))
      report(node.start, `.${nameOf(callee)}() leaves tests out`);
    const [time] = node['arguments'] as SyntaxNode[];
    if (nameOf(callee) === 'aTimeout' && !(Number(time?.['value']) <= longestWait))
      report(node.start, 'wait for an event or a promise, not for time');
  }
};
