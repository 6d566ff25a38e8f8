import type {LitElement, ReactiveController} from 'lit';
import type {BackendSettings} from '../backends/connect-backend.js';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import {whenNear} from '../page/near-view.js';
import {articleKey} from './article-key.js';
import {openRequest} from './count-request.js';
import {isAbout} from './is-about.js';

export type CountState =
  | {readonly status: 'waiting'}
  | {readonly status: 'known'; readonly number: number}
  | {readonly status: 'failed'};

type CountHost = LitElement & BackendSettings & {readonly thread: string};

/** The number of comments of a conversation, for an element that says which. */
export class CountController implements ReactiveController {
  readonly #host: CountHost;
  /** Called when the number has been asked for. */
  readonly #asked: () => void;
  /** Which number is wanted: it is asked for once. */
  #wanted = '';
  #backend: unknown;
  #thread = '';
  #leave: (() => void) | undefined;
  state: CountState = {status: 'waiting'};

  constructor(host: CountHost, asked: () => void) {
    this.#host = host;
    this.#asked = asked;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('comment-created', this.#handleCreated);
    // Elsewhere it may be about another article.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('comment-created', this.#handleCreated);
    // Not when it only moves.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#giveUp();
    });
  }

  hostUpdate(): void {
    this.#want();
  }

  /** Waits for the number until the element is near the view: the first that is near asks for all. */
  #want(): void {
    if (!this.#host.isConnected) return;
    const {backend, endpoint, site, headers, credentials} = this.#host;
    const thread = this.#host.thread || articleKey(this.#host);
    const wanted = JSON.stringify([endpoint, site, headers, credentials, thread]);
    if (wanted === this.#wanted && backend === this.#backend) return;
    this.#giveUp();
    this.#wanted = wanted;
    this.#backend = backend;
    this.#thread = thread;
    this.state = {status: 'waiting'};
    const request = openRequest({backend, endpoint, site, headers, credentials});
    const leave = request.join(thread, (number) => {
      stop();
      this.#leave = undefined;
      this.#show(number === undefined ? {status: 'failed'} : {status: 'known', number});
    });
    const stop = whenNear(this.#host, () => {
      this.#asked();
      request.send();
    });
    this.#leave = () => {
      stop();
      leave();
    };
  }

  /** Waits no longer; wanted again, it is asked for again. */
  #giveUp(): void {
    this.#leave?.();
    if (this.#leave) this.#wanted = '';
    this.#leave = undefined;
  }

  #show(state: CountState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  readonly #handleCreated = (event: Event): void => {
    // Proof: the name is that of our own event.
    const {status} = event as CommentCreatedEvent;
    const {backend, endpoint, site} = this.#host;
    const {state} = this;
    if (state.status !== 'known' || status !== 'published') return;
    if (isAbout(event.composedPath()[0], {backend, endpoint, site, thread: this.#thread}))
      this.#show({status: 'known', number: state.number + 1});
  };
}
