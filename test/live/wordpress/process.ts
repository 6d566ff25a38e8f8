import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {openSync, readFileSync} from 'node:fs';
import {Socket} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';

export interface Running {
  stop(): Promise<void>;
}

interface Start {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** File for what it prints. */
  readonly log: string;
  /** May throw: then it is asked again. */
  readonly isReady: () => Promise<boolean>;
  /** Milliseconds until it has to be ready. */
  readonly patience?: number;
}

/** Sends a signal to a process and all that it forked. */
function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // ESRCH: the group has ended.
  }
}

/** Becomes the command, beside a watcher that ends the whole group when nobody holds the other end of the pipe any more. */
const guarded = '(read -r _ <&3; kill 0) & exec "$@" 3<&-';

/**
 * Starts a server in a process group of its own and waits until it answers.
 * Workers can outlive the process that forked them, so the whole group is
 * ended, also when this process ends without `stop`, however it ends.
 */
export async function startProcess(start: Start): Promise<Running> {
  const log = openSync(start.log, 'w');
  const child = spawn('sh', ['-c', guarded, 'sh', start.command, ...start.parameters], {
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
    env: {...process.env, ...start.environment},
  });
  const leader = child.pid;
  if (leader === undefined) throw new Error(`${start.command} could not be started`);
  child.unref();
  const pipe = child.stdio[3];
  if (pipe instanceof Socket) pipe.unref();
  const ended = once(child, 'exit');

  const stop = async (): Promise<void> => {
    child.ref();
    signalGroup(leader, 'SIGTERM');
    await Promise.race([ended, delay(10_000, undefined, {ref: false})]);
    signalGroup(leader, 'SIGKILL');
  };

  const end = Date.now() + (start.patience ?? 60_000);
  let reason: unknown;
  while (Date.now() < end && child.exitCode === null) {
    try {
      if (await start.isReady()) return {stop};
    } catch (error) {
      // Not there yet; said below if it never comes.
      reason = error;
    }
    await delay(50);
  }
  await stop();
  throw new Error(`${start.command} did not answer\n${readFileSync(start.log, 'utf8').slice(-2_000)}`, {
    cause: reason,
  });
}
