import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type {Backend, Credentials, EditGrant} from '../backends/port.js';
import type {Comment, Order} from '../content/types.js';
import type {BlockedWords} from '../form/blocked-words-setting.js';
import type {Challenge} from '../form/challenge.js';
import {TaaliqForm} from '../form/form.js';
import {LanguageController} from '../language/controller.js';
import type {Strings} from '../language/messages.js';
import {register} from '../page/register.js';
import {controls} from '../styles/controls.js';
import {section} from '../styles/section.js';
import {tokens} from '../styles/tokens.js';
import {Conversation, type ViewBasis} from './conversation.js';
import {ReaderController} from './reader-controller.js';
import type {ThreadStore} from './store.js';
import {renderEmpty, renderFailure, renderMore, renderOrder, renderSkip, renderTitle} from './thread-view.js';
import {showStates} from './states.js';
import {commentStyles} from './comment.styles.js';
import {styles} from './thread.styles.js';

/**
 * The conversation: what readers have written, with a reply form in place.
 *
 * @attr backend - Name of a backend, or of one that the page registered.
 * @attr endpoint - Address of the backend.
 * @attr site - The site's name on servers that host several.
 * @attr fields - Fields of the reply form.
 * @attr min-length - Least length of a reply.
 * @attr max-length - Greatest length of a reply.
 * @attr no-rules - Hides the posting rules of the reply form.
 * @attr agree-rules - The reader must tick that they accept the rules.
 * @attr rules-version - Asks again to accept the rules when it changes.
 * @attr agree-privacy - Asks for consent to the privacy policy.
 * @attr privacy-url - Address of the privacy policy.
 * @attr no-remember - Does not offer to remember name and e-mail.
 * @attr heading-level - Level of the heading; comments are one below.
 * @attr theme - `auto`, `light` or `dark`.
 * @attr markup - What a reader may write: `text` or `basic`.
 * @attr credentials - Whether requests carry cookies.
 * @attr numerals - Digits: `latn`, `arab` or `arabext`.
 * @attr calendar - Calendar of dates.
 * @slot empty - What is said when there is no comment yet.
 * @csspart root - Everything.
 * @csspart heading - The heading with the number of comments.
 * @csspart thread - The list with what belongs to it.
 * @csspart comment - A comment.
 * @csspart author - Who wrote it.
 * @csspart badge - Who the site says they are.
 * @csspart time - When it was written.
 * @csspart body - What was written.
 * @csspart actions - What a reader can do with it.
 * @csspart reply - The button that answers.
 * @csspart like - The button that likes.
 * @csspart more - A button that brings further comments.
 * @csspart error - What went wrong.
 * @csspart status - What has happened, for screen readers.
 * @cssstate loading - Comments are on their way.
 * @cssstate empty - There is no comment yet.
 * @cssstate failed - Comments could not be read.
 * @fires {CommentsLoadedEvent} comments-loaded - Comments of the conversation have arrived.
 * @fires {CommentsFailedEvent} comments-failed - The conversation could not be read.
 * @fires {CommentReplyEvent} comment-reply - The reader opened a reply.
 */
export class TaaliqThread extends LitElement {
  static override properties: PropertyDeclarations = {
    // What the reply form needs is declared as there.
    ...TaaliqForm.properties,
    noHeading: {attribute: 'no-heading', type: Boolean},
    order: {},
    pageSize: {attribute: 'page-size', type: Number},
    depth: {type: Number},
    chosenOrder: {state: true, attribute: false},
  };

  static override styles: CSSResultGroup = [tokens, controls, section, styles, commentStyles];

  /** Name of a backend, one that the page registered, or a `Backend` object. */
  declare backend: string | Backend;
  /** Address of the backend, absolute or relative to the page; http(s) only. */
  declare endpoint: string;
  /** The site's name on servers that host several. */
  declare site: string;
  /** Which conversation; the canonical key of the page when empty. */
  declare thread: string;
  /** Fields of the reply form. This and what else concerns it alone is as in `<taaliq-form>` unless it is set. */
  declare fields: string | undefined;
  /** Least length of a reply, in characters as a reader counts them. */
  declare minLength: number | undefined;
  /** Greatest length of a reply, in characters as a reader counts them. */
  declare maxLength: number | undefined;
  /** Hides the posting rules of the reply form. */
  declare noRules: boolean | undefined;
  /** The reader must tick that they accept the rules. */
  declare agreeRules: boolean | undefined;
  /** Asks again to accept the rules when it changes. */
  declare rulesVersion: string | undefined;
  /** Asks for consent to the privacy policy. */
  declare agreePrivacy: boolean | undefined;
  /** Address of the privacy policy. */
  declare privacyUrl: string | undefined;
  /** Does not offer to remember name and e-mail. */
  declare noRemember: boolean | undefined;
  /** The element around it has the heading and the form. */
  declare noHeading: boolean;
  /** Comments are closed: nothing can be answered. */
  declare readOnly: boolean;
  /** Which comments come first. */
  declare order: Order;
  /** Top-level comments a request, 1–100. */
  declare pageSize: number;
  /** Levels of indentation; deeper replies are flat and say whom they answer. */
  declare depth: number;
  /** Level of the heading; comments are one below. */
  declare headingLevel: number;
  /** `auto`: the page's own colour scheme; `light` or `dark` set one. */
  declare theme: 'auto' | 'light' | 'dark';
  /** What a reader may write: `text`, or `basic`: WordPress's comment tags, with a preview. For WordPress, Twikoo and servers that announce it; with others it is text. */
  declare markup: 'text' | 'basic' | undefined;
  /** Whether requests carry cookies, for backends that need them. */
  declare credentials: Credentials;
  /** Digits: `latn`, `arab` or `arabext`; the language's own by default. */
  declare numerals: string;
  /** Calendar of dates; the language's own by default. */
  declare calendar: string;
  /** Replaces any message of the widget. */
  declare strings: Strings | undefined;
  /** Words that the site's rules forbid, and whether they are advised against or refused. */
  declare blockedWords: BlockedWords | undefined;
  /** Headers for every request to the backend. */
  declare headers: Readonly<Record<string, string>> | undefined;
  /** A captcha or proof of work. */
  declare challenge: Challenge | undefined;

