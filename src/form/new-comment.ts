import type {Created} from '../backends/port.js';
import {textDirection} from '../content/direction.js';
import {toLocalId} from '../content/local-id.js';
import {loadSanitizer} from '../content/sanitize/load.js';
import {textToHtml} from '../content/text-to-html.js';
import type {Comment, Direction, NewComment} from '../content/types.js';
import {toWebsite} from '../content/website.js';
import type {FormValues} from './check.js';

/** What a comment has besides what the reader wrote. */
export interface Surroundings {
  readonly thread: string;
  readonly parentId: string;
  readonly lang: string;
  /** Direction of the widget. */
  readonly dir: Direction;
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

/** The comment as it is sent. `values` are clean and have been checked. */
export async function toNewComment(values: FormValues, around: Surroundings): Promise<NewComment> {
  const {name, email, website, text, decoy} = values;
  const {thread, parentId, lang, dir, agreeRules, rulesVersion, agreePrivacy, key} = around;
  return {
    thread,
    parentId: parentId || null,
    author: {name, email, url: website ? toWebsite(website) : null},
    content: {text, html: await safeHtml(text, dir)},
    lang,
    dir: textDirection(text, dir),
    agreed: {rules: agreeRules ? rulesVersion || true : null, privacy: agreePrivacy || null},
    decoy,
    challenge: null,
    key,
  };
}

/** An accepted comment as it is shown: from the reader's own text, until the list is fetched again. */
export function toShownComment(sent: NewComment, {id, status, comment}: Created): Comment {
  return {
    id: id ?? comment?.id ?? toLocalId(sent.key),
    parentId: sent.parentId,
    author: {name: sent.author.name, url: sent.author.url, role: comment?.author.role ?? null},
    content: {text: sent.content.text, html: null},
    createdAt: comment?.createdAt ?? new Date().toISOString(),
    editedAt: null,
    status,
    likes: 0,
    url: comment?.url ?? null,
    moreReplies: 0,
  };
}
