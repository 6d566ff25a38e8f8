import type {Order} from '../../../src/content/types.js';
import {isUuid} from './ids.js';

/**
 * A place between two comments. It holds the sort values of the comment beside
 * it, so it stays true while others arrive and when that one goes.
 */
export interface Cursor {
  readonly order: Order;
  /** Which way to read from here: on, or back to the page before. */
  readonly direction: 'on' | 'back';
  readonly id: string;
  /** Likes of that comment; counts for `popular` only. */
  readonly likes: number;
  /** Whether the comment at `id` belongs to the page. */
  readonly inclusive?: boolean;
}

const letters: Readonly<Record<Order, string>> = {newest: 'n', oldest: 'o', popular: 'p'};

export const writeCursor = ({order, direction, id, likes}: Cursor): string =>
  Buffer.from(`${letters[order]}${direction}.${likes}.${id}`).toString('base64url');

/** Reads a cursor of this order; null when it is none of ours. */
export function readCursor(text: string, order: Order): Cursor | null {
  const found = /^(.)(on|back)\.(\d{1,9})\.(.{36})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!found) return null;
  const [, letter, direction, likes, id = ''] = found;
  if (letter !== letters[order] || !isUuid(id)) return null;
  return {order, direction: direction === 'on' ? 'on' : 'back', id, likes: Number(likes)};
}
