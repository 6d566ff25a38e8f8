import type {Comment, NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {Created, PageFacts} from '../port.js';
import {parse} from '../schema.js';
import {encodeName, encodeText} from './encode.js';
import {fromWire, type Home, type Homes} from './mapping.js';
import type {Ask} from './server.js';
import {toPath} from './thread-path.js';
import {commentSchema} from './wire.js';

/** All that is below the top-level comment above `id`, read anew; rejects with `not-found`. */
export type FindBranch = (thread: string, id: string, signal: AbortSignal) => Promise<readonly Comment[]>;

/** Seconds between two comments from one address, unless the server was told otherwise. */
const pause = 60;

/** Taken, and nothing more is known. */
const taken: Created = {status: 'published', id: null, comment: null};

/** After these nobody knows whether the comment was stored. */
const isUnclear = (error: unknown): boolean =>
  !(error instanceof CommentError) || (error.retryable && error.code !== 'too-fast');

const toCreated = (comment: Comment): Created => ({
  status: comment.status === 'published' ? 'published' : 'held',
  id: comment.id,
  comment,
});

/** Everything is sent, empty or not: a comment without `mail` breaks the list of its thread for everybody. */
const toBody = ({author, content, challenge}: NewComment, path: string, home: Home | null): unknown => ({
  url: path,
  comment: encodeText(content.text),
  nick: encodeName(author.name),
  mail: author.email,
  link: author.url ?? '',
  // Waline would keep and show what the reader's browser calls itself.
  ua: '',
  // One without the other would be no reply.
  ...(home && {pid: home.id, rid: home.root}),
  ...(challenge && {turnstile: challenge, recaptchaV3: challenge}),
});

/** Sends comments, each no more than once. */
export function openSending(
  ask: Ask,
  homes: Homes,
  page: PageFacts,
  findBranch: FindBranch,
): (sent: NewComment, signal: AbortSignal) => Promise<Created> {
  const accepted = new Map<string, Created>();
  const unclear = new Set<string>();
  let lastTime = -Infinity;

  /** Reads what is around a comment. Waline would take a reply to what is gone, and nobody would ever see it. */
  async function findAround(
    {thread, parentId}: NewComment,
    id: string,
    signal: AbortSignal,
  ): Promise<readonly Comment[]> {
    try {
      return await findBranch(thread, id, signal);
    } catch (cause) {
      if (!(cause instanceof CommentError && cause.code === 'not-found')) throw cause;
      if (parentId !== null) homes.delete(parentId);
      throw new CommentError('parent-missing', {cause});
    }
  }

  async function findHome(sent: NewComment, signal: AbortSignal): Promise<Home | null> {
    const {parentId} = sent;
    if (parentId === null) return null;
    if (!homes.has(parentId)) await findAround(sent, parentId, signal);
    return homes.get(parentId) ?? null;
  }

  /** A reply over which Waline has failed, which may have been after it was stored. */
  async function findReply(
    sent: NewComment,
    root: string,
    known: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<Comment | undefined> {
    const {parentId, author} = sent;
    const listed = await findAround(sent, root, signal);
    // Without what it answers, it stands as an answer to the root.
    const parent = listed.some(({id}) => id === parentId) ? parentId : root;
    const name = encodeName(author.name);
    return listed.find((one) => !known.has(one.id) && one.parentId === parent && one.author.name === name);
  }

  /** Seconds until the server takes another comment, as far as that is known. */
  function rest(): number {
    const left = Math.ceil(pause - (Date.now() - lastTime) / 1_000);
    return left > 0 ? left : pause;
  }

  async function send(sent: NewComment, signal: AbortSignal): Promise<Created> {
    const home = await findHome(sent, signal);
    const known = new Set(homes.keys());
    try {
      const json = toBody(sent, toPath(sent.thread, page), home);
      // Whatever the language of the page: some refusals are known by their words only.
      const data = await ask({method: 'POST', params: [['lang', 'en']], json, sent}, signal);
      return toCreated(fromWire(parse(commentSchema, data), homes));
    } catch (error) {
      if (!(error instanceof CommentError)) throw error;
      const {code, status, cause, retryAfter} = error;
      if (code === 'duplicate' && unclear.has(sent.key)) return taken;
      if (code === 'too-fast' && retryAfter === null)
        throw new CommentError(code, {...(status && {status}), cause, retryAfter: rest()});
      const found =
        home && code === 'server' ? await findReply(sent, String(home.root), known, signal) : undefined;
      if (!found) throw error;
      return toCreated(found);
    }
  }

  return async (sent, signal) => {
    const before = accepted.get(sent.key);
    if (before) return before;
    try {
      const created = await send(sent, signal);
      accepted.set(sent.key, created);
      lastTime = Date.now();
      return created;
    } catch (error) {
      if (isUnclear(error)) unclear.add(sent.key);
      throw error;
    }
  };
}
