import {CommentError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {parseOrNull} from '../schema.js';
import type {Dialect} from './dialects.js';
import {toRefusal} from './refusal.js';
import {answerSchema} from './wire.js';

/** Throws unless the service has taken the comment: a success of HTTP alone is none where the body says more. */
export function checkAccepted(answer: HttpAnswer, {says, advice}: Dialect): void {
  const isJson = /json/i.test(answer.headers.get('content-type') ?? '');
  if (!says && !isJson) return;
  const body = parseOrNull(answerSchema, answer.body);
  if (!body) throw new CommentError('invalid-response', {advice});
  const {ok, next, success, error, errors, errorCode} = body;
  const refused = ok === false || success === false || error || errorCode;
  if (refused || (Array.isArray(errors) && errors.length > 0))
    throw toRefusal({...answer, status: 400}, advice);
  if (says && ok !== true && success !== true && typeof next !== 'string')
    throw new CommentError('invalid-response', {advice});
}
