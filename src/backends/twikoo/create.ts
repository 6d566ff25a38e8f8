import {countCharacters} from '../../content/count.js';
import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import {pagePath} from '../page-path.js';
import type {BackendOptions, Capabilities, Created} from '../port.js';
import type {AccessToken} from './access-token.js';
import type {Call} from './call.js';
import {toCaptcha} from './captcha.js';
import {toHtml} from './encode.js';
import {usualLength} from './mapping.js';
import type {Place, Reading} from './reading.js';
import {createdSchema} from './wire.js';

/** Its author may delete it at any time. */
const always = '9999-12-31T23:59:59.999Z';

/** Sends comments, and finds out what became of them. `known`: what the server can do, once it has said so. */
export function openSending(
  call: Call,
  {read, places}: Reading,
  token: AccessToken,
  {page}: BackendOptions,
  known: () => Capabilities | undefined,
): (sent: NewComment, signal: AbortSignal) => Promise<Created> {
  /** The server does not look: a reply that does not name the top of its branch would be lost. */
  async function findParent({thread, parentId}: NewComment, signal: AbortSignal): Promise<Place | null> {
    if (parentId === null) return null;
    if (!places.has(parentId)) await read(thread, null, signal);
    const place = places.get(parentId);
    if (!place) throw new CommentError('parent-missing');
    return place;
  }

  return async (sent, signal) => {
    const {thread, parentId, author, content, challenge} = sent;
    const parent = await findParent(sent, signal);
    const limit = known()?.maxLength;
    const html = content.inline?.replaceAll('\n', '<br>') ?? toHtml(content.text, limit ?? usualLength);
    const over = limit ? html.length - limit : 0;
    if (over > 0) {
      // The server would refuse it, and the reader counts the characters of the text.
      const allowed = Math.max(1, countCharacters(content.text) - over);
      const field = {field: 'content', code: 'too-long', limit: allowed} as const;
      throw new CommentError('invalid', {fields: [field]});
    }
    const accessToken = token.make();
    const fields = {
      accessToken,
      url: pagePath(thread, page),
      href: page.canonical ?? page.url,
      // It has to be there. What the reader's browser is concerns nobody.
      ua: 'Taaliq',
      nick: author.name,
      mail: author.email,
      link: author.url ?? '',
      comment: html,
      ...(parent && {pid: parentId, rid: parent.root}),
      ...toCaptcha(challenge),
    };
    const id = String((await call('COMMENT_SUBMIT', fields, createdSchema, signal)).id);
    // Only the list says whether it waits for a moderator, and only to its author.
    const list = await read(thread, parent?.before ?? null, signal).catch(() => null);
    const comment = list?.comments.find((one) => one.id === id) ?? null;
    // A list that could not be read proves nothing.
    const status = list && comment?.status !== 'published' ? 'held' : 'published';
    return {status, id, comment, edit: {token: accessToken, until: always}};
  };
}
