import type {ReactiveController} from 'lit';
import type {EditGrant} from '../backends/port.js';
import type {Comment} from '../content/types.js';
import type {LanguageController, LanguageHost} from '../language/controller.js';
import {absoluteTime} from '../language/dates.js';
import type {MessageKey} from '../language/messages.js';
import type {EditorSettings} from '../form/editor.js';
import {localStore, sessionStore} from '../page/storage.js';
import {Changing} from './changing.js';
import {renderStatus} from './comment-status.js';
import type {Conversation} from './conversation.js';
import {fromFragment} from './follow-permalink.js';
import {Further} from './further.js';
import {OwnComments} from './own-comments.js';
import {ReplyPlace} from './reply-place.js';
import type {ReplySettings} from './reply-settings.js';
import type {Side} from './store.js';
import type {Branch} from './tree.js';
import {styles} from './acting.styles.js';
import {warnOfBadSettings, type ListSettings} from './warn-of-bad-settings.js';

const welcomeWords = ({status, parentId}: Comment): MessageKey => {
  if (status === 'held') return 'statusPending';
  return parentId === null ? 'statusPosted' : 'statusReplyPosted';
};

/** The element, with what the page has set on it. */
export type ReaderHost = LanguageHost & ReplySettings & ListSettings & EditorSettings;

/** What a reader does with a conversation, and with the page around it. */
export class Acting implements ReactiveController {
  readonly #conversation: Conversation;
  readonly #host: ListSettings;
  readonly #language: LanguageController;
  readonly #further: Further;
  readonly #reply: ReplyPlace;
  readonly #changing: Changing;

  constructor(conversation: Conversation, host: ReaderHost, language: LanguageController) {
    this.#conversation = conversation;
    this.#host = host;
    this.#language = language;
    const own = new OwnComments(localStore, sessionStore);
    this.#further = new Further(conversation.store, own);
    this.#changing = new Changing(conversation, host, language, this.#further, own);
    this.#reply = new ReplyPlace(conversation, host, language, ({comment, edit}) => {
      void this.welcome(comment, edit);
    });
    conversation.extras = {
      dateOf: (iso) => absoluteTime(language, iso),
      status: (comment) => renderStatus(comment, language),
      offers: (branch) => this.#changing.offers(branch),
      complete: (shown, article) => this.#changing.complete(shown, article),
      instead: (branch) => this.#changing.instead(branch),
    };
    const {styleSheet} = styles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
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
    this.#changing.leave();
  }

  hostUpdated(): void {
    warnOfBadSettings(this.#host, this.#conversation.store);
    this.#reply.update();
    this.#changing.update();
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
      case 'edit':
        return branch && this.#changing.edit(branch);
      case 'remove':
        return branch && this.#changing.remove(branch);
      case 'report':
        return branch && this.#changing.report(branch);
      case 'replies':
        return branch && this.#moreReplies(branch);
    }
  }

  /** Shows what the reader has just sent, says so and puts them there, unless `quietly`. */
  async welcome(comment: Comment, edit?: EditGrant, quietly = false): Promise<void> {
    const conversation = this.#conversation;
    const {store, list, announcer} = conversation;
    // Nothing is shown of a server that only takes comments.
    if (store.state === 'absent') return;
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
    const answer = this.#further.toggleLike(branch);
    this.#changing.tell(branch, null);
    this.#changing.tell(branch, await answer);
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
