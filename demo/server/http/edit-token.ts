import {createHmac, timingSafeEqual} from 'node:crypto';
import {digest} from '../store/ids.js';

/**
 * The token that shows who wrote a comment. It is made from the comment's id
 * with the server's secret, so it need not be kept anywhere.
 */
export const editToken = (secret: string, commentId: string): string =>
  createHmac('sha256', secret).update(`edit ${commentId}`).digest('base64url');

/** Compares without telling by the time it takes how much of a token is right. */
export const sameToken = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
