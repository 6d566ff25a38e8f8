import type {Capabilities} from '../backends/port.js';
import type {Order} from '../content/types.js';
import {warnOnce} from '../page/warn.js';

export interface ListSettings {
  readonly order: string;
  readonly pageSize: number;
  readonly depth: number;
}

/** What the server offers. */
interface OfferedOrders {
  readonly capabilities: Pick<Capabilities, 'orders'> | null;
  /** The one that is shown instead. */
  readonly order: Order;
}

/** Says in the console which attributes the conversation had to do without. */
export function warnOfBadSettings({order, pageSize, depth}: ListSettings, store: OfferedOrders): void {
  const orders: readonly string[] | undefined = store.capabilities?.orders;
  if (!['newest', 'oldest', 'popular'].includes(order))
    warnOnce(`order="${order}" is not known; use newest, oldest, popular.`);
  // The default is nobody's wish.
  else if (order !== 'newest' && orders?.length && !orders.includes(order))
    warnOnce(`the server has no order="${order}"; "${store.order}" is shown. It has ${orders.join(', ')}.`);
  if (!(pageSize >= 1 && pageSize <= 100)) warnOnce('page-size is not a number from 1 to 100.');
  if (!(depth >= 0)) warnOnce('depth is not a number of 0 or more.');
}
