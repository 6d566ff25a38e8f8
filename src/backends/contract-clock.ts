/** A clock that stands still, for waits that no test should sit out. */
export interface StoppedClock {
  /** Resolves with the delay of the shortest wait of at most `longest` milliseconds, once there is one. */
  next(longest?: number): Promise<number>;
  /** Lets the shortest wait be over. */
  pass(): void;
  /** Puts the real timers back. */
  restart(): void;
}

/** Shorter ones belong to the test runner and the engine, and go on. */
const shortest = 500;

/**
 * Takes the place of `setTimeout` for waits of half a second and more. No other
 * way to wait is stopped; a backend that is tested with it uses none.
 */
export function stopClock(): StoppedClock {
  const real = {setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout};
  const waiting = new Map<unknown, {delay: number; act: () => void}>();
  let watchers: (() => void)[] = [];

  const first = (longest = Infinity): [unknown, {delay: number; act: () => void}] | undefined =>
    [...waiting].filter(([, {delay}]) => delay <= longest).sort((a, b) => a[1].delay - b[1].delay)[0];

  const setTimeout = (act: () => void, delay = 0, ...rest: unknown[]): unknown => {
    if (delay < shortest) return Reflect.apply(real.setTimeout, globalThis, [act, delay, ...rest]);
    // Never comes; it gives an id of the kind that this engine gives.
    const id: unknown = Reflect.apply(real.setTimeout, globalThis, [() => {}, 0]);
    waiting.set(id, {delay, act});
    const called = watchers;
    watchers = [];
    for (const watcher of called) watcher();
    return id;
  };
  const clearTimeout = (id: unknown): void => {
    waiting.delete(id);
    Reflect.apply(real.clearTimeout, globalThis, [id]);
  };
  Object.assign(globalThis, {setTimeout, clearTimeout});

  return {
    async next(longest) {
      for (;;) {
        const found = first(longest);
        if (found) return found[1].delay;
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
    },
    pass() {
      const found = first();
      if (!found) return;
      waiting.delete(found[0]);
      found[1].act();
    },
    restart: () => void Object.assign(globalThis, real),
  };
}
