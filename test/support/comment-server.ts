import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readConfig} from '../../demo/server/config.js';
import {startServer} from '../../demo/server/server.js';
import {freePort} from './engines.mjs';

export interface CommentServer {
  /** Of its first page; ends in a slash. */
  readonly address: string;
  readonly endpoint: string;
  /** Stops and starts again on the same port with the same files. */
  restart(): Promise<void>;
  /** Stops answering; the files stay. */
  halt(): Promise<void>;
  /** Stops and takes the files away. */
  stop(): Promise<void>;
}

/** The reference backend with its demo pages, on a port and with files of its own. */
export async function startCommentServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<CommentServer> {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-comments-'));
  const port = await freePort();
  const config = readConfig({
    RATE_LIMIT: '0',
    ...settings,
    PORT: String(port),
    DATA_FOLDER: join(folder, 'data'),
  });
  let running: Awaited<ReturnType<typeof startServer>> | undefined = await startServer(config);
  const {address} = running;
  const halt = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  return {
    address,
    endpoint: `${address}api/comments`,
    halt,
    async restart() {
      await halt();
      running = await startServer(config);
    },
    async stop() {
      await halt();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
