/**
 * Web Test Runner's own `setViewport` refuses WebDriver browsers. The command
 * `set-size` {width, height} sets the page's inner size in every engine.
 */
export const viewportPlugin = {
  name: 'set-size',
  async executeCommand({command, payload, session}) {
    if (command !== 'set-size') return undefined;
    const {width, height} = payload;
    if (session.browser.type === 'puppeteer') {
      await session.browser.getPage(session.id).setViewport({width, height});
      return true;
    }
    const {driver} = session.browser;
    // The window has a toolbar: what the page loses to it is added.
    await driver.setWindowRect(null, null, width, height);
    const [innerWidth, innerHeight] = await driver.execute('return [innerWidth, innerHeight]');
    await driver.setWindowRect(null, null, 2 * width - innerWidth, 2 * height - innerHeight);
    return true;
  },
};
