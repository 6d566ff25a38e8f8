import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import type {BackendOptions, Created} from '../port.js';
import {encodeText, fromWire} from './mapping.js';
import {toRefusal, wantsCaptcha} from './refusal.js';
import type {Server} from './server.js';
import {commentSchema, refusalSchema, type WireComment} from './wire.js';

/** A held comment can be asked for by anyone, for as long as the widget remembers it. */
const readingTime = 30 * 24 * 60 * 60_000;

/** Lets pass exactly one more comment. */
async function solveCaptcha(server: Server, value: string, signal: AbortSignal): Promise<void> {
  const question = {
    path: ['captcha', 'verify'],
    method: 'POST',
    json: {value},
    refusal: () => new CommentError('invalid', {fields: [{field: 'challenge', code: 'expired'}]}),
  } as const;
  await server.ask(refusalSchema, question, signal);
}

export async function create(
  server: Server,
  {page, site}: BackendOptions,
  name: string,
  sent: NewComment,
  signal: AbortSignal,
): Promise<Created> {
  const {author, challenge, content, parentId} = sent;
  // Artalk would take the comment and put it at the top.
  if (parentId !== null && !/^\d+$/.test(parentId)) throw new CommentError('parent-missing');
  let asksCaptcha = false;
  const question = {
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
    refusal: (answer: HttpAnswer) => {
      asksCaptcha = wantsCaptcha(answer);
      return toRefusal(answer, sent);
    },
  } as const;
  const post = (): Promise<WireComment> => server.ask(commentSchema, question, signal);
  const wire = await post().catch(async (error: unknown) => {
    // Nothing was stored.
    if (!asksCaptcha || challenge === null) throw error;
    await solveCaptcha(server, challenge, signal);
    return post();
  });
  const comment = fromWire(wire, server.clock);
  const isHeld = comment.status === 'held';
  return {
    status: isHeld ? 'held' : 'published',
    id: comment.id,
    // Without a zone the reader's own clock knows better.
    comment: server.hasZone ? comment : {...comment, createdAt: null},
    ...(isHeld && {edit: {token: 'none', until: new Date(Date.now() + readingTime).toISOString()}}),
  };
}
