import {html, type TemplateResult} from 'lit';
import type {LanguageController} from '../language/controller.js';
import type {MessageKey} from '../language/messages.js';

/** Something that only the reader can decide. */
export interface Question {
  readonly words: MessageKey;
  readonly yes: MessageKey;
  readonly no: MessageKey;
  /** Only the first answer counts. */
  readonly answer: (yes: boolean) => void;
}

/** Asks one question at a time. */
export class Questions {
  readonly #changed: () => void;
  #current: Question | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get current(): Question | null {
    return this.#current;
  }

  /** An open question is answered with no. */
  ask(words: MessageKey, yes: MessageKey, no: MessageKey): Promise<boolean> {
    this.dismiss();
    return new Promise((resolve) => {
      const answer = (said: boolean): void => {
        if (this.#current !== question) return;
        this.#current = null;
        this.#changed();
        resolve(said);
      };
      const question: Question = {words, yes, no, answer};
      this.#current = question;
      this.#changed();
    });
  }

  dismiss(): void {
    this.#current?.answer(false);
  }
}

const dialogOf = (event: Event): HTMLDialogElement | null =>
  event.target instanceof Element ? event.target.closest('dialog') : null;

/** A question in a native dialog. Escape means no. */
export function renderQuestion(
  {words, yes, no, answer}: Question,
  language: LanguageController,
): TemplateResult {
  // Closed before it goes: that gives the focus back.
  const close = (event: Event, said: boolean): void => {
    dialogOf(event)?.close();
    answer(said);
  };
  return html`<dialog
    class="question"
    aria-labelledby="question"
    @cancel=${(event: Event) => close(event, false)}
    @close=${() => answer(false)}
  >
    <p id="question">${language.text(words)}</p>
    <div class="actions">
      <button type="button" class="submit" @click=${(event: Event) => close(event, true)}>
        ${language.text(yes)}
      </button>
      <button type="button" class="quiet" autofocus @click=${(event: Event) => close(event, false)}>
        ${language.text(no)}
      </button>
    </div>
  </dialog>`;
}
