import {html, nothing, type CSSResult, type TemplateResult} from 'lit';
import {asCommentError, CommentError} from '../backends/errors.js';
import {cleanText} from '../content/clean.js';
import {markupToText} from '../content/markup.js';
import type {LanguageController} from '../language/controller.js';
import type {BlockedWords} from './blocked-words-setting.js';
import {checkText, type TextRules} from './check.js';
import {Counter, counterTemplate} from './counter.js';
import {styles} from './editor.styles.js';
import {showDirection, writtenDirection} from './field-direction.js';
import {renderIssue} from './issue-view.js';
import type {Issue} from './issue.js';
import {safeHtml, toWritten, type Written} from './new-comment.js';
import {Preview} from './preview.js';
import {styles as sendingStyles} from './sending.styles.js';
import {serverIssues} from './server-issues.js';
import {textRules} from './text-rules.js';
import {Told} from './told.js';
import {forgetDraft, keepDraft, recallDraft} from './unsent.js';

/** What the page has set that a changed comment has to keep to as well. */
export interface EditorSettings {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly blockedWords?: BlockedWords | undefined;
}

/** A comment that its author changes. */
export interface EditorTask {
  /** What it says until now. */
  readonly text: string;
  /** It was written with tags, and is changed with them. */
  readonly markup: boolean;
  /** Where what is typed is kept until it is saved or given up. */
  readonly draftKey: string;
  readonly settings: EditorSettings;
  /** Greatest length that the server takes. */
  readonly serverMaxLength: number;
  /** Rejects with a `CommentError`. */
  save(written: Written): Promise<void>;
  /** Nothing was changed, or the reader gives it up. */
  close(): void;
  /** Asks whether what was typed shall be thrown away. */
  ask(): Promise<boolean>;
  /** To be told that it looks different. */
  changed(): void;
}

type EditorState =
  | {readonly status: 'writing'}
  | {readonly status: 'saving'; readonly done: Promise<void>}
  | {readonly status: 'failed'; readonly issue: Issue};

const writing: EditorState = {status: 'writing'};

/** The one answer to all of these: what was typed is kept, but nothing will come of it. */
const tooLate: ReadonlySet<CommentError['code']> = new Set([
  'forbidden',
  'not-found',
  'login-required',
  'closed',
]);

function toIssue(error: CommentError, maxLength: number): Issue {
  if (tooLate.has(error.code)) return {field: null, code: 'errorTooLate'};
  // A text may be saved twice: whether the first attempt arrived does not matter.
  const again = error.code === 'timeout' ? new CommentError('network', {cause: error}) : error;
  return serverIssues(again, maxLength, true)[0] ?? {field: null, code: 'errorServer'};
}

/** A box in the place of a comment's text, in which its author changes it. */
export class Editor {
  /** For the shadow root that it stands in, beside those of the controls. */
  static readonly styles: readonly CSSResult[] = [sendingStyles, styles];

  readonly #task: EditorTask;
  readonly #language: LanguageController;
  readonly #told = new Told();
  readonly #preview: Preview | null;
  #counter: Counter | undefined;
  #state: EditorState = writing;
  #text: string;
  /** What it begins with. */
  readonly #start: string;

  constructor(task: EditorTask, language: LanguageController) {
    this.#task = task;
    this.#language = language;
    this.#start = recallDraft(task.draftKey).text || task.text;
    this.#text = this.#start;
    this.#preview = task.markup ? new Preview(language, () => task.changed()) : null;
    this.#preview?.follow(this.#start);
  }

  /** Begins with what was typed before. */
  get restored(): boolean {
    return this.#start !== this.#task.text;
  }

  /** Settles when what is being saved is saved or refused; undefined: nothing is. */
  get saving(): Promise<void> | undefined {
    return this.#state.status === 'saving' ? this.#state.done : undefined;
  }

  /** Goes away; what was typed stays a draft. */
  leave(): void {
    this.#counter?.stop();
    this.#preview?.stop();
  }

  get #rules(): TextRules {
    const {settings, serverMaxLength, markup} = this.#task;
    return textRules(settings, serverMaxLength, this.#language.tag, markup);
  }

  get #isChanged(): boolean {
    return cleanText(this.#text) !== cleanText(this.#task.text);
  }

