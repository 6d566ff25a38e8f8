import type {ErrorCode, FieldError} from '../../../src/backends/errors.js';

/** The codes that an answer of this server can carry. */
export type ProblemCode = Extract<
  ErrorCode,
  | 'invalid'
  | 'login-required'
  | 'closed'
  | 'forbidden'
  | 'spam'
  | 'not-found'
  | 'duplicate'
  | 'parent-missing'
  | 'too-fast'
  | 'server'
>;

const titles: Readonly<Record<ProblemCode, string>> = {
  invalid: 'The request is not valid',
  'login-required': 'A token is needed',
  closed: 'Comments are closed',
  forbidden: 'Not allowed',
  spam: 'Taken for spam',
  'not-found': 'Not found',
  duplicate: 'The same comment is already there',
  'parent-missing': 'The comment that this one answers is gone',
  'too-fast': 'Too many requests',
  server: 'The server failed',
};

export interface ProblemDetails {
  readonly errors?: readonly FieldError[];
  /** Seconds to wait. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** An answer that is not a success. Thrown anywhere; the app turns it into `application/problem+json`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(status: number, code: ProblemCode, details: ProblemDetails = {}) {
    super(`${status} ${code}`, {cause: details.cause});
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** RFC 9457, with the two members `code` and `errors`. */
  toResponse(): Response {
    const {errors, retryAfter} = this.details;
    const headers = new Headers({'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store'});
    if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
    // The rest of a body that is too large is not read, so nothing else can come on that connection.
    if (this.status === 413) headers.set('Connection', 'close');
    if (this.status === 401) headers.set('WWW-Authenticate', 'Bearer');
    const body = {
      type: 'about:blank',
      title: titles[this.code],
      status: this.status,
      code: this.code,
      ...(errors && {errors}),
    };
    return new Response(JSON.stringify(body), {status: this.status, headers});
  }
}

/** Refuses for the sake of one field. */
export const fieldProblem = (...errors: readonly FieldError[]): Problem =>
  new Problem(422, 'invalid', {errors});
