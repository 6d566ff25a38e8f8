import {expect} from '@open-wc/testing';
import {onScriptedNetwork} from '../../src/backends/contract-server.js';

/** Lets the browser do what else it has to do: the clock stands still meanwhile. */
async function pass(turns: number): Promise<void> {
  const {port1, port2} = new MessageChannel();
  port1.start();
  for (let left = turns; left; left--)
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve, {once: true});
      port2.postMessage(null);
    });
  port1.close();
}

describe('the scripted network', () => {
  const {text} = Request.prototype;
  afterEach(() => {
    Request.prototype.text = text;
  });

  it('sees requests in the order they were made in, however long their bodies take', async () => {
    const turns = [50, 5];
    Request.prototype.text = async function (this: Request): Promise<string> {
      await pass(turns.shift() ?? 0);
      return text.call(this);
    };
    const seen = await onScriptedNetwork(
      () => new Response(''),
      async (network) => {
        await Promise.all(
          ['first', 'second', 'third'].map((body) =>
            fetch('https://comments.example/', {method: 'POST', body}),
          ),
        );
        return network.seen.map(({body}) => body);
      },
    );
    expect(seen).to.deep.equal(['first', 'second', 'third']);
  });
});
