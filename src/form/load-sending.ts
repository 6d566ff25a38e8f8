import {eitherAddress} from '../page/either-address.js';

/** Brings in what is needed from the first focus on. Rejects when it cannot be loaded; calling again tries again. */
export const loadSending: () => Promise<typeof import('./sending.js')> = eitherAddress(
  () => import('./sending.js'),
  () => import('./sending.js?retry'),
);
