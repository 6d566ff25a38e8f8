import {html, nothing, type TemplateResult} from 'lit';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import type {LanguageController} from '../language/controller.js';
import type {CommentsLoadedEvent} from '../thread/comments-loaded-event.js';
import type {TaaliqThread} from '../thread/thread.js';
import type {TaaliqComments} from './comments.js';
import {threadParts} from './parts.js';

export {TaaliqThread} from '../thread/thread.js';

/** What form and conversation have to do with each other; comes with the conversation. */
export class Joint {
  readonly #host: TaaliqComments;
  readonly #language: LanguageController;
  /** Comments of the conversation, as far as is known. */
  #count = 0;
  /** The server takes no more comments. */
  closed = false;

  constructor(host: TaaliqComments, language: LanguageController) {
    this.#host = host;
    this.#language = language;
  }

  get thread(): TaaliqThread | null | undefined {
    return this.#host.shadowRoot?.querySelector('taaliq-thread');
  }

  /** Turns to another conversation: what was known concerns it no more. */
  turn(): void {
    this.#count = 0;
    this.closed = false;
    // Without a key of the page's own it goes by the page's address, which is no property.
    this.thread?.requestUpdate();
  }

  /** Gives the conversation what the page has set, and what was sent before it was there. */
  handOn(shared: object, early: readonly CommentCreatedEvent[]): void {
    const {headingLevel, readOnly, order, pageSize, depth} = this.#host;
    const {thread} = this;
    if (!thread) return;
    Object.assign(thread, shared, {noHeading: true, headingLevel, readOnly, order, pageSize, depth});
    for (const {comment, edit} of early) thread.add(comment, edit, true);
  }

  /** Shows what has just been sent. False: the conversation is not there yet. */
  takeIn(event: CommentCreatedEvent): boolean {
    const {thread} = this;
    if (!thread) return false;
    if (event.status === 'published') this.#count++;
    this.#host.requestUpdate();
    // A reply comes from the conversation, which shows it by itself.
    if (event.target === thread) return true;
    event.claimFocus();
    thread.add(event.comment, event.edit);
    return true;
  }

  readonly #handleLoaded = ({total, count, closed}: CommentsLoadedEvent): void => {
    this.#count = total ?? count;
    this.closed = closed;
    this.#host.requestUpdate();
  };

  readonly #handleSkip = (event: Event): void => {
    event.preventDefault();
    this.#host.focus();
  };

  renderCount(): TemplateResult | typeof nothing {
    return this.#count ? html`<bdi class="count">${this.#language.number(this.#count)}</bdi>` : nothing;
  }

  renderThread(slots: readonly TemplateResult[]): TemplateResult {
    return html`<taaliq-thread
      exportparts=${threadParts}
      lang=${this.#language.tag}
      dir=${this.#language.dir}
      @comments-loaded=${this.#handleLoaded}
      @skip-to-form=${this.#handleSkip}
      >${slots}</taaliq-thread
    >`;
  }
}
