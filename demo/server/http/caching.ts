import type {Context} from 'hono';
import type {ServerEnv} from './client-address.js';
import {digest} from '../store/ids.js';

/**
 * Answers a read that is the same for everybody. Browsers ask again each time
 * (and get 304 when nothing is new); a CDN may answer for them for ten seconds.
 */
export function publicJson(context: Context<ServerEnv>, body: unknown): Response {
  const json = JSON.stringify(body);
  const tag = `"${digest(json)}"`;
  context.header('ETag', tag);
  context.header('Cache-Control', 'public, max-age=0, s-maxage=10, stale-while-revalidate=30');
  return matches(context.req.header('If-None-Match'), tag)
    ? context.body(null, 304)
    : context.body(json, 200, {'Content-Type': 'application/json'});
}

/** Whether the client has what the tag stands for. A proxy that compresses marks the tag as weak. */
export const matches = (wanted: string | undefined, tag: string): boolean =>
  wanted !== undefined &&
  wanted.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '') === tag);

/** Answers what is meant for one person. */
export function privateJson(
  context: Context<ServerEnv>,
  body: unknown,
  status: 200 | 201 | 202 = 200,
): Response {
  context.header('Cache-Control', 'no-store');
  return context.body(JSON.stringify(body), status, {'Content-Type': 'application/json'});
}
