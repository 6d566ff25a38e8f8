import {stopClock, type StoppedClock} from './contract-clock.js';

/** How a server answers a request; for what no answer can say, it throws. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** A request as the server saw it. */
export interface SeenRequest {
  readonly url: URL;
  readonly method: string;
  /** One line for each, names in small letters. */
  readonly headers: string;
  readonly body: string;
  readonly credentials: RequestCredentials;
  readonly referrerPolicy: ReferrerPolicy;
  readonly abortable: boolean;
}

/** The network that a backend meets while a case runs. */
export interface ScriptedNetwork {
  readonly seen: readonly SeenRequest[];
  /** Every answer from now on. */
  answer: Handler;
}

/** Longer ones are limits, shorter ones breaks before another try. */
const longestBreak = 10_000;
const patience = 5_000;

/** Never answers; when it is clear that it will not, the caller's time limit is over. */
export const hang =
  (clock: StoppedClock): Handler =>
  (request) => {
    void clock.next().then(() => clock.pass());
    return new Promise((_resolve, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason), {once: true});
    });
  };

async function see(request: Request, init: RequestInit | undefined): Promise<SeenRequest> {
  return {
    url: new URL(request.url),
    method: request.method,
    headers: [...request.headers].map((pair) => pair.join(': ')).join('\n'),
    body: await request.clone().text(),
    // Asked of the options: what an engine makes of them differs.
    credentials: init?.credentials ?? 'same-origin',
    referrerPolicy: init?.referrerPolicy ?? '',
    abortable: Boolean(init?.signal),
  };
}

/**
 * Runs `act` in a world where `fetch` meets a scripted server and breaks between
 * two tries take no time. Puts everything back, and rejects when `act` does not
 * come to an end.
 */
export async function onScriptedNetwork<Result>(
  answer: Handler,
  act: (network: ScriptedNetwork, clock: StoppedClock) => Promise<Result>,
): Promise<Result> {
  const real = globalThis.fetch;
  const clock = stopClock();
  const seen: SeenRequest[] = [];
  const network: ScriptedNetwork = {seen, answer};
  let over = false;
  // A body takes its time to be read; requests are seen in the order they were made in.
  let before: Promise<unknown> = Promise.resolve();
  Object.assign(globalThis, {
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const noted = Promise.allSettled([before]).then(async () => seen.push(await see(request, init)));
      before = noted;
      await noted;
      const response = await network.answer(request);
      request.signal.throwIfAborted();
      return response;
    },
  });
  const skipBreaks = async (): Promise<void> => {
    for (;;) {
      await clock.next(longestBreak);
      if (over) return;
      clock.pass();
    }
  };
  let calm = (): void => {};
  const stuck = new Promise<never>((_resolve, reject) => {
    calm = clock.after(patience, () =>
      reject(new Error('The call neither resolves nor rejects. Does it wait with setTimeout()?')),
    );
  });
  try {
    void skipBreaks();
    return await Promise.race([act(network, clock), stuck]);
  } finally {
    over = true;
    calm();
    clock.restart();
    Object.assign(globalThis, {fetch: real});
  }
}
