import type {MessageKey} from '../language/messages.js';
import type {FormContext} from './form-context.js';

/** Voices hear the same words twice only when there was nothing in between. */
const pause = 100;

/** What the status region says. */
export class Announcer {
  readonly #context: FormContext;
  #last = '';
  #cleared = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: FormContext) {
    this.#context = context;
  }

  say(words: MessageKey): void {
    clearTimeout(this.#timer);
    const again = words === this.#last && performance.now() - this.#cleared < pause;
    this.#last = words;
    if (again) this.#timer = setTimeout(() => this.#show(words), pause);
    else this.#show(words);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#cleared = performance.now();
    this.#show('');
  }

  #show(words: MessageKey | ''): void {
    this.#context.status = words;
    this.#context.element.requestUpdate();
  }
}
