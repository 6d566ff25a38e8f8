import type {Created} from '../backends/port.js';
import type {Comment} from '../content/types.js';

/** The server accepted a comment: it is published, or held for a moderator. */
export class CommentCreatedEvent extends Event {
  /** As it was written; its id is the server's where the server gave one. */
  readonly comment: Comment;
  readonly status: Created['status'];
  #claimed = false;

  constructor(comment: Comment, status: Created['status']) {
    super('comment-created', {bubbles: true, composed: true});
    this.comment = comment;
    this.status = status;
  }

  /** Whoever shows the comment and says so takes over focus and announcement from the form. */
  claimFocus(): void {
    this.#claimed = true;
  }

  get focusClaimed(): boolean {
    return this.#claimed;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comment-created': CommentCreatedEvent;
  }
}
