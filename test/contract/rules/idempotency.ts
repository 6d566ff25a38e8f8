import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {
  bearer,
  draft,
  list,
  newThread,
  post,
  problem,
  publish,
  rules,
  send,
  success,
  type WireCreated,
} from '../client.js';

export const idempotencyRules = rules('idempotency', {
  'the same key gives the same answer and stores nothing': async (target) => {
    const [thread, key] = [newThread(), randomUUID()];
    const body = draft(thread);
    const first = await success<WireCreated>(await post(target.endpoint, body, key), 201);
    for (const again of [key, key.toUpperCase()])
      assert.deepEqual(await success(await post(target.endpoint, body, again), 201), first);
    assert.equal((await list(target, {thread})).total, 1);
  },

  'fifty at once are one comment': async (target) => {
    const [thread, key] = [newThread(), randomUUID()];
    const body = draft(thread);
    const answers = await Promise.all(
      Array.from({length: 50}, async () => success<WireCreated>(await post(target.endpoint, body, key), 201)),
    );
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal((await list(target, {thread})).total, 1);
  },

  'fifty keys at once are fifty comments': async (target) => {
    const thread = newThread();
    const answers = await Promise.all(
      Array.from({length: 50}, async () => (await publish(target, thread)).comment.id),
    );
    assert.equal(new Set(answers).size, 50);
    assert.equal((await list(target, {thread})).total, 50);
  },

  'only another thread, parent or text is a mistake': async (target) => {
    const [thread, key] = [newThread(), randomUUID()];
    const parent = (await publish(target, thread)).comment.id;
    const first = await success<WireCreated>(await post(target.endpoint, draft(thread, 'نص'), key), 201);
    const others = [
      draft(newThread(), 'نص'),
      draft(thread, 'نص آخر'),
      draft(thread, 'نص', {parentId: parent}),
    ];
    for (const other of others) await problem(await post(target.endpoint, other, key), 422, 'invalid');
    const rest = {
      author: {name: '', email: 'x', url: 'x'},
      lang: 'en',
      decoy: 'x',
      agreed: {rules: '2', privacy: true},
    };
    assert.deepEqual(await success(await post(target.endpoint, draft(thread, 'نص', rest), key), 201), first);
    assert.equal((await list(target, {thread})).total, 2);
  },

  'a key whose comment was refused is free': async (target) => {
    const [thread, key] = [newThread(), randomUUID()];
    await problem(await post(target.endpoint, draft(thread, ' '), key), [400, 422], 'invalid');
    await problem(await post(target.endpoint, draft(thread, 'نص', {decoy: 'x'}), key), 403, 'spam');
    await success(await post(target.endpoint, draft(thread, 'نص'), key), 201);
  },

  'the answer stays the same after the comment was changed or deleted': async (target) => {
    const [thread, key] = [newThread(), randomUUID()];
    const body = draft(thread, 'قبل');
    const first = await success<WireCreated>(await post(target.endpoint, body, key), 201);
    const own = `${target.endpoint}/${first.comment.id}`;
    const token = bearer(first.edit?.token ?? '');
    await success(await send('PATCH', own, {content: {text: 'بعد'}}, token), 200);
    assert.deepEqual(await success(await post(target.endpoint, body, key), 201), first);
    assert.equal((await send('DELETE', own, '', token)).status, 204);
    assert.deepEqual(await success(await post(target.endpoint, body, key), 201), first);
    assert.equal((await list(target, {thread})).total, 0);
  },

  'a held comment is remembered too': async (target) => {
    const [thread, key] = [newThread(), randomUUID()];
    const body = draft(thread);
    const first = await success<WireCreated>(await post(target.moderated, body, key), 202);
    assert.equal(first.comment.status, 'held');
    assert.deepEqual(await success(await post(target.moderated, body, key), 202), first);
  },

  'a key must be a UUID': async (target) => {
    await problem(await post(target.endpoint, draft(newThread()), 'once'), [400, 422], 'invalid');
  },
});
