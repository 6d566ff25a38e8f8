import {connectBackend, type BackendSettings} from '../backends/connect-backend.js';
import {CommentError} from '../backends/errors.js';
import type {Backend, Capabilities} from '../backends/port.js';
import {untilRestored} from './until-restored.js';

/** The form's own view of its server: what it can do, once it has said so. */
export class Connection {
  readonly #settings: BackendSettings;
  readonly #changed: () => void;
  #asking: Promise<void> | undefined;
  capabilities: Capabilities | undefined;
  /** The page's settings lead to no server. */
  misconfigured = false;

  constructor(settings: BackendSettings, changed: () => void) {
    this.#settings = settings;
    this.#changed = changed;
  }

  isFor({backend, endpoint, site, headers, credentials}: BackendSettings): boolean {
    const own = this.#settings;
    return (
      own.backend === backend &&
      own.endpoint === (endpoint ?? '') &&
      own.site === site &&
      own.headers === headers &&
      own.credentials === credentials
    );
  }

  backend(): Promise<Backend> {
    return connectBackend(this.#settings);
  }

  /** Asks what the server can do. What cannot be learnt now is asked again with the next comment. */
  async ask(): Promise<void> {
    if (!this.capabilities) await (this.#asking ??= this.#learn());
  }

  async #learn(): Promise<void> {
    try {
      const backend = await this.#find();
      this.capabilities =
        backend && (await untilRestored(backend.capabilities(new AbortController().signal)));
    } catch {
      // What the server can do only adds to the form: a comment goes without it.
    }
    this.#asking = undefined;
    this.#changed();
  }

  async #find(): Promise<Backend | undefined> {
    try {
      return await this.backend();
    } catch (error) {
      this.misconfigured = error instanceof CommentError && error.code === 'not-found';
      return undefined;
    }
  }
}
