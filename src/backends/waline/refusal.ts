import {CommentError, type ErrorCode} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {envelopeSchema} from './wire.js';

/** What is known of a comment that was refused. */
export interface Attempt {
  readonly challenge: string | null;
  /** Seconds until the server takes another comment, as far as that is known. */
  readonly rest: number;
}

const advice: Partial<Record<ErrorCode, string>> = {
  'invalid-response': 'Is "endpoint" what Waline calls serverURL?',
  'login-required': 'Waline has LOGIN=force.',
  forbidden: 'Waline refuses: see SECURE_DOMAINS, "challenge", blocked addresses.',
};

/** What a failure means that HTTP does not know of: there are two numbers for all of them. */
function toCode(errno: unknown, errmsg: unknown): ErrorCode {
  if (errno === 1001) return 'invalid';
  if (errno !== 1000) return 'invalid-response';
  if (/too fast/i.test(JSON.stringify(errmsg))) return 'too-fast';
  // Else a rule of the site's own.
  return errmsg === 'Duplicate Content' ? 'duplicate' : 'forbidden';
}

/** The error in an answer. Its cause is what Waline said. */
export function toRefusal(answer: HttpAnswer, attempt?: Attempt): CommentError {
  const {errno, errmsg} = parseOrNull(envelopeSchema, answer.body) ?? {};
  const {status} = answer;
  const judged = judgeStatus(answer);
  const isChallenge = status === 403 && attempt?.challenge;
  const code = isChallenge ? 'invalid' : status < 400 ? toCode(errno, errmsg) : judged.code;
  const wait = judged.retryAfter ?? (code === 'too-fast' ? attempt?.rest : null);
  const hint = advice[code] ?? judged.advice;
  return new CommentError(code, {
    status,
    cause: errmsg,
    fields: isChallenge
      ? [{field: 'challenge', code: 'expired'}]
      : errno === 1001
        ? // Nothing else is checked.
          [{field: Object.hasOwn(Object(errmsg), 'comment') ? 'content' : 'thread', code: 'required'}]
        : [],
    ...(wait && {retryAfter: wait}),
    ...(hint && {advice: hint}),
  });
}
