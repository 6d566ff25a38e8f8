import {limits} from '../content/limits.js';
import {CommentError} from './errors.js';
import type {HttpAnswer} from './http-answer.js';
import {judgeStatus, place} from './judge-status.js';
import type {BackendOptions, Credentials} from './port.js';

export type {HttpAnswer} from './http-answer.js';

/** One request. What is left out has the safe default. */
export interface HttpRequest {
  readonly url: URL;
  /** `GET` by default. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Body, sent as JSON. */
  readonly json?: unknown;
  /** Body, sent URL-encoded as a form would. */
  readonly form?: readonly (readonly [name: string, value: string])[];
  /** Win over the headers of the page, which win over those made here. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the page chose, by default. */
  readonly credentials?: Credentials;
  /** `follow` for `GET`, else `error`. The answer has to come from the address's own origin. */
  readonly redirect?: 'follow' | 'error';
  /** What a success brings: `json` by default; `text` takes what comes, JSON or not; `none` for an answer whose body says nothing. */
  readonly answer?: 'json' | 'text' | 'none';
  /** Reads the server's own words for an error. Null: the status decides. */
  readonly refusal?: (answer: HttpAnswer) => CommentError | null;
}

/** Milliseconds before the second and the third try of a read. */
const waits = [1_000, 4_000] as const;

/**
 * Browsers share out 64 KiB among all requests of a page that may outlive it,
 * and refuse what does not fit: bodies above this many bytes do without.
 */
const keptAlive = 32_000;

const cancel = (response: Response): void =>
  // It may be broken already; then there is nothing to cancel.
  void response.body?.cancel().catch(() => {});

/** The body as text, given up at the size limit of decoded bytes. */
async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limits.answer) {
      reader.cancel().catch(() => {});
      throw new CommentError('invalid-response', {advice: `${place(response.url)} answered too much.`});
    }
    text += decoder.decode(value, {stream: true});
  }
}

/** Options without a prototype: nothing that a page put on `Object.prototype` gets into a request. */
function toInit(options: Sender, wanted: HttpRequest, signal: AbortSignal): RequestInit {
  const {method = 'GET', json, form, answer = 'json'} = wanted;
  const reads = method === 'GET';
  const headers = new Headers(answer === 'none' ? undefined : {accept: 'application/json'});
  let body: string | null = null;
  if (json !== undefined) {
    body = JSON.stringify(json);
    headers.set('content-type', 'application/json');
  } else if (form) {
    body = new URLSearchParams(form.map(([name, value]) => [name, value])).toString();
    headers.set('content-type', 'application/x-www-form-urlencoded');
  }
  for (const [name, value] of [...Object.entries(options.headers), ...Object.entries(wanted.headers ?? {})])
    headers.set(name, value);
  const init: RequestInit = Object.create(null);
  return Object.assign(init, {
    method,
    mode: 'cors',
    credentials: wanted.credentials ?? options.credentials,
    redirect: wanted.redirect ?? (reads ? 'follow' : 'error'),
    referrerPolicy: 'strict-origin',
    cache: reads ? 'no-cache' : 'no-store',
    headers,
    body,
    signal,
    keepalive: !reads && new TextEncoder().encode(body ?? '').length <= keptAlive,
  } satisfies RequestInit);
}

type Sender = Pick<BackendOptions, 'headers' | 'credentials'>;

/** Judges an answer and reads its body, in the order that SECURITY asks for. */
async function judge(response: Response, wanted: HttpRequest): Promise<HttpAnswer> {
  const {status, headers, redirected, ok} = response;
  const url = response.url || wanted.url.href;
  const expected = wanted.answer ?? 'json';
  const type = headers.get('content-type') ?? '';
  const isJson = /json/i.test(type);
  const wrong = (advice: string): CommentError => {
    cancel(response);
    return new CommentError('invalid-response', {status, advice: `${place(url)} ${advice}`});
  };
  if (new URL(url).origin !== wanted.url.origin)
    throw wrong(`is where ${place(wanted.url.href)} redirects to.`);
  const answer = {status, url, redirected, headers};
  if (!ok) {
    // An error whose body cannot be read is still that error.
    const text = await readText(response).catch(() => undefined);
    const failed = {...answer, body: isJson ? parse(text) : text};
    throw wanted.refusal?.(failed) ?? judgeStatus(failed);
  }
  if (expected === 'none' && !/html/i.test(type)) {
    cancel(response);
    return {...answer, body: undefined};
  }
  if (expected === 'text') {
    const text = await readText(response);
    return {...answer, body: isJson ? parse(text) : text};
  }
  if (!isJson) throw wrong(`answered ${type || 'nothing'} instead of JSON: is "endpoint" right?`);
  const body = parse(await readText(response));
  if (body === undefined) throw wrong('answered JSON that is broken.');
  return {...answer, body};
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    // Undefined is what no JSON can be.
    return undefined;
  }
}

/** Waits; an abort ends it at once. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, {once: true});
  });

/** Sends it once. */
async function attempt(options: Sender, wanted: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  // AbortSignal.any is younger than the oldest Safari that we serve.
  const controller = new AbortController();
  const stop = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', stop);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, limits.requestTime);
  try {
    return await judge(await fetch(wanted.url, toInit(options, wanted, controller.signal)), wanted);
  } catch (cause) {
    if (cause instanceof CommentError) throw cause;
    if (late) throw new CommentError('timeout', {cause});
    if (globalThis.navigator?.onLine === false) throw new CommentError('offline', {cause});
    throw new CommentError('network', {
      cause,
      advice: `No answer from ${place(wanted.url.href)}. Does the server run, allow this page's origin (CORS) and stand in the page's connect-src?`,
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** What may have passed a moment later. */
const passes = ({code, status, retryAfter}: CommentError): boolean =>
  retryAfter === null &&
  (code === 'network' || code === 'timeout' || (code === 'server' && (status ?? 0) >= 500));

/**
 * The one way to a server. Gives a success; everything else rejects with a
 * `CommentError`, or with the signal's reason when it was aborted. Reads are
 * tried three times, writes never more than once.
 */
export async function request(
  options: Sender,
  wanted: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  // Nothing but its own: a page may have put `method` or `credentials` on `Object.prototype`.
  const own: HttpRequest = Object.assign(Object.create(null), wanted);
  const left = own.method && own.method !== 'GET' ? [] : [...waits];
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt(options, own, signal);
    } catch (error) {
      signal.throwIfAborted();
      const wait = left.shift();
      if (wait === undefined || !(error instanceof CommentError) || !passes(error)) throw error;
      // Jitter keeps the readers of a busy page from coming back all at once.
      await pause(wait * (0.75 + Math.random() / 2), signal);
    }
  }
}
