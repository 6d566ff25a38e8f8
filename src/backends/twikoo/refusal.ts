import {CommentError, type ErrorCode, type FieldErrorCode, type FieldName} from '../errors.js';

const adviseEndpoint = 'This is no Twikoo: set "endpoint" to its "envId".';
const adviseCaptcha = 'This Twikoo asks for a captcha: set "challenge".';

/** Seconds. What is limited is the number of comments, or of requests, in ten minutes. */
const pause = 60;

/** Where the sentence is none of ours; greater codes mean that something is not allowed. */
const internal = 1000;

type Meaning = readonly [code: ErrorCode, field?: FieldName, fieldCode?: FieldErrorCode];

/** Twikoo's sentences, which are the same everywhere, by what only they have. */
const sentences: readonly (readonly [words: RegExp, ...Meaning])[] = [
  [/Too Many|频率|太火爆/, 'too-fast'],
  [/验证码|极验/, 'invalid', 'challenge', 'expired'],
  [/过长/, 'invalid', 'content', 'too-long'],
  [/屏蔽词/, 'blocked-words'],
  [/邮箱/, 'invalid', 'email', 'malformed'],
  // Someone writes under the e-mail address of the site's owner.
  [/请先登录/, 'login-required'],
  [/"comment"/, 'invalid', 'content', 'required'],
  [/"url"/, 'invalid', 'thread', 'required'],
  [/参数/, 'invalid'],
  [/不存在/, 'not-found'],
  [/只能/, 'forbidden'],
];

/** An answer that Twikoo would not give. */
export const notTwikoo = (): CommentError => new CommentError('invalid-response', {advice: adviseEndpoint});

/** What a failure means. The status says nothing, it is always 200. */
export function toRefusal(wireCode: unknown, message: unknown): CommentError {
  const usual = wireCode === internal ? 'server' : Number(wireCode) > internal ? 'forbidden' : undefined;
  const [, code = usual, field, fieldCode = 'malformed'] =
    sentences.find(([words]) => words.test(String(message))) ?? [];
  if (!code) return notTwikoo();
  return new CommentError(code, {
    cause: message,
    fields: field ? [{field, code: fieldCode}] : [],
    ...(code === 'too-fast' && {retryAfter: pause}),
    ...(field === 'challenge' && {advice: adviseCaptcha}),
  });
}
