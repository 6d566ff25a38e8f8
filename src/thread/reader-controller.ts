import type {ReactiveController} from 'lit';
import {CommentError} from '../backends/errors.js';
import type {LanguageController} from '../language/controller.js';
import {eitherAddress} from '../page/either-address.js';
import {localStore} from '../page/storage.js';
import type {Acting, ReaderHost} from './acting.js';
import type {Conversation} from './conversation.js';
import {deviceKeys} from './device.js';

type ActingCode = typeof import('./acting.js');

const loadActing = eitherAddress<ActingCode>(
  () => import('./acting.js'),
  () => import('./acting.js?retry'),
);

/**
 * Brings in the code for what a reader does with the conversation: once the
 * first comments are shown, or before them where the device remembers something
 * of theirs.
 */
export class ReaderController implements ReactiveController {
  readonly #host: ReaderHost;
  readonly #conversation: Conversation;
  readonly #language: LanguageController;
  #acting: Acting | undefined;

  constructor(host: ReaderHost, conversation: Conversation, language: LanguageController) {
    this.#host = host;
    this.#conversation = conversation;
    this.#language = language;
    host.addController(this);
    conversation.before = async () => {
      if (Object.values(deviceKeys).some((key) => localStore.get(key) !== null)) await this.#prepareQuietly();
    };
    conversation.after = async (first) => {
      await this.#prepareQuietly();
      await this.#acting?.lookAround(first);
    };
  }

  hostConnected(): void {
    addEventListener('popstate', this.#handleAddress);
    // Reads again what was given up when it was taken out of the page.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#handleAddress);
    // An element that is moved is connected again by then, and goes on reading.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#conversation.store.abort();
    });
  }

  /** Does something once the code for it is here; says so when it cannot be loaded. */
  async act(what: (acting: Acting) => unknown): Promise<void> {
    try {
      what(await this.#prepare());
    } catch (cause) {
      const retry = (): void => {
        this.#conversation.fail(null);
        void this.act(what);
      };
      this.#conversation.fail({error: new CommentError('network', {cause}), retry});
    }
  }

  async #prepare(): Promise<Acting> {
    // To import again what is there takes a turn of the browser, in which a press would wait.
    if (this.#acting) return this.#acting;
    const code = await loadActing();
    return (this.#acting ??= new code.Acting(this.#conversation, this.#host, this.#language));
  }

  async #prepareQuietly(): Promise<void> {
    try {
      await this.#prepare();
    } catch {
      // The conversation is worth showing without; it is tried again when the reader acts.
    }
  }

  /** Without a `thread` of its own the conversation is that of the page's address. */
  readonly #handleAddress = (): void => this.#host.requestUpdate();
}
