import {Hono} from 'hono';
import type {Context} from 'hono';
import {checkComment} from '../comment/check.js';
import {readPosted} from '../comment/posted.js';
import {readThread} from '../comment/thread-key.js';
import {toModeratedWire, toWire, type WireComment} from '../comment/wire.js';
import {isModerator} from '../http/access.js';
import {readJson} from '../http/body.js';
import {privateJson} from '../http/caching.js';
import type {ServerEnv} from '../http/client-address.js';
import {editToken} from '../http/edit-token.js';
import {Problem} from '../http/problem.js';
import type {Services} from '../services.js';
import {spendSolution} from '../store/challenges.js';
import {createComment, type NewRow} from '../store/create.js';
import {claimKey, rememberAnswer, requestDigest} from '../store/idempotency.js';
import {isUuid} from '../store/ids.js';
import {inTransaction} from '../store/transaction.js';

/** What is remembered of an answer. The token is made again from the id, so that it is kept nowhere. */
interface Answer {
  readonly comment: WireComment;
  readonly until: string;
}

/** Takes new comments. */
export function postingRoutes(services: Services): Hono<ServerEnv> {
  const {config, database, webhook, editSecret, proofOfWork} = services;
  const routes = new Hono<ServerEnv>();

  routes.post('/', async (context) => {
    const key = idempotencyKey(context);
    const posted = readPosted(await readJson(context));
    const thread = readThread(posted.thread, posted.site);
    const request = requestDigest(
      posted.thread,
      posted.parentId,
      posted.content.source ?? posted.content.text,
    );
    const limitOnce = once(() => services.limitComments(context));
    const {answer, row} = await inTransaction(database, async (tx) => {
      // First of all: a comment that was stored is never answered by anything but what it was answered with.
      const before = key === null ? null : await claimKey(tx, key, request);
      // We wrote it below.
      if (before !== null) return {answer: JSON.parse(before) as Answer, row: null};
      if (config.readOnly) throw new Problem(403, 'closed');
      if (posted.decoy !== '') throw new Problem(403, 'spam');
      const checked = checkComment(posted, config);
      limitOnce();
      // As part of the transaction: a solution is spent by the comment that it brings, and by no other attempt.
      if (proofOfWork) await spendSolution(tx, await proofOfWork.verify(posted.challenge));
      const row = await createComment(tx, {
        ...checked,
        ...standing(context),
        thread,
        parentId: posted.parentId,
        lang: posted.lang,
        pageUrl: posted.page ?? null,
        agreed: posted.agreed,
        editMinutes: config.editMinutes,
      });
      const answer: Answer = {comment: toWire(row), until: row.editUntil.toISOString()};
      if (key !== null) await rememberAnswer(tx, key, JSON.stringify(answer));
      return {answer, row};
    });
    if (row) webhook.notify(toModeratedWire(row, thread));
    return respond(context, answer);
  });

  /** With a moderator's token the comment carries the badge and does not wait. */
  function standing(context: Context<ServerEnv>): Pick<NewRow, 'status' | 'role'> {
    if (isModerator(context, services)) return {status: 'published', role: 'moderator'};
    return {status: config.moderation ? 'held' : 'published', role: null};
  }

  function respond(context: Context<ServerEnv>, {comment, until}: Answer): Response {
    const held = comment.status === 'held';
    // Where nothing can be edited, the author of a held comment still needs the token to see what becomes of it.
    const grant = held || config.editMinutes > 0;
    const edit = grant && {edit: {token: editToken(editSecret, comment.id), until}};
    return privateJson(context, {comment, ...edit}, held ? 202 : 201);
  }

  return routes;
}

/** Without a key a comment is taken all the same, and only the duplicate test protects it. */
function idempotencyKey(context: Context<ServerEnv>): string | null {
  const key = context.req.header('Idempotency-Key');
  if (key === undefined) return null;
  if (!isUuid(key)) throw new Problem(400, 'invalid');
  return key.toLowerCase();
}

// A transaction may run again; it is still one comment.
function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
