import {eitherAddress} from '../page/either-address.js';
import {register} from '../page/register.js';

type ThreadCode = typeof import('./joint.js');

const load = eitherAddress<ThreadCode>(
  () => import('./joint.js'),
  () => import('./joint.js?retry'),
);

/**
 * Brings in the conversation's code and registers `<taaliq-thread>`.
 * Rejects when the code cannot be loaded; calling again tries again.
 */
export async function loadThread(): Promise<ThreadCode> {
  const code = await load();
  register('taaliq-thread', code.TaaliqThread);
  return code;
}
