import type {NewComment} from '../../content/types.js';
import {CommentError, type FieldError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import {parseOrNull} from '../schema.js';
import {refusalSchema} from './wire.js';

/** For the site's developer. */
const adviseSite = 'Artalk has no such site: set "site" to the name that it has in Artalk.';
const adviseLogin =
  'Artalk wants a log-in: this name or page is an administrator\'s, or a token in "headers" is no longer good.';
const adviseAnonymous = 'Artalk takes no comments of visitors: allow anonymous comments in its settings.';
const adviseCaptcha =
  'Artalk asks for a captcha: raise "captcha.action_limit" and switch off "captcha.always", or set a challenge.';

/** Artalk counts what one address did in the last minute. */
const captchaPause = 60;

export const wantsCaptcha = ({body}: HttpAnswer): boolean =>
  parseOrNull(refusalSchema, body)?.need_captcha === true;

/** What Artalk does not take. Which field it is, it tells in the language of its settings. */
function fieldErrors(message: string, {author}: NewComment): readonly FieldError[] {
  const missing = (['name', 'email'] as const).filter((field) => !author[field]);
  if (missing[0]) return missing.map((field) => ({field, code: 'required'}));
  if (/link/i.test(message)) return [{field: 'website', code: 'malformed'}];
  return /mail/i.test(message) ? [{field: 'email', code: 'malformed'}] : [];
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
  if (wire.need_login === true || wire.need_auth_login === true)
    return new CommentError('login-required', {status, advice: adviseLogin});
  // An error like any other but for its words.
  if (status === 500 && /anonymous|匿名/i.test(wire.msg))
    return new CommentError('login-required', {status, advice: adviseAnonymous});
  if (status === 404) return new CommentError(sent?.parentId ? 'parent-missing' : 'not-found', {status});
  if (status !== 400 || !sent) return judgeStatus(answer);
  const fields = fieldErrors(wire.msg, sent);
  // Of another page, held, or folded by a moderator.
  return new CommentError(sent.parentId && !fields.length ? 'parent-missing' : 'invalid', {status, fields});
}
