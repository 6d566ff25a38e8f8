import {html, nothing, type TemplateResult} from 'lit';
import type {Comment, CommentStatus} from '../content/types.js';
import type {LanguageController} from '../language/controller.js';
import type {MessageKey} from '../language/messages.js';

const words: Readonly<Partial<Record<CommentStatus, MessageKey>>> = {
  held: 'statusPending',
  rejected: 'statusRejected',
};

/** What a comment's author is told of it. */
export const renderStatus = (
  {status}: Comment,
  language: LanguageController,
): TemplateResult | typeof nothing =>
  words[status] ? html`<p class="note">${language.text(words[status])}</p>` : nothing;
