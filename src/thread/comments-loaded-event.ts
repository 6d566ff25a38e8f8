/** What an answer of the server said of the conversation. */
export interface CommentsLoaded {
  /** Published comments of the whole conversation, or null when the server does not tell. */
  readonly total: number | null;
  /** The server takes no more comments here. */
  readonly closed: boolean;
  /** Comments of the answer that could not be read and were left out. */
  readonly skipped: number;
  /** Comments that are shown by now. */
  readonly count: number;
}

/** Comments of the conversation have arrived and are shown. */
export class CommentsLoadedEvent extends Event implements CommentsLoaded {
  declare readonly total: number | null;
  declare readonly closed: boolean;
  declare readonly skipped: number;
  declare readonly count: number;

  constructor(loaded: CommentsLoaded) {
    super('comments-loaded', {bubbles: true, composed: true});
    Object.assign(this, loaded);
  }
}

declare global {
  interface HTMLElementEventMap {
    'comments-loaded': CommentsLoadedEvent;
  }
}
