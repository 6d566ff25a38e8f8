import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {createRef, ref} from 'lit/directives/ref.js';
import type {Backend, Credentials} from '../backends/port.js';
import type {Order} from '../content/types.js';
import type {BlockedWords} from '../form/blocked-words-setting.js';
import type {Challenge} from '../form/challenge.js';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import {TaaliqForm} from '../form/form.js';
import {pickShared} from '../form/shared-properties.js';
import {spread} from '../form/spread.js';
import {LanguageController} from '../language/controller.js';
import type {Strings} from '../language/messages.js';
import {whenNear} from '../page/near-view.js';
import {register} from '../page/register.js';
import {tokens} from '../styles/tokens.js';
import type {CommentsLoadedEvent} from '../thread/comments-loaded-event.js';
import type {TaaliqThread} from '../thread/thread.js';
import {styles} from './comments.styles.js';
import {readInlineSettings, type InlineSettings} from './inline-settings.js';
import {loadThread} from './load-thread.js';
import {PageKeyController} from './page-key-controller.js';

/** The conversation's code: asked for when the reader comes near. */
type ThreadCode = 'waiting' | 'loading' | 'ready' | 'failed';

const formParts =
  'heading, form, notes, field, label, input, error, summary, rules, agree, counter, submit, status';
const threadParts = `thread, comment, author, badge, time, body, actions, reply, like, more, ${formParts}`;

/** Slots of the form that the page may fill through this element. */
const formSlots = ['rules', 'challenge', 'closed'] as const;

/**
 * The whole comment section: the form, and under it the conversation.
 *
 * @slot header - Above the form.
 * @slot rules - The posting rules, instead of the language's own.
 * @slot challenge - Where a challenge is drawn.
 * @slot closed - What is said when comments are closed.
 * @slot empty - What is said when there is no comment yet.
 * @slot footer - Below the conversation.
 * @slot - Shown until the element is upgraded: a plain form or a link for readers without scripts.
 * @csspart root - Everything.
 * @fires {CommentSubmitEvent} comment-submit - Before a comment is sent; cancelable.
 * @fires {CommentCreatedEvent} comment-created - The server accepted a comment.
 * @fires {CommentFailedEvent} comment-failed - A comment could not be sent; its text is kept.
 * @fires {CommentReplyEvent} comment-reply - The reader opened a reply.
 * @fires {CommentsLoadedEvent} comments-loaded - Comments of the conversation have arrived.
 * @fires {CommentsFailedEvent} comments-failed - The conversation could not be read.
 * @cssprop --taaliq-accent - Colour of the button, links and focus.
 * @cssprop --taaliq-text - Colour of text; the page's own by default.
 * @cssprop --taaliq-muted - Colour of notes and times.
 * @cssprop --taaliq-surface - Colour behind the widget.
 * @cssprop --taaliq-field - Colour inside fields.
 * @cssprop --taaliq-border - Colour of field borders.
 * @cssprop --taaliq-danger - Colour of errors.
 * @cssprop --taaliq-success - Colour of what went well.
 * @cssprop --taaliq-radius - Roundness of fields and buttons.
 * @cssprop --taaliq-gap - The one unit of spacing.
 * @cssprop --taaliq-font - Font family; the page's own by default.
 * @cssprop --taaliq-focus - Colour of the focus ring.
 */
