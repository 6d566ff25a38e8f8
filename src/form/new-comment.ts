import {CommentError} from '../backends/errors.js';
import type {Created} from '../backends/port.js';
import {textDirection} from '../content/direction.js';
import {toLocalId} from '../content/local-id.js';
import {markupToText} from '../content/markup.js';
import {markupToHtml, markupToInline} from '../content/markup-to-html.js';
import {loadSanitizer} from '../content/sanitize/load.js';
import {textToHtml} from '../content/text-to-html.js';
import type {Comment, Content, Direction, NewComment} from '../content/types.js';
import {toWebsite} from '../content/website.js';
import type {FormValues} from './check.js';

/** What a comment has besides what the reader wrote. */
export interface Surroundings {
  readonly thread: string;
  readonly parentId: string;
  readonly lang: string;
  /** Direction of the widget. */
  readonly dir: Direction;
  /** Tags may be written. */
  readonly markup: boolean;
  readonly agreeRules: boolean;
  readonly rulesVersion: string;
  readonly agreePrivacy: boolean;
  readonly key: string;
}

/** The text as HTML that has passed the sanitizer; null when that cannot be loaded. */
export async function safeHtml(text: string, dir: Direction): Promise<string | null> {
  try {
    const {toSafeHtml} = await loadSanitizer();
    return toSafeHtml(textToHtml(text, dir));
  } catch {
    // The text alone is enough for every server.
    return null;
  }
}

/** What a reader typed, in the shapes that servers take. */
export type Written = NewComment['content'];

/** As it stood in the box, cleaned. */
export const typedText = ({content}: {readonly content: Written}): string => content.source ?? content.text;

/**
 * What was typed with tags, as what becomes of it. Rejects with a
 * `CommentError` when nothing has decided what may stay: then it is not sent.
 */
export async function toWritten(source: string, dir: Direction): Promise<Written> {
  const sanitizer = await loadSanitizer().catch((cause: unknown) => {
    throw new CommentError('network', {cause});
  });
  const html = sanitizer.toSafeMarkup(markupToHtml(source), dir);
  const inline = sanitizer.toSafeHtml(markupToInline(source), true);
  if (html === null || inline === null)
    throw new CommentError('invalid', {fields: [{field: 'content', code: 'too-long'}]});
  return {text: markupToText(source), html, source, inline};
}

/** The comment as it is sent. `values` are clean and have been checked. */
export async function toNewComment(values: FormValues, around: Surroundings): Promise<NewComment> {
  const {name, email, website, decoy} = values;
  const {thread, parentId, lang, dir, markup, agreeRules, rulesVersion, agreePrivacy, key} = around;
  const content = markup
    ? await toWritten(values.text, dir)
    : {text: values.text, html: await safeHtml(values.text, dir)};
  return {
    thread,
    parentId: parentId || null,
    author: {name, email, url: website ? toWebsite(website) : null},
    content,
    lang,
    dir: textDirection(content.text, dir),
    agreed: {rules: agreeRules ? rulesVersion || true : null, privacy: agreePrivacy || null},
    decoy,
    challenge: null,
    key,
  };
}

/** What was written as it is shown: text as text, and what was written with tags as what became of it. */
export const toContent = ({text, html, source}: Written): Content =>
  source === undefined ? {text, html: null} : {text: null, html, source};

/** An accepted comment as it is shown: from the reader's own text, until the list is fetched again. */
export function toShownComment(sent: NewComment, {id, status, comment}: Created): Comment {
  return {
    id: id ?? comment?.id ?? toLocalId(sent.key),
    parentId: sent.parentId,
    author: {name: sent.author.name, url: sent.author.url, role: comment?.author.role ?? null},
    content: toContent(sent.content),
    createdAt: comment?.createdAt ?? new Date().toISOString(),
    editedAt: null,
    status,
    likes: 0,
    url: comment?.url ?? null,
    moreReplies: 0,
  };
}
