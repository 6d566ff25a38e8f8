import {CommentError, type ErrorCode} from './errors.js';
import type {HttpAnswer} from './http-answer.js';

/** An address without what the reader or the page put into its query. */
export const place = (url: string): string => url.replace(/[?#].*/s, '');

const codes: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'invalid'],
  [401, 'login-required'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'not-found'],
  [408, 'timeout'],
  [409, 'duplicate'],
  [410, 'not-found'],
  [413, 'invalid'],
  [422, 'invalid'],
  [429, 'too-fast'],
]);

/** Seconds in a `Retry-After` header: a number or an HTTP date, limited to 1…300; anything else counts as 5. */
export function toRetryAfter(header: string): number {
  let seconds = 5;
  if (/^\d{1,12}$/.test(header)) seconds = Number(header);
  // Engines read much as a date that is none: one starts with the day's name.
  else if (/^[A-Z][a-z]{2}.{10,40}$/.test(header)) seconds = (Date.parse(header) - Date.now()) / 1_000;
  return Math.min(Math.max(Math.ceil(Number.isNaN(seconds) ? 5 : seconds), 1), 300);
}

/** What an answer's status alone says. */
export function judgeStatus({status, headers, url}: HttpAnswer): CommentError {
  const code = codes.get(status) ?? (status < 400 ? 'invalid-response' : 'server');
  const wait = headers.get('retry-after') ?? (status === 429 ? '' : null);
  return new CommentError(code, {
    status,
    ...(wait !== null && (status === 429 || status >= 500) && {retryAfter: toRetryAfter(wait)}),
    ...(code === 'not-found' && {advice: `${place(url)} answered ${status}: is "endpoint" right?`}),
  });
}
