// Runs the demo's server as `npm start` does: as a process of its own.
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface ServerProcess {
  /** Of the first page, ends in a slash. */
  readonly address: string;
  readonly endpoint: string;
  /** Ends the process by a signal; gives its exit code, null when it was killed. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  output(): string;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function start(settings: Readonly<Record<string, string>>): {child: ChildProcess; output: () => string} {
  // Only what is set here, so that a developer's own settings change nothing.
  const env = {PATH: process.env.PATH ?? '', PORT: '0', RATE_LIMIT: '0', ...settings};
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
    cwd: root,
    env,
    stdio: 'pipe',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return {child, output: () => output};
}

/** Starts a server that is meant to run. */
export async function runServer(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const {child, output} = start(settings);
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /http:\/\/\S+/.exec(output())?.[0];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server ended: ${output()}`)));
  });
  return {
    address,
    endpoint: `${address}api/comments`,
    output,
    async end(signal) {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** Starts a server that is meant to refuse. */
export async function refuseServer(settings: Readonly<Record<string, string>>): Promise<Ended> {
  const {child, output} = start(settings);
  const [code] = (await once(child, 'close')) as [number | null];
  return {code, output: output()};
}
