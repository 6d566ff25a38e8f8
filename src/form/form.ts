import {
  LitElement,
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {Backend, Credentials} from '../backends/port.js';
import {LanguageController} from '../language/controller.js';
import type {Strings} from '../language/messages.js';
import {pageAddress} from '../page/page-address.js';
import {localStore} from '../page/storage.js';
import {controls} from '../styles/controls.js';
import {tokens} from '../styles/tokens.js';
import type {BlockedWords} from './blocked-words-setting.js';
import type {Challenge} from './challenge.js';
import {draftKey, parseKept, readDraft, writeDraft} from './draft.js';
import {parseFields} from './fields.js';
import type {FormContext, FormSettings} from './form-context.js';
import {lacksEndpoint, renderForm} from './form-view.js';
import {styles} from './form.styles.js';
import {readerKey} from './kept-keys.js';
import {loadSending} from './load-sending.js';

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
  /** What a reader may write: `text`, or `basic`: WordPress's comment tags, with a preview. For WordPress, Twikoo and servers that announce it; with others it is text. */
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

  readonly #language = new LanguageController(this);
  readonly #context: FormContext = {
    element: this,
    language: this.#language,
    page: '',
    draftKey: '',
    draft: {text: ''},
    shownAt: 0,
    reader: parseKept(localStore.get(readerKey)),
    fields: [],
    serverMaxLength: Infinity,
    busy: false,
    errors: new Map(),
    status: '',
  };

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
    // The others are undefined until the page sets them.
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#context.fields = parseFields(this.fields);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const context = this.#context;
    const page = pageAddress();
    const key = draftKey(this.endpoint, this.thread || page, this.parentId);
    // The box is the reader's own: it is filled only when it turns to another
    // conversation. What was in it is kept as the draft of the one it belongs to.
    if (key === context.draftKey) return;
    context.page = page;
    context.draftKey = key;
    context.shownAt = performance.now();
    context.draft = readDraft(key);
    const {text} = context.draft;
    for (const box of this.renderRoot.querySelectorAll('textarea')) box.value = text;
    context.status = text && 'draftRestored';
    if (text || context.submit) this.requestUpdate();
    if (text || lacksEndpoint(this)) void this.#prepare();
  }

  /** Focuses the first field; the comment box when a comment is answered. */
  override focus(options?: FocusOptions): void {
    const first = this.parentId ? 'textarea' : 'input, textarea';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus(options);
  }

  /** Brings in the sending part: at the first focus, and again whenever it is missed. */
  readonly #prepare = async (): Promise<void> => {
    const context = this.#context;
    if (context.submit) return;
    // Neither is of use without the other.
    const [code] = await Promise.all([loadSending().catch(() => null), this.#language.load()]);
    if (code && this.#language.complete && this.shadowRoot) {
      // Two may have waited for it.
      context.submit ??= new code.Sending(context, this.shadowRoot).submit;
    } else {
      // With a button that tries again.
      context.summary = html`<p>${this.#language.text('errorCannotLoad')}</p>
        <button type="button" class="quiet" @click=${this.#prepare}>${this.#language.text('retry')}</button>`;
      this.requestUpdate();
    }
  };

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const context = this.#context;
    if (context.busy) return;
    if (!context.submit) {
      context.busy = true;
      this.requestUpdate();
      await this.#prepare();
      context.busy = false;
      this.requestUpdate();
    }
    context.submit?.();
  };

  readonly #handleInput = ({target}: Event): void => {
    const context = this.#context;
    // At once, though the part that keeps them may not have come yet.
    if (target instanceof Element && target.id === 'remember') localStore.remove(readerKey);
    if (!(target instanceof HTMLTextAreaElement)) return;
    context.draft = {...context.draft, text: target.value};
    writeDraft(context.draftKey, context.draft);
  };

  readonly #handleSkip = (): void => {
    this.dispatchEvent(new Event('skip-to-comments', {bubbles: true, composed: true}));
  };

  protected override render(): TemplateResult {
    return renderForm(this.#context, {
      submit: this.#handleSubmit,
      input: this.#handleInput,
      focus: this.#prepare,
      skip: this.#handleSkip,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taaliq-form': TaaliqForm;
  }
}
