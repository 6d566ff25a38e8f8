import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {Backend, Credentials} from '../backends/port.js';
import {LanguageController} from '../language/controller.js';
import type {Strings} from '../language/messages.js';
import {pageKey} from '../page/page-key.js';
import {controls} from '../styles/controls.js';
import {tokens} from '../styles/tokens.js';
import type {BlockedWords} from './blocked-words-setting.js';
import type {Challenge} from './challenge.js';
import {draftTarget, emptyDraft, readDraft, writeDraft} from './draft.js';
import {parseFields} from './fields.js';
import type {FormContext, FormSettings} from './form-context.js';
import {
  renderAgreements,
  renderBox,
  renderField,
  renderHeading,
  renderNotes,
  renderRules,
} from './form-view.js';
import {styles} from './form.styles.js';
import {lacksEndpoint} from './lacks-endpoint.js';
import {loadSending} from './load-sending.js';
import {readRemembered} from './remembered.js';
import {ReplyCancelEvent} from './reply-cancel-event.js';
import type {Sending} from './sending.js';

/**
 * The form that a reader writes a comment in.
 *
 * @slot rules - The posting rules, instead of the language's own.
 * @slot challenge - Where a challenge is drawn.
 * @slot closed - What is said when comments are closed.
 * @slot - Shown until the element is upgraded.
 * @csspart root - Everything.
 * @csspart heading - The form's heading.
 * @csspart form - The native form.
 * @csspart notes - What is said of e-mail address and required fields.
 * @csspart field - A label, its error and its control.
 * @csspart label - A label.
 * @csspart hint - What is said when comments are closed or not set up.
 * @csspart input - A field or the comment box.
 * @csspart error - What is wrong with a field.
 * @csspart summary - All that is wrong, above the fields.
 * @csspart rules - The posting rules.
 * @csspart agree - A box to tick with its label.
 * @csspart counter - How many characters are left.
 * @csspart submit - The button that sends.
 * @csspart status - What has happened.
 * @cssstate sending - A comment is under way.
 * @cssstate failed - A comment was not accepted.
 * @fires {CommentSubmitEvent} comment-submit - Before a comment is sent; cancelable.
 * @fires {CommentCreatedEvent} comment-created - The server accepted a comment.
 * @fires {CommentFailedEvent} comment-failed - A comment could not be sent; its text is kept.
 */
export class TaaliqForm extends LitElement implements FormSettings {
  static override properties: PropertyDeclarations = {
    backend: {},
    endpoint: {},
    site: {},
    thread: {},
    fields: {},
    minLength: {attribute: 'min-length', type: Number},
    maxLength: {attribute: 'max-length', type: Number},
    noRules: {attribute: 'no-rules', type: Boolean},
    agreeRules: {attribute: 'agree-rules', type: Boolean},
    rulesVersion: {attribute: 'rules-version'},
    agreePrivacy: {attribute: 'agree-privacy', type: Boolean},
    privacyUrl: {attribute: 'privacy-url'},
    noRemember: {attribute: 'no-remember', type: Boolean},
    readOnly: {attribute: 'read-only', type: Boolean},
    headingLevel: {attribute: 'heading-level', type: Number},
    theme: {},
    markup: {},
    credentials: {},
    numerals: {},
    calendar: {},
    parentId: {attribute: 'parent-id'},
    parentName: {attribute: 'parent-name'},
    hasThread: {attribute: false},
    strings: {attribute: false},
    blockedWords: {attribute: false},
    headers: {attribute: false},
    challenge: {attribute: false},
    sending: {state: true, attribute: false},
    loading: {state: true, attribute: false},
  };

  static override styles: CSSResultGroup = [tokens, controls, styles];

