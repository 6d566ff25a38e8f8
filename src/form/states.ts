import type {SubmitState} from './submit-state.js';

/** `:state(sending)` and `:state(failed)`, where the engine has custom states. */
export class States {
  readonly #internals: ElementInternals;

  constructor(element: HTMLElement) {
    this.#internals = element.attachInternals();
  }

  show(status: SubmitState['status']): void {
    this.#toggle('sending', status === 'sending');
    this.#toggle('failed', status === 'failed');
  }

  #toggle(name: 'sending' | 'failed', on: boolean): void {
    const states: Set<string> | undefined = this.#internals.states;
    try {
      if (on) states?.add(name);
      else states?.delete(name);
    } catch {
      // Older engines take only names that begin with dashes: the page's style goes without.
    }
  }
}
