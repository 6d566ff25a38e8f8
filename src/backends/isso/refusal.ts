import {CommentError, type FieldError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {refusalSchema} from './wire.js';

/** For the site's developer. */
const adviseGuard = 'See "direct-reply" and "reply-to-self" in the [guard] of Isso.';

/** Isso counts the comments of the last minute. */
const ratePause = 60;

/**
 * What readers can do wrong. Isso has no codes: these sentences, which are
 * always English, are all that it tells. Of what an adapter could do wrong the
 * status says enough.
 */
const mistakes: readonly (readonly [
  words: string,
  ...error: [FieldError['field'], FieldError['code'], number?],
])[] = [
  ['author address required', 'name', 'required'],
  ['email address required', 'email', 'required'],
  ['rfc5321', 'email', 'too-long'],
  ['arbitrary length', 'website', 'too-long'],
  ['Website not', 'website', 'malformed'],
  ['text is too short', 'content', 'too-short', 3],
  ['text is too long', 'content', 'too-long'],
];

/** What a refusal means. It comes as JSON, or as a page whatever was asked for. */
export function toRefusal(answer: HttpAnswer): CommentError {
  const {status, body} = answer;
  const said = String(parseOrNull(refusalSchema, body)?.message ?? body);
  const mistake = mistakes.find(([words]) => said.includes(words));
  if (mistake) {
    const [, field, code, limit] = mistake;
    return new CommentError('invalid', {status, fields: [{field, code, ...(limit && {limit})}]});
  }
  if (said.includes('ratelimit')) return new CommentError('too-fast', {status, retryAfter: ratePause});
  // Later it may be answered.
  if (said.includes('time frame')) return new CommentError('too-fast', {status, advice: adviseGuard});
  if (said.includes('direct resp')) return new CommentError('forbidden', {status, advice: adviseGuard});
  return judgeStatus(answer);
}
