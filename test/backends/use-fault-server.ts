import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {stopClock, type StoppedClock} from '../../src/backends/contract-clock.js';
import {CommentError} from '../../src/backends/errors.js';
import {request, type HttpAnswer, type HttpRequest} from '../../src/backends/http.js';

/** A request as the server of faults saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const never = new AbortController().signal;

/** The server of faults, for the tests of one file. */
export interface FaultServer {
  readonly clock: StoppedClock;
  /** An address that no other test has asked for. */
  at(path: string): URL;
  /** What this test has asked for. */
  seen(): Promise<readonly Seen[]>;
  send(path: string, wanted?: Omit<HttpRequest, 'url'>, signal?: AbortSignal): Promise<HttpAnswer>;
}

/** Call it in a `describe`: sets up a stopped clock and addresses of its own for each test. */
export function useFaultServer(): FaultServer {
  let clock: StoppedClock;
  let origin = '';
  let run = '';
  before(async () => {
    origin = await executeServerCommand<string, undefined>('fault-server');
  });
  beforeEach(() => {
    run = `run-${Math.random().toString(36).slice(2)}`;
    clock = stopClock();
  });
  afterEach(() => clock.restart());
  const at = (path: string): URL => new URL(`/${run}/${path}`, origin);
  return {
    get clock() {
      return clock;
    },
    at,
    seen: () => executeServerCommand<Seen[], {run: string}>('fault-server', {run}),
    send: (path, wanted = {}, signal = never) =>
      request({headers: {}, credentials: 'omit'}, {url: at(path), ...wanted}, signal),
  };
}

/** The error that `attempt` rejects with. */
export async function failure(attempt: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(CommentError);
  return error as CommentError;
}

/** Sees the options of requests, and the headers of the first answer as an event. */
export function watchFetch(): {arrived: Promise<Response>; inits: RequestInit[]; restore: () => void} {
  const real = window.fetch;
  const inits: RequestInit[] = [];
  let tell: (response: Response) => void;
  const arrived = new Promise<Response>((resolve) => (tell = resolve));
  window.fetch = async (input, init) => {
    inits.push(init ?? {});
    const response = await real(input, init);
    tell(response);
    return response;
  };
  return {arrived, inits, restore: () => void (window.fetch = real)};
}
