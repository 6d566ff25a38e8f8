import type {BackendSettings} from './connect-backend.js';

/** Backends that live in the page and need no address. */
const withoutEndpoint: readonly unknown[] = ['memory'];

/** Whether a backend of that kind is asked by an address. */
export const needsEndpoint = (backend: BackendSettings['backend']): boolean =>
  typeof backend === 'string' && !withoutEndpoint.includes(backend);

/** Whether the settings are seen to be incomplete without loading anything. */
export const lacksEndpoint = ({backend, endpoint}: BackendSettings): boolean =>
  needsEndpoint(backend) && !endpoint.trim();
