import type {ReactiveController} from 'lit';
import type {EditGrant} from '../backends/port.js';
import type {Comment} from '../content/types.js';
import type {LanguageController, LanguageHost} from '../language/controller.js';
import {absoluteTime} from '../language/dates.js';
import type {MessageKey} from '../language/messages.js';
import {localStore} from '../page/storage.js';
import type {Conversation} from './conversation.js';
import {fromFragment} from './follow-permalink.js';
import {Further} from './further.js';
import {OwnComments} from './own-comments.js';
import {ReplyPlace} from './reply-place.js';
import type {ReplySettings} from './reply-settings.js';
import type {Side} from './store.js';
import type {Branch} from './tree.js';
import {warnOfBadSettings, type ListSettings} from './warn-of-bad-settings.js';

const welcomeWords = ({status, parentId}: Comment): MessageKey => {
  if (status === 'held') return 'statusPending';
  return parentId === null ? 'statusPosted' : 'statusReplyPosted';
};

/** What a reader does with a conversation, and with the page around it. */
export class Acting implements ReactiveController {
  readonly #conversation: Conversation;
  readonly #host: ListSettings;
  readonly #language: LanguageController;
  readonly #further: Further;
  readonly #reply: ReplyPlace;

  constructor(
    conversation: Conversation,
    host: LanguageHost & ReplySettings & ListSettings,
    language: LanguageController,
  ) {
    this.#conversation = conversation;
    this.#host = host;
    this.#language = language;
    this.#further = new Further(conversation.store, new OwnComments(localStore));
    this.#reply = new ReplyPlace(conversation, host, language, ({comment, edit}) => {
      void this.welcome(comment, edit);
    });
    conversation.dateOf = (iso) => absoluteTime(language, iso);
    host.addController(this);
    // Times have their dates now.
    host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#handleHash);
    document.addEventListener('visibilitychange', this.#handleReturn);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#handleHash);
    document.removeEventListener('visibilitychange', this.#handleReturn);
  }

  hostUpdated(): void {
    warnOfBadSettings(this.#host);
    this.#reply.update();
  }

  /** After a reading: what became of the reader's held comments and, with `first`, where the page's address leads. */
  async lookAround(first: boolean): Promise<void> {
    if (first) this.#handleHash();
    for (const branch of await this.#further.askHeld()) this.#conversation.update(branch);
  }

  /** Does what a button says in its `data-do`. */
  async act(control: HTMLElement): Promise<void> {
    const conversation = this.#conversation;
    const branch = conversation.list.branchOf(control);
    switch (control.dataset['do']) {
      case 'next':
        return this.#more('next');
      case 'previous':
        return this.#more('previous');
      case 'sanitize':
        await conversation.bringPurifier();
        return conversation.refresh();
      case 'skip':
        control.dispatchEvent(new Event('skip-to-form', {bubbles: true, composed: true, cancelable: true}));
        return;
      case 'reply':
        return branch && this.#reply.open(branch);
      case 'like':
        return branch && this.#like(branch);
      case 'replies':
        return branch && this.#moreReplies(branch);
    }
  }

  /** Shows what the reader has just sent, says so and puts them there, unless `quietly`. */
  async welcome(comment: Comment, edit?: EditGrant, quietly = false): Promise<void> {
    const conversation = this.#conversation;
    const {store, list, announcer} = conversation;
    const branch = this.#further.add(comment, edit);
    if (!branch) return;
    await conversation.show([branch], store.order !== 'oldest');
    const article = list.articleOf(branch);
    article?.classList.add('new');
    if (quietly) return;
    article?.focus();
    announcer.say(this.#language.text(welcomeWords(comment)));
  }

  readonly #handleHash = (): void => {
    const id = fromFragment(location.hash);
    if (id !== null) void this.#goTo(id);
  };

  /** Times go stale while nobody looks; while somebody does, a minute more or less is not worth a timer. */
  readonly #handleReturn = (): void => {
    if (document.visibilityState === 'visible') void this.#conversation.refresh();
  };

  /** Puts the reader at a comment, which the server brings in where it can. */
  async #goTo(id: string): Promise<void> {
    const conversation = this.#conversation;
    const {store, list} = conversation;
    if (!store.tree.get(id)) await conversation.take(await this.#further.locate(id), () => {});
    await conversation.settled;
    const branch = store.tree.get(id);
    if (!branch) return;
    list.update(branch, conversation.view, true);
    list.articleOf(branch)?.focus();
  }

  /** Reads the page after or before what is shown. */
  async #more(where: Side): Promise<void> {
    const conversation = this.#conversation;
    const outcome = await this.#further.more(where);
    this.#greet(await conversation.take(outcome, () => void this.#more(where), where === 'previous'));
  }

  async #moreReplies(branch: Branch): Promise<void> {
    const conversation = this.#conversation;
    const outcome = await this.#further.moreReplies(branch);
    const added = await conversation.take(outcome, () => void this.#moreReplies(branch));
    conversation.update(branch);
    this.#greet(added);
  }

  async #like(branch: Branch): Promise<void> {
    const conversation = this.#conversation;
    const answer = this.#further.toggleLike(branch);
    conversation.update(branch);
    const error = await answer;
    conversation.update(branch);
    conversation.fail(error && {error, retry: () => void this.#like(branch)});
  }

  /** Puts the reader at the first of what is new, and says how much that is. */
  #greet(added: readonly Branch[]): void {
    const [first] = added;
    if (!first) return;
    const {announcer, list} = this.#conversation;
    announcer.say(this.#language.plural('newComments', added.length));
    list.articleOf(first)?.focus();
  }
}
