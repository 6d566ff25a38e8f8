import type {NewComment} from '../../content/types.js';
import {CommentError, type FieldName} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {refusalSchema} from './wire.js';

/** For the site's developer. */
const adviseSite = 'Artalk has no such site: set "site".';
const adviseLogin = 'Artalk wants a log-in: allow anonymous comments.';
const adviseCaptcha = 'Artalk asks for a captcha: raise its action_limit, or set a challenge.';

/** Artalk counts what one address did in the last minute. */
const captchaPause = 60;

/** Whether an attempt failed because a captcha is asked for. */
export const isCaptcha = (error: unknown): boolean =>
  error instanceof CommentError && error.code === 'too-fast' && error.status === 403;

/** What Artalk does not take. Which field it is, it tells in the language of its settings. */
function wrongField(message: string, {author}: NewComment): FieldName | null {
  if (!author.name) return 'name';
  if (!author.email || /mail/i.test(message)) return 'email';
  return /link/i.test(message) ? 'website' : null;
}

/** What a refusal means. `sent` is the comment that was refused. */
export function toRefusal(answer: HttpAnswer, sent?: NewComment): CommentError {
  const {status} = answer;
  const wire = parseOrNull(refusalSchema, answer.body);
  // Nothing that Artalk says.
  if (!wire) return judgeStatus(answer);
  if (wire.err_no_site === true) return new CommentError('not-found', {status, advice: adviseSite});
  if (wire.need_captcha === true)
    return new CommentError('too-fast', {status, retryAfter: captchaPause, advice: adviseCaptcha});
  // Visitors are refused by an error like any other but for its words.
  if (wire.need_login === true || /anonymous|匿名/i.test(wire.msg))
    return new CommentError('login-required', {status, advice: adviseLogin});
  const field = status === 400 && sent && wrongField(wire.msg, sent);
  if (field) return new CommentError('invalid', {status, fields: [{field, code: 'malformed'}]});
  // Gone, of another page, held, or folded by a moderator.
  if (sent?.parentId && (status === 400 || status === 404))
    return new CommentError('parent-missing', {status});
  return status === 404 ? new CommentError('not-found', {status}) : judgeStatus(answer);
}
