import {html, nothing, type TemplateResult} from 'lit';
import {displayName} from '../content/clean-name.js';
import {textDirection} from '../content/direction.js';
import {safeLink} from '../content/link.js';
import type {Comment} from '../content/types.js';
import type {LanguageController} from '../language/controller.js';
import {absoluteTime, relativeTime} from '../language/dates.js';
import {initial} from './initial.js';
import {permalink} from './permalink.js';

/** What every comment of a conversation is shown with. */
export interface CommentView {
  readonly language: LanguageController;
  /** Level of a comment's heading. */
  readonly level: number;
  /** Whether comments can be answered. */
  readonly reply: boolean;
  readonly like: 'toggle' | 'once' | null;
  /** Levels of indentation. */
  readonly depth: number;
}

/** What is shown of a comment's content. `unsafe`: its HTML could not be made safe. */
export type Body =
  | {readonly kind: 'nodes'; readonly nodes: DocumentFragment; readonly shortened: boolean}
  | {readonly kind: 'unsafe'};

export interface ShownComment {
  readonly comment: Comment;
  /** The comment that this one answers, when it is known. */
  readonly parent: Comment | null;
  /** Its place among the others no longer tells whom it answers. */
  readonly flat: boolean;
  readonly body: Body;
  readonly liked: boolean;
  /** Told by its date instead of its age: the reader has gone to its own address. */
  readonly dated: boolean;
  /** Names the elements of this comment. */
  readonly number: number;
}

type Piece = TemplateResult | typeof nothing;

/** The name a person is shown by. A name moves nothing beside it: an isolate that is a block of its own. */
export function nameOf({author}: Comment, language: LanguageController): string {
  return displayName(author.name) || language.text('anonymous');
}

function renderAuthor({author}: Comment, name: string, {dir}: LanguageController): TemplateResult {
  const url = author.url && safeLink(author.url);
  const link =
    url &&
    html`<a href=${url} rel="nofollow ugc noopener" target="_blank" referrerpolicy="strict-origin"
      >${name}</a
    >`;
  return html`<bdi part="author" class="author name" dir=${textDirection(name, dir)} translate="no"
    >${link || name}</bdi
  >`;
}

function renderAnswered(parent: Comment, flat: boolean, language: LanguageController): TemplateResult {
  const name = nameOf(parent, language);
  return html`<span class=${flat ? 'answers' : 'hidden'}
    >${language.template('inReplyTo', {
      name: html`<bdi class="name" dir=${textDirection(name, language.dir)} translate="no">${name}</bdi>`,
    })}</span
  >`;
}

function renderBadge({author}: Comment, language: LanguageController): Piece {
  switch (author.role) {
    case 'writer':
      return html`<span part="badge" class="badge">${language.text('authorBadge')}</span>`;
    case 'moderator':
      return html`<span part="badge" class="badge">${language.text('moderatorBadge')}</span>`;
    case null:
      return nothing;
  }
}

function renderTime({comment, dated}: ShownComment, {language}: CommentView): Piece {
  const {createdAt, id} = comment;
  if (createdAt === null) return nothing;
  const date = absoluteTime(language, createdAt);
  return html`<a class="when" href=${permalink(id)}
    ><time part="time" datetime=${createdAt} title=${date}
      >${dated ? date : relativeTime(language, createdAt)}</time
    ></a
  >`;
}

function renderHeading(shown: ShownComment, view: CommentView): TemplateResult {
  const {comment, parent, flat, number} = shown;
  const {language} = view;
  const {editedAt} = comment;
  return html`<div class="heading" id="heading-${number}" role="heading" aria-level=${view.level}>
    ${renderAuthor(comment, nameOf(comment, language), language)} ${renderBadge(comment, language)}
    <span class="meta">
      ${parent ? renderAnswered(parent, flat, language) : nothing} ${renderTime(shown, view)}
      ${
        editedAt
          ? html`<span class="edited" title=${absoluteTime(language, editedAt)}
              >${language.text('edited')}</span
            >`
          : nothing
      }
    </span>
  </div>`;
}

function renderBody(body: Body, language: LanguageController): TemplateResult {
  switch (body.kind) {
    case 'nodes':
      return html`<div part="body" class="body">${body.nodes}</div>
        ${body.shortened ? html`<p class="note">${language.text('commentShortened')}</p>` : nothing}`;
    case 'unsafe':
      return html`<p part="body" class="note">
        ${language.text('unsafeComment')}
        <button type="button" class="quiet" data-do="sanitize">${language.text('retry')}</button>
      </p>`;
  }
}

function renderStatus({status}: Comment, language: LanguageController): Piece {
  switch (status) {
    case 'held':
      return html`<p class="note waiting">${language.text('statusPending')}</p>`;
    case 'rejected':
      return html`<p class="note">${language.text('statusRejected')}</p>`;
    case 'published':
    case 'deleted':
      return nothing;
  }
}

function renderActions({comment, liked, number}: ShownComment, {language, reply, like}: CommentView): Piece {
  if (comment.status !== 'published' || (!reply && !like)) return nothing;
  return html`<div part="actions" class="actions">
    ${
      reply
        ? html`<button
            type="button"
            part="reply"
            class="action"
            data-do="reply"
            aria-label=${language.text('replyTo', {name: nameOf(comment, language)})}
          >
            ${language.text('reply')}
          </button>`
        : nothing
    }
    ${
      like
        ? html`<button
            type="button"
            part="like"
            class="action like"
            data-do="like"
            id="like-${number}"
            aria-labelledby="like-${number} heading-${number}"
            aria-pressed=${liked}
            aria-disabled=${liked && like === 'once' ? 'true' : nothing}
          >
            ${language.text('like')}${comment.likes ? html` <bdi>${language.number(comment.likes)}</bdi>` : nothing}
          </button>`
        : nothing
    }
  </div>`;
}

/** What stands in a comment's `<article>`. */
export function renderComment(shown: ShownComment, view: CommentView): TemplateResult {
  const {comment, body, number} = shown;
  const {language} = view;
  if (comment.status === 'deleted') {
    return html`<span class="disc" aria-hidden="true"></span>
      <div class="heading note" id="heading-${number}" role="heading" aria-level=${view.level}>
        ${language.text('deletedComment')}
      </div>`;
  }
  return html`<span class="disc" aria-hidden="true">${initial(displayName(comment.author.name))}</span>
    ${renderHeading(shown, view)} ${renderBody(body, language)} ${renderStatus(comment, language)}
    ${renderActions(shown, view)}`;
}
