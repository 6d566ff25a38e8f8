import type {Context} from 'hono';
import type {Order} from '../../../src/content/types.js';
import {readThread, type ThreadKey} from '../comment/thread-key.js';
import type {ServerEnv} from '../http/client-address.js';
import {Problem} from '../http/problem.js';
import {readCursor, type Cursor} from '../store/cursor.js';

export const orders: readonly Order[] = ['newest', 'oldest', 'popular'];

export const queryThread = (context: Context<ServerEnv>): ThreadKey =>
  readThread(context.req.query('thread'), context.req.query('site'));

export function queryOrder(context: Context<ServerEnv>): Order {
  const wanted = context.req.query('order') ?? 'newest';
  const order = orders.find((known) => known === wanted);
  if (!order) throw new Problem(400, 'invalid');
  return order;
}

export function queryLimit(context: Context<ServerEnv>): number {
  const wanted = context.req.query('limit') ?? '20';
  const limit = /^\d{1,3}$/.test(wanted) ? Number(wanted) : 0;
  if (limit < 1 || limit > 100) throw new Problem(400, 'invalid');
  return limit;
}

export function queryCursor(context: Context<ServerEnv>, order: Order): Cursor | null {
  const wanted = context.req.query('cursor');
  if (!wanted) return null;
  const cursor = readCursor(wanted, order);
  if (!cursor) throw new Problem(400, 'invalid');
  return cursor;
}
