import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {
  address,
  list,
  newThread,
  problem,
  publish,
  readAll,
  reply,
  rules,
  tops,
  type Target,
} from '../client.js';

async function replyMany(target: Target, thread: string, parentId: string, number: number): Promise<void> {
  for (let left = number; left > 0; left -= 20)
    await Promise.all(Array.from({length: Math.min(20, left)}, () => reply(target, thread, parentId)));
}

export const replyRules = rules('replies', {
  'are cut off where an answer would hold more than 1,000, and can be read on': async (target) => {
    const thread = newThread();
    const long = (await publish(target, thread, 'طويل')).comment;
    const short = (await publish(target, thread, 'قصير')).comment;
    await replyMany(target, thread, long.id, 1_010);
    await replyMany(target, thread, short.id, 3);
    const page = await list(target, {thread, order: 'oldest'});
    assert.ok(page.comments.length <= 1_000);
    assert.equal(tops(page.comments).length, 2);
    assert.equal(page.total, 1_015);
    const cut = page.comments.filter(({moreReplies}) => moreReplies !== undefined);
    assert.deepEqual(
      cut.map(({id}) => id),
      [long.id],
    );
    const shown = page.comments.filter(({parentId}) => parentId === long.id);
    assert.equal(cut[0]?.moreReplies, 1_010 - shown.length);
    // One long conversation does not take the others' room.
    assert.equal(page.comments.filter(({parentId}) => parentId === short.id).length, 3);

    const all = await readAll(target, {thread, parent: long.id}, async ({comments}) => {
      assert.ok(comments.length <= 1_000);
    });
    assert.equal(new Set(all.map(({id}) => id)).size, 1_010);
    const times = all.map(({createdAt}) => Date.parse(createdAt));
    assert.deepEqual(
      times,
      [...times].sort((one, other) => one - other),
    );
    assert.deepEqual(
      all.slice(0, shown.length).map(({id}) => id),
      shown.map(({id}) => id),
    );
  },

  'of one comment are all below it, and no others': async (target) => {
    const thread = newThread();
    const top = (await publish(target, thread)).comment;
    const other = (await publish(target, thread)).comment;
    const below = await reply(target, thread, top.id);
    const deep = await reply(target, thread, below.id);
    await reply(target, thread, other.id);
    const ids = async (parent: string) => (await readAll(target, {thread, parent})).map(({id}) => id);
    assert.deepEqual(await ids(top.id), [below.id, deep.id]);
    assert.deepEqual(await ids(below.id), [deep.id]);
    assert.deepEqual(await ids(deep.id), []);
  },

  'of what is not in the thread are not found': async (target) => {
    const {comment} = await publish(target, newThread());
    for (const parent of [comment.id, randomUUID(), 'x'])
      await problem(await fetch(address(target.endpoint, {thread: newThread(), parent})), 404, 'not-found');
  },
});
