// The REST adapter against the reference backend, as one piece: what one says, the other understands.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {NewComment} from '../../../src/content/types.js';
import {CommentError} from '../../../src/backends/errors.js';
import type {Backend} from '../../../src/backends/port.js';
import {createRest} from '../../../src/backends/rest/backend.js';
import {startReference, type Reference} from '../../contract/start-reference.js';

const {signal} = new AbortController();

const connect = (endpoint: string): Required<Backend> => {
  const kept = new Map<string, string>();
  return createRest({
    endpoint: new URL(endpoint),
    site: '',
    page: {
      url: 'https://news.example/2026/01/a',
      title: 'مقال',
      canonical: null,
      links: [],
      bodyClasses: [],
      commentForm: null,
    },
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => Boolean(kept.set(key, value)),
      remove: (key) => void kept.delete(key),
    },
    headers: {},
    credentials: 'omit',
  }) as Required<Backend>;
};

const written = (thread: string, text: string, changes: Partial<NewComment> = {}): NewComment => ({
  thread,
  parentId: null,
  author: {name: 'ليلى', email: 'laila@example.org', url: 'https://laila.example/'},
  content: {text, html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: randomUUID(),
  ...changes,
});

const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'an answer',
    (error: unknown) => (error instanceof CommentError ? error.code : error),
  );

describe('the REST adapter and the reference backend', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-adapter-'));
  let reference: Reference;
  let backend: Required<Backend>;

  before(async () => {
    reference = await startReference(null, folder);
    backend = connect(reference.target.endpoint);
  });
  after(async () => {
    await reference.stop();
    rmSync(folder, {recursive: true});
  });

  it('says what it can do', async () => {
    const can = await backend.capabilities(signal);
    assert.deepEqual(
      [can.like, can.edit, can.remove, can.report, can.counts, can.locate, can.idempotent],
      ['toggle', true, true, true, true, true, true],
    );
    assert.deepEqual(can.orders, ['newest', 'oldest', 'popular']);
  });

  it('keeps text as typed, and a comment once', async () => {
    const thread = '/2026/01/مقال & co?x=1#%2F';
    const text = 'أ < ب و ج > د &lt;b&gt; </textarea> {{x}} 👩‍👩‍👧';
    const comment = written(thread, text);
    const created = await backend.create(comment, signal);
    assert.deepEqual(await backend.create(comment, signal), created);
    const {comments, total} = await backend.list({thread, order: 'newest', limit: 20, cursor: null}, signal);
    assert.deepEqual(
      comments.map(({content, author}) => [content.text, author.name, author.url]),
      [[text, 'ليلى', 'https://laila.example/']],
    );
    assert.equal(total, 1);
    assert.deepEqual(
      [...(await backend.count([thread, '/none'], signal))],
      [
        [thread, 1],
        ['/none', 0],
      ],
    );
  });

  it('pages, places a comment, and gives the pages around it', async () => {
    const thread = '/paging';
    const ids: string[] = [];
    for (let index = 0; index < 7; index++)
      ids.push((await backend.create(written(thread, `تعليق ${index}`), signal)).id!);
    const parentId = ids[3]!;
    const reply = await backend.create(written(thread, 'رد', {parentId}), signal);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof backend.list>> = await backend.list(
        {thread, order: 'oldest', limit: 3, cursor},
        signal,
      );
      seen.push(...page.comments.map(({id}) => id));
      cursor = page.nextCursor;
    } while (cursor);
    assert.deepEqual(seen, [...ids.slice(0, 4), reply.id, ...ids.slice(4)]);
    const around = await backend.locate({thread, id: reply.id!, order: 'oldest', limit: 2}, signal);
    assert.deepEqual(
      around.comments.map(({id}) => id),
      [parentId, reply.id, ids[4]],
    );
    const before = await backend.list({thread, order: 'oldest', limit: 2, cursor: around.prevCursor}, signal);
    assert.deepEqual(
      before.comments.map(({id}) => id),
      [ids[1], ids[2]],
    );
    const replies = await backend.list({thread, order: 'oldest', limit: 2, cursor: null, parentId}, signal);
    assert.deepEqual(
      replies.comments.map(({id}) => id),
      [reply.id],
    );
    assert.equal(
      await codeOf(backend.locate({thread, id: randomUUID(), order: 'oldest', limit: 2}, signal)),
      'not-found',
    );
  });

  it('edits, likes, reports, deletes', async () => {
    const {id, edit} = await backend.create(written('/own', 'قبل'), signal);
    assert.ok(id && edit);
    assert.equal((await backend.edit(id, 'بعد', null, edit.token, signal)).content.text, 'بعد');
    assert.equal((await backend.status(id, edit.token, signal)).status, 'published');
    assert.equal(await codeOf(backend.edit(id, 'x', null, 'wrong', signal)), 'forbidden');
    assert.deepEqual(
      [
        await backend.like(id, true, signal),
        await backend.like(id, true, signal),
        await backend.like(id, false, signal),
      ],
      [1, 1, 0],
    );
    await backend.report(id, 'شتيمة', signal);
    await backend.remove(id, edit.token, signal);
    assert.deepEqual(
      (await backend.list({thread: '/own', order: 'newest', limit: 9, cursor: null}, signal)).comments,
      [],
    );
  });

  it('tells refusals apart', async () => {
    assert.equal(
      await codeOf(backend.create(written('/no', 'رد', {parentId: randomUUID()}), signal)),
      'parent-missing',
    );
    await backend.create(written('/no', 'نفس الكلام'), signal);
    assert.equal(await codeOf(backend.create(written('/no', 'نفس الكلام'), signal)), 'duplicate');
    const error: unknown = await backend
      .create(written('/no', 'م'.repeat(20_001), {author: {name: '', email: 'no', url: null}}), signal)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof CommentError);
    assert.equal(error.code, 'invalid');
    assert.ok(error.fields.length > 0);
  });

  it('knows a held comment by its token', async () => {
    const moderated = connect(reference.target.moderated);
    const {status, id, edit} = await moderated.create(written('/held', 'مرحبا'), signal);
    assert.equal(status, 'held');
    assert.ok(id && edit);
    assert.equal((await moderated.status(id, edit.token, signal)).status, 'held');
    const {comments} = await moderated.list(
      {thread: '/held', order: 'newest', limit: 9, cursor: null},
      signal,
    );
    assert.deepEqual(comments, []);
  });

  it('waits as long as the server says', async () => {
    const limited = connect(reference.target.limited.endpoint);
    const send = (): Promise<unknown> => limited.create(written('/fast', randomUUID()), signal);
    for (let times = 0; times < reference.target.limited.limit; times++) await send();
    const error: unknown = await send().catch((reason: unknown) => reason);
    assert.ok(error instanceof CommentError);
    assert.equal(error.code, 'too-fast');
    assert.ok(error.retryAfter !== null && error.retryAfter >= 1 && error.retryAfter <= 60);
  });
});