  #go(state: EditorState): void {
    this.#state = state;
    this.#task.changed();
  }

  #save(box: HTMLTextAreaElement | null): void {
    const {draftKey, markup, save} = this.#task;
    if (this.#state.status === 'saving') return;
    if (!this.#isChanged) return this.#close();
    const text = cleanText(this.#text);
    const rules = this.#rules;
    const [wrong] = this.#told.left(checkText(text, rules));
    if (wrong) {
      this.#go({status: 'failed', issue: wrong});
      box?.focus();
      return;
    }
    const {dir} = this.#language;
    const written = markup ? toWritten(text, dir) : safeHtml(text, dir).then((html) => ({text, html}));
    const done = written.then(save).then(
      () => forgetDraft(draftKey),
      (cause: unknown) =>
        this.#go({status: 'failed', issue: toIssue(asCommentError(cause), rules.maxLength)}),
    );
    this.#go({status: 'saving', done});
  }

  #close(): void {
    forgetDraft(this.#task.draftKey);
    this.#task.close();
  }

  /** Gives it up. What was typed goes only when the reader says so. */
  async #cancel(box: HTMLTextAreaElement | null): Promise<void> {
    if (this.#state.status === 'saving') return;
    if (!this.#isChanged || (await this.#task.ask())) this.#close();
    else box?.focus();
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    this.#save(boxOf(event));
  };

  readonly #handleInput = (event: Event): void => {
    const box = boxOf(event);
    if (!box) return;
    this.#text = box.value;
    keepDraft(this.#task.draftKey, {text: box.value});
    showDirection(box, this.#language.dir);
    this.#counter ??= box.form ? new Counter(box.form, this.#language) : undefined;
    const seen = this.#task.markup ? markupToText(box.value) : box.value;
    this.#counter?.update(seen, this.#rules.maxLength);
    this.#preview?.follow(box.value);
  };

  /** What was wrong is right by now. */
  readonly #handleChange = (): void => {
    if (this.#state.status !== 'failed' || this.#state.issue.field === null) return;
    if (!checkText(cleanText(this.#text), this.#rules).length) this.#go(writing);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const {key, isComposing, ctrlKey, metaKey, target} = event;
    if (isComposing) return;
    if (key === 'Escape') {
      // Else the same key would close the question that it opens.
      event.preventDefault();
      void this.#cancel(boxOf(event));
    }
    const save = key === 'Enter' && (ctrlKey || metaKey);
    if (save && target instanceof HTMLTextAreaElement) target.form?.requestSubmit();
  };

  render(): TemplateResult {
    const language = this.#language;
    const state = this.#state;
    const saving = state.status === 'saving';
    const wrong = state.status === 'failed' ? state.issue : null;
    return html`<form
      class="edit"
      novalidate
      @submit=${this.#handleSubmit}
      @input=${this.#handleInput}
      @change=${this.#handleChange}
      @keydown=${this.#handleKey}
    >
      <div part="field" class="field">
        <label part="label" class="label" for="edit-text">${language.text('commentLabel')}</label>
        ${counterTemplate}
        <p part="error" class="error" id="edit-error" role="alert">
          ${wrong ? renderIssue(wrong, language) : nothing}
        </p>
        <textarea
          part="input"
          class="input"
          id="edit-text"
          rows="4"
          required
          ?readonly=${saving}
          dir=${writtenDirection(this.#start, language.dir) ?? nothing}
          aria-invalid=${wrong !== null && wrong.field !== null}
          aria-describedby="edit-error edit-note"
          .value=${this.#start}
        ></textarea>
        <span id="edit-note" hidden>${language.plural('characterLimit', this.#rules.maxLength)}</span>
        ${this.#preview?.render()}
      </div>
      <div class="actions">
        <button part="submit" class="submit" aria-disabled=${saving || nothing}>
          ${language.text(saving ? 'submitting' : 'save')}
        </button>
        <button type="button" class="quiet" @click=${(event: Event) => this.#cancel(boxOf(event))}>
          ${language.text('cancel')}
        </button>
      </div>
    </form>`;
  }
}

function boxOf({target}: Event): HTMLTextAreaElement | null {
  return target instanceof Element
    ? (target.closest('form')?.querySelector<HTMLTextAreaElement>('textarea') ?? null)
    : null;
}
