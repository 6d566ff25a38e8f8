import {register} from '../page/register.js';

/**
 * Brings in the conversation's code and registers `<taaliq-thread>`.
 * Rejects when the code cannot be loaded; calling again tries again.
 */
export async function loadThread(): Promise<void> {
  const {TaaliqThread} = await import('../thread/thread.js');
  register('taaliq-thread', TaaliqThread);
}
