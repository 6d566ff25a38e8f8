import type * as z from 'zod/mini';
import {toAddress} from '../address.js';
import {CommentError} from '../errors.js';
import {request, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {parseOrNull} from '../schema.js';
import {toRefusal} from './refusal.js';
import {infoSchema} from './wire.js';

export type Params = readonly (readonly [name: string, value: string])[];

export interface Question extends Omit<HttpRequest, 'url'> {
  readonly path?: readonly string[];
  readonly params?: Params;
}

export interface Server {
  /** Gives the body of a success. */
  send(question: Question, signal: AbortSignal): Promise<unknown>;
  /** The same, where it looks as Isso's does. */
  ask<Schema extends z.ZodMiniType>(
    schema: Schema,
    question: Question,
    signal: AbortSignal,
  ): Promise<z.output<Schema>>;
  info(signal: AbortSignal): Promise<z.output<typeof infoSchema>>;
}

const adviseEndpoint =
  'What answers there is not Isso: set "endpoint" to the address at which Isso is mounted.';

export function openServer(options: BackendOptions): Server {
  const base = new URL(options.endpoint);
  // Lists are asked for at the address itself, which has to end like this.
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  let info: z.output<typeof infoSchema> | undefined;

  const send: Server['send'] = async ({path, params, ...wanted}, signal) => {
    const url = toAddress(base, path, params);
    return (await request(options, {url, refusal: toRefusal, ...wanted}, signal)).body;
  };

  const ask: Server['ask'] = async (schema, question, signal) => {
    const answer = parseOrNull(schema, await send(question, signal));
    if (answer === null) throw new CommentError('invalid-response', {advice: adviseEndpoint});
    return answer;
  };

  return {
    send,
    ask,
    info: async (signal) => (info ??= await ask(infoSchema, {path: ['info']}, signal)),
  };
}
