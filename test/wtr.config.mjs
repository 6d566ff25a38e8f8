// Web Test Runner: the tests that mirror src, in each engine that is here.
//   ENGINES="chromium firefox webkit"  picks engines (default: chromium)
//   FILES="test/form/**/*.test.ts"     picks files
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {fileURLToPath} from 'node:url';
import {chromiumFlags, programs, startWebKitDriver} from './support/engines.mjs';
import {countReporter} from './support/count-reporter.mjs';
import {emulatePlugin} from './support/emulate.mjs';
import {faultServer} from './support/fault-server.mjs';
import {viewportPlugin} from './support/viewport.mjs';

const engines = (process.env.ENGINES ?? 'chromium').split(/\s+/).filter(Boolean);
const browsers = [];

if (engines.includes('chromium')) {
  const launcher = chromeLauncher({launchOptions: {executablePath: programs.chromium, args: chromiumFlags}});
  browsers.push(Object.assign(launcher, {name: 'Chromium'}));
}
if (engines.includes('firefox')) {
  // The Chrome launcher is puppeteer's launch(), which drives a stock Firefox over WebDriver BiDi as well.
  const launcher = chromeLauncher({launchOptions: {browser: 'firefox', executablePath: programs.firefox}});
  browsers.push(Object.assign(launcher, {name: 'Firefox'}));
}
if (engines.includes('webkit')) {
  const {webdriverLauncher} = await import('@web/test-runner-webdriver');
  const {port, capabilities} = await startWebKitDriver();
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities,
  });
  // The launcher's own does not wait for the page to open: one that the driver fails to open ends the whole run.
  launcher.startSession = async (id, url) => {
    await launcher.ensureManagerInitialized();
    const open = () => launcher.driverManager.startSession(id, url);
    await open().catch(open);
  };
  browsers.push(launcher);
}

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files:
    process.env.FILES ??
    'test/{comments,form,thread,count,backends,content,language,page,styles,embed,layout}/**/*.test.ts',
  nodeResolve: {exportConditions: ['production', 'default']},
  // One file at a time: a page behind another gets no frames, and WebKit's
  // launcher puts further files into frames, where keys and the mouse go astray.
  concurrency: 1,
  concurrentBrowsers: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: {config: {timeout: 60_000}},
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    viewportPlugin,
    emulatePlugin,
    faultServer(),
  ],
  // What the widget says to developers is tested where it is said.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Taaliq: '),
  reporters: [defaultReporter({reportTestProgress: false, reportTestResults: true}), countReporter()],
  browsers,
};
