/** The reader gives up a reply. Whoever opened the form closes it and takes the focus back. */
export class ReplyCancelEvent extends Event {
  constructor() {
    super('reply-cancel', {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'reply-cancel': ReplyCancelEvent;
  }
}
