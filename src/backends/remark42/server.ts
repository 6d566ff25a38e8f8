import type * as z from 'zod/mini';
import {toAddress} from '../address.js';
import {request, type HttpRequest} from '../http.js';
import type {BackendOptions} from '../port.js';
import {parse} from '../schema.js';
import {toRefusal} from './refusal.js';
import {configSchema, type Config} from './wire.js';

type Params = readonly (readonly [name: string, value: string])[];

/** One Remark42: its addresses, and the way there. */
export interface Server {
  /** Name of the site; every call has it in its address. */
  readonly site: string;
  api(path: readonly string[], params?: Params): URL;
  /** What it answers, as `schema` reads it. */
  call<Schema extends z.ZodMiniType>(
    wanted: HttpRequest,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>>;
  /** How it is set up. */
  configure(signal: AbortSignal): Promise<Config>;
}

export function openServer(options: BackendOptions): Server {
  // What a server is called that hosts one site.
  const site = options.site || 'remark';
  let config: Config | undefined;

  const api: Server['api'] = (path, params = []) =>
    toAddress(options.endpoint, ['api', 'v1', ...path], [['site', site], ...params]);

  const call: Server['call'] = async (wanted, schema, signal) => {
    const {body} = await request(options, {refusal: toRefusal, ...wanted}, signal);
    return parse(schema, body, 'Set "endpoint" to Remark42\'s REMARK_URL.');
  };

  return {
    site,
    api,
    call,
    // It does not change while the page is open.
    configure: async (signal) => (config ??= await call({url: api(['config'])}, configSchema, signal)),
  };
}
