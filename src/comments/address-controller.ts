import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Not yet in every engine, nor in TypeScript's library. */
const navigation = (): EventTarget | undefined =>
  // Proof: only read, and may be absent.
  (window as {readonly navigation?: EventTarget}).navigation;

/** Updates its element when the page changes its address without reloading. */
export class AddressController implements ReactiveController {
  readonly #handleChange: () => void;

  constructor(host: ReactiveControllerHost) {
    this.#handleChange = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#handleChange);
    navigation()?.addEventListener('navigatesuccess', this.#handleChange);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#handleChange);
    navigation()?.removeEventListener('navigatesuccess', this.#handleChange);
  }
}
