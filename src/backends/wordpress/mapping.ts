import {decodeOnce} from '../../content/decode-once.js';
import type {Comment, NewComment} from '../../content/types.js';
import type {HttpAnswer} from '../http.js';
import {toComment} from '../received.js';
import {parse, readComments} from '../schema.js';
import type {About} from './article.js';
import type {Chunk} from './walk.js';
import {aboutSchema, commentSchema, listSchema, type WireComment} from './wire.js';

/**
 * Text as WordPress stores it: it takes everything for HTML, drops the tags it
 * does not know and gives entities back as what they stand for.
 */
export function encodeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Only these fields: the rest is computed for nothing, and pictures of authors are asked for nowhere. */
export const commentFields = 'id,parent,author,author_name,author_url,date_gmt,content,link,status';

const fromWire = (wire: WireComment, author: unknown): Comment =>
  toComment({
    id: wire.id,
    parentId: Number(wire.parent) === 0 ? null : wire.parent,
    name: decodeOnce(wire.author_name ?? ''),
    website: wire.author_url,
    role: wire.author && wire.author === author ? 'writer' : null,
    html: wire.content.rendered,
    createdAt: `${wire.date_gmt}Z`,
    status: wire.status === 'approved' ? 'published' : 'held',
    url: wire.link,
  });

export function toAbout(body: unknown): About {
  const {id, author, comment_status: status} = parse(aboutSchema, body);
  return {id: String(id), author, closed: status === undefined ? null : status !== 'open'};
}

/** Number of all matching comments, or null where a proxy took the header away. */
export function readTotal(headers: Headers): number | null {
  const total = headers.get('x-wp-total') ?? '';
  return /^\d{1,9}$/.test(total) ? Number(total) : null;
}

export function toChunk({body, headers}: HttpAnswer, author: unknown): Chunk {
  const rows = parse(listSchema, body);
  const {comments} = readComments(rows, commentSchema, (wire) => fromWire(wire, author));
  return {comments, rows: rows.length, total: readTotal(headers)};
}

/** Shown as typed, until the list is fetched again. */
const asTyped = (comment: Comment, sent: NewComment): Comment => ({
  ...comment,
  content: {text: sent.content.text, html: null},
});

/** The comment that the API says it made. */
export const toMade = (body: unknown, sent: NewComment): Comment =>
  asTyped(fromWire(parse(commentSchema, body), null), sent);

/** A comment of which only the number is known: WordPress shows it to nobody by REST. */
export function toHeld(id: string, {author, content, parentId}: NewComment): Comment {
  const {name, url: website} = author;
  return toComment({id, parentId, name, website, text: content.text, createdAt: Date.now(), status: 'held'});
}

/** Milliseconds within which a comment under the same name is the one that was just sent. */
const justNow = 60_000;

/** Finds what was sent among the newest comments: WordPress's form does not say what it made. */
export function findSent(comments: readonly Comment[], sent: NewComment, now: number): Comment | null {
  const found = comments.find(
    ({parentId, author, createdAt}) =>
      parentId === sent.parentId &&
      author.name === sent.author.name &&
      !(now - Date.parse(createdAt ?? '') > justNow),
  );
  return found ? asTyped(found, sent) : null;
}
