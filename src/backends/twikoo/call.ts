import type * as z from 'zod/mini';
import {request} from '../http.js';
import type {BackendOptions} from '../port.js';
import {parseOrNull} from '../schema.js';
import type {AccessToken} from './access-token.js';
import {notTwikoo, toRefusal} from './refusal.js';
import {answerSchema} from './wire.js';

/**
 * Everything goes to one address, by the name of an event. Who the reader is
 * says a token, if there is one. Rejects with what a failure means.
 */
export type Call = <Schema extends z.ZodMiniType>(
  event: string,
  fields: Readonly<Record<string, unknown>>,
  schema: Schema,
  signal: AbortSignal,
) => Promise<z.output<Schema>>;

export const openCall =
  (options: BackendOptions, token: AccessToken): Call =>
  async (event, fields, schema, signal) => {
    const accessToken = token.find();
    const json = {event, ...(accessToken && {accessToken}), ...fields};
    const {body} = await request(options, {url: options.endpoint, method: 'POST', json}, signal);
    const failure = parseOrNull(answerSchema, body);
    // A list that failed has a message and no code.
    if (failure?.code || failure?.message) throw toRefusal(failure.code, failure.message);
    const answer = parseOrNull(schema, body);
    if (answer === null) throw notTwikoo();
    return answer;
  };
