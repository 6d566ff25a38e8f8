import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {
  address,
  bearer,
  list,
  newThread,
  problem,
  publish,
  readAll,
  reply,
  rules,
  send,
  texts,
  tops,
  type Target,
} from '../client.js';

async function fill(target: Target, thread: string, number: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < number; at++) ids.push((await publish(target, thread)).comment.id);
  return ids;
}

const ids = (comments: readonly {id: string}[]): string[] => comments.map(({id}) => id);

export const pagingRules = rules('paging', {
  'gives as many top-level comments as asked for, then a cursor, then the rest': async (target) => {
    const thread = newThread();
    const written = await fill(target, thread, 7);
    const sizes: number[] = [];
    const all = await readAll(target, {thread, order: 'oldest', limit: 3}, async (page) => {
      sizes.push(page.comments.length);
      assert.equal(page.total, 7);
    });
    assert.deepEqual(sizes, [3, 3]);
    assert.deepEqual(ids(all), written);
    const exact = await list(target, {thread, limit: 7});
    assert.equal(exact.nextCursor, null);
    assert.equal(exact.prevCursor, null);
  },

  'under newest repeats and drops none while others arrive': async (target) => {
    const thread = newThread();
    const written = await fill(target, thread, 9);
    const all = await readAll(target, {thread, order: 'newest', limit: 2}, async () => {
      await fill(target, thread, 3);
    });
    assert.deepEqual(ids(all), written.toReversed());
  },

  'under oldest repeats and drops none while many arrive at once': async (target) => {
    const thread = newThread();
    const written = new Set(await fill(target, thread, 4));
    // Several write at the end that is being read: whoever becomes visible late must still come after.
    let busy = true;
    const writers = Promise.all(Array.from({length: 6}, () => fill(target, thread, 8))).finally(() => {
      busy = false;
    });
    const seen: string[] = [];
    for (let cursor: string | null = null; ;) {
      const done = !busy;
      const page = await list(target, {thread, order: 'oldest', limit: 2, ...(cursor && {cursor})});
      // A last page is read again until nobody writes any more.
      if (page.nextCursor !== null || done) seen.push(...ids(page.comments));
      if (page.nextCursor === null && done) break;
      cursor = page.nextCursor ?? cursor;
    }
    for (const id of (await writers).flat()) written.add(id);
    assert.equal(new Set(seen).size, seen.length, 'a comment came twice');
    const left = [...written].filter((id) => !seen.includes(id));
    assert.deepEqual(left, [], 'comments were left out');
  },

  'stays where it was when the comment beside it is deleted': async (target) => {
    const thread = newThread();
    const created = [];
    for (let at = 0; at < 6; at++) created.push(await publish(target, thread));
    const page = await list(target, {thread, order: 'oldest', limit: 3});
    const beside = created[2];
    const gone = await send(
      'DELETE',
      `${target.endpoint}/${beside?.comment.id}`,
      '',
      bearer(beside?.edit?.token ?? ''),
    );
    assert.equal(gone.status, 204);
    const next = await list(target, {thread, order: 'oldest', limit: 3, cursor: page.nextCursor ?? ''});
    assert.deepEqual(ids(next.comments), ids(created.slice(3).map(({comment}) => comment)));
  },

  'goes back by the cursor before': async (target) => {
    const thread = newThread();
    await fill(target, thread, 6);
    for (const order of ['newest', 'oldest', 'popular']) {
      const query = {thread, order, limit: 2};
      const first = await list(target, query);
      const second = await list(target, {...query, cursor: first.nextCursor ?? ''});
      const third = await list(target, {...query, cursor: second.nextCursor ?? ''});
      assert.equal(third.nextCursor, null);
      const back = await list(target, {...query, cursor: third.prevCursor ?? ''});
      assert.deepEqual(back.comments, second.comments);
      const start = await list(target, {...query, cursor: back.prevCursor ?? ''});
      assert.deepEqual(start.comments, first.comments);
      assert.equal(start.prevCursor, null);
      assert.equal(start.nextCursor, first.nextCursor);
    }
  },

  'orders by likes, then by age': async (target) => {
    const thread = newThread();
    const [a = '', b = '', c = ''] = await fill(target, thread, 3);
    for (const [id, times] of [
      [a, 1],
      [b, 2],
    ] as const) {
      for (let at = 0; at < times; at++)
        await send('PUT', `${target.endpoint}/${id}/like`, '', {'Reader-Key': randomUUID()});
    }
    assert.deepEqual(ids(await readAll(target, {thread, order: 'popular', limit: 1})), [b, a, c]);
  },

  'does not take a cursor of another order': async (target) => {
    const thread = newThread();
    await fill(target, thread, 2);
    const {nextCursor} = await list(target, {thread, order: 'oldest', limit: 1});
    const url = address(target.endpoint, {thread, order: 'newest', cursor: nextCursor ?? ''});
    await problem(await fetch(url), [400, 422], 'invalid');
  },

  'finds the page around a comment, also around a reply': async (target) => {
    const thread = newThread();
    const written = await fill(target, thread, 6);
    const middle = written[2] ?? '';
    const answer = await reply(target, thread, middle);
    for (const order of ['newest', 'oldest', 'popular'])
      for (const around of [middle, answer.id]) {
        const page = await list(target, {thread, around, order, limit: 2});
        assert.deepEqual(ids(page.comments).slice(0, 2), [middle, answer.id]);
        assert.equal(tops(page.comments).length, 2);
        const before = await list(target, {thread, order, limit: 10, cursor: page.prevCursor ?? ''});
        const after = await list(target, {thread, order, limit: 10, cursor: page.nextCursor ?? ''});
        const all = [...before.comments, ...page.comments, ...after.comments];
        assert.deepEqual(ids(tops(all)).sort(), [...written].sort());
      }
    const first = await list(target, {thread, around: written[0] ?? '', order: 'oldest', limit: 2});
    assert.equal(first.prevCursor, null);
  },

  'finds no page around what is not in the thread': async (target) => {
    const thread = newThread();
    const {comment} = await publish(target, newThread());
    for (const around of [comment.id, randomUUID(), 'x', "'"])
      await problem(await fetch(address(target.endpoint, {thread, around})), 404, 'not-found');
  },

  'puts no reader at a loss by a reply that arrives': async (target) => {
    const thread = newThread();
    const [first = ''] = await fill(target, thread, 3);
    const page = await list(target, {thread, order: 'oldest', limit: 1});
    await reply(target, thread, first, 'رد متأخر');
    const next = await list(target, {thread, order: 'oldest', limit: 5, cursor: page.nextCursor ?? ''});
    assert.equal(next.comments.length, 2);
    assert.ok(!texts(next.comments).includes('رد متأخر'));
  },
});
