import type {NewComment} from '../content/types.js';

/** The comment on its way out, as events show it: without the e-mail address, which no event ever holds. */
export type OutgoingComment = Omit<NewComment, 'author'> & {
  readonly author: Omit<NewComment['author'], 'email'>;
};

/** Before a comment is sent. Cancelled, nothing is sent and the text stays. */
export class CommentSubmitEvent extends Event {
  readonly comment: OutgoingComment;

  constructor(comment: OutgoingComment) {
    super('comment-submit', {bubbles: true, composed: true, cancelable: true});
    this.comment = comment;
  }
}

declare global {
  interface HTMLElementEventMap {
    'comment-submit': CommentSubmitEvent;
  }
}
