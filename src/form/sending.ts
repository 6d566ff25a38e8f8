import type {FormContext} from './form-context.js';

export class Sending {
  readonly #context: FormContext;
  constructor(context: FormContext) {
    this.#context = context;
    context.submit = () => this.#context.element.requestUpdate();
  }
}
