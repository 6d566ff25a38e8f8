import type {CommentError} from '../backends/errors.js';

/** The conversation, or a further part of it, could not be read. What is shown stays. */
export class CommentsFailedEvent extends Event {
  readonly error: CommentError;

  constructor(error: CommentError) {
    super('comments-failed', {bubbles: true, composed: true});
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comments-failed': CommentsFailedEvent;
  }
}
