import type * as z from 'zod/mini';
import {toAddress} from '../address.js';
import {CommentError} from '../errors.js';
import {request, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {parseOrNull} from '../schema.js';
import {openClock, type Clock} from './clock.js';
import {toRefusal} from './refusal.js';

export interface Question extends Omit<HttpRequest, 'url'> {
  readonly path: readonly string[];
  readonly params?: readonly (readonly [name: string, value: string])[];
}

export interface Server {
  readonly clock: Clock;
  /** Whether the page has said what time zone the clock goes by. */
  readonly hasZone: boolean;
  /** Gives the body of a success, where it looks as Artalk's does. */
  ask<Schema extends z.ZodMiniType>(
    schema: Schema,
    question: Question,
    signal: AbortSignal,
  ): Promise<z.output<Schema>>;
}

const adviseEndpoint = 'What answers there is not Artalk: set "endpoint" to the address of your Artalk.';

/** Parameter of the endpoint that is meant for us. */
const zone = 'timezone';

export function openServer(options: BackendOptions): Server {
  const base = new URL(options.endpoint);
  const timeZone = base.searchParams.get(zone);
  base.searchParams.delete(zone);
  // Whoever gives the address of the API means the same.
  base.pathname = base.pathname.replace(/(?:\/api\/v2)?\/*$/, '/api/v2');
  return {
    clock: openClock(timeZone),
    hasZone: timeZone !== null,
    async ask(schema, {path, params, ...wanted}, signal) {
      const url = toAddress(base, path, params);
      const {body} = await request(options, {url, refusal: toRefusal, ...wanted}, signal);
      const answer = parseOrNull(schema, body);
      if (answer === null) throw new CommentError('invalid-response', {advice: adviseEndpoint});
      return answer;
    },
  };
}
