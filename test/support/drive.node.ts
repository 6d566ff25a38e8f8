import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser} from './drive.js';

const page = `<!doctype html><html lang="ar"><body><x-box></x-box><script>
  customElements.define('x-box', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({mode: 'open'}).innerHTML = '<textarea></textarea><input><button>مرّة</button><output>0</output>';
      const [button, output] = this.shadowRoot.querySelectorAll('button, output');
      button.onclick = () => output.textContent++;
    }
  });
</script></body></html>`;

for (const engine of engines) {
  describe(`driving ${engine}`, () => {
    let server: Server;
    let browser: Browser;
    let address = '';
    before(async () => {
      server = createServer((_request, response) =>
        response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      server.closeAllConnections();
      server.close();
    });

    test('types real keys into a shadow root, Arabic too', async () => {
      const tab = await browser.newPage();
      await tab.open(address);
      await tab.fill('textarea', 'سلام a<b 😄\nثانٍ');
      assert.equal(await tab.value('textarea'), 'سلام a<b 😄\nثانٍ');
      await tab.press('Tab');
      await tab.type('x');
      assert.equal(await tab.value('input'), 'x');
      await tab.press('Shift+Tab');
      await tab.press('Control+a');
      await tab.press('Backspace');
      assert.equal(await tab.value('textarea'), '');
      await tab.close();
    });

    test('clicks, twice too, and waits for promises', async () => {
      const tab = await browser.newPage();
      await tab.open(address);
      await tab.click({css: 'button', text: 'مرّة'});
      await tab.click('button', 2);
      assert.equal(await tab.text('output'), '3');
      const sum = await tab.evaluate(
        async (one, two) => {
          const add = (a: number, b: number): number => a + b;
          return add(await Promise.resolve(one), two);
        },
        1,
        2,
      );
      assert.equal(sum, 3);
      await tab.close();
    });

    test('reloads, goes back and forward, opens a second tab with the same storage', async () => {
      const tab = await browser.newPage();
      await tab.open(address);
      await tab.evaluate(() => localStorage.setItem('a', 'b'));
      await tab.open(`${address}second`);
      await tab.back();
      assert.equal(await tab.evaluate(() => location.pathname), '/');
      await tab.forward();
      assert.equal(await tab.evaluate(() => location.pathname), '/second');
      await tab.reload();
      await tab.close();
      const other = await browser.newPage();
      await other.open(address);
      assert.equal(await other.evaluate(() => localStorage.getItem('a')), 'b');
      await other.close();
    });
  });
}
