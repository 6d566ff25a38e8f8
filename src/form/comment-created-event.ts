import type {Created, EditGrant} from '../backends/port.js';
import type {Comment} from '../content/types.js';

/** The server accepted a comment: it is published, or held for a moderator. */
export class CommentCreatedEvent extends Event {
  /** As it was written; its id is the server's where the server gave one. */
  readonly comment: Comment;
  readonly status: Created['status'];
  /** Lets its author change it or read what became of it, for a while. */
  readonly edit: EditGrant | undefined;
  #claimed = false;

  constructor(comment: Comment, status: Created['status'], edit?: EditGrant) {
    super('comment-created', {bubbles: true, composed: true});
    this.comment = comment;
    this.status = status;
    this.edit = edit;
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
