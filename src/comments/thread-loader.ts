import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {whenNear} from '../page/near-view.js';
import {loadThread} from './load-thread.js';

/** The conversation's code: asked for when the reader comes near. */
export type ThreadCode = 'waiting' | 'loading' | 'ready' | 'failed';

/** Brings in the conversation when it is wanted. */
export class ThreadLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #code: ThreadCode = 'waiting';
  #place: Element | undefined;
  #eager = false;
  #bringing: Promise<void> = Promise.resolve();
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get code(): ThreadCode {
    return this.#code;
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
    if (this.#code !== 'waiting') return;
    if (eager) void this.bring();
    else this.#stop = whenNear(place, this.bring);
    this.#handleHash();
  }

  /** Settles when the conversation is there, or when it could not be loaded; never rejects. */
  readonly bring = (): Promise<void> => {
    if (this.#code !== 'loading' && this.#code !== 'ready') {
      this.#set('loading');
      this.#bringing = loadThread().then(
        () => this.#set('ready'),
        // Said in the place of the conversation, with a button that tries again.
        () => this.#set('failed'),
      );
    }
    return this.#bringing;
  };

  readonly #handleHash = (): void => {
    if (this.#code === 'waiting' && location.hash.startsWith('#comment-')) void this.bring();
  };

  #set(code: ThreadCode): void {
    this.#code = code;
    this.#host.requestUpdate();
  }
}
