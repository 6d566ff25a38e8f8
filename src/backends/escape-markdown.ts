import {toSegments} from '../content/segments.js';

/**
 * What means something wherever it stands. The last two keep a server from
 * making a link of a bare address: it would show the backslashes within.
 */
const anywhere = /[\\`*_[\]<&|~^=]|:(?=\/\/)|(?<=\bwww)\./gi;

/** What stands before a sign that means something at the start of a line only. To some, Arabic digits count too. */
const beforeMark = /^\s*(?:(?=[-+#>:])|\p{Nd}+(?=[.)]))/u;

/** So far from the margin a line would be code. */
const indented = /^(?= {4}| {0,3}\t)/;

/**
 * Plain text as Markdown that shows it as it was typed: for parsers that follow
 * CommonMark, with or without what GitHub added, and for those of before it.
 * `linkable` are the addresses that the parser takes in angle brackets as they are.
 */
export function escapeMarkdown(text: string, linkable: RegExp): string {
  const lines = text.split('\n').map((line) =>
    toSegments(line)
      .map(({kind, text}, index, all) =>
        // Behind a backslash some take the bracket for an escaped one.
        kind === 'link' && linkable.test(text) && !all[index - 1]?.text.endsWith('\\')
          ? `<${text}>`
          : text.replace(anywhere, '\\$&'),
      )
      .join('')
      .replace(beforeMark, '$&\\')
      .replace(indented, '&#32;'),
  );
  return lines.join('\n');
}
