import {nothing, render, type TemplateResult} from 'lit';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import type {TaaliqForm} from '../form/form.js';
import {CommentReplyEvent} from './comment-reply-event.js';
import type {Conversation} from './conversation.js';
import type {Branch} from './tree.js';

/** Where the one reply form stands: under the comment that is answered. */
export class ReplyPlace {
  readonly #conversation: Conversation;
  readonly #form: (place: ReplyPlace) => TemplateResult;
  readonly #place: HTMLElement = document.createElement('div');
  #branch: Branch | null = null;

  constructor(conversation: Conversation, form: (place: ReplyPlace) => TemplateResult) {
    this.#conversation = conversation;
    this.#form = form;
    this.#place.className = 'reply-place';
  }

  /** The comment that is answered. */
  get branch(): Branch | null {
    return this.#branch;
  }

  async open(branch: Branch): Promise<void> {
    const article = this.#conversation.list.articleOf(branch);
    if (!article) return;
    if (branch !== this.#branch) {
      // Another comment has another draft, which a form reads when it is made.
      this.#close();
      this.#branch = branch;
      article.after(this.#place);
      this.update();
      article.dispatchEvent(new CommentReplyEvent(branch.comment));
    }
    const form = this.#place.querySelector<TaaliqForm>('taaliq-form');
    await form?.updateComplete;
    form?.focus();
  }

  /** Hands the page's settings on, and goes when its comment has gone. */
  update(): void {
    if (!this.#branch) return;
    if (this.#conversation.has(this.#branch)) render(this.#form(this), this.#place);
    else this.#close();
  }

  readonly handleCreated = (event: CommentCreatedEvent): void => {
    event.claimFocus();
    this.#close();
    void this.#conversation.welcome(event.comment, event.edit);
  };

  /** The reader goes on where they were before. */
  readonly handleCancel = (): void => {
    const article = this.#branch && this.#conversation.list.articleOf(this.#branch);
    this.#close();
    article?.querySelector<HTMLElement>('[data-do=reply]')?.focus();
  };

  #close(): void {
    this.#branch = null;
    render(nothing, this.#place);
    this.#place.remove();
  }
}
