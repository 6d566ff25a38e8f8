import {CommentError, type ErrorCode, type FieldError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {refusalSchema} from './wire.js';

/** For the site's developer. */
const adviseCookie =
  'Isso knows an author by a cookie: set credentials="include" and run Isso on the site\'s own domain.';
const adviseDirect =
  'Isso takes few top-level comments from one network: raise "direct-reply" in [guard] of its configuration.';
const adviseSelf =
  'Isso lets nobody answer their own fresh comment: set "reply-to-self" in [guard] of its configuration.';

/** Isso counts the comments of the last minute. */
const ratePause = 60;

interface Meaning {
  readonly code?: ErrorCode;
  readonly field?: FieldError;
  readonly retryAfter?: number;
  readonly advice?: string;
}

const ofField = (field: FieldError['field'], code: FieldError['code'], limit?: number): Meaning => ({
  field: {field, code, ...(limit && {limit})},
});

/** Isso has no codes: what is refused is told in these sentences, which are always English. */
const meanings: readonly (readonly [words: RegExp, meaning: Meaning])[] = [
  [/ratelimit exceeded/, {code: 'too-fast', retryAfter: ratePause}],
  [/edit time frame/, {code: 'too-fast', advice: adviseSelf}],
  [/direct responses/, {code: 'forbidden', advice: adviseDirect}],
  [/author address required/, ofField('name', 'required')],
  [/author must/, ofField('name', 'malformed')],
  [/email address required/, ofField('email', 'required')],
  [/email must/, ofField('email', 'malformed')],
  [/rfc5321/, ofField('email', 'too-long', 254)],
  [/arbitrary length/, ofField('website', 'too-long', 254)],
  [/website must|Website not/, ofField('website', 'malformed')],
  [/text is missing/, ofField('content', 'required')],
  [/text is too short/, ofField('content', 'too-short', 3)],
  [/text is too long/, ofField('content', 'too-long')],
  [/text must/, ofField('content', 'malformed')],
  [/parent must/, ofField('parent', 'malformed')],
  [/missing uri/, ofField('thread', 'required')],
  [/create new thread/, ofField('thread', 'malformed')],
];

/** What a refusal means. It comes as JSON, or as a page whatever was asked for. */
export function toRefusal(answer: HttpAnswer): CommentError {
  const {status, body} = answer;
  const said = String(parseOrNull(refusalSchema, body)?.message ?? body);
  const judged = judgeStatus(answer);
  const [, meaning] = (status < 500 && meanings.find(([words]) => words.test(said))) || [];
  if (meaning) {
    const {code = 'invalid', field, ...rest} = meaning;
    return new CommentError(code, {status, ...rest, fields: field ? [field] : []});
  }
  if (status === 413)
    return new CommentError('invalid', {status, fields: [{field: 'content', code: 'too-long'}]});
  // No such comment; any other path is no path of Isso's.
  if (status === 404 && answer.url.includes('/id/')) return new CommentError('not-found', {status});
  if (status === 403) return new CommentError('forbidden', {status, advice: adviseCookie});
  return judged;
}
