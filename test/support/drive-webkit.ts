import {remote} from 'webdriverio';
import type {DrivenBrowser, DrivenPage} from './driven.js';
import {startWebKitDriver} from './engines.mjs';

/** Keys without a character, as WebDriver writes them. */
const codes: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  ' ': ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const valuesOf = (key: string): readonly string[] =>
  key.split('+').map((name) => codes[name] ?? name.toLowerCase());

/** WebKitGTK's MiniBrowser, driven over classic WebDriver. What is done to a page brings its window up first. */
export async function startWebKit(): Promise<DrivenBrowser> {
  const {port, capabilities, stop} = await startWebKitDriver();
  const driver = await remote({hostname: '127.0.0.1', port, path: '/', logLevel: 'error', capabilities});
  await driver.setTimeout({script: 60_000, pageLoad: 60_000});

  const keys = (...actions: readonly (readonly ['keyDown' | 'keyUp', string])[]): Promise<void> =>
    driver.performActions([
      {type: 'key', id: 'keys', actions: actions.map(([type, value]) => ({type, value}))},
    ]);

  // The window that the session began with stays open: the session ends with its last window.
  const first = await driver.getWindowHandle();
  let current = first;

  return {
    async close() {
      await driver.deleteSession().catch(() => undefined);
      stop();
    },
    async newPage(): Promise<DrivenPage> {
      await driver.switchToWindow(first);
      // A tab would stay hidden behind the first one, where no click reaches it.
      const {handle} = await driver.createWindow('window');
      await driver.switchToWindow(handle);
      current = handle;
      const here =
        <Values extends readonly unknown[], Result>(act: (...values: Values) => Promise<Result>) =>
        async (...values: Values): Promise<Result> => {
          if (current !== handle) await driver.switchToWindow(handle);
          current = handle;
          return act(...values);
        };
      return {
        requests: [],
        errors: [],
        goto: here(async (url) => void (await driver.navigateTo(url))),
        // As text: the driver's own way stumbles over what a page has put on Object.prototype.
        evaluate: here(async (expression) => {
          const written = `return Promise.resolve(${expression}).then((value) => JSON.stringify(value));`;
          const json: unknown = await driver.executeScript(written, []);
          return typeof json === 'string' ? JSON.parse(json) : null;
        }),
        click: here(async (x, y, times) => {
          const press = Array.from({length: times}, () => [
            {type: 'pointerDown', button: 0},
            {type: 'pointerUp', button: 0},
          ]).flat();
          const move = {
            type: 'pointerMove',
            duration: 0,
            origin: 'viewport',
            x: Math.round(x),
            y: Math.round(y),
          };
          await driver.performActions([
            {type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions: [move, ...press]},
          ]);
        }),
        type: here(async (text) => {
          for (const character of text) {
            const value = character === '\n' ? (codes['Enter'] ?? '') : character;
            await keys(['keyDown', value], ['keyUp', value]);
          }
        }),
        press: here(async (key) => {
          const values = valuesOf(key);
          await keys(
            ...values.map((value) => ['keyDown', value] as const),
            ...values.toReversed().map((value) => ['keyUp', value] as const),
          );
        }),
        hold: here(async (key, times) => {
          const values = valuesOf(key);
          const down = [...values, ...Array<string>(times - 1).fill(values.at(-1) ?? '')];
          await keys(
            ...down.map((value) => ['keyDown', value] as const),
            ...values.toReversed().map((value) => ['keyUp', value] as const),
          );
        }),
        reload: here(async () => void (await driver.refresh())),
        back: here(async () => void (await driver.back())),
        forward: here(async () => void (await driver.forward())),
        resize: here(async (width, height) => void (await driver.setWindowRect(null, null, width, height))),
        screenshot: here(async (path) => void (await driver.saveScreenshot(path))),
        close: here(async () => {
          await driver.closeWindow();
          await driver.switchToWindow(first);
          current = first;
        }),
        async setOffline() {
          return false;
        },
      };
    },
  };
}
