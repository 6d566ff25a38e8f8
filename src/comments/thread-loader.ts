import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {whenNear} from '../page/near-view.js';

/** Brings in the conversation when it is wanted. */
export class ThreadLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<unknown>;
  #place: Element | undefined;
  #eager = false;
  /** Under way, or done. */
  #bringing: Promise<void> | undefined;
  #stop: (() => void) | undefined;
  /** Said in the place of the conversation, with a button that tries again. */
  failed = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#handleHash);
    if (this.#place) this.watch(this.#place, this.#eager);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#handleHash);
    this.#stop?.();
  }

  /** Waits until `place` comes near the view; not at all for someone who follows a link to a comment. */
  watch(place: Element, eager: boolean): void {
    this.#place = place;
    this.#eager = eager;
    this.#stop?.();
    if (this.#bringing) return;
    this.#stop = whenNear(place, this.bring);
    if (eager) void this.bring();
    this.#handleHash();
  }

  /** Settles when the conversation is there, or when it could not be loaded; never rejects. */
  readonly bring = (): Promise<void> => (this.#bringing ??= this.#bring());

  async #bring(): Promise<void> {
    this.failed = false;
    this.#host.requestUpdate();
    try {
      await this.#load();
    } catch {
      this.failed = true;
      this.#bringing = undefined;
    }
    this.#host.requestUpdate();
  }

  readonly #handleHash = (): void => {
    if (location.hash.startsWith('#comment-')) void this.bring();
  };
}
