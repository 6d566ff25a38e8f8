import {nothing, render} from 'lit';
import type {loadSending} from '../form/load-sending.js';
import type {LanguageController} from '../language/controller.js';

/** What a form has from the first focus on; a comment is changed with the same means. */
export type EditingCode = Awaited<ReturnType<typeof loadSending>>;

/** Asks the reader in a dialog at the end of the conversation's own root. */
export class Asking {
  readonly #code: EditingCode;
  readonly #language: LanguageController;
  readonly #place: HTMLElement = document.createElement('div');
  readonly #questions: InstanceType<EditingCode['Questions']>;

  constructor(code: EditingCode, language: LanguageController, root: ParentNode | null) {
    this.#code = code;
    this.#language = language;
    this.#questions = new code.Questions(() => this.update());
    root?.append(this.#place);
  }

  /** An open question is answered with no. */
  ask(...words: Parameters<InstanceType<EditingCode['Questions']>['ask']>): Promise<boolean> {
    return this.#questions.ask(...words);
  }

  dismiss(): void {
    this.#questions.dismiss();
  }

  update(): void {
    const {current} = this.#questions;
    render(current ? this.#code.renderQuestion(current, this.#language) : nothing, this.#place);
    const dialog = this.#place.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }
}
