import type {NewComment} from '../../content/types.js';
import {CommentError, type ErrorCode, type FieldError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {envelopeSchema} from './wire.js';

const adviseEndpoint =
  'This is no answer of Waline. "endpoint" has to be what its own client calls serverURL, without /api.';

const advice: Partial<Record<ErrorCode, string>> = {
  'not-found': adviseEndpoint,
  'invalid-response': adviseEndpoint,
  'login-required':
    'Waline takes comments of its users only: set LOGIN to something else than "force", or a token in "headers".',
  forbidden:
    'Waline refused: this page\'s host may be missing in SECURE_DOMAINS, it may want a captcha (see "challenge") or block the address.',
};

/** Columns of a thread's name are no longer in Waline's tables. */
const longestPath = 255;

/** What Waline says is wrong, by its names for fields. Each has to be there, and nothing else is checked. */
const fieldErrors = (errmsg: unknown): readonly FieldError[] =>
  (
    [
      ['comment', 'content'],
      ['url', 'thread'],
      ['path', 'thread'],
    ] as const
  ).flatMap(([theirs, field]) =>
    typeof errmsg === 'object' && errmsg && theirs in errmsg ? [{field, code: 'required'}] : [],
  );

/** What an application failure means: there are two numbers for all of them. */
function toCode(errno: unknown, errmsg: unknown): ErrorCode {
  if (errno === 1001) return 'invalid';
  if (errno !== 1000) return 'invalid-response';
  if (/too fast/i.test(String(errmsg))) return 'too-fast';
  // Else a rule of the site's own.
  return errmsg === 'Duplicate Content' ? 'duplicate' : 'forbidden';
}

/** The error in an answer. Its cause is what Waline said. */
export function toRefusal(answer: HttpAnswer, sent?: NewComment): CommentError {
  const {errno, errmsg} = parseOrNull(envelopeSchema, answer.body) ?? {};
  const {status} = answer;
  const judged = judgeStatus(answer);
  const failed = status >= 400;
  const hasChallenge = sent?.challenge && status === 403;
  const code = hasChallenge ? 'invalid' : failed ? judged.code : toCode(errno, errmsg);
  const hint =
    status === 500 && (sent?.thread.length ?? 0) > longestPath
      ? `Waline keeps ${longestPath} characters of "thread".`
      : advice[code];
  return new CommentError(code, {
    status,
    cause: errmsg,
    fields: hasChallenge ? [{field: 'challenge', code: 'expired'}] : fieldErrors(errmsg),
    ...(judged.retryAfter !== null && {retryAfter: judged.retryAfter}),
    ...(hint && {advice: hint}),
  });
}
