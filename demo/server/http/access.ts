import type {Context} from 'hono';
import type {CommentRow} from '../store/schema.js';
import type {Services} from '../services.js';
import type {ServerEnv} from './client-address.js';
import {editToken, sameToken} from './edit-token.js';
import {Problem} from './problem.js';

/** The token of `Authorization: Bearer …`, or null. */
export const bearer = (context: Context<ServerEnv>): string | null =>
  /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? null;

/** Whether a request brings this token. None is compared for an address that has guessed too often. */
function brings(context: Context<ServerEnv>, services: Services, right: string | null): boolean {
  const token = bearer(context);
  if (token === null || right === null) return false;
  services.checkGuesses(context);
  return sameToken(token, right);
}

export const isModerator = (context: Context<ServerEnv>, services: Services): boolean =>
  brings(context, services, services.config.moderatorToken);

function refuse(context: Context<ServerEnv>, services: Services): never {
  if (bearer(context) === null) throw new Problem(401, 'login-required');
  services.countGuess(context);
  throw new Problem(403, 'forbidden');
}

/** Lets a moderator pass. */
export function requireModerator(context: Context<ServerEnv>, services: Services): void {
  if (!isModerator(context, services)) refuse(context, services);
}

/** Lets the author of a comment pass. */
export function requireAuthor(context: Context<ServerEnv>, services: Services, {id}: CommentRow): void {
  if (!brings(context, services, editToken(services.editSecret, id))) refuse(context, services);
}
