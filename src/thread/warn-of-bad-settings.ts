import {warnOnce} from '../page/warn.js';

export interface ListSettings {
  readonly order: string;
  readonly pageSize: number;
  readonly depth: number;
}

/** Says in the console which attributes the conversation had to do without. */
export function warnOfBadSettings({order, pageSize, depth}: ListSettings): void {
  if (!['newest', 'oldest', 'popular'].includes(order))
    warnOnce(`order="${order}" is not known; use newest, oldest, popular.`);
  if (!(pageSize >= 1 && pageSize <= 100)) warnOnce('page-size is not a number from 1 to 100.');
  if (!(depth >= 0)) warnOnce('depth is not a number of 0 or more.');
}
