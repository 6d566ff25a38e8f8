import type {ReactiveControllerHost} from 'lit';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import type {TaaliqForm} from '../form/form.js';
import type {CommentsLoadedEvent} from '../thread/comments-loaded-event.js';
import type {TaaliqThread} from '../thread/thread.js';
import type {ThreadLoader} from './thread-loader.js';

/** What form and conversation have to do with each other. */
export class Joint {
  readonly #host: ReactiveControllerHost & Element;
  readonly #loader: ThreadLoader;
  /** Comments of the conversation, as far as is known. */
  count = 0;
  closed = false;
  /** Sent before the conversation was there. */
  readonly #early: CommentCreatedEvent[] = [];

  constructor(host: ReactiveControllerHost & Element, loader: ThreadLoader) {
    this.#host = host;
    this.#loader = loader;
  }

  /** Gives the conversation what was sent before it was there. */
  deliver(): void {
    const {thread} = this;
    if (thread) for (const {comment, edit} of this.#early.splice(0)) thread.add(comment, edit, true);
  }

  get form(): TaaliqForm | null | undefined {
    return this.#host.shadowRoot?.querySelector('taaliq-form');
  }

  get thread(): TaaliqThread | null | undefined {
    return this.#host.shadowRoot?.querySelector('taaliq-thread');
  }

  /** Turns to another conversation: what was known concerns it no more. */
  turn(): void {
    this.count = 0;
    this.closed = false;
    this.#early.length = 0;
    // Without a key of the page's own, both go by its address, which is no property.
    this.form?.requestUpdate();
    this.thread?.requestUpdate();
  }

  readonly handleCreated = (event: CommentCreatedEvent): void => {
    if (event.status === 'published') this.count++;
    this.#host.requestUpdate();
    // A reply comes from the conversation, which shows it by itself.
    if (event.target !== this.form) return;
    if (this.thread) {
      event.claimFocus();
      this.thread.add(event.comment, event.edit);
    } else {
      this.#early.push(event);
      void this.#loader.bring();
    }
  };

  readonly handleLoaded = ({total, count, closed}: CommentsLoadedEvent): void => {
    this.count = total ?? count;
    this.closed = closed;
    this.#host.requestUpdate();
  };

  readonly handleSkip = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (event.type === 'skip-to-form') return this.form?.focus();
    await this.#loader.bring();
    await this.#host.updateComplete;
    this.thread?.focus();
  };
}
