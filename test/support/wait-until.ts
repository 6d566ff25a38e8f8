import {waitUntil as wait} from '@open-wc/testing';

/**
 * Waits until `holds` gives something true. Gives up after 15 seconds, not after
 * the single one of the library: a machine that is busy takes longer, and a test
 * that passes waits no longer than it must.
 */
export const waitUntil = (holds: () => unknown, what?: string): Promise<void> =>
  wait(holds, what, {timeout: 15_000});
