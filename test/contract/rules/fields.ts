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
  type Target,
  type WireCreated,
} from '../client.js';

async function refusal(target: Target, more: object, thread = newThread()): Promise<unknown> {
  const errors = await problem(await post(target.endpoint, draft(thread, 'نص', more)), [400, 422], 'invalid');
  assert.equal((await list(target, {thread})).total, 0, 'a refused comment was stored');
  return errors.map(({field, code}) => `${field} ${code}`);
}

const author = (more: object): object => ({
  author: {name: 'ليلى', email: 'laila@example.org', url: null, ...more},
});
const content = (text: unknown): object => ({content: {text, html: null}});

export const fieldRules = rules('fields', {
  'name and e-mail are required': async (target) => {
    for (const name of ['', '   ', '\u200F\u200C', undefined])
      assert.deepEqual(await refusal(target, author({name})), ['name required']);
    assert.deepEqual(await refusal(target, author({email: ' '})), ['email required']);
    assert.deepEqual(await refusal(target, {author: undefined}), ['name required', 'email required']);
  },

  'are checked again on the server': async (target) => {
    assert.deepEqual(await refusal(target, author({name: 'م'.repeat(81)})), ['name too-long']);
    for (const email of [
      'laila',
      'laila@',
      'a b@c.d,e',
      'laila@example',
      'a@b@c.org',
      'x'.repeat(255) + '@a.org',
    ])
      assert.match(String(await refusal(target, author({email}))), /^email (?:malformed|too-long)$/);
    for (const url of [
      'java\tscript:alert(1)',
      'ftp://example.org',
      'https://user:pass@example.org',
      'https://',
    ])
      assert.deepEqual(await refusal(target, author({url})), ['website malformed']);
    assert.deepEqual(await refusal(target, author({name: 7})), ['name malformed']);
    await publish(target, newThread(), undefined, author({email: 'مستخدم@مثال.إختبار'}));
  },

  'a comment may not be empty, also not of marks that nobody sees': async (target) => {
    for (const text of ['', ' \n ', '\u200F\u200B', 'ـــ', '\u2800', '\u064B', undefined, null])
      assert.deepEqual(await refusal(target, content(text)), ['content required'], JSON.stringify(text));
    assert.deepEqual(await refusal(target, content(['a'])), ['content malformed']);
  },

  'a comment may have as many characters as are announced, as a reader counts them': async (target) => {
    const {maxLength} = await success<{maxLength: number}>(
      await fetch(`${target.endpoint}/capabilities`),
      200,
    );
    const thread = newThread();
    await publish(target, thread, 'بَ'.repeat(maxLength));
    const body = draft(newThread(), 'ب'.repeat(maxLength + 1));
    const errors = await problem(await post(target.endpoint, body), [400, 422], 'invalid');
    assert.deepEqual(errors, [{field: 'content', code: 'too-long', limit: maxLength}]);
  },

  'stacked marks do not get round the limit': async (target) => {
    const joined = `ب${'\u200D👨'.repeat(20_005)}`;
    assert.deepEqual(await refusal(target, content(joined)), ['content too-long']);
  },

  'all that is wrong is said at once': async (target) => {
    const wrong = {author: {name: '', email: 'x', url: 'data:1'}, ...content(' ')};
    assert.deepEqual(((await refusal(target, wrong)) as string[]).sort(), [
      'content required',
      'email malformed',
      'name required',
      'website malformed',
    ]);
  },

  'too many links are refused': async (target) => {
    const text = Array.from({length: 30}, (_, at) => `https://example.org/${at}`).join('\n');
    assert.deepEqual(await refusal(target, content(text)), ['content too-many-links']);
  },

  'a thread is needed': async (target) => {
    const body = {...draft('x'), thread: undefined};
    const errors = await problem(await post(target.endpoint, body), [400, 422], 'invalid');
    assert.deepEqual(errors, [{field: 'thread', code: 'required'}]);
  },

  'a parent must be there, in the same thread': async (target) => {
    const elsewhere = (await publish(target, newThread())).comment.id;
    for (const parentId of [randomUUID(), elsewhere, 'x', "' OR 1=1 --"])
      await problem(await post(target.endpoint, draft(newThread(), 'نص', {parentId})), 410, 'parent-missing');
  },

  'a field that people do not see marks spam': async (target) => {
    const thread = newThread();
    await problem(await post(target.endpoint, draft(thread, 'نص', {decoy: 'http://spam'})), 403, 'spam');
    assert.equal((await list(target, {thread})).total, 0);
  },

  'the same words again are a duplicate, those of somebody else are not': async (target) => {
    const thread = newThread();
    const {comment} = await publish(target, thread, 'شكرًا جزيلًا');
    for (const text of ['شكرًا جزيلًا', ' شكرا  جزيلا\n'.replace('  ', ' ')])
      await problem(await post(target.endpoint, draft(thread, text)), 409, 'duplicate');
    await publish(target, thread, 'شكرًا جزيلًا', author({name: 'سلمى'}));
    await publish(target, thread, 'شكرًا جزيلًا', {parentId: comment.id});
    await publish(target, newThread(), 'شكرًا جزيلًا');
    assert.equal((await list(target, {thread})).total, 3);
  },

  'of two copies at the same moment one is taken': async (target) => {
    const thread = newThread();
    const answers = await Promise.all(
      Array.from({length: 12}, () => post(target.endpoint, draft(thread, 'في اللحظة نفسها'))),
    );
    assert.deepEqual(answers.map(({status}) => status).sort(), [201, ...Array<number>(11).fill(409)]);
    assert.equal((await list(target, {thread})).total, 1);
  },

  'what is not JSON is refused': async (target) => {
    for (const body of ['', '{', 'null', '[]', '"x"', '7', '[[[['])
      await problem(await send('POST', target.endpoint, body), [400, 422], 'invalid');
    const asText = {'Content-Type': 'text/plain'};
    await problem(
      await send('POST', target.endpoint, draft(newThread()), asText),
      [400, 415, 422],
      'invalid',
    );
  },

  'a body that is too large is refused before it is read': async (target) => {
    const body = {...draft(newThread()), page: {url: 'x'.repeat(2_000_000), title: ''}};
    await problem(await post(target.endpoint, body), 413, 'invalid');
  },

  'what is not known is no obstacle, and no way in': async (target) => {
    const body = `{"__proto__": {"polluted": true}, "constructor": 1, ${JSON.stringify(
      draft(newThread(), 'نص', {more: {deep: [1]}, page: 7, lang: {}}),
    ).slice(1)}`;
    const {comment} = await success<WireCreated>(await send('POST', target.endpoint, body), 201);
    assert.ok(!('polluted' in comment));
  },

  'a token in the request is no harm': async (target) => {
    const response = await send('POST', target.endpoint, draft(newThread()), bearer('wrong'));
    assert.equal((await success<WireCreated>(response, 201)).comment.author.role, null);
  },
});
