import {toSegments} from '../../content/segments.js';

/**
 * What the server's Markdown gives a meaning to, and what its typographer
 * changes: quotes, dashes, dots, fractions, `(c)`. Nothing else is escaped,
 * because the server counts every character.
 */
const signs =
  /[\\*_~|<"'[`]|^[#>+=]|^\d+\.|\((?=(?:c|r|tm)\))|(?<=\d)\/(?=\d)|&#?[a-z\d]+;|(?:https?|ftp|file|mailto):|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])|\.(?= ?\.)/giu;

/** An address that angle brackets make a link of, and one that the typographer leaves alone: there nothing can be escaped. */
const linkable = /^h(?:[^"'.&-]|\.(?!\.)|&(?!\w+;)|(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}]))+$/iu;

/** Signs that no backslash protects. The server knows these names; `&quot;` it makes curly all the same. */
const references: Readonly<Record<string, string>> = {
  '"': '&QUOT;',
  "'": '&apos;',
  '/': '&sol;',
  '=': '&equals;',
};

const escape = (text: string): string =>
  text.replace(
    signs,
    (found) =>
      references[found] ?? found.slice(0, -1) + (/.;/.test(found) ? '&semi;' : `\\${found.slice(-1)}`),
  );

/**
 * Text as Markdown that Remark42 shows as it was typed, with its links. Spaces
 * around a line are lost: four of them would make a block of code.
 */
export const toMarkdown = (text: string): string =>
  text.replace(/.+/g, (line) =>
    toSegments(line.trim())
      .map(({kind, text}) => (kind === 'link' && linkable.test(text) ? `<${text}>` : escape(text)))
      .join(''),
  );
