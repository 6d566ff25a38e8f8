import {setTimeout as delay} from 'node:timers/promises';
import {launch, type KeyInput} from 'puppeteer-core';
import type {DrivenBrowser, DrivenPage} from './driven.js';
import {programs} from './engines.mjs';

/** A stock Firefox, driven over WebDriver BiDi. Pages of one browser share storage. */
export async function startFirefox(): Promise<DrivenBrowser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: programs.firefox ?? '',
    headless: true,
    defaultViewport: {width: 1000, height: 900},
    extraPrefsFirefox: {
      'intl.accept_languages': 'ar',
      // No look at the internet on its own account.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  return {
    close: () => browser.close(),
    async newPage(): Promise<DrivenPage> {
      const page = await browser.newPage();
      const requests: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));

      // The driver waits for a load that a page kept in memory never has, so it is asked of the page itself.
      const state = '[document.readyState, performance.timeOrigin, location.href].join()';
      const travel = async (step: string): Promise<void> => {
        const from = await page.evaluate(state);
        await page.evaluate(`void setTimeout(() => ${step})`);
        const end = Date.now() + 20_000;
        for (let now = from; now === from || !String(now).startsWith('complete');) {
          if (Date.now() > end) throw new Error(`${step} led nowhere from ${String(from)}`);
          await delay(30);
          // Between two pages there is none to ask.
          now = await page.evaluate(state).catch(() => from);
        }
      };

      // From a page that came back from memory, the driver's own way leads nowhere either.
      let travelled = false;
      const travelInHistory = (step: string): Promise<void> => {
        travelled = true;
        return travel(step);
      };

      return {
        requests,
        errors,
        goto: async (url) =>
          void (await (travelled ? travel(`location.assign(${JSON.stringify(url)})`) : page.goto(url))),
        evaluate: (expression) => page.evaluate(expression),
        click: (x, y, count) => page.mouse.click(x, y, {count}),
        type: (text) => page.keyboard.type(text),
        async press(key) {
          const names = key.split('+') as KeyInput[];
          for (const name of names) await page.keyboard.down(name);
          for (const name of names.toReversed()) await page.keyboard.up(name);
        },
        async hold(key, times) {
          const names = key.split('+') as KeyInput[];
          const last = names.at(-1) ?? 'Enter';
          for (const name of names) await page.keyboard.down(name);
          for (let time = 1; time < times; time++) await page.keyboard.down(last);
          for (const name of names.toReversed()) await page.keyboard.up(name);
        },
        reload: () => travel('location.reload()'),
        back: () => travelInHistory('history.back()'),
        forward: () => travelInHistory('history.forward()'),
        resize: (width, height) => page.setViewport({width, height}),
        screenshot: async (path) => void (await page.screenshot({path: path as `${string}.png`})),
        close: () => page.close(),
        async setOffline() {
          return false;
        },
      };
    },
  };
}
