import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';

/**
 * Sings when code of an attacker runs: `canary()`, and what opens a dialog, a
 * window or a document. It is the first script of its page, and nothing that
 * comes later can take its place.
 */
export const canaryScript = `
  window.sung = [];
  {
    const {push} = Array.prototype;
    const note = (what) => (...values) => void push.call(window.sung, what + ' ' + values.join());
    const cage = (place, name) =>
      Object.defineProperty(place, name, {value: note(name), writable: false, configurable: false});
    for (const name of ['canary', 'alert', 'confirm', 'prompt', 'print', 'open']) cage(window, name);
    for (const name of ['write', 'writeln']) cage(document, name);
    addEventListener('submit', (event) => {
      if (event.composedPath()[0].getAttribute('part') !== 'form') note('submit')();
    }, true);
  }
`;

declare global {
  interface Window {
    /** What ran that must not. */
    readonly sung: readonly string[];
  }
}

export interface Trap {
  /** Host and port. */
  readonly host: string;
  /** Connections that were made to it, whether anything was asked for or not. */
  readonly caught: () => number;
  stop(): Promise<void>;
}

/** A host that nobody may ever turn to. */
export async function setTrap(): Promise<Trap> {
  let caught = 0;
  const server = createServer((socket) => {
    caught++;
    socket.on('error', () => undefined).destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    caught: () => caught,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
