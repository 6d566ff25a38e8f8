import type * as z from 'zod/mini';
import {toAddress} from '../address.js';
import {request, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {parse} from '../schema.js';
import {toRefusal} from './refusal.js';
import {infoSchema} from './wire.js';

export type Params = readonly (readonly [name: string, value: string])[];

export interface Question extends Omit<HttpRequest, 'url'> {
  readonly path?: readonly string[];
  readonly params?: Params;
}

export interface Server {
  /** Gives the body of a success, where it looks as Isso's does. */
  ask<Schema extends z.ZodMiniType>(
    schema: Schema,
    question: Question,
    signal: AbortSignal,
  ): Promise<z.output<Schema>>;
  info(signal: AbortSignal): Promise<z.output<typeof infoSchema>>;
}

const adviseEndpoint = 'That is not Isso: is "endpoint" right?';

export function openServer(options: BackendOptions): Server {
  const base = new URL(options.endpoint);
  // Lists are asked for at the address itself, which has to end like this.
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  let info: z.output<typeof infoSchema> | undefined;

  const ask: Server['ask'] = async (schema, {path, params, ...wanted}, signal) => {
    const url = toAddress(base, path, params);
    const {body} = await request(options, {url, refusal: toRefusal, ...wanted}, signal);
    return parse(schema, body, adviseEndpoint);
  };

  return {
    ask,
    info: async (signal) => (info ??= await ask(infoSchema, {path: ['info']}, signal)),
  };
}
