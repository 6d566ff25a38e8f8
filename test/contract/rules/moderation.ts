import assert from 'node:assert/strict';
import {
  address,
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
  type WireComment,
  type WireCreated,
  type WirePage,
} from '../client.js';

async function held(target: Target, thread: string, text?: string, more?: object): Promise<WireCreated> {
  return success<WireCreated>(await post(target.moderated, draft(thread, text, more)), 202);
}

const decide = async (target: Target, {id}: WireComment, status: string): Promise<WireComment> =>
  (
    await success<WireCreated>(
      await send('PATCH', `${target.endpoint}/${id}`, {status}, bearer(target.moderatorToken)),
      200,
    )
  ).comment;

async function waiting(target: Target): Promise<WireComment[]> {
  const all: WireComment[] = [];
  let cursor = '';
  do {
    const url = address(target.endpoint, {status: 'held', limit: 50, ...(cursor && {cursor})});
    const page = await success<WirePage>(await fetch(url, {headers: bearer(target.moderatorToken)}), 200);
    all.push(...page.comments);
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return all;
}

export const moderationRules = rules('moderation', {
  'a held comment is seen by nobody until it is approved': async (target) => {
    const thread = newThread();
    const {comment} = await held(target, thread, 'ينتظر');
    assert.equal(comment.status, 'held');
    assert.deepEqual(await list(target, {thread}).then(({comments, total}) => [comments, total]), [[], 0]);
    await problem(
      await post(target.endpoint, draft(thread, 'رد', {parentId: comment.id})),
      410,
      'parent-missing',
    );
    await problem(await fetch(address(target.endpoint, {thread, around: comment.id})), 404, 'not-found');
    assert.equal((await decide(target, comment, 'published')).status, 'published');
    const page = await list(target, {thread});
    assert.deepEqual([texts(page.comments), page.total], [['ينتظر'], 1]);
  },

  'a moderator sees what waits, across threads, the longest waiting first': async (target) => {
    const one = (await held(target, newThread())).comment;
    const two = (await held(target, newThread())).comment;
    const ids = (await waiting(target)).map(({id}) => id);
    assert.ok(ids.indexOf(one.id) >= 0 && ids.indexOf(one.id) < ids.indexOf(two.id));
    await decide(target, one, 'rejected');
    await decide(target, two, 'published');
    const left = new Set((await waiting(target)).map(({id}) => id));
    assert.ok(!left.has(one.id) && !left.has(two.id));
  },

  'a rejected comment is not shown, its replies keep its place': async (target) => {
    const thread = newThread();
    const {comment} = await publish(target, thread, 'مسيء');
    await reply(target, thread, comment.id, 'رد');
    await decide(target, comment, 'rejected');
    const page = await list(target, {thread});
    assert.deepEqual(
      page.comments.map(({status, content}) => [status, content.text]),
      [
        ['deleted', null],
        ['published', 'رد'],
      ],
    );
    assert.equal(page.total, 1);
    await decide(target, comment, 'published');
    assert.deepEqual(texts((await list(target, {thread})).comments), ['مسيء', 'رد']);
  },

  'an approved reply brings the place of what it answered': async (target) => {
    const thread = newThread();
    const {comment, edit} = await publish(target, thread, 'أصل');
    const answer = (await held(target, thread, 'رد', {parentId: comment.id})).comment;
    await send('DELETE', `${target.endpoint}/${comment.id}`, '', bearer(edit?.token ?? ''));
    assert.deepEqual((await list(target, {thread})).comments, []);
    await decide(target, answer, 'published');
    assert.deepEqual(
      (await list(target, {thread})).comments.map(({id, status}) => [id, status]),
      [
        [comment.id, 'deleted'],
        [answer.id, 'published'],
      ],
    );
  },

  'a comment that is changed after approval waits again': async (target) => {
    const thread = newThread();
    const {comment, edit} = await held(target, thread, 'لطيف');
    await decide(target, comment, 'published');
    const own = `${target.moderated}/${comment.id}`;
    const changed = await success<WireCreated>(
      await send('PATCH', own, {content: {text: 'إعلان'}}, bearer(edit?.token ?? '')),
      200,
    );
    assert.equal(changed.comment.status, 'held');
    assert.equal((await list(target, {thread})).total, 0);
  },

  'reports are seen by a moderator and settled by a decision': async (target) => {
    const {comment} = await publish(target, newThread(), 'مُبلَّغ عنه');
    await send('POST', `${target.endpoint}/${comment.id}/report`, {reason: 'إعلان\u202E'});
    const reported = async () => {
      const url = `${target.endpoint}/reports`;
      const {reports} = await success<{reports: {reason: string; comment: WireComment}[]}>(
        await fetch(url, {headers: bearer(target.moderatorToken)}),
        200,
      );
      return reports.filter((report) => report.comment.id === comment.id);
    };
    const [report] = await reported();
    assert.deepEqual([report?.reason, report?.comment.content.text], ['إعلان', 'مُبلَّغ عنه']);
    await decide(target, comment, 'published');
    assert.deepEqual(await reported(), []);
  },

  'nobody else may see or decide': async (target) => {
    const {comment, edit} = await held(target, newThread());
    const token = edit?.token ?? '';
    for (const url of [address(target.endpoint, {status: 'held'}), `${target.endpoint}/reports`]) {
      await problem(await fetch(url), 401, 'login-required');
      for (const wrong of ['wrong', token, `${target.moderatorToken}x`, target.moderatorToken.slice(0, -1)])
        await problem(await fetch(url, {headers: bearer(wrong)}), 403, 'forbidden');
    }
    const own = `${target.endpoint}/${comment.id}`;
    for (const wrong of ['wrong', token])
      await problem(await send('PATCH', own, {status: 'published'}, bearer(wrong)), 403, 'forbidden');
    await problem(
      await send('PATCH', own, {status: 'deleted'}, bearer(target.moderatorToken)),
      [400, 422],
      'invalid',
    );
  },

  'what moderators read holds no e-mail address and is not kept on the way': async (target) => {
    await held(target, newThread(), 'x', {author: {name: 'ل', email: 'hidden@example.org', url: null}});
    const url = address(target.endpoint, {status: 'held', limit: 100});
    const answer = await fetch(url, {headers: bearer(target.moderatorToken)});
    assert.match(answer.headers.get('Cache-Control') ?? '', /no-store/);
    assert.ok(!(await answer.text()).includes('hidden@'));
  },
});
