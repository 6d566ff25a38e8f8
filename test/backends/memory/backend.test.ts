import {expect} from '@open-wc/testing';
import type {NewComment, Order} from '../../../src/content/types.js';
import {CommentError} from '../../../src/backends/errors.js';
import {memoryBackend} from '../../../src/backends/memory/backend.js';

const {signal} = new AbortController();
const request = {thread: '/a', order: 'oldest', limit: 2, cursor: null} as const;

const written = (text: string, changes: Partial<NewComment> = {}): NewComment => ({
  thread: '/a',
  parentId: null,
  author: {name: 'ليلى', email: 'laila@example.org', url: null},
  content: {text, html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: text,
  ...changes,
});

const codeOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.catch((error: CommentError) => error.code);

describe('memory', () => {
  const seeds = [
    {id: 'a', likes: 1},
    {id: 'b', likes: 5},
    {id: 'c'},
    {id: 'b1', parentId: 'b'},
    {id: 'b2', parentId: 'b1'},
  ];

  for (const [order, ids] of [
    ['newest', ['c', 'b', 'b1', 'b2', 'a']],
    ['oldest', ['a', 'b', 'b1', 'b2', 'c']],
    ['popular', ['b', 'b1', 'b2', 'a', 'c']],
  ] as const)
    it(`lists by ${order}, each top-level comment before its replies`, async () => {
      const backend = memoryBackend({comments: seeds});
      const {comments, total} = await backend.list({...request, order, limit: 10}, signal);
      expect(comments.map(({id}) => id)).to.deep.equal(ids);
      expect(total).to.equal(5);
    });

  it('pages on while others write, without a repeat or a gap', async () => {
    const backend = memoryBackend({comments: seeds});
    for (const order of ['newest', 'oldest'] satisfies Order[]) {
      const first = await backend.list({...request, order}, signal);
      backend.receive('/a', {text: 'جديد'});
      const second = await backend.list({...request, order, cursor: first.nextCursor}, signal);
      const ids = [...first.comments, ...second.comments].map(({id}) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      expect(ids).to.include.members(['a', 'b', 'c']);
    }
  });

  it('finds the page of a comment, and the pages around it', async () => {
    const backend = memoryBackend({comments: seeds});
    const page = await backend.locate({thread: '/a', id: 'b2', order: 'oldest', limit: 1}, signal);
    expect(page.comments.map(({id}) => id)).to.deep.equal(['b', 'b1', 'b2']);
    const before = await backend.list({...request, limit: 1, cursor: page.prevCursor}, signal);
    const after = await backend.list({...request, limit: 1, cursor: page.nextCursor}, signal);
    expect([before.comments[0]?.id, after.comments[0]?.id]).to.deep.equal(['a', 'c']);
    expect([before.prevCursor, after.nextCursor]).to.deep.equal([null, null]);
    expect(await codeOf(backend.locate({thread: '/a', id: 'z', order: 'oldest', limit: 1}, signal))).to.equal(
      'not-found',
    );
  });

  it('gives cut-off replies by their parent', async () => {
    const replies = Array.from({length: 5}, (_, index) => ({id: `r${index}`, parentId: 'a'}));
    const backend = memoryBackend({comments: [{id: 'a'}, ...replies], repliesAtOnce: 2});
    const page = await backend.list(request, signal);
    expect(page.comments.map(({id}) => id)).to.deep.equal(['a', 'r0', 'r1']);
    expect(page.comments[0]?.moreReplies).to.equal(3);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const more: Awaited<ReturnType<typeof backend.list>> = await backend.list(
        {...request, parentId: 'a', cursor},
        signal,
      );
      ids.push(...more.comments.map(({id}) => id));
      cursor = more.nextCursor;
    } while (cursor);
    expect(ids).to.deep.equal(['r0', 'r1', 'r2', 'r3', 'r4']);
  });

  it('survives orphans, cycles and a long chain', async () => {
    const chain = Array.from({length: 2_000}, (_, index) => ({
      id: `n${index}`,
      parentId: index ? `n${index - 1}` : null,
    }));
    const odd = [
      {id: 'x', parentId: 'y'},
      {id: 'y', parentId: 'x'},
      {id: 's', parentId: 's'},
      {id: 'o', parentId: 'gone'},
    ];
    const {comments} = await memoryBackend({comments: [...chain, ...odd], repliesAtOnce: 5_000}).list(
      {...request, limit: 100},
      signal,
    );
    expect(new Set(comments.map(({id}) => id)).size).to.equal(2_004);
  });

  it('keeps the place of a deleted comment only for its replies', async () => {
    const backend = memoryBackend({
      comments: [
        {id: 'a', status: 'deleted'},
        {id: 'b', status: 'deleted'},
        {id: 'a1', parentId: 'a'},
      ],
    });
    const {comments, total} = await backend.list(request, signal);
    expect(comments.map(({id, content}) => [id, content.text])).to.deep.equal([
      ['a', null],
      ['a1', 'تعليق a1'],
    ]);
    expect(total).to.equal(1);
  });

  it('takes a comment, once for each key', async () => {
    const backend = memoryBackend();
    const created = await backend.create(written('مرحبا'), signal);
    expect(created).to.include({status: 'published'});
    expect(await backend.create(written('مرحبا'), signal)).to.deep.equal(created);
    expect(await codeOf(backend.create(written('غيره', {key: 'مرحبا'}), signal))).to.equal('invalid');
    expect(backend.stored('/a').map(({content}) => content.text)).to.deep.equal(['مرحبا']);
    expect(await backend.count(['/a', '/b'], signal)).to.deep.equal(
      new Map([
        ['/a', 1],
        ['/b', 0],
      ]),
    );
  });

  it('holds comments until a moderator decides', async () => {
    const backend = memoryBackend({moderation: 'before'});
    const {id, edit} = await backend.create(written('مرحبا'), signal);
    expect((await backend.list(request, signal)).comments).to.have.length(0);
    expect((await backend.status(id!, edit!.token, signal)).status).to.equal('held');
    backend.moderate(id!, 'published');
    expect((await backend.list(request, signal)).comments).to.have.length(1);
  });

  it('refuses when closed, and answers to what is not there', async () => {
    const backend = memoryBackend({comments: [{id: 'held', status: 'held'}]});
    for (const parentId of ['gone', 'held'])
      expect(await codeOf(backend.create(written('رد', {parentId}), signal))).to.equal('parent-missing');
    backend.closed = true;
    expect(await codeOf(backend.create(written('مرحبا'), signal))).to.equal('closed');
    expect((await backend.list(request, signal)).closed).to.equal(true);
    expect(backend.sent).to.have.length(3);
  });

  it('edits and deletes by token, likes and takes it back', async () => {
    const backend = memoryBackend();
    const {id, edit} = await backend.create(written('مرحبا'), signal);
    expect(await codeOf(backend.edit(id!, 'x', null, 'wrong', signal))).to.equal('forbidden');
    expect((await backend.edit(id!, 'أهلا', null, edit!.token, signal)).content.text).to.equal('أهلا');
    expect([
      await backend.like(id!, true, signal),
      await backend.like(id!, true, signal),
      await backend.like(id!, false, signal),
    ]).to.deep.equal([1, 1, 0]);
    await backend.remove(id!, edit!.token, signal);
    expect((await backend.list(request, signal)).comments).to.have.length(0);
  });

  it('fails as it is told', async () => {
    const backend = memoryBackend();
    backend.fail('create', new CommentError('timeout'), {times: 1, afterwards: true});
    expect(await codeOf(backend.create(written('مرحبا'), signal))).to.equal('timeout');
    expect(backend.stored('/a')).to.have.length(1);
    expect((await backend.create(written('مرحبا'), signal)).status).to.equal('published');
    expect(backend.stored('/a')).to.have.length(1);
    backend.fail('list', new CommentError('server'));
    expect(await codeOf(backend.list(request, signal))).to.equal('server');
    backend.mend('list');
    expect((await backend.list(request, signal)).comments).to.have.length(1);
    expect(backend.calls).to.deep.equal(['create', 'create', 'list', 'list']);
  });

  it('holds an answer back, but not from an abort', async () => {
    const backend = memoryBackend();
    const open = backend.hold('list');
    const controller = new AbortController();
    const patient = backend.list(request, signal);
    const impatient = backend.list(request, controller.signal).catch((reason: unknown) => reason);
    controller.abort('gone');
    expect(await impatient).to.equal('gone');
    open();
    expect((await patient).comments).to.have.length(0);
  });
});
