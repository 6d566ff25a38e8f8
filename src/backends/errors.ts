/** What went wrong, as a closed list: decide by this, never by a message. */
export type ErrorCode =
  | 'invalid'
  | 'duplicate'
  | 'too-fast'
  | 'closed'
  | 'login-required'
  | 'forbidden'
  | 'blocked-words'
  | 'spam'
  | 'too-many-links'
  | 'parent-missing'
  | 'not-found'
  | 'network'
  | 'timeout'
  | 'offline'
  | 'server'
  | 'invalid-response';

export type FieldName =
  'name' | 'email' | 'website' | 'content' | 'parent' | 'thread' | 'rules' | 'privacy' | 'challenge';

export type FieldErrorCode =
  'required' | 'too-short' | 'too-long' | 'malformed' | 'blocked-words' | 'too-many-links' | 'expired';

/** What a server says of one field. */
export interface FieldError {
  readonly field: FieldName;
  readonly code: FieldErrorCode;
  /** Characters allowed, for `too-short` and `too-long`, when the server told. */
  readonly limit?: number;
}

export interface CommentErrorOptions {
  /** Seconds to wait before another try, already limited to 1…300. */
  readonly retryAfter?: number;
  readonly fields?: readonly FieldError[];
  /** HTTP status, when there was one. */
  readonly status?: number;
  /** For the site's developer: which setting to change. Goes to the console, never to readers. */
  readonly advice?: string;
  readonly cause?: unknown;
}

const retryable: ReadonlySet<ErrorCode> = new Set([
  'too-fast',
  'network',
  'timeout',
  'offline',
  'server',
  'invalid-response',
]);

/** The one error that crosses a boundary. Its message is for developers and holds nothing a reader wrote. */
export class CommentError extends Error {
  readonly code: ErrorCode;
  /** Seconds, or null when nothing is known. */
  readonly retryAfter: number | null;
  readonly fields: readonly FieldError[];
  readonly status: number | null;
  readonly advice: string | null;

  constructor(code: ErrorCode, options: CommentErrorOptions = {}) {
    super(`Taaliq: ${code}${options.status ? ` (HTTP ${options.status})` : ''}`, {
      cause: options.cause,
    });
    this.name = 'CommentError';
    this.code = code;
    this.retryAfter = options.retryAfter ?? null;
    this.fields = options.fields ?? [];
    this.status = options.status ?? null;
    this.advice = options.advice ?? null;
  }

  /** Whether the same comment may be sent again unchanged. */
  get retryable(): boolean {
    return retryable.has(this.code);
  }
}

/** The error, whatever it was: a backend of a page's own may reject with anything. */
export const asCommentError = (cause: unknown): CommentError =>
  cause instanceof CommentError ? cause : new CommentError('server', {cause});
