import {html, type nothing, type TemplateResult} from 'lit';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import type {LanguageController} from '../language/controller.js';
import {renderCount} from '../thread/thread-view.js';
import type {ThreadStore} from '../thread/store.js';
import type {TaaliqThread} from '../thread/thread.js';
import type {TaaliqComments} from './comments.js';
import {threadParts} from './parts.js';

export {TaaliqThread} from '../thread/thread.js';

/** What form and conversation have to do with each other; comes with the conversation. */
export class Joint {
  readonly #host: TaaliqComments;
  readonly #language: LanguageController;
  /** What is known of the conversation. */
  #store: ThreadStore | undefined;
  constructor(host: TaaliqComments, language: LanguageController) {
    this.#host = host;
    this.#language = language;
  }

  get thread(): TaaliqThread | null | undefined {
    return this.#host.shadowRoot?.querySelector('taaliq-thread');
  }

  /** The server takes no more comments. */
  get closed(): boolean | undefined {
    return this.#store?.closed;
  }

  /** The server takes comments and shows none. */
  get absent(): boolean {
    return this.#store?.state === 'absent';
  }

  /** Turns to another conversation. */
  turn(): void {
    // Without a key of the page's own it goes by the page's address, which is no property.
    this.thread?.requestUpdate();
  }

  /** Gives the conversation what the page has set, and what was sent before it was there. */
  handOn(shared: object, early: readonly CommentCreatedEvent[]): void {
    const {headingLevel, readOnly, order, pageSize, depth} = this.#host;
    const {thread} = this;
    if (!thread) return;
    // Merged first: a value that is set and set back is a change.
    Object.assign(thread, {...shared, noHeading: true, headingLevel, readOnly, order, pageSize, depth});
    for (const {comment, edit} of early) thread.add(comment, edit, true);
  }

  /** Shows what has just been sent. False: the conversation is not there yet. */
  takeIn(event: CommentCreatedEvent): boolean {
    const {thread} = this;
    if (!thread) return false;
    // A reply comes from the conversation, which shows it by itself. What cannot be shown, the form says.
    if (event.target === thread || this.absent) return true;
    event.claimFocus();
    thread.add(event.comment, event.edit);
    return true;
  }

  readonly #handleChange = ({detail}: CustomEvent<ThreadStore>): void => {
    this.#store = detail;
    this.#host.requestUpdate();
  };

  readonly #handleSkip = (event: Event): void => {
    event.preventDefault();
    this.#host.focus();
  };

  renderCount(): TemplateResult | typeof nothing {
    return renderCount(this.#language, this.#store?.count);
  }

  renderThread(slots: readonly TemplateResult[]): TemplateResult {
    return html`<taaliq-thread
      exportparts=${threadParts}
      lang=${this.#language.tag}
      dir=${this.#language.dir}
      @thread-change=${this.#handleChange}
      @skip-to-form=${this.#handleSkip}
      >${slots}</taaliq-thread
    >`;
  }
}
