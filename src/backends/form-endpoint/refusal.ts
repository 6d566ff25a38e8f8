import {
  CommentError,
  type ErrorCode,
  type FieldError,
  type FieldErrorCode,
  type FieldName,
} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {answerSchema, errorSchema} from './wire.js';

/** What the words of Formspree and Staticman mean; the first that fits counts. */
const meanings: readonly (readonly [word: RegExp, code: ErrorCode, field?: FieldErrorCode])[] = [
  [/^(?:REQUIRED_FIELD|EMPTY|MISSING_REQUIRED|RECAPTCHA_MISSING_INPUT)/, 'invalid', 'required'],
  [/^RECAPTCHA_INVALID/, 'invalid', 'expired'],
  [/^TYPE_/, 'invalid', 'malformed'],
  [/SPAM$/, 'spam'],
  [/^AUTH_TOKEN/, 'login-required'],
  [/^BLOCKED$/, 'forbidden'],
  [/^INACTIVE$/, 'closed'],
  // Nothing of this is the reader's fault: the address and what the owner has set do not fit.
  [/NOT_FOUND$|^RECAPTCHA|^BRANCH|^INVALID_|^MISSING_|^PARSING/, 'not-found'],
  [/FILE/, 'invalid'],
];

const names: ReadonlyMap<string, FieldName> = new Map([
  ['name', 'name'],
  ['email', 'email'],
  ['_replyto', 'email'],
  ['website', 'website'],
  ['url', 'website'],
  ['message', 'content'],
  ['thread', 'thread'],
  ['parent', 'parent'],
  ['g-recaptcha-response', 'challenge'],
]);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 20) : []);

/** Each word of an answer, with the field that it is about. */
function* wordsOf(body: unknown): Generator<readonly [word: string, field: string]> {
  const {errorCode, errors, data} = parseOrNull(answerSchema, body) ?? {};
  for (const error of list(errors)) {
    const {code, field} = parseOrNull(errorSchema, error) ?? {};
    yield [code ?? '', field ?? ''];
  }
  if (typeof errorCode !== 'string') return;
  if (errorCode.startsWith('RECAPTCHA')) yield [errorCode, 'g-recaptcha-response'];
  else for (const field of ['', ...list(data)]) yield [errorCode, String(field)];
}

/** The error that a service names; the status decides where it names none that we know. */
export function toRefusal(answer: HttpAnswer, advice: string): CommentError {
  const judged = judgeStatus(answer);
  let code: ErrorCode | undefined;
  const fields: FieldError[] = [];
  for (const [word, name] of wordsOf(answer.body)) {
    const [, meant, wrong] = meanings.find(([known]) => known.test(word)) ?? [];
    const field = word === 'EMPTY' ? 'content' : names.get(name);
    code ??= meant;
    if (field && wrong) fields.push({field, code: wrong});
  }
  code ??= judged.code;
  return new CommentError(code, {
    status: answer.status,
    fields,
    ...(judged.retryAfter !== null && {retryAfter: judged.retryAfter}),
    ...(code === 'not-found' && {advice}),
  });
}
