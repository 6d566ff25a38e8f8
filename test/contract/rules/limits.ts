import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {draft, list, newThread, post, problem, rules, send, success} from '../client.js';

export const limitRules = rules('limits', {
  'too many comments from one address have to wait, whatever it says of itself': async (target) => {
    const {endpoint, limit} = target.limited;
    const thread = newThread();
    const key = randomUUID();
    const kept = draft(thread, 'الأول');
    const first = await success(await post(endpoint, kept, key), 201);
    for (let number = 1; number < limit; number++) await success(await post(endpoint, draft(thread)), 201);
    const lies: Readonly<Record<string, string>>[] = [
      {},
      {'X-Forwarded-For': '203.0.113.7'},
      {'X-Real-IP': '203.0.113.8', Forwarded: 'for=203.0.113.9'},
    ];
    for (const lie of lies) {
      const refused = await send('POST', endpoint, draft(thread), lie);
      const wait = Number(refused.headers.get('Retry-After'));
      assert.ok(wait >= 1 && wait <= 60, `Retry-After: ${wait}`);
      await problem(refused, 429, 'too-fast');
    }
    // A retry of what was stored is no new comment.
    assert.deepEqual(await success(await post(endpoint, kept, key), 201), first);
    assert.equal((await list({endpoint}, {thread})).total, limit);
  },
});
