import {waitUntil as wait} from '@open-wc/testing';

/**
 * Waits until `holds` gives something true; while it throws, what it looks for
 * is not there yet. Gives up after 15 seconds, not after the single one of the
 * library: a machine that is busy takes longer, and a test that passes waits no
 * longer than it must.
 */
export async function waitUntil(holds: () => unknown, what?: string): Promise<void> {
  let failure: unknown;
  const attempt = async (): Promise<unknown> => {
    try {
      const result = await holds();
      failure = undefined;
      return result;
    } catch (error) {
      failure = error;
      return false;
    }
  };
  await wait(attempt, what, {timeout: 15_000}).catch((error: unknown) => {
    throw failure ?? error;
  });
}
