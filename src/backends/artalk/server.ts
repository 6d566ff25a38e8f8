import type * as z from 'zod/mini';
import {toAddress} from '../address.js';
import {request, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {parse} from '../schema.js';
import {openClock, type Clock} from './clock.js';
import {toRefusal} from './refusal.js';

export interface Question extends Omit<HttpRequest, 'url'> {
  readonly path: readonly string[];
  /** The site goes with them. */
  readonly params?: Readonly<Record<string, string>>;
}

export interface Server {
  readonly clock: Clock;
  /** Gives the body of a success, where it looks as Artalk's does. */
  ask<Schema extends z.ZodMiniType>(
    schema: Schema,
    question: Question,
    signal: AbortSignal,
  ): Promise<z.output<Schema>>;
}

const adviseEndpoint = 'That is not Artalk: is "endpoint" right?';

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
    async ask(schema, {path, params, ...wanted}, signal) {
      const url = toAddress(base, path, params && Object.entries({...params, site_name: options.site}));
      const {body} = await request(options, {url, refusal: toRefusal, ...wanted}, signal);
      return parse(schema, body, adviseEndpoint);
    },
  };
}
