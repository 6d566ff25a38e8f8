import {CommentError} from '../errors.js';

/**
 * A name as Remark42 takes it: letters, European digits, `_` and single spaces.
 * Vowel marks go, punctuation and pictures become a space (`د. محمّد٧` →
 * `د محمد7`); marks that a script cannot do without stay, for the server to refuse.
 */
export const toUserName = (name: string): string =>
  name
    .replace(/[\u064b-\u0652\u0670\ufe0f]/g, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[^\p{L}\p{M}\d_]+/gu, ' ')
    .trim();

/** Why the server does not take a name, which it does not say. More than 64 bytes are too many. */
export const toNameError = (user: string): CommentError =>
  new CommentError('invalid', {
    status: 403,
    fields: [{field: 'name', code: new Blob([user]).size > 64 ? 'too-long' : 'malformed'}],
  });
