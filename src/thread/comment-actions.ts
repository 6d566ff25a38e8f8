import {html, type TemplateResult} from 'lit';
import type {LanguageController} from '../language/controller.js';

/** What a reader may do with a comment besides answering and liking it, and what came of it. */
export interface FurtherActions {
  readonly edit: boolean;
  readonly remove: boolean;
  readonly report: boolean;
  readonly reported: boolean;
  /** Something is under way. */
  readonly busy: boolean;
  /** What went wrong. */
  readonly failed: string;
}

interface Action {
  readonly does: 'edit' | 'remove' | 'report';
  readonly id: string;
  readonly words: string;
  readonly idle: boolean;
}

/** Named with its comment, beginning with what is seen (RTL.md A4). */
const renderAction = ({does, id, words, idle}: Action, number: number): TemplateResult =>
  html`<button
    type="button"
    class="quiet action plain"
    data-do=${does}
    id=${id}
    aria-labelledby="${id} heading-${number}"
    aria-disabled=${idle}
  >
    ${words}
  </button>`;

/** Buttons for the end of a comment's others, and a sentence below them where something went wrong; null without any. */
export function renderFurtherActions(
  may: FurtherActions,
  number: number,
  language: LanguageController,
): readonly unknown[] | null {
  const {edit, remove, report, reported, busy, failed} = may;
  const actions: Action[] = [];
  if (edit) actions.push({does: 'edit', id: `edit-${number}`, words: language.text('edit'), idle: busy});
  if (remove)
    actions.push({does: 'remove', id: `remove-${number}`, words: language.text('delete'), idle: busy});
  if (report)
    actions.push({
      does: 'report',
      id: `report-${number}`,
      words: language.text(reported ? 'reported' : 'report'),
      idle: busy || reported,
    });
  if (!actions.length && !failed) return null;
  return [
    actions.map((action) => renderAction(action, number)),
    failed && html`<p class="failure" role="alert">${failed}</p>`,
  ];
}
