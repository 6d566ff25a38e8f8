import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {list, newThread, problem, publish, rules, send, success, type Target} from '../client.js';

const like = async (target: Target, id: string, reader: string, method = 'PUT'): Promise<number> => {
  const response = await send(method, `${target.endpoint}/${id}/like`, '', {'Reader-Key': reader});
  return (await success<{likes: number}>(response, 200)).likes;
};

export const reactionRules = rules('reactions', {
  'a reader likes once and can take it back': async (target) => {
    const thread = newThread();
    const {id} = (await publish(target, thread)).comment;
    const [one, two] = [randomUUID(), randomUUID()];
    assert.equal(await like(target, id, one), 1);
    assert.equal(await like(target, id, one), 1);
    assert.equal(await like(target, id, two), 2);
    assert.equal((await list(target, {thread})).comments[0]?.likes, 2);
    assert.equal(await like(target, id, one, 'DELETE'), 1);
    assert.equal(await like(target, id, one, 'DELETE'), 1);
    assert.equal((await list(target, {thread})).comments[0]?.likes, 1);
  },

  'likes at the same moment all count, each reader once': async (target) => {
    const thread = newThread();
    const {id} = (await publish(target, thread)).comment;
    const readers = Array.from({length: 10}, () => randomUUID());
    await Promise.all([...readers, ...readers, ...readers].map((reader) => like(target, id, reader)));
    assert.equal((await list(target, {thread})).comments[0]?.likes, 10);
  },

  'a like needs a reader and a comment': async (target) => {
    const {id} = (await publish(target, newThread())).comment;
    const at = (id: string) => `${target.endpoint}/${id}/like`;
    for (const method of ['PUT', 'DELETE'])
      await problem(await send(method, at(id), ''), [400, 422], 'invalid');
    await problem(await send('PUT', at(id), '', {'Reader-Key': 'me'}), [400, 422], 'invalid');
    for (const missing of [randomUUID(), 'x'])
      for (const method of ['PUT', 'DELETE'])
        await problem(await send(method, at(missing), '', {'Reader-Key': randomUUID()}), 404, 'not-found');
  },

  'a report is taken': async (target) => {
    const {id} = (await publish(target, newThread())).comment;
    const response = await send('POST', `${target.endpoint}/${id}/report`, {reason: 'إساءة'});
    assert.equal(response.status, 202);
    await problem(
      await send('POST', `${target.endpoint}/${randomUUID()}/report`, {reason: 'x'}),
      404,
      'not-found',
    );
    await problem(await send('POST', `${target.endpoint}/${id}/report`, {reason: 7}), [400, 422], 'invalid');
  },
});
