import type {CommentError} from '../backends/errors.js';

/** A comment could not be sent. Its text is kept. */
export class CommentFailedEvent extends Event {
  readonly error: CommentError;

  constructor(error: CommentError) {
    super('comment-failed', {bubbles: true, composed: true});
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comment-failed': CommentFailedEvent;
  }
}
