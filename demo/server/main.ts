import {ConfigError, readConfig} from './config.js';
import {distMissing, hasDist} from './pages.js';
import {startServer} from './server.js';
import {DatabaseError} from './store/database-error.js';

// `npm start`: the demo pages and the comment server behind them, as one process.
try {
  const config = readConfig(process.env);
  const server = await startServer(config);
  const lines = [`Taaliq: ${server.address}`];
  if (config.moderatorToken !== null) lines.push(`For moderators: ${server.address}moderate`);
  if (!hasDist()) lines.push(distMissing);
  console.log(lines.join('\n'));

  let since = 0;
  const stop = (): void => {
    // A second Ctrl+C does not wait; the same one can come twice, from the terminal and from what started us.
    if (since > 0 && Date.now() - since > 1_000) process.exit(1);
    if (since > 0) return;
    since = Date.now();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  // npm ends its shell and not us; an `npm start` that is gone must not keep the port.
  const {ppid} = process;
  if (process.env['npm_lifecycle_event'] === 'start')
    setInterval(() => {
      if (process.ppid !== ppid) stop();
    }, 500).unref();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

/** One line for what the person who starts it can put right; everything else as it is. */
function explain(error: unknown): unknown {
  if (error instanceof ConfigError) return `Setting ${error.message}.`;
  if (error instanceof DatabaseError) return error.message;
  if (error instanceof Error && 'code' in error && 'port' in error) {
    if (error.code === 'EADDRINUSE')
      return `Port ${String(error.port)} is taken. Choose another: PORT=5174 npm start`;
    if (error.code === 'EACCES') return `Port ${String(error.port)} is not allowed. Choose one above 1023.`;
  }
  return error;
}
