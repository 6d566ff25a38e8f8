// Finds and starts the browser engines that the tests run in.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

/** Keeps Chromium from looking for hosts on the internet, and lets it run as root. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {readonly (string | undefined)[]} paths */
const firstOf = (paths) => paths.find((path) => path && existsSync(path));

/**
 * Where each engine's program is on this machine; undefined: not there.
 * @type {Readonly<Record<'chromium' | 'firefox' | 'webkit', string | undefined>>}
 */
export const programs = {
  chromium: firstOf([
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    // Brought by get-chromium.ts.
    fileURLToPath(new URL('../../.cache/chromium/chromium', import.meta.url)),
  ]),
  firefox: firstOf([
    process.env.FIREFOX,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]),
  webkit: firstOf([
    process.env.WEBKIT,
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ]),
};

/** @type {readonly ('chromium' | 'firefox' | 'webkit')[]} */
export const engineNames = ['chromium', 'firefox', 'webkit'];

/** What people call them. */
export const engineTitles = {chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit'};

/** @returns {Promise<number>} a port of the loopback address that nothing listens on */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

async function until(check, what, milliseconds = 30_000) {
  const end = Date.now() + milliseconds;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${what} did not start`);
    await delay(50);
  }
}

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * Starts WebKit's driver on a screen of its own. Gives its port, the
 * capabilities that a session asks for, and `stop`.
 */
export async function startWebKitDriver({dark = false} = {}) {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'taaliq-webkit-'));
  let display = 60;
  while (existsSync(`/tmp/.X11-unix/X${display}`) || existsSync(`/tmp/.X${display}-lock`))
    display += 1 + Math.floor(Math.random() * 50);
  const screen = spawn('Xvfb', [`:${display}`, '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  await until(() => existsSync(`/tmp/.X11-unix/X${display}`), 'Xvfb');
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      ...(dark && {GTK_THEME: 'Adwaita:dark'}),
    },
  });
  await until(() => listens(port), 'WebKitWebDriver');
  const stop = () => {
    driver.kill();
    screen.kill();
    rmSync(home, {recursive: true, force: true});
  };
  process.once('exit', stop);
  return {
    port,
    stop,
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {
        binary: programs.webkit,
        args: ['--automation', '--full-screen'],
      },
    },
  };
}
