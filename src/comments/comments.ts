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
import type {Order} from '../content/types.js';
import type {BlockedWords} from '../form/blocked-words-setting.js';
import type {Challenge} from '../form/challenge.js';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import {TaaliqForm} from '../form/form.js';
import {formParts} from '../form/parts.js';
import {pickShared} from '../form/shared-properties.js';
import {LanguageController} from '../language/controller.js';
import type {Strings} from '../language/messages.js';
import {pageAddress} from '../page/page-address.js';
import {register} from '../page/register.js';
import {controls} from '../styles/controls.js';
import {section} from '../styles/section.js';
import {tokens} from '../styles/tokens.js';
import {styles} from './comments.styles.js';
import {AddressController} from './address-controller.js';
import type {Joint} from './joint.js';
import {LightChildren} from './light-children.js';
import {renderLoadFailure} from './load-failure.js';
import {loadThread} from './load-thread.js';
import {ThreadLoader} from './thread-loader.js';

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
 * @csspart heading - The section's heading with the number of comments, and the form's.
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
  };

  static override styles: CSSResultGroup = [tokens, controls, section, styles];

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
  /** What a reader may write: `text`, or `basic`: WordPress's comment tags, with a preview. For WordPress, Twikoo and servers that announce it; with others it is text. */
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

  readonly #language = new LanguageController(this);
  readonly #children = new LightChildren(this);
  readonly #loader = new ThreadLoader(this, async () => {
    const [{Joint}] = await Promise.all([loadThread(), this.#language.load()]);
    this.#joint ??= new Joint(this, this.#language);
  });
  /** What form and conversation have to do with each other; comes with the conversation. */
  #joint: Joint | undefined;
  /** Sent before the conversation was there. */
  readonly #early: CommentCreatedEvent[] = [];
  #shownThread = '';

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
    new AddressController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    register('taaliq-form', TaaliqForm);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const shown = JSON.stringify([this.endpoint, this.site, this.thread || pageAddress()]);
    if (shown === this.#shownThread && !changed.has('backend')) return;
    this.#shownThread = shown;
    this.#early.length = 0;
    this.#joint?.turn();
    // Without a key of the page's own, the form goes by its address, which is no property.
    this.#form?.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#handOn();
    const place = this.renderRoot.querySelector('.place');
    if (place && changed.has('loading')) this.#loader.watch(place, this.loading === 'eager');
  }

  /** Fetches the conversation anew. */
  reload(): void {
    this.#joint?.thread?.reload();
  }

  /** Focuses the first field of the form. */
  override focus(options?: FocusOptions): void {
    this.#form?.focus(options);
  }

  get #form(): TaaliqForm | null {
    return this.renderRoot.querySelector('taaliq-form');
  }

  /** Gives form and conversation what the page has set. */
  #handOn(): void {
    const shared = {
      ...pickShared(this),
      headingLevel: this.headingLevel + 1,
    };
    const readOnly = this.readOnly || this.#joint?.closed;
    Object.assign(this.#form ?? {}, shared, {readOnly, hasThread: !this.#joint?.absent});
    if (this.#joint?.thread) this.#joint.handOn(shared, this.#early.splice(0));
  }

  readonly #handleCreated = (event: CommentCreatedEvent): void => {
    if (this.#joint?.takeIn(event)) return;
    this.#early.push(event);
    void this.#loader.bring();
  };

  readonly #handleSkip = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.#loader.bring();
    await this.updateComplete;
    this.#joint?.thread?.focus();
  };

  protected override render(): TemplateResult {
    const language = this.#language;
    return html`<div
      part="root"
      class="root"
      lang=${language.tag}
      dir=${language.dir}
      data-theme=${this.theme}
    >
      <section
        aria-labelledby="title"
        @comment-created=${this.#handleCreated}
        @skip-to-comments=${this.#handleSkip}
      >
        <div part="heading" class="title" id="title" role="heading" aria-level=${this.headingLevel}>
          ${language.text('commentsTitle')}${this.#joint?.renderCount()}
        </div>
        <slot name="header"></slot>
        <taaliq-form exportparts=${formParts} lang=${language.tag} dir=${language.dir}
          >${this.#children.hand('rules', 'challenge', 'closed')}</taaliq-form
        >
        <div class="place" part="error" role="alert">
          ${this.#loader.failed ? renderLoadFailure(language, this.#loader.bring) : nothing}
        </div>
        ${this.#joint?.renderThread(this.#children.hand('empty'))}
        <slot name="footer"></slot>
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taaliq-comments': TaaliqComments;
  }
}