export class TaaliqComments extends LitElement {
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
    order: {},
    pageSize: {attribute: 'page-size', type: Number},
    depth: {type: Number},
    headingLevel: {attribute: 'heading-level', type: Number},
    loading: {},
    theme: {},
    markup: {},
    credentials: {},
    numerals: {},
    calendar: {},
    strings: {attribute: false},
    blockedWords: {attribute: false},
    headers: {attribute: false},
    challenge: {attribute: false},
    threadCode: {state: true, attribute: false},
    closed: {state: true, attribute: false},
    inline: {state: true, attribute: false},
    filledSlots: {state: true, attribute: false},
  };

  static override styles: CSSResultGroup = [tokens, styles];

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
  /** Comments are closed; the conversation stays. */
  declare readOnly: boolean;
  /** Order of top-level comments. */
  declare order: Order;
  /** Top-level comments a request, 1–100. */
  declare pageSize: number;
  /** Levels of indentation; deeper replies are flat and say whom they answer. */
  declare depth: number;
  /** Level of the section's heading, 1–5. */
  declare headingLevel: number;
  /** `lazy`: comments are fetched when near the view; `eager`: at once. */
  declare loading: 'lazy' | 'eager';
  /** `auto`: the page's own colour scheme; `light` or `dark` set one. */
  declare theme: 'auto' | 'light' | 'dark';
  /** What a reader may write: `text`, or `basic` for WordPress's comment tags. */
  declare markup: 'text' | 'basic';
  /** Whether requests carry cookies, for backends that need them. */
  declare credentials: Credentials;
  /** Digits: `latn`, `arab` or `arabext`; the language's own by default. */
  declare numerals: string;
  /** Calendar of dates: `gregory`, `persian` or `islamic-umalqura`; the language's own by default. */
  declare calendar: string;
  /** Replaces any message of the widget. */
  declare strings: Strings | undefined;
  /** Words that the site's rules forbid, and whether they are advised against or refused. */
  declare blockedWords: BlockedWords | undefined;
  /** Headers for every request to the backend. */
  declare headers: Readonly<Record<string, string>> | undefined;
  /** A captcha or proof of work. */
  declare challenge: Challenge | undefined;

  declare private threadCode: ThreadCode;
  declare private closed: boolean;
  declare private inline: InlineSettings;
  declare private filledSlots: ReadonlySet<string>;

  readonly #language = new LanguageController(this);
  readonly #pageKey = new PageKeyController(this);
  readonly #form = createRef<TaaliqForm>();
  readonly #thread = createRef<TaaliqThread>();
  readonly #children = new MutationObserver(() => this.#readChildren());
  #stopWatching: (() => void) | undefined;

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
    this.order = 'newest';
    this.pageSize = 20;
    this.depth = 4;
    this.headingLevel = 2;
    this.loading = 'lazy';
    this.theme = 'auto';
    this.markup = 'text';
    this.credentials = 'omit';
    this.numerals = '';
    this.calendar = '';
    this.strings = undefined;
    this.blockedWords = undefined;
    this.headers = undefined;
    this.challenge = undefined;
    this.threadCode = 'waiting';
    this.closed = false;
    this.inline = {};
    this.filledSlots = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    register('taaliq-form', TaaliqForm);
    this.#readChildren();
    this.#children.observe(this, {childList: true});
    if (this.threadCode === 'waiting') this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
    this.#stopWatching?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('loading') && this.isConnected) this.#watch();
    if (changed.has('thread') || changed.has('endpoint') || changed.has('backend')) this.closed = false;
  }

  /** Fetches the conversation anew. */
  reload(): void {
    this.#thread.value?.reload();
  }

  /** Focuses the first field of the form. */
  override focus(options?: FocusOptions): void {
    this.#form.value?.focus(options);
  }

  #readChildren(): void {
    this.inline = readInlineSettings(this);
    this.filledSlots = new Set([...this.children].map((child) => child.slot));
  }

  /** Brings in the conversation when the reader comes near, or at once. */
  #watch(): void {
    this.#stopWatching?.();
    if (this.threadCode !== 'waiting') return;
    if (this.loading === 'eager') void this.#bringThread();
    else this.#stopWatching = whenNear(this, this.#bringThread);
  }

  readonly #bringThread = async (): Promise<void> => {
    if (this.threadCode === 'loading' || this.threadCode === 'ready') return;
    this.threadCode = 'loading';
    try {
      await loadThread();
      this.threadCode = 'ready';
    } catch {
      // Said in the place of the conversation, with a button that tries again.
      this.threadCode = 'failed';
    }
  };

  #handleCreated(event: CommentCreatedEvent): void {
    const thread = this.#thread.value;
    if (!thread) {
      void this.#bringThread();
      return;
    }
    thread.add(event.comment);
    event.claimFocus();
  }

  #handleLoaded(event: CommentsLoadedEvent): void {
    this.closed = event.closed;
  }

  #handleSkip(event: Event): void {
    event.preventDefault();
    this.#form.value?.focus();
  }

  /** A slot of this element put into the form's slot, but only where the page fills it: else the form's own words show. */
  #renderFormSlots(): TemplateResult[] {
    return formSlots
      .filter((name) => this.filledSlots.has(name))
      .map((name) => html`<slot name=${name} slot=${name}></slot>`);
  }

  /** What form and conversation both get. */
  #shared(): Record<string, unknown> {
    return {
      ...pickShared(this),
      thread: this.thread || this.#pageKey.key,
      strings: this.strings ?? this.inline.strings,
      blockedWords: this.blockedWords ?? this.inline.blockedWords,
      headers: this.headers ?? this.inline.headers,
    };
  }

  #renderThread(shared: Record<string, unknown>): TemplateResult {
    return html`<taaliq-thread
      ${ref(this.#thread)}
      ${spread({...shared, readOnly: this.readOnly, order: this.order, pageSize: this.pageSize, depth: this.depth})}
      exportparts=${threadParts}
      lang=${this.#language.tag}
      dir=${this.#language.dir}
      @comments-loaded=${this.#handleLoaded}
      @skip-to-form=${this.#handleSkip}
      >${this.filledSlots.has('empty') ? html`<slot name="empty" slot="empty"></slot>` : nothing}</taaliq-thread
    >`;
  }

  #renderThreadPlace(shared: Record<string, unknown>): TemplateResult | typeof nothing {
    switch (this.threadCode) {
      case 'waiting':
      case 'loading':
        return nothing;
      case 'ready':
        return this.#renderThread(shared);
      case 'failed':
        return html`<p part="status" role="alert">
          ${this.#language.text('threadLoadFailed')}
          <button type="button" class="quiet" @click=${this.#bringThread}>
            ${this.#language.text('retry')}
          </button>
        </p>`;
    }
  }

  protected override render(): TemplateResult {
    const shared = this.#shared();
    return html`<div
      part="root"
      class="root"
      lang=${this.#language.tag}
      dir=${this.#language.dir}
      data-theme=${this.theme}
    >
      <slot name="header"></slot>
      <taaliq-form
        ${ref(this.#form)}
        ${spread({...shared, readOnly: this.readOnly || this.closed})}
        exportparts=${formParts}
        lang=${this.#language.tag}
        dir=${this.#language.dir}
        @comment-created=${this.#handleCreated}
        >${this.#renderFormSlots()}</taaliq-form
      >
      ${this.#renderThreadPlace(shared)}
      <slot name="footer"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taaliq-comments': TaaliqComments;
  }
}
