import {connectBackend, type BackendSettings} from '../backends/connect-backend.js';

/** Hears the number, or undefined when there is none to be had. */
export type CountListener = (number: number | undefined) => void;

/** One request for the numbers of all that join before it is sent. */
export class CountRequest {
  readonly #settings: BackendSettings;
  readonly #listeners = new Map<string, Set<CountListener>>();
  readonly #controller = new AbortController();
  /** Lets nobody join any more. */
  readonly #close: () => void;
  #sent = false;

  constructor(settings: BackendSettings, close: () => void) {
    this.#settings = settings;
    this.#close = close;
  }

  /** Asks for the number of a conversation too. Gives a function that does without it. */
  join(thread: string, listener: CountListener): () => void {
    const listeners = this.#listeners.get(thread) ?? new Set();
    this.#listeners.set(thread, listeners.add(listener));
    return () => {
      if (!listeners.delete(listener) || listeners.size) return;
      this.#listeners.delete(thread);
      if (this.#listeners.size) return;
      this.#close();
      this.#controller.abort();
    };
  }

  /** Sends it, unless it has been sent. */
  send(): void {
    if (this.#sent) return;
    this.#sent = true;
    this.#close();
    void this.#ask().then((numbers) => {
      for (const [thread, listeners] of this.#listeners)
        for (const listener of listeners) listener(numbers?.get(thread));
    });
  }

  async #ask(): Promise<ReadonlyMap<string, number> | undefined> {
    const {signal} = this.#controller;
    try {
      const backend = await connectBackend(this.#settings);
      const {counts} = await backend.capabilities(signal);
      return counts ? await backend.count?.([...this.#listeners.keys()], signal) : undefined;
    } catch {
      // A number only adds to the page: without it there is nothing to be said to a reader.
      return undefined;
    }
  }
}

/** Requests that can be joined, by what they are sent to. */
const open = new Map<unknown, CountRequest>();

/** The request that all with the same settings join. */
export function openRequest(settings: BackendSettings): CountRequest {
  const {backend, endpoint, site, headers, credentials} = settings;
  const key =
    typeof backend === 'string' ? JSON.stringify([backend, endpoint, site, headers, credentials]) : backend;
  const found = open.get(key);
  if (found) return found;
  const request = new CountRequest(settings, () => {
    if (open.get(key) === request) open.delete(key);
  });
  open.set(key, request);
  return request;
}
