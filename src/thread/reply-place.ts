import {html, nothing, render, type TemplateResult} from 'lit';
import type {CommentCreatedEvent} from '../form/comment-created-event.js';
import type {TaaliqForm} from '../form/form.js';
import {formParts} from '../form/parts.js';
import {pickShared} from '../form/shared-properties.js';
import type {LanguageController} from '../language/controller.js';
import {CommentReplyEvent} from './comment-reply-event.js';
import {nameOf} from './comment.js';
import type {Conversation} from './conversation.js';
import type {ReplySettings} from './reply-settings.js';
import {spread} from './spread.js';
import type {Branch} from './tree.js';

/** Where the one reply form stands: under the comment that is answered. */
export class ReplyPlace {
  readonly #conversation: Conversation;
  readonly #host: ReplySettings;
  readonly #language: LanguageController;
  readonly #sent: (event: CommentCreatedEvent) => void;
  readonly #place: HTMLElement = document.createElement('div');
  #branch: Branch | null = null;

  constructor(
    conversation: Conversation,
    host: ReplySettings,
    language: LanguageController,
    sent: (event: CommentCreatedEvent) => void,
  ) {
    this.#conversation = conversation;
    this.#host = host;
    this.#language = language;
    this.#sent = sent;
    this.#place.className = 'reply-place';
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
    // Gone with its list, or from it.
    if (this.#conversation.list.articleOf(this.#branch)) render(this.#renderForm(this.#branch), this.#place);
    else this.#close();
  }

  readonly #handleCreated = (event: CommentCreatedEvent): void => {
    event.claimFocus();
    this.#close();
    this.#sent(event);
  };

  /** The reader goes on where they were before. */
  readonly #handleCancel = (): void => {
    const article = this.#branch && this.#conversation.list.articleOf(this.#branch);
    this.#close();
    article?.querySelector<HTMLElement>('[data-do=reply]')?.focus();
  };

  /**
   * Escape gives up a reply also as long as the part of its form that knows
   * this key has not come; what was typed stays a draft then.
   */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    this.#handleCancel();
  };

  #close(): void {
    this.#branch = null;
    render(nothing, this.#place);
    this.#place.remove();
  }

  #renderForm({comment}: Branch): TemplateResult {
    const {thread, strings, blockedWords, headers, headingLevel} = this.#host;
    return html`<taaliq-form
      ${spread({
        // What is not set here has the form's own default.
        ...Object.fromEntries(
          Object.entries(pickShared(this.#host)).filter(([, value]) => value !== undefined),
        ),
        thread,
        strings,
        blockedWords,
        headers,
        headingLevel: Math.min(6, headingLevel + 1),
        parentId: comment.id,
        parentName: nameOf(comment, this.#language),
      })}
      exportparts=${formParts}
      lang=${this.#language.tag}
      dir=${this.#language.dir}
      @comment-created=${this.#handleCreated}
      @reply-cancel=${this.#handleCancel}
      @keydown=${this.#handleKey}
    ></taaliq-form>`;
  }
}
