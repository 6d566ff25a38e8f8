import type {CommentError} from '../errors.js';
import type {Backend} from '../port.js';

/** A call of the port. */
export type Operation = keyof Backend;

export interface Failure {
  /** How many calls fail; all by default. */
  readonly times?: number;
  /** The call is carried out and only its answer is lost. */
  readonly afterwards?: boolean;
}

/** What tests do to a server: make it fail, hold its answers back, see what it was asked. */
export interface Faults {
  /** Every call, in order. */
  readonly calls: readonly Operation[];
  /** Lets calls of `operation` fail. */
  fail(operation: Operation, error: CommentError, failure?: Failure): void;
  /** Takes back `fail`. */
  mend(operation: Operation): void;
  /** Holds the answers of `operation` back until the function that it gives is called. */
  hold(operation: Operation): () => void;
}

type Answer = <Result>(operation: Operation, signal: AbortSignal, act: () => Result) => Promise<Result>;

/** Waits for `gate`, but no longer than the caller does. */
const passed = (gate: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {once: true});
    void gate.then(resolve);
  });

/** The controls, and `answer`, through which every call goes. */
export function createFaults(): {faults: Faults; answer: Answer} {
  const calls: Operation[] = [];
  const failures = new Map<Operation, {error: CommentError; left: number; afterwards: boolean}>();
  const gates = new Map<Operation, Promise<void>>();
  const faults: Faults = {
    calls,
    fail(operation, error, {times = Infinity, afterwards = false} = {}) {
      failures.set(operation, {error, left: times, afterwards});
    },
    mend: (operation) => void failures.delete(operation),
    hold(operation) {
      let open = (): void => {};
      const gate = new Promise<void>((resolve) => (open = resolve));
      gates.set(operation, gate);
      return () => {
        if (gates.get(operation) === gate) gates.delete(operation);
        open();
      };
    },
  };
  const answer: Answer = async (operation, signal, act) => {
    calls.push(operation);
    signal.throwIfAborted();
    const gate = gates.get(operation);
    if (gate) await passed(gate, signal);
    const failure = failures.get(operation);
    if (!failure || failure.left <= 0) return act();
    failure.left--;
    if (failure.afterwards) act();
    throw failure.error;
  };
  return {faults, answer};
}
