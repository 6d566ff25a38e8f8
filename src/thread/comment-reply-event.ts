import type {Comment} from '../content/types.js';

/** The reader opened a reply to `comment`. */
export class CommentReplyEvent extends Event {
  readonly comment: Comment;

  constructor(comment: Comment) {
    super('comment-reply', {bubbles: true, composed: true});
    this.comment = comment;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comment-reply': CommentReplyEvent;
  }
}
