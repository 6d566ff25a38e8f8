import type {Context} from 'hono';
import type {HttpBindings} from '@hono/node-server';
import {isIP} from 'node:net';

export type ServerEnv = {Bindings: HttpBindings};

/**
 * Where a request comes from: the socket's address, which nobody can choose.
 * Behind a proxy that is trusted it is the last address in `X-Forwarded-For`,
 * the one which that proxy wrote; those before it are the client's own words.
 */
export function clientAddress(context: Context<ServerEnv>, trustProxy: boolean): string {
  const socket = context.env.incoming.socket.remoteAddress ?? 'unknown';
  if (!trustProxy) return socket;
  const last = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) ? last : socket;
}
