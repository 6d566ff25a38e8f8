/**
 * What only DevTools can pretend: the command `emulate` sets media features of
 * the test's page ({'forced-colors': 'active'}), and with `touch: true` a finger
 * instead of a mouse. Without anything it goes back to what the browser is.
 * In Chromium alone: WebDriver has no such command for Firefox and WebKit.
 */
export const emulatePlugin = {
  name: 'emulate',
  async executeCommand({command, payload, session}) {
    if (command !== 'emulate') return undefined;
    const {touch = false, ...features} = payload ?? {};
    const page = session.browser.getPage(session.id);
    const devTools = await page.createCDPSession();
    await devTools.send('Emulation.setEmulatedMedia', {
      // Said outright: else Chromium keeps the white ground of forced colours for the files that follow.
      features: Object.entries({'forced-colors': 'none', ...features}).map(([name, value]) => ({
        name,
        value,
      })),
    });
    await devTools.send('Emulation.setTouchEmulationEnabled', {enabled: touch, maxTouchPoints: 1});
    (session.browser.emulating ??= new Set()).add(devTools);
    return true;
  },
};