  /** Name of a backend, one that the page registered, or a `Backend` object. */
  declare backend: string | Backend;
  /** Address of the backend, absolute or relative to the page; http(s) only. */
  declare endpoint: string;
  /** The site's name on servers that host several. */
  declare site: string;
  /** Which conversation; the canonical key of the page when empty. */
  declare thread: string;
  /** Fields beside the comment, in order, `*` marks what is required: of `name email website`. */
  declare fields: string;
  /** Least length of a comment, in characters as a reader counts them. */
  declare minLength: number;
  /** Greatest length of a comment, in characters as a reader counts them. */
  declare maxLength: number;
  /** Hides the posting rules. */
  declare noRules: boolean;
  /** The reader must tick that they accept the rules. */
  declare agreeRules: boolean;
  /** Asks again to accept the rules when it changes. */
  declare rulesVersion: string;
  /** Asks for consent to the privacy policy. */
  declare agreePrivacy: boolean;
  /** Address of the privacy policy. */
  declare privacyUrl: string;
  /** Does not offer to remember name and e-mail. */
  declare noRemember: boolean;
  /** Comments are closed. */
  declare readOnly: boolean;
  /** Level of the form's heading, 1–6. */
  declare headingLevel: number;
  /** `auto`: the page's own colour scheme; `light` or `dark` set one. */
  declare theme: 'auto' | 'light' | 'dark';
  /** What a reader may write: `text`, or `basic` for WordPress's comment tags. */
  declare markup: 'text' | 'basic';
  /** Whether requests carry cookies, for backends that need them. */
  declare credentials: Credentials;
  /** Digits: `latn`, `arab` or `arabext`; the language's own by default. */
  declare numerals: string;
  /** Calendar of dates; the language's own by default. */
  declare calendar: string;
  /** Comment that is answered; empty for one of its own. */
  declare parentId: string;
  /** Name of who wrote the comment that is answered. */
  declare parentName: string;
  /** A conversation follows: offers to skip to it, by a `skip-to-comments` event. */
  declare hasThread: boolean;
  /** Replaces any message of the widget. */
  declare strings: Strings | undefined;
  /** Words that the site's rules forbid, and whether they are advised against or refused. */
  declare blockedWords: BlockedWords | undefined;
  /** Headers for every request to the backend. */
  declare headers: Readonly<Record<string, string>> | undefined;
  /** A captcha or proof of work. */
  declare challenge: Challenge | undefined;

  /** What comes at the first focus: checks, sending, and what is said then. */
  declare private sending: Sending | undefined;
  /** `hurried`: the reader pressed send before it had come. */
  declare private loading: 'no' | 'hurried' | 'failed';

