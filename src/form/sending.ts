import type {FormContext} from './form-context.js';

export class Sending {
  readonly #context: FormContext;
  constructor(context: FormContext) {
    this.#context = context;
  }
  submit(): void {
    this.#context.element.requestUpdate();
  }
}
