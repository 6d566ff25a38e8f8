import {createServer, type Server} from 'node:http';

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** For the lines before the body. */
  readonly headersTimeout: number;
  /** For the whole request. */
  readonly requestTimeout: number;
  /** How often late clients are looked for. */
  readonly connectionsCheckingInterval: number;
}

/** Room for a bad line: 30 seconds for a comment of any length. */
export const patience: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
};

/**
 * The HTTP server, not listening yet. A client that is slower than its
 * patience gets 408 and is cut off, so that slow ones cannot use up the
 * connections there are.
 */
export function createListener(allowed: Patience = patience): Server {
  // Room for a thread key of 2,000 characters, percent-encoded.
  const server = createServer({...allowed, maxHeaderSize: 32 * 1024});
  // Longer than proxies keep theirs (a minute), so that none sends on a connection that is just being closed.
  server.keepAliveTimeout = 65_000;
  return server;
}
