import {decodeOnce} from '../../content/decode-once.js';
import {escapeText} from '../../content/escape-html.js';
import type {Comment} from '../../content/types.js';
import type {HttpAnswer} from '../http.js';
import type {Created} from '../port.js';
import {toComment, toCount} from '../received.js';
import {parse, readComments} from '../schema.js';
import {commentSchema, listSchema, type WireComment} from './wire.js';

/**
 * Text as WordPress stores it: it takes everything for HTML, drops the tags it
 * does not know and gives entities back as what they stand for.
 */
export const encodeText = escapeText;

/** Only these fields: the rest is computed for nothing, and pictures of authors are asked for nowhere. */
export const fields = {_fields: Object.keys(commentSchema.shape).join()};

const fromWire = (wire: WireComment): Comment =>
  toComment({
    id: wire.id,
    parentId: wire.parent || null,
    escapedName: wire.author_name,
    // Escaped, too, unless a moderator wrote it.
    website: decodeOnce(String(wire.author_url)),
    html: wire.content.rendered,
    createdAt: `${wire.date_gmt}Z`,
    status: wire.status === 'approved' && 'published',
    url: wire.link,
  });

/** Number of all matching comments, or null where a proxy took the header away. */
export const readTotal = ({headers}: HttpAnswer): number | null =>
  toCount(Number(headers.get('x-wp-total') ?? NaN));

/** Comments of a list; those that could not be read are counted. */
export const toComments = ({body}: HttpAnswer): ReturnType<typeof readComments> =>
  readComments(parse(listSchema, body), commentSchema, fromWire);

/** What the API says that it made. */
export const toCreated = ({body}: HttpAnswer): Created => made(fromWire(parse(commentSchema, body)));

/** What the API shows of it says whether it is for everybody. */
export const made = (comment: Comment): Created => ({
  status: comment.status === 'published' ? 'published' : 'held',
  id: comment.id,
  comment,
});

/** Taken, and nothing more is known. */
export const taken: Created = {status: 'published', id: null, comment: null};
