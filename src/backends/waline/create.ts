import type {Comment, NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {Backend, CommentPage, Created, PageFacts} from '../port.js';
import {parse} from '../schema.js';
import {encodeName, encodeText} from './encode.js';
import {fromWire, rootOf, type Seen} from './mapping.js';
import type {Ask} from './server.js';
import {toPath} from './thread-path.js';
import {commentSchema, type WireComment} from './wire.js';

export type Locate = NonNullable<Backend['locate']>;

/** Seconds between two comments from one address, unless the server was told otherwise. */
const pause = 60;

/** Taken, and nothing more is known. */
const taken: Created = {status: 'published', id: null, comment: null};

/** After these nobody knows whether the comment was stored. */
const isUnclear = (error: unknown): boolean =>
  !(error instanceof CommentError) || (error.retryable && error.code !== 'too-fast');

/** Everything is sent, empty or not: a comment without `mail` breaks the list of its thread for everybody. */
const toBody = (
  {author, content, challenge}: NewComment,
  path: string,
  parent: WireComment | undefined,
): unknown => ({
  url: path,
  comment: encodeText(content.text),
  nick: encodeName(author.name),
  mail: author.email,
  link: author.url ?? '',
  // Waline would keep and show what the reader's browser calls itself.
  ua: '',
  // One without the other would be no reply.
  ...(parent && {pid: parent.objectId, rid: rootOf(parent)}),
  ...(challenge && {turnstile: challenge, recaptchaV3: challenge}),
});

/** Sends comments, each no more than once. */
export function openSending(
  ask: Ask,
  seen: Seen,
  page: PageFacts,
  locate: Locate,
): (sent: NewComment, signal: AbortSignal) => Promise<Created> {
  /** What became of each comment; `taken` where it may or may not have been stored. */
  const outcomes = new Map<string, Created>();
  let lastTime = -Infinity;

  /** Reads what is around a comment: Waline would take a reply to what is gone, and nobody would see it. */
  async function findAround(
    {thread, parentId}: NewComment,
    id: string,
    signal: AbortSignal,
  ): Promise<CommentPage> {
    try {
      return await locate({thread, id, order: 'newest', limit: 1}, signal);
    } catch (cause) {
      if (!(cause instanceof CommentError && cause.code === 'not-found')) throw cause;
      seen.delete(parentId ?? '');
      throw new CommentError('parent-missing', {cause});
    }
  }

  return async (sent, signal) => {
    const {challenge, content, key, parentId, thread} = sent;
    const outcome = outcomes.get(key);
    if (outcome && outcome !== taken) return outcome;
    if (parentId && !seen.has(parentId)) await findAround(sent, parentId, signal);
    const parent = seen.get(parentId ?? '');
    const before = [...seen.keys()];
    const rest = pause - (Date.now() - lastTime) / 1_000;
    const attempt = {challenge, rest: rest > 0 ? Math.ceil(rest) : pause};
    let comment: Comment | undefined;
    try {
      const json = toBody(sent, toPath(thread, page), parent);
      // Whatever the language of the page: some refusals are known by their words only.
      const data = await ask({method: 'POST', params: [['lang', 'en']], json, attempt}, signal);
      comment = fromWire(parse(commentSchema, data), seen);
    } catch (error) {
      const code = error instanceof CommentError && error.code;
      if (isUnclear(error)) outcomes.set(key, taken);
      // Waline may have failed over a reply after it was stored.
      if (code === 'server' && parent)
        comment = (await findAround(sent, String(rootOf(parent)), signal)).comments.find(
          ({id}) => !before.includes(id) && seen.get(id)?.orig === encodeText(content.text),
        );
      if (!comment && !(outcome && code === 'duplicate')) throw error;
    }
    const created: Created = comment
      ? {status: comment.status === 'published' ? 'published' : 'held', id: comment.id, comment}
      : taken;
    outcomes.set(key, created);
    lastTime = Date.now();
    return created;
  };
}
