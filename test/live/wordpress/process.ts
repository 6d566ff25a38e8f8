import {spawn} from 'node:child_process';
import {openSync, readFileSync} from 'node:fs';
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

/** Sends a signal to a process and all that it forked; false: none is left. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    // ESRCH: the group has ended.
    return false;
  }
}

/**
 * Starts a server in a process group of its own and waits until it answers.
 * Workers can outlive the process that forked them, so the whole group is
 * ended, also when this process ends without `stop`.
 */
export async function startProcess(start: Start): Promise<Running> {
  const log = openSync(start.log, 'w');
  const child = spawn(start.command, start.parameters, {
    detached: true,
    stdio: ['ignore', log, log],
    env: {...process.env, ...start.environment},
  });
  const leader = child.pid;
  if (leader === undefined) throw new Error(`${start.command} could not be started`);
  child.unref();

  const endNow = (): void => void signalGroup(leader, 'SIGKILL');
  const endOnSignal = (): never => process.exit(1);
  process.once('exit', endNow);
  process.once('SIGINT', endOnSignal);
  process.once('SIGTERM', endOnSignal);

  const stop = async (): Promise<void> => {
    signalGroup(leader, 'SIGTERM');
    for (let waited = 0; waited < 10_000 && signalGroup(leader, 0); waited += 50) await delay(50);
    endNow();
    process.off('exit', endNow);
    process.off('SIGINT', endOnSignal);
    process.off('SIGTERM', endOnSignal);
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
