import {limits} from '../content/limits.js';
import type {StoppedClock} from './contract-clock.js';
import {hang, type Handler} from './contract-server.js';
import type {ErrorCode} from './errors.js';

/** A way in which a server or the line to it fails, and what a backend has to make of it. */
export interface Fault {
  readonly name: string;
  readonly code: ErrorCode;
  readonly retryAfter?: number;
  readonly answer: (clock: StoppedClock) => Handler;
  /** Set while the fault lasts: whether the browser says that it is connected. */
  readonly online?: boolean;
}

const json = {'content-type': 'application/json'};

const answering =
  (body: BodyInit | null, init: ResponseInit = {}): Fault['answer'] =>
  () =>
  () =>
    new Response(body, {headers: json, ...init});

/** A body that begins and then stays out. */
const unfinished = (): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"comments":[')),
  });

/** As much as is asked for, in pieces. */
const endless = (): ReadableStream<Uint8Array> => {
  const piece = new Uint8Array(65_536).fill(32);
  let left = (2 * limits.answer) / piece.length;
  return new ReadableStream({
    pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
  });
};

/** A body fails when the request is aborted, as it does in an engine. */
const withAbort = (request: Request, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  // The reader of the other end is told; here there is nobody to tell.
  body.pipeTo(pipe.writable, {signal: request.signal}).catch(() => {});
  return pipe.readable;
};

export const faults: readonly Fault[] = [
  {
    name: 'HTML instead of JSON',
    code: 'invalid-response',
    answer: answering('<!doctype html><title>Sign in</title>', {headers: {'content-type': 'text/html'}}),
  },
  {name: 'an empty answer', code: 'invalid-response', answer: answering('')},
  {name: '204 without content', code: 'invalid-response', answer: answering(null, {status: 204})},
  {name: 'an answer that breaks off', code: 'invalid-response', answer: answering('{"comments":[{"id":')},
  {name: 'null', code: 'invalid-response', answer: answering('null')},
  {name: 'a number', code: 'invalid-response', answer: answering('42')},
  {
    name: 'an answer above the size limit',
    code: 'invalid-response',
    answer: () => () => new Response(endless(), {headers: json}),
  },
  {name: '500', code: 'server', answer: answering('oops', {status: 500, headers: {}})},
  {
    name: '429 with Retry-After',
    code: 'too-fast',
    retryAfter: 7,
    answer: answering('{}', {status: 429, headers: {...json, 'retry-after': '7'}}),
  },
  {
    name: '503 with Retry-After',
    code: 'server',
    retryAfter: 9,
    answer: answering('{}', {status: 503, headers: {...json, 'retry-after': '9'}}),
  },
  {
    name: 'a connection that breaks',
    code: 'network',
    answer: () => () => {
      throw new TypeError('reset');
    },
  },
  {
    name: 'no connection at all',
    code: 'offline',
    online: false,
    answer: () => () => {
      throw new TypeError('offline');
    },
  },
  {name: 'no answer in time', code: 'timeout', answer: hang},
  {
    name: 'a body that stays out',
    code: 'timeout',
    answer: (clock) => (request) => {
      void clock.next().then(() => clock.pass());
      return new Response(withAbort(request, unfinished()), {headers: json});
    },
  },
];

/** Runs `act` while the browser says whether it is connected. */
export async function whileOnline<Result>(
  online: boolean | undefined,
  act: () => Promise<Result>,
): Promise<Result> {
  if (online === undefined) return act();
  // Node of before version 21 has no navigator.
  const {navigator = {}} = globalThis;
  const missing = !('navigator' in globalThis);
  if (missing) Object.defineProperty(globalThis, 'navigator', {value: navigator, configurable: true});
  Object.defineProperty(navigator, 'onLine', {value: online, configurable: true});
  try {
    return await act();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
    if (missing) Reflect.deleteProperty(globalThis, 'navigator');
  }
}
