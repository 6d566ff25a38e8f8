import {register} from '../page/register.js';

let failed = false;

/**
 * Brings in the conversation's code and registers `<taaliq-thread>`.
 * Rejects when the code cannot be loaded; calling again tries again.
 */
export async function loadThread(): Promise<void> {
  try {
    // Engines remember that an import() failed: the second try needs another address.
    const {TaaliqThread} = await (failed
      ? import('../thread/thread.js?retry')
      : import('../thread/thread.js'));
    register('taaliq-thread', TaaliqThread);
  } catch (error) {
    failed = !failed;
    throw error;
  }
}
