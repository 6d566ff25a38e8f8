import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Conversation} from './conversation.js';
import {fromFragment} from './permalink.js';

/**
 * What happens to the page around a conversation: its address changes, or the
 * reader comes back to it. One listener each, whatever the number of comments.
 */
export class PlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #conversation: Conversation;

  constructor(host: ReactiveControllerHost, conversation: Conversation) {
    this.#host = host;
    this.#conversation = conversation;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#handleHash);
    addEventListener('popstate', this.#handleAddress);
    document.addEventListener('visibilitychange', this.#handleReturn);
    // Reads again what was given up when it was taken out of the page.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#handleHash);
    removeEventListener('popstate', this.#handleAddress);
    document.removeEventListener('visibilitychange', this.#handleReturn);
  }

  readonly #handleHash = (): void => void this.#conversation.goTo(fromFragment(location.hash));

  /** Without a `thread` of its own the conversation is that of the page's address. */
  readonly #handleAddress = (): void => this.#host.requestUpdate();

  /** Times go stale while nobody looks; while somebody does, a minute more or less is not worth a timer. */
  readonly #handleReturn = (): void => {
    if (document.visibilityState === 'visible') void this.#conversation.refresh();
  };
}
