import {escapeMarkdown} from '../escape-markdown.js';

/** Text as Markdown that Cusdis shows as it was typed. It makes a line break of one only behind two spaces. */
export const toMarkdown = (text: string): string =>
  escapeMarkdown(text, /^https?:/i).replace(/(?<=\S)[ \t]*\n(?=[ \t]*\S)/g, '  \n');
