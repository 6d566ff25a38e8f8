/** A clock that stands still, for waits that no test should sit out. */
export interface StoppedClock {
  /** Resolves with the delay of the shortest wait of at most `longest` milliseconds, once there is one. */
  next(longest?: number): Promise<number>;
  /** Lets the shortest wait be over. */
  pass(): void;
  /** Calls `act` after a real time, unless the function that it gives is called before. */
  after(milliseconds: number, act: () => void): () => void;
  /** Puts the real timers back. */
  restart(): void;
}

interface Wait {
  readonly id: unknown;
  readonly delay: number;
  readonly act: () => void;
}

/** Shorter ones belong to the test runner and the engine, and go on. */
const shortest = 500;

/**
 * Takes the place of `setTimeout` for waits of half a second and more. No other
 * way to wait is stopped: a backend that is tested with it uses none.
 */
export function stopClock(): StoppedClock {
  const {setTimeout: realSet, clearTimeout: realClear} = globalThis;
  let waits: readonly Wait[] = [];
  let watchers: readonly (() => void)[] = [];

  // Engines insist on being called by the global object.
  const later = (act: () => void, delay: number): unknown => Reflect.apply(realSet, globalThis, [act, delay]);
  const first = (longest = Infinity): Wait | undefined =>
    waits.filter(({delay}) => delay <= longest).sort((one, other) => one.delay - other.delay)[0];

  const setTimeout = (act: () => void, delay = 0, ...rest: unknown[]): unknown => {
    if (delay < shortest) return later(() => Reflect.apply(act, undefined, rest), delay);
    // Does nothing, and has an id of the kind that this engine gives.
    const id = later(() => {}, 0);
    waits = [...waits, {id, delay, act: () => Reflect.apply(act, undefined, rest)}];
    const called = watchers;
    watchers = [];
    for (const watcher of called) watcher();
    return id;
  };
  const clearTimeout = (id: unknown): void => {
    waits = waits.filter((wait) => wait.id !== id);
    Reflect.apply(realClear, globalThis, [id]);
  };
  Object.assign(globalThis, {setTimeout, clearTimeout});

  return {
    async next(longest) {
      for (;;) {
        const found = first(longest);
        if (found) return found.delay;
        await new Promise<void>((resolve) => {
          watchers = [...watchers, resolve];
        });
      }
    },
    pass() {
      const found = first();
      waits = waits.filter((wait) => wait !== found);
      found?.act();
    },
    after(milliseconds, act) {
      const id = later(act, milliseconds);
      return () => Reflect.apply(realClear, globalThis, [id]);
    },
    restart: () => void Object.assign(globalThis, {setTimeout: realSet, clearTimeout: realClear}),
  };
}
