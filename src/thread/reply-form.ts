import {html, type TemplateResult} from 'lit';
import {pickShared} from '../form/shared-properties.js';
import {spread} from './spread.js';
import type {LanguageController} from '../language/controller.js';
import {nameOf} from './comment.js';
import {formParts} from '../form/parts.js';
import type {ReplyPlace} from './reply-place.js';

/** What the page has set on the conversation, as far as a reply form needs it. */
export type ReplySettings = Parameters<typeof pickShared>[0] & {readonly headingLevel: number};

/** The form that answers a comment: it has what the page has set on the conversation. */
export function renderReplyForm(
  host: ReplySettings,
  language: LanguageController,
  {branch, handleCreated, handleCancel}: ReplyPlace,
): TemplateResult {
  return html`<taaliq-form
    ${spread({
      ...pickShared(host),
      headingLevel: Math.min(6, host.headingLevel + 1),
      parentId: branch?.comment.id ?? '',
      parentName: branch ? nameOf(branch.comment, language) : '',
    })}
    exportparts=${formParts}
    lang=${language.tag}
    dir=${language.dir}
    @comment-created=${handleCreated}
    @reply-cancel=${handleCancel}
  ></taaliq-form>`;
}
