import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Comment} from '../content/types.js';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import type {TaaliqForm} from '../form/form.js';
import type {CommentsLoadedEvent} from '../thread/comments-loaded-event.js';
import type {TaaliqThread} from '../thread/thread.js';
import type {ThreadLoader} from './thread-loader.js';

/** What form and conversation have to do with each other. */
export class Joint implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #loader: ThreadLoader;
  form: TaaliqForm | undefined;
  thread: TaaliqThread | undefined;
  /** Comments of the conversation, as far as is known. */
  count = 0;
  closed = false;
  /** Sent before the conversation was there. */
  readonly #early: Comment[] = [];

  constructor(host: ReactiveControllerHost, loader: ThreadLoader) {
    this.#host = host;
    this.#loader = loader;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.thread) for (const comment of this.#early.splice(0)) this.thread.add(comment, true);
  }

  // Proof: the template of `<taaliq-comments>` hands over these two elements and no other.
  readonly setForm = (element?: Element): void => void (this.form = element as TaaliqForm | undefined);
  readonly setThread = (element?: Element): void => void (this.thread = element as TaaliqThread | undefined);

  /** Another conversation: what was known concerns it no more. */
  forget(): void {
    this.count = 0;
    this.closed = false;
    this.#early.length = 0;
  }

  readonly handleCreated = (event: CommentCreatedEvent): void => {
    if (event.status === 'published') this.count++;
    this.#host.requestUpdate();
    // A reply comes from the conversation, which shows it by itself.
    if (event.target !== this.form) return;
    if (this.thread) {
      event.claimFocus();
      this.thread.add(event.comment);
    } else {
      this.#early.push(event.comment);
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
