import type {SubmitState} from './submit-state.js';

/** `:state(sending)` and `:state(failed)`, where the engine has custom states. */
export class States {
  readonly #states: Set<string> | undefined;

  constructor(element: HTMLElement) {
    try {
      this.#states = element.attachInternals().states;
    } catch {
      // A class that extends ours has taken them: its states are its own.
    }
  }

  show(status: SubmitState['status']): void {
    this.#toggle('sending', status === 'sending');
    this.#toggle('failed', status === 'failed');
  }

  #toggle(name: 'sending' | 'failed', on: boolean): void {
    try {
      if (on) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // Older engines take only names that begin with dashes: the page's style goes without.
    }
  }
}
