import {limits} from '../../../src/content/limits.js';
import {fieldProblem} from '../http/problem.js';
import {threadId} from '../store/ids.js';
import {storable} from '../store/storable.js';

/** Which conversation, as it stands in a request, and where it is kept. */
export interface ThreadKey {
  readonly site: string;
  readonly key: string;
  readonly id: string;
}

/** Checks the thread that a request names. A site is part of it: two sites may use the same keys. */
export function readThread(key: string | null | undefined, site: string | null | undefined): ThreadKey {
  if (!key) throw fieldProblem({field: 'thread', code: 'required'});
  if (key.length > limits.thread)
    throw fieldProblem({field: 'thread', code: 'too-long', limit: limits.thread});
  const name = site ?? '';
  if (!storable(key) || !storable(name) || name.length > 200)
    throw fieldProblem({field: 'thread', code: 'malformed'});
  return {site: name, key, id: threadId(name, key)};
}
