import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {BackendOptions, Created, EditGrant} from '../port.js';
import {anything} from '../schema.js';
import {encodeText, fromWire} from './mapping.js';
import {isCaptcha, toRefusal} from './refusal.js';
import type {Server} from './server.js';
import {commentSchema, type WireComment} from './wire.js';

/** A held comment can be asked for by anyone, at any time. */
const reading: EditGrant = {token: 'none', until: '9999-12-31T00:00:00.000Z'};

const toWrongAnswer = (): CommentError =>
  new CommentError('invalid', {fields: [{field: 'challenge', code: 'expired'}]});

export async function create(
  server: Server,
  {page, site}: BackendOptions,
  name: string,
  sent: NewComment,
  signal: AbortSignal,
): Promise<Created> {
  const {author, challenge, content, parentId} = sent;
  // Artalk would take the comment and put it at the top.
  if (/\D/.test(parentId ?? '')) throw new CommentError('parent-missing');
  const post = (): Promise<WireComment> =>
    server.ask(
      commentSchema,
      {
        path: ['comments'],
        method: 'POST',
        json: {
          name: author.name,
          email: author.email,
          link: author.url ?? '',
          content: encodeText(content.text),
          rid: Number(parentId),
          page_key: name,
          page_title: page.title,
          site_name: site,
        },
        refusal: (answer) => toRefusal(answer, sent),
      },
      signal,
    );
  const wire = await post().catch(async (error: unknown) => {
    if (challenge === null || !isCaptcha(error)) throw error;
    // Nothing was stored. Solved, it lets one comment pass.
    await server.ask(
      anything,
      {path: ['captcha', 'verify'], method: 'POST', json: {value: challenge}, refusal: toWrongAnswer},
      signal,
    );
    return post();
  });
  const comment = fromWire(wire, server.clock);
  const isHeld = comment.status === 'held';
  return {
    status: isHeld ? 'held' : 'published',
    id: comment.id,
    // The reader's own clock says when, in a zone that is known.
    comment: {...comment, createdAt: null},
    ...(isHeld && {edit: reading}),
  };
}
