import type {NewComment} from '../../content/types.js';
import {CommentError, type ErrorCode, type FieldError, type FieldName} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {paramsSchema, refusalSchema} from './wire.js';

const codes: ReadonlyMap<unknown, ErrorCode> = new Map<unknown, ErrorCode>([
  ['comment_duplicate', 'duplicate'],
  ['comment_flood', 'too-fast'],
  ['rest_comment_login_required', 'login-required'],
  ['rest_comment_closed', 'closed'],
]);

const fieldNames: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['author', 'name'],
  ['author_name', 'name'],
  ['author_email', 'email'],
  ['author_url', 'website'],
  ['content', 'content'],
]);

/** For the site's developer. */
export const adviseThread = 'WordPress shows no such post: set "thread" to the number of a public one.';

const advice: ReadonlyMap<ErrorCode, string> = new Map<ErrorCode, string>([
  ['not-found', adviseThread],
  [
    'login-required',
    "WordPress's REST API refuses visitors here. Put the element on a page of the site itself, whose own comment form can then be used, or let visitors comment over REST: add_filter('rest_allow_anonymous_comments', '__return_true');",
  ],
]);

/** WordPress takes a second comment from one address or e-mail after this many seconds. */
const floodPause = 15;

/** What WordPress wants of the author, unless the site's owner switched that off. */
export const missingFields = (sent: NewComment): readonly FieldError[] =>
  (['name', 'email'] as const)
    .filter((field) => !sent.author[field])
    .map((field) => ({field, code: 'required'}));

function toFields(code: string, data: unknown, sent: NewComment | undefined): readonly FieldError[] {
  const column = fieldNames.get(/^comment_(\w+)_column_length$/.exec(code)?.[1] ?? '');
  if (column) return [{field: column, code: 'too-long'}];
  if (sent && /author_data_required$/.test(code)) return missingFields(sent);
  const params = parseOrNull(paramsSchema, data)?.params;
  return Object.keys(params ?? {}).flatMap((name) => {
    const field = fieldNames.get(name);
    return field ? [{field, code: 'malformed' as const}] : [];
  });
}

/**
 * The error that WordPress names; the status decides where it names none that
 * we know. Its cause is WordPress's own sentence.
 */
export function toRefusal(answer: HttpAnswer, sent?: NewComment): CommentError {
  const wire = parseOrNull(refusalSchema, answer.body);
  const name = String(wire?.code);
  const judged = judgeStatus(answer);
  // There is none, it is a draft, or not for everybody.
  const code = codes.get(name) ?? (/_post(_|$)/.test(name) ? 'not-found' : judged.code);
  const retryAfter = code === 'too-fast' ? Math.max(judged.retryAfter ?? 0, floodPause) : judged.retryAfter;
  const hint = wire ? advice.get(code) : judged.advice;
  return new CommentError(code, {
    status: answer.status,
    fields: toFields(name, wire?.data, sent),
    cause: wire?.message,
    ...(retryAfter !== null && {retryAfter}),
    ...(hint && {advice: hint}),
  });
}