  readonly #language = new LanguageController(this);
  readonly #context: FormContext = {
    element: this,
    language: this.#language,
    thread: '',
    target: '',
    draft: emptyDraft,
    fields: [],
    demanded: [],
    serverMaxLength: Infinity,
    status: '',
    shownAt: 0,
    remembered: readRemembered(),
  };
  /** Whose draft the box shows. */
  #shown = '';

  constructor() {
    super();
    this.backend = 'rest';
    this.endpoint = '';
    this.site = '';
    this.thread = '';
    this.fields = 'name* email*';
    this.minLength = 1;
    this.maxLength = 5000;
    this.noRules = false;
    this.agreeRules = false;
    this.rulesVersion = '';
    this.agreePrivacy = false;
    this.privacyUrl = '';
    this.noRemember = false;
    this.readOnly = false;
    this.headingLevel = 2;
    this.theme = 'auto';
    this.markup = 'text';
    this.credentials = 'omit';
    this.numerals = '';
    this.calendar = '';
    this.parentId = '';
    this.parentName = '';
    this.hasThread = false;
    this.strings = undefined;
    this.blockedWords = undefined;
    this.headers = undefined;
    this.challenge = undefined;
    this.sending = undefined;
    this.loading = 'no';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const context = this.#context;
    context.fields = parseFields(this.fields, context.demanded);
    context.thread = this.thread || pageKey();
    context.target = draftTarget(this.endpoint, context.thread, this.parentId);
  }

  protected override update(changed: PropertyValues): void {
    const typed = new Map(this.#inputs().map(({id, value}) => [id, value]));
    super.update(changed);
    // Other fields, or another order: what was typed stays with its field.
    if (changed.has('fields'))
      for (const input of this.#inputs()) input.value = typed.get(input.id) ?? input.value;
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#context.shownAt = performance.now();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const context = this.#context;
    // The box is the reader's own: it is filled only when it turns to another
    // conversation. What was in it is kept as the draft of the one it belongs to.
    if (context.target === this.#shown) return;
    this.#shown = context.target;
    context.draft = readDraft(context.target);
    const {text} = context.draft;
    for (const box of this.renderRoot.querySelectorAll('textarea')) box.value = text;
    context.status = text && 'draftRestored';
    this.requestUpdate();
    if (text || lacksEndpoint(this)) void this.#prepare();
  }

  /** Focuses the first field; the comment box when a comment is answered. */
  override focus(options?: FocusOptions): void {
    const [first] = this.#inputs();
    const box = this.renderRoot.querySelector('textarea');
    (this.parentId ? box : (first ?? box))?.focus(options);
  }

  #inputs(): HTMLInputElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLInputElement>('.fields input') ?? [])];
  }

  /** Brings in the sending part. It is asked for at the first focus, and again whenever it is missed. */
  readonly #prepare = async (): Promise<void> => {
    if (this.sending) return;
    try {
      const [{Sending}] = await Promise.all([loadSending(), this.#language.load()]);
      if (!this.#language.complete) throw new Error('Taaliq: no words to say what is wrong');
      this.sending ??= new Sending(this.#context);
      this.loading = 'no';
    } catch {
      // Said above the fields, with a button that tries again.
      this.loading = 'failed';
    }
  };

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.loading === 'hurried') return;
    if (!this.sending) {
      this.loading = 'hurried';
      await this.#prepare();
    }
    this.sending?.submit();
  };

  readonly #handleInput = ({target}: Event): void => {
    const context = this.#context;
    if (target instanceof HTMLTextAreaElement) {
      context.draft = {...context.draft, text: target.value};
      writeDraft(context.target, context.draft);
    }
    this.sending?.handleInput();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && this.parentId) this.#handleCancel();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
  };

  readonly #handleCancel = (): void => {
    if (this.sending && this.#context.draft.text.trim()) this.sending.confirmDiscard();
    else this.dispatchEvent(new ReplyCancelEvent());
  };

  readonly #handleSkip = (): void => {
    this.dispatchEvent(new Event('skip-to-comments', {bubbles: true, composed: true, cancelable: true}));
  };

  #renderSummary(): unknown {
    const {sending} = this;
    if (this.loading !== 'failed') return sending?.renderSummary();
    return html`<p>${this.#language.text('errorCannotLoad')}</p>
      <button type="button" class="quiet" @click=${this.#prepare}>${this.#language.text('retry')}</button>`;
  }

  protected override render(): TemplateResult {
    const {sending} = this;
    const language = this.#language;
    const context = this.#context;
    const view = {context, sending};
    const unusable = lacksEndpoint(this);
    const busy = sending?.busy || this.loading === 'hurried';
    const idle = this.parentId ? 'submitReply' : 'submit';
    return html`<div
      part="root"
      class="root"
      lang=${language.tag}
      dir=${language.dir}
      data-theme=${this.theme}
    >
      <div part="hint" class="closed" ?hidden=${!this.readOnly}>
        <slot name="closed">${language.text('commentsClosed')}</slot>
      </div>
      <p part="hint" class="closed" ?hidden=${!unusable}>${language.text('notConfigured')}</p>
      <form
        part="form"
        class="form"
        novalidate
        aria-labelledby="heading"
        ?hidden=${unusable || (this.readOnly && !context.draft.text)}
        @submit=${this.#handleSubmit}
        @input=${this.#handleInput}
        @change=${sending?.handleChange}
        @focusin=${this.#prepare}
        @keydown=${this.#handleKey}
      >
        ${
          this.hasThread
            ? html`<button type="button" class="skip" @click=${this.#handleSkip}>
                ${language.text('skipToComments')}
              </button>`
            : nothing
        }
        ${renderHeading(view)}
        <div part="summary" class="summary" role="alert" tabindex="-1">${this.#renderSummary()}</div>
        ${renderNotes(view)}
        <div class="fields">${context.fields.map((field) => renderField(view, field))}</div>
        ${renderBox(view)} ${renderRules(view)} ${renderAgreements(view)}
        <slot name="challenge"></slot>
        <div class="actions">
          <button
            part="submit"
            class="submit"
            type="submit"
            aria-disabled=${busy ? 'true' : nothing}
            aria-describedby="rules"
          >
            ${language.text(busy ? 'submitting' : idle)}
          </button>
          ${
            this.parentId
              ? html`<button type="button" class="quiet" @click=${this.#handleCancel}>
                  ${language.text('cancelReply')}
                </button>`
              : nothing
          }
        </div>
        <div part="status" class="status" role="status" aria-atomic="true" tabindex="-1">
          ${context.status && language.text(context.status)}
        </div>
      </form>
      ${sending?.renderDialog()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taaliq-form': TaaliqForm;
  }
}
