// What a comment that was acknowledged has to survive.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import {bearer, draft, list, newThread, post, publish, readAll, send} from './client.js';
import {runServer} from './run-server.js';

const same = async (endpoint: string, body: object, key: string): Promise<boolean> => {
  // The server is killed in the middle: some requests find nobody there.
  const response = await post(endpoint, body, key).catch(() => null);
  await response?.body?.cancel().catch(() => {});
  return response?.status === 201;
};

/** Registers the checks for one kind of database; `settings` chooses it. */
export function checkDurability(settings: () => Readonly<Record<string, string>>): void {
  it('comments, tokens and remembered answers survive a restart', async () => {
    const [thread, key] = [newThread(), randomUUID()];
    const body = draft(thread);
    let server = await runServer(settings());
    const created = await publish(server, thread, 'قبل');
    const answer = await (await post(server.endpoint, body, key)).text();
    const page = await list(server, {thread});
    assert.equal(page.total, 2);
    assert.equal(await server.end('SIGTERM'), 0);
    server = await runServer(settings());
    assert.deepEqual(await list(server, {thread}), page);
    assert.equal(await (await post(server.endpoint, body, key)).text(), answer);
    const own = `${server.endpoint}/${created.comment.id}`;
    const changed = await send('PATCH', own, {content: {text: 'بعد'}}, bearer(created.edit?.token ?? ''));
    assert.equal(changed.status, 200);
    assert.equal(await server.end('SIGINT'), 0);
  });

  it('killed in the middle, it has every acknowledged comment, and retries double none', async () => {
    const thread = newThread();
    const sent = new Map<string, object>();
    const acknowledged = new Set<string>();
    for (let round = 0; round < 2; round++) {
      const server = await runServer(settings());
      let running = true;
      const enough = acknowledged.size + 60;
      const writers = Array.from({length: 50}, async () => {
        while (running) {
          const key = randomUUID();
          const body = draft(thread);
          sent.set(key, body);
          if (await same(server.endpoint, body, key)) acknowledged.add(key);
          if (acknowledged.size >= enough && running) {
            running = false;
            assert.equal(await server.end('SIGKILL'), null);
          }
        }
      });
      await Promise.all(writers);
    }
    const server = await runServer(settings());
    const textOf = (key: string) => (sent.get(key) as {content: {text: string}}).content.text;
    const stored = () => readAll(server, {thread, order: 'oldest', limit: 100});
    const found = new Set((await stored()).map(({content}) => content.text));
    assert.deepEqual(
      [...acknowledged].map(textOf).filter((text) => !found.has(text)),
      [],
    );
    // What a widget does: it sends what was not acknowledged once more, with the same key.
    for (const [key, body] of sent) assert.ok(await same(server.endpoint, body, key));
    const all = (await stored()).map(({content}) => content.text);
    assert.deepEqual(all.sort(), [...sent.keys()].map(textOf).sort());
    await server.end('SIGTERM');
  });
}
