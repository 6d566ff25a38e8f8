import {html, type TemplateResult} from 'lit';
import type {LanguageController} from '../language/controller.js';
import type {MessageKey} from '../language/messages.js';

/** Something that only the reader can decide. */
export interface Question {
  readonly words: MessageKey;
  readonly yes: MessageKey;
  readonly no: MessageKey;
  readonly answer: (yes: boolean) => void;
}

const dialogOf = (event: Event): HTMLDialogElement | null =>
  event.target instanceof Element ? event.target.closest('dialog') : null;

/** A question in a native dialog. Escape means no. */
export function renderQuestion(
  {words, yes, no, answer}: Question,
  language: LanguageController,
): TemplateResult {
  return html`<dialog
    class="question"
    aria-labelledby="question"
    @close=${(event: Event) => answer(dialogOf(event)?.returnValue === 'yes')}
  >
    <p id="question">${language.text(words)}</p>
    <div class="actions">
      <button type="button" class="submit" @click=${(event: Event) => dialogOf(event)?.close('yes')}>
        ${language.text(yes)}
      </button>
      <button type="button" class="quiet" autofocus @click=${(event: Event) => dialogOf(event)?.close('no')}>
        ${language.text(no)}
      </button>
    </div>
  </dialog>`;
}
