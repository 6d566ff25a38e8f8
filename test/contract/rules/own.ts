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
  reply,
  rules,
  send,
  success,
  texts,
  type Target,
  type WireCreated,
} from '../client.js';

async function written(target: Target, thread: string, text?: string, more?: object) {
  const {comment, edit} = await publish(target, thread, text, more);
  assert.ok(edit, 'no edit token was given');
  return {comment, own: `${target.endpoint}/${comment.id}`, token: bearer(edit.token), until: edit.until};
}

export const ownRules = rules('own', {
  'a comment can be changed by who holds its token': async (target) => {
    const thread = newThread();
    const {comment, own, token, until} = await written(target, thread, 'قبل');
    assert.ok(Date.parse(until) > Date.now());
    const answer = await success<WireCreated>(
      await send('PATCH', own, {content: {text: 'بعد\u200B', html: '<b>x</b>'}}, token),
      200,
    );
    assert.equal(answer.comment.content.text, 'بعد');
    assert.ok(Date.parse(answer.comment.editedAt ?? '') >= Date.parse(comment.createdAt));
    assert.deepEqual((await list(target, {thread})).comments, [answer.comment]);
  },

  'a change is checked like a new comment': async (target) => {
    const {own, token} = await written(target, newThread());
    for (const text of ['', 'ـ', 'x'.repeat(200_000), 7])
      assert.notEqual((await send('PATCH', own, {content: {text}}, token)).status, 200);
    await problem(await send('PATCH', own, {content: {text: ' '}}, token), [400, 422], 'invalid');
    await problem(await send('PATCH', own, {}, token), [400, 422], 'invalid');
    await problem(await send('PATCH', own, '{', token), [400, 422], 'invalid');
  },

  'nobody else can read, change or delete it that way': async (target) => {
    const thread = newThread();
    const {own} = await written(target, thread, 'لي');
    const {token: other} = await written(target, thread, 'لغيري');
    for (const [headers, status, code] of [
      [{}, 401, 'login-required'],
      [bearer('wrong'), 403, 'forbidden'],
      [other, 403, 'forbidden'],
      [{Authorization: 'Basic eDp5'}, 401, 'login-required'],
    ] as const) {
      await problem(await fetch(own, {headers}), status, code);
      await problem(await send('PATCH', own, {content: {text: 'x'}}, headers), status, code);
      await problem(await send('DELETE', own, '', headers), status, code);
    }
    await problem(await send('PATCH', own, {status: 'rejected'}, other), 403, 'forbidden');
    assert.equal((await list(target, {thread})).total, 2);
  },

  'a deleted comment without replies is gone': async (target) => {
    const thread = newThread();
    const {own, token} = await written(target, thread);
    const answer = await send('DELETE', own, '', token);
    assert.equal(answer.status, 204);
    assert.equal(await answer.text(), '');
    const {comments, total} = await list(target, {thread});
    assert.deepEqual([comments, total], [[], 0]);
    await problem(await send('PATCH', own, {content: {text: 'عودة'}}, token), [403, 404], 'not-found');
  },

  'a deleted comment keeps its place while it has replies': async (target) => {
    const thread = newThread();
    const {comment, own, token} = await written(target, thread, 'سر', {
      author: {name: 'سعاد', email: 'suad@example.org', url: 'https://suad.example/'},
    });
    const below = await written(target, thread, 'رد', {parentId: comment.id});
    assert.equal((await send('DELETE', own, '', token)).status, 204);
    const {comments, total} = await list(target, {thread});
    assert.equal(total, 1);
    const [place, answer] = comments;
    assert.deepEqual(
      [place?.id, place?.status, place?.content],
      [comment.id, 'deleted', {text: null, html: null}],
    );
    assert.deepEqual(place?.author, {name: '', url: null, role: null});
    assert.equal(answer?.parentId, comment.id);
    const late = draft(thread, 'متأخر', {parentId: comment.id});
    await problem(await post(target.endpoint, late), 410, 'parent-missing');
    // With the last reply the empty place goes too.
    assert.equal((await send('DELETE', below.own, '', below.token)).status, 204);
    assert.deepEqual((await list(target, {thread})).comments, []);
  },

  'places are kept all the way up, and go together': async (target) => {
    const thread = newThread();
    const top = await written(target, thread, '١');
    const middle = await written(target, thread, '٢', {parentId: top.comment.id});
    const leaf = await written(target, thread, '٣', {parentId: middle.comment.id});
    for (const {own, token} of [middle, top])
      assert.equal((await send('DELETE', own, '', token)).status, 204);
    assert.deepEqual(texts((await list(target, {thread})).comments), [null, null, '٣']);
    assert.equal((await send('DELETE', leaf.own, '', leaf.token)).status, 204);
    assert.deepEqual((await list(target, {thread})).comments, []);
  },

  'a reply and the deletion of what it answers do not miss each other': async (target) => {
    const thread = newThread();
    const all = await Promise.all(Array.from({length: 8}, () => written(target, thread)));
    const outcomes = await Promise.all(
      all.map(async ({comment, own, token}) => {
        const [answer] = await Promise.all([
          post(target.endpoint, draft(thread, undefined, {parentId: comment.id})),
          send('DELETE', own, '', token),
        ]);
        return [comment.id, answer.status] as const;
      }),
    );
    const listed = new Map((await list(target, {thread})).comments.map((comment) => [comment.id, comment]));
    for (const [id, status] of outcomes)
      assert.equal(listed.get(id)?.status, status === 201 ? 'deleted' : undefined);
  },

  'what is not there is not found': async (target) => {
    for (const id of [randomUUID(), 'x', '%00', "'"]) {
      const own = `${target.endpoint}/${id}`;
      await problem(await fetch(own, {headers: bearer('x')}), 404, 'not-found');
      await problem(await send('PATCH', own, {content: {text: 'x'}}, bearer('x')), 404, 'not-found');
      await problem(await send('DELETE', own, '', bearer('x')), 404, 'not-found');
    }
  },

  'its author reads it in any status': async (target) => {
    const thread = newThread();
    const {comment, edit} = await success<WireCreated>(await post(target.moderated, draft(thread)), 202);
    assert.ok(edit);
    const own = `${target.moderated}/${comment.id}`;
    const read = async () =>
      (await success<WireCreated>(await fetch(own, {headers: bearer(edit.token)}), 200)).comment;
    assert.deepEqual(await read(), comment);
    const moderator = bearer(target.moderatorToken);
    await success(await send('PATCH', own, {status: 'rejected'}, moderator), 200);
    assert.equal((await read()).status, 'rejected');
    await success(await send('PATCH', own, {status: 'published'}, moderator), 200);
    assert.equal((await read()).status, 'published');
    const answer = await fetch(own, {headers: bearer(edit.token)});
    assert.match(answer.headers.get('Cache-Control') ?? '', /no-store|private/);
    assert.ok((await reply(target, thread, comment.id)).id);
  },
});
