import {chromium} from 'playwright-core';
import type {DrivenBrowser, DrivenPage} from './driven.js';
import {chromiumFlags, programs} from './engines.mjs';

/** Chromium, driven over its own protocol. Pages of one browser share storage. */
export async function startChromium(): Promise<DrivenBrowser> {
  const browser = await chromium.launch({executablePath: programs.chromium ?? '', args: [...chromiumFlags]});
  const context = await browser.newContext({viewport: {width: 1000, height: 900}, locale: 'ar'});
  return {
    close: () => browser.close(),
    async newPage(): Promise<DrivenPage> {
      const page = await context.newPage();
      const requests: string[] = [];
      const errors: string[] = [];
      const session = await context.newCDPSession(page);
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      return {
        requests,
        errors,
        goto: async (url) => void (await page.goto(url)),
        evaluate: (expression) => page.evaluate(expression),
        click: (x, y, clickCount) => page.mouse.click(x, y, {clickCount}),
        type: (text) => page.keyboard.type(text),
        press: (key) => page.keyboard.press(key),
        async hold(key, times) {
          const names = key.split('+');
          const last = names.at(-1) ?? '';
          for (const name of names) await page.keyboard.down(name);
          for (let time = 1; time < times; time++) await page.keyboard.down(last);
          for (const name of names.toReversed()) await page.keyboard.up(name);
        },
        reload: async () => void (await page.reload()),
        back: async () => void (await page.goBack()),
        forward: async () => void (await page.goForward()),
        resize: (width, height) => page.setViewportSize({width, height}),
        screenshot: async (path) => void (await page.screenshot({path})),
        close: () => page.close(),
        // Proof: the driver's types know the names of the protocol, the tests that use it its answers.
        devtools: (method, parameters) => session.send(method as 'Browser.close', parameters as undefined),
        async crash() {
          const crashed = new Promise((resolve) => page.once('crash', resolve));
          // There is nobody left to answer.
          session.send('Page.crash').catch(() => undefined);
          await crashed;
        },
        async setOffline(offline) {
          await context.setOffline(offline);
          return true;
        },
      };
    },
  };
}
