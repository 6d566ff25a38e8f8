import type {LanguageController} from '../language/controller.js';

/** What a reader may do with a comment besides answering and liking it, and what came of it. */
export interface FurtherActions {
  readonly edit: boolean;
  readonly remove: boolean;
  readonly report: boolean;
  readonly reported: boolean;
  /** Something is under way. */
  readonly busy: boolean;
  /** What went wrong; empty: nothing. */
  readonly failed: string;
}

/** Names of the buttons' elements are made from these; each is what `data-do` says as well. */
const ids = {edit: 'edit-', remove: 'remove-', report: 'report-'} as const;

type Action = keyof typeof ids;

function makeButton(does: Action, number: number): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet action plain';
  button.dataset['do'] = does;
  button.id = ids[does] + number;
  // Named with its comment, beginning with what is seen (RTL.md A4).
  button.setAttribute('aria-labelledby', `${button.id} heading-${number}`);
  return button;
}

function makeFailure(): HTMLElement {
  const failure = document.createElement('p');
  failure.className = 'failure';
  failure.setAttribute('role', 'alert');
  return failure;
}

const write = (element: HTMLElement, words: string): void => {
  if (element.textContent !== words) element.textContent = words;
};

/**
 * Shows buttons at the end of a comment's others, and a sentence after them
 * where something went wrong. As nodes beside those of the comment's template,
 * which leaves alone what stands behind its own: a template for each of a
 * thousand comments would be held in memory for nothing.
 */
export function showFurtherActions(
  row: HTMLElement,
  may: FurtherActions,
  number: number,
  language: LanguageController,
): void {
  const find = (selector: string): HTMLElement | null => row.querySelector(selector);
  const {busy, reported, failed} = may;
  let failure = find('.failure');

  const show = (does: Action, offered: boolean, words: string, idle: boolean): void => {
    let button = find(`[data-do=${does}]`);
    if (!offered) return button?.remove();
    if (!button) {
      button = makeButton(does, number);
      row.insertBefore(button, failure);
    }
    write(button, words);
    if (idle) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  };

  show('edit', may.edit, language.text('edit'), busy);
  show('remove', may.remove, language.text('delete'), busy);
  show('report', may.report, language.text(reported ? 'reported' : 'report'), busy || reported);
  if (!failed) return failure?.remove();
  if (!failure) row.append((failure = makeFailure()));
  write(failure, failed);
}