  /** What the reader has chosen instead of `order`. */
  declare private chosenOrder: Order | null;

  readonly #language = new LanguageController(this);
  readonly #conversation: Conversation = new Conversation(this, this.#language, () => this.#basis());
  readonly #reader = new ReaderController(this, this.#conversation, this.#language);
  readonly #internals = this.attachInternals();

  constructor() {
    super();
    this.backend = 'rest';
    this.endpoint = '';
    this.site = '';
    this.thread = '';
    this.noHeading = false;
    this.readOnly = false;
    this.order = 'newest';
    this.pageSize = 20;
    this.depth = 4;
    this.headingLevel = 2;
    this.theme = 'auto';
    this.credentials = 'omit';
    this.numerals = '';
    this.calendar = '';
    this.chosenOrder = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    register('taaliq-form', TaaliqForm);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('order')) this.chosenOrder = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#conversation.ask(this, this.chosenOrder ?? this.order);
    showStates(this.#internals, this.#conversation);
    // For the element around it.
    this.dispatchEvent(new CustomEvent<ThreadStore>('thread-change', {detail: this.#conversation.store}));
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#conversation.settled;
    return done;
  }

  /**
   * Shows a comment that the reader has just sent, at its place, and puts the
   * reader there, unless `quietly`. With `edit` its author hears what becomes of it.
   */
  add(comment: Comment, edit?: EditGrant, quietly = false): void {
    void this.#reader.act((acting) => acting.welcome(comment, edit, quietly));
  }

  /** Reads the conversation anew; what is shown stays until the answer is there. */
  reload(): void {
    this.#conversation.reload();
  }

  /** Puts the reader at the conversation. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.thread')?.focus(options);
  }

  #basis(): ViewBasis {
    return {
      level: Math.min(6, this.headingLevel + 1),
      depth: this.depth >= 0 ? Math.min(4, this.depth) : 4,
      reply: !this.readOnly && !this.#conversation.store.closed,
    };
  }

  readonly #handleClick = (event: Event): void => {
    if (!(event.target instanceof Element)) return;
    const control = event.target.closest<HTMLElement>('[data-do]');
    if (!control || control.ariaDisabled === 'true') return;
    // What could not be loaded cannot be asked to try again.
    if (control.dataset['do'] === 'retry') this.#conversation.failure?.retry();
    else void this.#reader.act((acting) => acting.act(control));
  };

  readonly #handleOrder = (event: Event): void => {
    // Proof: bound to the one select below.
    this.chosenOrder = (event.currentTarget as HTMLSelectElement).value as Order;
  };

  protected override render(): TemplateResult {
    const language = this.#language;
    const {store, list, announcer, failure, pending} = this.#conversation;
    const empty = store.state === 'ready' && !store.tree.size;
    return html`<div
      part="root"
      class="root"
      lang=${language.tag}
      dir=${language.dir}
      data-theme=${this.theme}
      @click=${this.#handleClick}
    >
      <section
        class=${this.noHeading ? 'within' : ''}
        aria-labelledby=${this.noHeading ? nothing : 'title'}
        ?hidden=${store.state === 'absent'}
      >
        ${this.noHeading ? nothing : renderTitle(language, this.headingLevel, store.count)}
        <div class="bar">
          ${this.noHeading && !this.readOnly && !store.closed ? renderSkip(language) : nothing}
          ${renderOrder(language, store, this.#handleOrder)}
        </div>
        <div part="status" class="hidden" role="status" aria-atomic="true">${announcer.text}</div>
        <div part="thread" class="thread" tabindex="-1">
          ${renderMore(language, 'previous', store)} ${list.element}
          <div class="placeholder" ?hidden=${!pending || list.size > 0}></div>
          <div class="empty" ?hidden=${!empty}>
            <slot name="empty">${renderEmpty(language, !this.readOnly && !store.closed)}</slot>
          </div>
          ${renderMore(language, 'next', store)}
        </div>
        <div role="alert" part="error">${failure ? renderFailure(language, failure) : nothing}</div>
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'taaliq-thread': TaaliqThread;
  }
}
