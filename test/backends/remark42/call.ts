import {createRemark42} from '../../../src/backends/remark42/backend.js';
import type {BackendOptions} from '../../../src/backends/port.js';
import {openAdapter} from '../call-adapter.js';
import {page} from './recorded.js';
import {host, site, type Remark42} from './server.js';

const onOwnHost = openAdapter(createRemark42, host, site);

type Act = Parameters<typeof onOwnHost>[1];

/** A backend and the Remark42 behind it, on a page of its own host unless `changes` say otherwise. */
export const withRemark42 = (
  server: Remark42,
  act: Act,
  changes: Partial<BackendOptions> = {},
): Promise<unknown> =>
  onOwnHost(server, act, {page: page(server.cookie), credentials: 'same-origin', ...changes});
