import type {NewComment} from '../../content/types.js';
import {CommentError, type CommentErrorOptions, type ErrorCode, type FieldError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus, toRetryAfter} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import type {Table} from './table.js';
import {refusalSchema} from './wire.js';

/** What a trigger may say, by `raise exception 'closed'`. */
const sayable: readonly ErrorCode[] = [
  'closed',
  'too-fast',
  'duplicate',
  'spam',
  'blocked-words',
  'too-many-links',
  'forbidden',
];

/** Cause of the error when the row is there already. */
export const stored = 'stored';

/** For the console. */
const columns = 'Set "select" and "without" in the endpoint.';

/** The field that a broken constraint is about: it is named after its column, or names it. */
function toFields(message: string, table: Table, {author, content}: NewComment): readonly FieldError[] {
  // Without a column it is told that a text does not fit into one. Only comments are that long.
  const [, named = table.name('body')] = /(?:column|constraint) "([^"]+)"/.exec(message) ?? [];
  const found = (
    [
      // "author_email" holds the names of two columns: the longer one is meant.
      ['email', 'email', author.email, 'malformed'],
      ['url', 'website', author.url, 'malformed'],
      ['author', 'name', author.name, 'too-long'],
      ['body', 'content', content.text, 'too-long'],
    ] as const
  ).find(([column]) => named.includes(table.name(column)));
  if (!found) return [];
  const [, field, value, wrong] = found;
  return [{field, code: value ? wrong : 'required'}];
}

/**
 * The error that PostgREST or its database names; the status decides where it
 * names none that we know. The database's words may hold what a reader wrote:
 * only what is about the table goes on, to the console.
 */
export function toRefusal(answer: HttpAnswer, table: Table, sent?: NewComment): CommentError {
  const {status, body} = answer;
  const wire = parseOrNull(refusalSchema, body);
  const judged = judgeStatus(answer);
  const code = String(wire?.code);
  const message = String(wire?.message);
  const toError = (as: ErrorCode, more: CommentErrorOptions = {}): CommentError =>
    new CommentError(as, {status, ...more});
  const advise = (as: ErrorCode, hint: string): CommentError =>
    // Without the value that it ends in.
    toError(as, {advice: `${code} ${message.replace(/: ".*/s, '').slice(0, 300)}. ${hint}`});

  const said = sayable.find((word) => word === message);
  if (said) return toError(said, said === 'too-fast' ? {retryAfter: toRetryAfter(String(wire?.hint))} : {});
  // Only the key is ours. Under row-level security the database names it, but not its value.
  if (code === '23505' && message.includes('_pkey"')) return toError('duplicate', {cause: stored});
  if (/^(?:42P01|PGRST(?:205|125|106))/.test(code))
    return advise('not-found', 'Is "endpoint" the address of a table?');
  if (code === '42501' || status === 401)
    return advise(judged.code, 'Are "headers" right, and the grants and policies of the role?');
  if (/^(?:42|PGRST[12])/.test(code)) return advise('server', columns);
  // What it refers to is not there, or is no id of that kind.
  if (/^(?:22P02|23503)/.test(code))
    return sent?.parentId
      ? toError('parent-missing')
      : advise('not-found', 'Does the column hold what "thread" is? If ids are numbers, set "without=id".');
  if (!sent || !/^(?:22001|23502|23514)/.test(code)) return judged;
  const fields = toFields(message, table, sent);
  return fields.length || code !== '23502'
    ? toError('invalid', {fields})
    : // It is not one that a reader could fill.
      advise('server', columns);
}
