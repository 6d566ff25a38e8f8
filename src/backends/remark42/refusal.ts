import {CommentError, type CommentErrorOptions, type ErrorCode, type FieldError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {toCount} from '../received.js';
import {detail, type Config} from './wire.js';

/** Remark42's own codes. The one that is missing, 0, says nothing: there the status decides. */
const codes: readonly (readonly [code: ErrorCode, ...wireCodes: readonly unknown[]])[] = [
  // Comment; page, site; asset, image.
  ['not-found', 1, 5, 6, 18, 20],
  // Unreadable; judged so; change.
  ['invalid', 2, 4, 9],
  // Not one's own, blocked; too late, answered; votes and other actions.
  ['forbidden', 3, 7, 10, 11, 12, 13, 15, 16, 17],
  ['closed', 8],
  ['duplicate', 14],
  ['blocked-words', 19],
];

/** Text on its way out, for what the server says of it. */
export interface SentText {
  readonly typed: string;
  readonly markdown: string;
  readonly config: Config;
}

/** The server measures the Markdown, by code points. The limit that is told is for what was typed. */
function judgeText({typed, markdown, config}: SentText): FieldError {
  const over = [...markdown].length - (toCount(config.max_comment_size) || Infinity);
  return over > 0
    ? {field: 'content', code: 'too-long', limit: Math.max(0, [...typed].length - over)}
    : {field: 'content', code: 'too-short', limit: toCount(config.min_comment_size) || 1};
}

/** What a refusal means. Login and limits are refused in plain text, there the status decides. */
export function toRefusal(answer: HttpAnswer, sent?: SentText): CommentError {
  const {status, body} = answer;
  const {code, error} = detail(body);
  const fail = (code: ErrorCode, more?: CommentErrorOptions): CommentError =>
    new CommentError(code, {status, ...more});
  const known = codes.find(([, ...wireCodes]) => wireCodes.includes(code))?.[0];
  if (code === 6 || (!known && status === 403))
    return fail(known ?? 'forbidden', {advice: 'Set "site" to a name in Remark42\'s SITE.'});
  // Whoever has just logged in and is nobody has a name that is kept for others.
  if (status === 401 && sent) return fail('invalid', {fields: [{field: 'name', code: 'blocked-words'}]});
  if (!known) return judgeStatus(answer);
  if (code !== 4 || !sent) return fail(known);
  // When a comment is edited, these have the code of any fault in the text.
  return /restricted/.test(String(error)) ? fail('blocked-words') : fail(known, {fields: [judgeText(sent)]});
}
