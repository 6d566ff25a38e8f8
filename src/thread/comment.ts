import {html, nothing, type TemplateResult} from 'lit';
import {displayName} from '../content/clean-name.js';
import {textDirection} from '../content/direction.js';
import {safeLink} from '../content/link.js';
import {isLocalId} from '../content/local-id.js';
import type {Comment} from '../content/types.js';
import type {LanguageController} from '../language/controller.js';
import {relativeTime} from '../language/relative-time.js';
import {initial} from './initial.js';
import {permalink} from './permalink.js';
import type {Branch} from './tree.js';

/** What comes with the code for what a reader does. */
export interface CommentExtras {
  /** A time as a date. */
  dateOf(iso: string): string;
  /** What a comment's author is told of it. */
  status(comment: Comment): unknown;
  /** Whether there is more to do with a comment than to answer and like it. */
  offers(branch: Branch): boolean;
  /** Adds that to a comment that has just been rendered. */
  complete(shown: ShownComment, article: Element | null): void;
  /** What stands instead of what was written while its author changes it. */
  instead(branch: Branch): unknown;
}

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
  /** Comes a moment later. */
  readonly extras: CommentExtras | null;
  readonly isLiked: (branch: Branch) => boolean;
  /** Replies that can be asked for. */
  readonly repliesLeft: (branch: Branch) => number;
}

/** What is shown of a comment's content. */
export interface Body {
  readonly fragment: DocumentFragment;
  /** It was so long that a part is missing. */
  readonly shortened: boolean;
}

export interface ShownComment {
  readonly branch: Branch;
  /** Null: what there is cannot be shown safely. */
  readonly body: Body | null;
  /** Told by its date instead of its age: the reader has gone to its own address. */
  readonly dated: boolean;
  /** Names the elements of this comment. */
  readonly number: number;
}

const roleWords = {writer: 'authorBadge', moderator: 'moderatorBadge'} as const;

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

function renderBadge({author: {role}}: Comment, language: LanguageController): Piece {
  return role ? html`<span part="badge" class="badge">${language.text(roleWords[role])}</span>` : nothing;
}

function renderTime({branch, dated}: ShownComment, {language, extras}: CommentView): Piece {
  const {createdAt, id} = branch.comment;
  if (createdAt === null) return nothing;
  const date = extras?.dateOf(createdAt);
  return html`<a class="when" href=${permalink(id)}
    ><time part="time" datetime=${createdAt} title=${date ?? nothing}
      >${(dated && date) || relativeTime(language, createdAt)}</time
    ></a
  >`;
}

function renderHeading(shown: ShownComment, view: CommentView): TemplateResult {
  const {branch, number} = shown;
  const {comment, parent, level} = branch;
  const {language, extras} = view;
  const {editedAt} = comment;
  return html`<div class="heading" id="heading-${number}" role="heading" aria-level=${view.level}>
    ${renderAuthor(comment, nameOf(comment, language), language)} ${renderBadge(comment, language)}
    <span class="meta">
      ${parent ? renderAnswered(parent.comment, level > view.depth, language) : nothing}
      ${renderTime(shown, view)}
      ${
        editedAt
          ? html`<span class="edited" title=${extras?.dateOf(editedAt) ?? nothing}
              >${language.text('edited')}</span
            >`
          : nothing
      }
    </span>
  </div>`;
}

function renderBody(body: Body | null, language: LanguageController): TemplateResult {
  if (!body)
    return html`<p part="body" class="note">
      ${language.text('unsafeComment')}
      <button type="button" class="quiet" data-do="sanitize">${language.text('retry')}</button>
    </p>`;
  return html`<div part="body" class="body">${body.fragment}</div>
    ${body.shortened ? html`<p class="note">${language.text('commentShortened')}</p>` : nothing}`;
}

function renderActions(shown: ShownComment, view: CommentView): Piece {
  const {number, branch} = shown;
  const {comment} = branch;
  const {language} = view;
  const published = comment.status === 'published' && !isLocalId(comment.id);
  const like = published && view.like;
  const reply = published && view.reply;
  if (!reply && !like && !view.extras?.offers(branch)) return nothing;
  const liked = view.isLiked(branch);
  return html`<div part="actions" class="actions">
    ${
      reply
        ? html`<button
            type="button"
            part="reply"
            class="quiet action"
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
            class="quiet action like"
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

function renderDeleted({number}: ShownComment, {language, level}: CommentView): TemplateResult {
  return html`<div class="heading note" id="heading-${number}" role="heading" aria-level=${level}>
    ${language.text('deletedComment')}
  </div>`;
}

function renderInner(shown: ShownComment, view: CommentView): TemplateResult {
  const {branch, body} = shown;
  const {extras, language} = view;
  const heading = renderHeading(shown, view);
  const instead = extras?.instead(branch);
  return instead
    ? html`${heading} ${instead}`
    : html`${heading} ${renderBody(body, language)} ${extras?.status(branch.comment)}
      ${renderActions(shown, view)}`;
}

/** What stands in a comment's `<li>`; the list puts its replies after the article. */
export function renderComment(shown: ShownComment, view: CommentView): TemplateResult {
  const {number, branch} = shown;
  const {status, author} = branch.comment;
  const left = view.repliesLeft(branch);
  return html`<article
      id="comment-${number}"
      part="comment"
      class="comment ${status === 'held' ? 'held' : ''}"
      tabindex="-1"
      aria-labelledby="heading-${number}"
      data-initial=${status === 'deleted' ? '' : initial(displayName(author.name))}
    >
      ${status === 'deleted' ? renderDeleted(shown, view) : renderInner(shown, view)}
    </article>
    ${
      left
        ? html`<button type="button" part="more" class="quiet action" data-do="replies">
            ${view.language.plural('showReplies', left)}
          </button>`
        : nothing
    }`;
}
