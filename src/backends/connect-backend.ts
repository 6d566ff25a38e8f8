import {resolveEndpoint} from '../page/endpoint.js';
import {readPageFacts} from '../page/facts.js';
import {localStore} from '../page/storage.js';
import {warnOnce} from '../page/warn.js';
import {CommentError} from './errors.js';
import type {Backend, Credentials} from './port.js';
import {loadBackend} from './registry.js';
import {tellAdvice} from './tell-advice.js';

/** What the elements are told about their server. */
export interface BackendSettings {
  readonly backend: string | Backend;
  readonly endpoint: string;
  readonly site: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly credentials: Credentials;
}

/** Elements with the same settings on the same page share one instance. A page needs few. */
const instances = new Map<string, Promise<Backend>>();
const maximumInstances = 20;

async function connect(name: string, endpoint: URL, settings: BackendSettings): Promise<Backend> {
  const create = await loadBackend(name);
  const backend = create({
    endpoint,
    site: settings.site,
    page: readPageFacts(),
    storage: localStore,
    headers: settings.headers ?? {},
    credentials: settings.credentials,
  });
  return tellAdvice(backend);
}

/**
 * The backend that the settings name. Rejects with a `CommentError`: `not-found`
 * when the settings lead to none, `network` when its code could not be loaded.
 * What the site's developer has to change is said once in the console.
 */
export async function connectBackend(settings: BackendSettings): Promise<Backend> {
  const {backend, endpoint, site, headers, credentials} = settings;
  if (typeof backend !== 'string') return backend;
  // Without the fragment: it changes while the page stays the same.
  const page = location.href.replace(/#.*/s, '');
  const address = backend === 'memory' ? new URL(page) : resolveEndpoint(endpoint, page);
  if (!address) {
    const what = endpoint ? `endpoint "${endpoint}" cannot be used` : 'there is no endpoint';
    warnOnce(`${what}; write endpoint="https://…", the http(s) address of your comment server.`);
    throw new CommentError('not-found');
  }
  // The page belongs to the key: a backend is told its title and links once.
  const key = JSON.stringify([backend, address.href, site, Object.entries(headers ?? {}), credentials, page]);
  let instance = instances.get(key);
  if (!instance) {
    instance = connect(backend, address, settings);
    instances.set(key, instance);
    const [oldest] = instances.keys();
    if (instances.size > maximumInstances && oldest !== undefined) instances.delete(oldest);
  }
  try {
    return await instance;
  } catch (error) {
    if (instances.get(key) === instance) instances.delete(key);
    if (error instanceof CommentError) {
      if (error.advice) warnOnce(error.advice);
      throw error;
    }
    throw new CommentError('server', {cause: error});
  }
}
