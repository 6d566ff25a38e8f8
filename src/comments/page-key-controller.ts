import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pageKey} from '../page/page-key.js';

/** Not yet in every engine, nor in TypeScript's library. */
const navigation = (): EventTarget | undefined =>
  // Proof: only read, and may be absent.
  (window as {readonly navigation?: EventTarget}).navigation;

/**
 * The canonical key of the page, kept up to date on a page that changes its
 * address without reloading.
 */
export class PageKeyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #key = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get key(): string {
    return this.#key;
  }

  hostConnected(): void {
    this.#read();
    addEventListener('popstate', this.#read);
    navigation()?.addEventListener('navigatesuccess', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read);
    navigation()?.removeEventListener('navigatesuccess', this.#read);
  }

  readonly #read = (): void => {
    const key = pageKey();
    if (key === this.#key) return;
    this.#key = key;
    this.#host.requestUpdate();
  };
}
