import {check, checkRejects} from './contract-checks.js';
import {faults, whileOnline, type Fault} from './contract-faults.js';
import {checkSentOnce, read, toCase, unscripted, type ContractCase, type Stage} from './contract-stage.js';
import type {BackendSubject} from './contract-subject.js';

const triesOfARead = 3;

/** Rejects as the fault wants it. */
async function checkFault(attempt: Promise<unknown>, fault: Fault): Promise<void> {
  const {retryable, retryAfter} = await checkRejects(attempt, fault.code);
  check(retryable, `${fault.code} cannot be tried again`);
  const wanted = fault.retryAfter ?? null;
  check(retryAfter === wanted, `waits ${retryAfter} s instead of ${wanted}`);
}

/** Rejects with the very reason of the abort, which comes in the middle of a request if there is one. */
export async function checkAbort(
  {network}: Stage,
  hasNetwork: boolean,
  act: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const controller = new AbortController();
  const reason = new Error('gone');
  const {answer} = network;
  network.answer = (request) => {
    controller.abort(reason);
    return answer(request);
  };
  if (!hasNetwork) controller.abort(reason);
  const error: unknown = await act(controller.signal).then(
    () => 'an answer',
    (failure: unknown) => failure,
  );
  check(error === reason, `gives ${String(error)} instead of the reason of the abort`);
}

/** What a backend promises when things go wrong. */
export function failingCases(subject: BackendSubject): readonly ContractCase[] {
  const {conversation, published, held, except = [], network: hasNetwork = true} = subject;
  // Some servers publish nothing before a moderator has seen it.
  const accepted = published ?? held;
  const writes = subject.writes ?? (({method}: Request): boolean => method !== 'GET');
  const cases: ContractCase[] = [];
  const reading = (name: string, act: (stage: Stage) => Promise<void>): void => {
    if (conversation)
      cases.push(toCase(subject, `reading: ${name}`, 'conversation', conversation.answer, act));
  };
  const writing = (name: string, act: (stage: Stage) => Promise<void>): void => {
    if (accepted)
      cases.push(toCase(subject, `writing: ${name}`, published ? 'published' : 'held', accepted.answer, act));
  };

  reading('an abort', (stage) =>
    checkAbort(stage, hasNetwork, async (signal) => stage.backend.list?.(stage.first, signal)),
  );
  writing('an abort', (stage) =>
    checkAbort(stage, hasNetwork, (signal) => stage.backend.create(stage.comment, signal)),
  );
  if (!hasNetwork) return cases;

  for (const fault of faults) {
    if (except.includes(fault.name)) continue;
    reading(fault.name, async (stage) => {
      stage.network.answer = fault.answer(stage.clock);
      await whileOnline(fault.online, () => checkFault(read(stage), fault));
      // One read may be several requests.
      const tries = new Map<string, number>();
      for (const {url} of stage.network.seen) tries.set(url.href, (tries.get(url.href) ?? 0) + 1);
      for (const [url, times] of tries) check(times <= triesOfARead, `asks ${times} times for ${url}`);
    });
    writing(fault.name, async ({backend, network, clock, comment, signal}) => {
      const usual = accepted?.answer ?? unscripted;
      const faulty = fault.answer(clock);
      network.answer = (request) => (writes(request) ? faulty : usual)(request);
      await whileOnline(fault.online, () => checkFault(backend.create(comment, signal), fault));
      checkSentOnce(network);
    });
  }
  return cases;
}
