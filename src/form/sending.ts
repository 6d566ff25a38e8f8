import type {Direction} from '../content/types.js';
import {textDirection} from '../content/direction.js';
import type {FormContext} from './form-context.js';

export class Sending {
  readonly #context: FormContext;
  readonly busy: boolean = false;
  constructor(context: FormContext) {
    this.#context = context;
  }
  readonly handleChange = (): void => {};
  handleInput(): void {}
  submit(): void {
    this.#context.element.requestUpdate();
  }
  confirmDiscard(): void {}
  isWrong(_id: string): boolean {
    return false;
  }
  directionOf(text: string): Direction {
    return textDirection(text, this.#context.language.dir);
  }
  renderError(_id: string): unknown {
    return undefined;
  }
  renderCounter(): unknown {
    return undefined;
  }
  renderSummary(): unknown {
    return undefined;
  }
  renderDialog(): unknown {
    return undefined;
  }
}
