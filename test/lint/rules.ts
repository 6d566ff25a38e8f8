import {hostName, htmlSink, pageWide, templateStyle, unprovedAssertion, wholeTests} from './code.js';
import {joinedLetters, oneWay, outsideRoot, pageDirection, visitorLanguage} from './direction.js';
import {dynamicImport, importEnding, importLayer} from './imports.js';
import {joinedWords} from './joining.js';
import {lineAt, readSource, type Problem, type Rule} from './source.js';
import {physicalSide, publicToken} from './styles.js';
import {fileLength, fileName, plainText, topLevel} from './text.js';

/** Every rule that oxlint does not have, by the name that is printed. */
export const rules: Readonly<Record<string, Rule>> = {
  'import-layer': importLayer,
  'dynamic-import': dynamicImport,
  'import-ending': importEnding,
  'html-sink': htmlSink,
  'page-wide': pageWide,
  'template-style': templateStyle,
  'host-name': hostName,
  'unproved-assertion': unprovedAssertion,
  'whole-tests': wholeTests,
  'physical-side': physicalSide,
  'public-token': publicToken,
  'page-direction': pageDirection,
  'outside-root': outsideRoot,
  'one-way': oneWay,
  'joined-letters': joinedLetters,
  'visitor-language': visitorLanguage,
  'joined-words': joinedWords,
  'plain-text': plainText,
  'file-name': fileName,
  'file-length': fileLength,
  'top-level': topLevel,
};

/** What the rules find in one file. */
export function check(path: string, text: string): Problem[] {
  const source = readSource(path, text);
  const problems: Problem[] = [];
  for (const [rule, look] of Object.entries(rules)) {
    look(source, (at, message) => problems.push({path, line: lineAt(text, at), rule, message}));
  }
  return problems;
}
