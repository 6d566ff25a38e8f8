import type {NewComment} from '../../content/types.js';
import {CommentError, type ErrorCode, type FieldError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {refusalSchema} from './wire.js';

/** For the site's developer. */
const adviseThread = 'No such post: set "thread" to its number.';
const adviseLogin =
  "Use the site's own pages, or add_filter('rest_allow_anonymous_comments', '__return_true').";

/** WordPress takes a second comment from one address or e-mail after this many seconds. */
const floodPause = 15;

/** An error with all that goes with its code. */
export const toError = (
  code: ErrorCode,
  status?: number,
  fields: readonly FieldError[] = [],
  cause?: unknown,
): CommentError => {
  const hint = code === 'not-found' ? adviseThread : code === 'login-required' && adviseLogin;
  return new CommentError(code, {
    fields,
    cause,
    ...(status && {status}),
    ...(code === 'too-fast' && {retryAfter: floodPause}),
    ...(hint && {advice: hint}),
  });
};

/** What WordPress does not take: no name, no e-mail, or an e-mail that it does not know for one. */
export function authorErrors({author}: NewComment): readonly FieldError[] {
  const missing = (['name', 'email'] as const).filter((field) => !author[field]);
  return missing[0]
    ? missing.map((field) => ({field, code: 'required'}))
    : [{field: 'email', code: 'malformed'}];
}

/**
 * The error that WordPress names; the status decides where it names none that
 * we know. Its cause is WordPress's own sentence.
 */
export function toRefusal(answer: HttpAnswer, sent?: NewComment): CommentError {
  const wire = parseOrNull(refusalSchema, answer.body);
  const judged = judgeStatus(answer);
  const name = wire?.code;
  if (!name) return judged;
  const code = name.endsWith('flood')
    ? 'too-fast'
    : name.endsWith('closed')
      ? 'closed'
      : // There is none, it is a draft, or not for everybody.
        /_post(_|$)/.test(name)
        ? 'not-found'
        : judged.code;
  const isAuthor = sent && /_(param|required)$/.test(name);
  return toError(code, answer.status, isAuthor ? authorErrors(sent) : [], wire?.message);
}
