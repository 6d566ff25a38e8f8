import {toAddress} from '../address.js';
import {request, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {parseOrNull} from '../schema.js';
import {toRefusal, type Attempt} from './refusal.js';
import {envelopeSchema} from './wire.js';

interface Question extends Omit<HttpRequest, 'url'> {
  /** Below `/api/comment`. */
  readonly path?: readonly string[];
  readonly params?: readonly (readonly [name: string, value: string])[];
  readonly attempt?: Attempt;
}

/** Asks for what is in the envelope of a success. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<unknown>;

export const openServer =
  (options: BackendOptions): Ask =>
  async ({path = [], params, attempt, ...wanted}, signal) => {
    const url = toAddress(options.endpoint, ['api', 'comment', ...path], params);
    const refusal: HttpRequest['refusal'] = (answer) => toRefusal(answer, attempt);
    const answer = await request(options, {...wanted, url, refusal}, signal);
    const envelope = parseOrNull(envelopeSchema, answer.body);
    if (envelope?.errno !== 0) throw toRefusal(answer, attempt);
    return envelope.data;
  };
