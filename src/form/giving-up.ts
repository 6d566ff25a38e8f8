import {html, type TemplateResult} from 'lit';
import type {FormContext} from './form-context.js';
import type {Questions} from './question.js';
import type {ReaderValues} from './reader-values.js';
import {ReplyCancelEvent} from './reply-cancel-event.js';
import {forgetDraft} from './unsent.js';

/** The reader gives up a reply. What was written goes only when they say so. */
export class GivingUp {
  readonly #context: FormContext;
  readonly #values: ReaderValues;
  readonly #questions: Questions;

  constructor(context: FormContext, values: ReaderValues, questions: Questions) {
    this.#context = context;
    this.#values = values;
    this.#questions = questions;
  }

  readonly begin = async (): Promise<void> => {
    const {element, draftKey} = this.#context;
    const box = this.#values.control('comment');
    if (box?.value.trim()) {
      if (!(await this.#questions.ask('discardConfirm', 'discard', 'keepWriting'))) {
        box.focus();
        return;
      }
      forgetDraft(draftKey);
      this.#context.draft = {text: (box.value = '')};
    }
    element.dispatchEvent(new ReplyCancelEvent());
  };

  render(): TemplateResult {
    return html`<button type="button" class="quiet" @click=${this.begin}>
      ${this.#context.language.text('cancelReply')}
    </button>`;
  }
}
