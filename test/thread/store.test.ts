import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type MemoryBackend, type Seed} from '../../src/backends/memory/backend.js';
import type {Backend} from '../../src/backends/port.js';
import {Further} from '../../src/thread/further.js';
import {OwnComments} from '../../src/thread/own-comments.js';
import {ThreadStore, type Outcome, type Side, type ThreadSettings} from '../../src/thread/store.js';
import {comment} from './comments.js';
import {TestStorage} from './storage.js';

const seeds = (count: number): Seed[] => Array.from({length: count}, (_, index) => ({id: String(index + 1)}));

const settings = (backend: Backend, changes: Partial<ThreadSettings> = {}): ThreadSettings => ({
  connect: () => Promise.resolve(backend),
  thread: 'k',
  order: 'newest',
  pageSize: 2,
  place: 'here',
  ...changes,
});

/** The store as a reader has it: with what goes on from the first page. */
class Reading extends ThreadStore {
  readonly further: Further;

  constructor(storage = new TestStorage()) {
    super(() => {});
    this.further = new Further(this, new OwnComments(storage, new TestStorage()));
  }

  has(side: Side): boolean {
    return this.cursors[side] !== null;
  }
}

const makeStore = (storage?: TestStorage): Reading => new Reading(storage);

const ids = (store: ThreadStore): readonly string[] => store.tree.roots.map(({comment: {id}}) => id);

const errorOf = (outcome: Outcome): string | undefined =>
  outcome && 'error' in outcome ? outcome.error.code : undefined;

const only = (store: ThreadStore, id: string): NonNullable<ReturnType<ThreadStore['tree']['get']>> => {
  const branch = store.tree.get(id);
  if (!branch) throw new Error(`no comment ${id}`);
  return branch;
};

describe('ThreadStore', () => {
  it('reads page by page, and says what arrived', async () => {
    const store = makeStore();
    const first = await store.load(settings(memoryBackend({comments: seeds(5)})));
    expect(ids(store)).to.deep.equal(['5', '4']);
    expect(first && 'loaded' in first && first.loaded).to.deep.equal({
      total: 5,
      closed: false,
      skipped: 0,
      count: 2,
    });
    expect(store.has('next')).to.equal(true);
    expect(store.has('previous')).to.equal(false);
    await store.further.more('next');
    await store.further.more('next');
    expect(ids(store)).to.deep.equal(['5', '4', '3', '2', '1']);
    expect(store.has('next')).to.equal(false);
    expect(store.count).to.equal(5);
  });

  it('goes on with the orders of the server, and shows the one it has', async () => {
    const store = makeStore();
    await store.load(
      settings(memoryBackend({comments: seeds(1), capabilities: {orders: ['oldest']}}), {order: 'popular'}),
    );
    expect(store.order).to.equal('oldest');
  });

  it('reads without knowing what the server can do', async () => {
    const backend = memoryBackend({comments: seeds(1)});
    backend.fail('capabilities', new CommentError('server'));
    const store = makeStore();
    await store.load(settings(backend));
    expect(ids(store)).to.deep.equal(['1']);
    expect(store.like).to.equal(null);
  });

  it('SEC 6.8: shows the list that has come while the server still does not say what it can do', async () => {
    const backend = memoryBackend({comments: seeds(1), capabilities: {like: 'toggle'}});
    const say = backend.hold('capabilities');
    const store = makeStore();
    await store.load(settings(backend));
    expect(ids(store)).to.deep.equal(['1']);
    expect(store.like).to.equal(null);
    say();
    await store.learned;
    expect(store.like).to.equal('toggle');
    expect(store.misread).to.equal(false);
  });

  it('reads in the wanted order of a server that does not say which it has', async () => {
    const backend = memoryBackend({comments: seeds(2)});
    backend.hold('capabilities');
    const store = makeStore();
    await store.load(settings(backend, {order: 'oldest'}));
    expect(ids(store)).to.deep.equal(['1', '2']);
  });

  it('keeps what it knows of the server when that cannot be learnt again', async () => {
    const backend = memoryBackend({comments: seeds(1), capabilities: {like: 'toggle'}});
    const store = makeStore();
    await store.load(settings(backend));
    backend.fail('capabilities', new CommentError('network'));
    await store.load(settings(backend), true);
    expect(store.like).to.equal('toggle');
  });

  it('finds a comment once the server has said that it can', async () => {
    const backend = memoryBackend({comments: seeds(9)});
    const say = backend.hold('capabilities');
    const store = makeStore();
    await store.load(settings(backend));
    const located = store.further.locate('4');
    say();
    await located;
    expect(ids(store)).to.deep.equal(['4', '3']);
  });

  it('shows no conversation where the server only takes comments', async () => {
    const {list: _list, ...backend} = memoryBackend();
    const store = makeStore();
    expect(await store.load(settings(backend))).to.equal(null);
    expect(store.state).to.equal('absent');
  });

  it('drops an answer that was overtaken', async () => {
    const slow = memoryBackend({comments: seeds(1)});
    const answer = slow.hold('list');
    const store = makeStore();
    const overtaken = store.load(settings(slow));
    await store.load(settings(memoryBackend({comments: [{id: 'new'}]}), {place: 'there'}));
    answer();
    expect(await overtaken).to.equal(null);
    expect(ids(store)).to.deep.equal(['new']);
  });

  it('aborts reads, tells the server so, and can read again', async () => {
    let asked = (_signal: AbortSignal): void => {};
    const signal = new Promise<AbortSignal>((resolve) => (asked = resolve));
    const backend: Backend = {
      ...memoryBackend(),
      list: (_request, given) => {
        asked(given);
        return new Promise(() => {});
      },
    };
    const store = makeStore();
    void store.load(settings(backend));
    const {aborted} = await signal;
    expect(aborted).to.equal(false);
    store.abort();
    expect((await signal).aborted).to.equal(true);
    expect(store.state).to.equal('idle');
  });

  it('keeps what is shown until another order has come, and not for another conversation', async () => {
    const backend = memoryBackend({comments: seeds(2)});
    const store = makeStore();
    await store.load(settings(backend));
    const again = store.load(settings(backend, {order: 'oldest'}), true);
    expect(ids(store)).to.deep.equal(['2', '1']);
    await again;
    expect(ids(store)).to.deep.equal(['1', '2']);
    void store.load(settings(backend, {place: 'there', thread: 'other'}), true);
    expect(ids(store)).to.deep.equal([]);
  });

  it('keeps what is shown when a further page fails, and tries again', async () => {
    const backend = memoryBackend({comments: seeds(3)});
    const store = makeStore();
    await store.load(settings(backend));
    backend.fail('list', new CommentError('network'), {times: 1});
    expect(errorOf(await store.further.more('next'))).to.equal('network');
    expect(ids(store)).to.deep.equal(['3', '2']);
    await store.further.more('next');
    expect(ids(store)).to.deep.equal(['3', '2', '1']);
  });

  it('takes whatever a backend throws for an error of the server', async () => {
    const store = makeStore();
    const backend: Backend = {...memoryBackend(), list: () => Promise.reject(new TypeError('x'))};
    expect(errorOf(await store.load(settings(backend)))).to.equal('server');
    expect(store.state).to.equal('failed');
  });

  it('SEC 6.8: asks nothing before the server allows it', async () => {
    const backend = memoryBackend({comments: seeds(1)});
    backend.fail('list', new CommentError('server', {status: 503, retryAfter: 30}), {times: 1});
    const store = makeStore();
    await store.load(settings(backend));
    const asked = backend.calls.length;
    const again = await store.load(settings(backend));
    expect(errorOf(again)).to.equal('too-fast');
    expect(again && 'error' in again && again.error.retryAfter).to.be.within(29, 30);
    expect(backend.calls.length).to.equal(asked);
  });

  it('SEC 6.6: stops paging at a cursor it has seen', async () => {
    let asked = 0;
    const page = (id: string, nextCursor: string): ReturnType<NonNullable<Backend['list']>> =>
      Promise.resolve({
        comments: [comment({id})],
        total: null,
        nextCursor,
        prevCursor: null,
        closed: false,
        skipped: 0,
      });
    const backend: Backend = {...memoryBackend(), list: () => page(String(++asked), asked % 2 ? 'a' : 'b')};
    const store = makeStore();
    await store.load(settings(backend));
    while (store.has('next')) await store.further.more('next');
    expect(asked).to.equal(3);
    expect(store.count).to.equal(3);
  });

  it('brings further replies to a comment', async () => {
    const replies = ['2', '3', '4', '5'].map((id) => ({id, parentId: '1'}));
    const store = makeStore();
    await store.load(settings(memoryBackend({comments: [{id: '1'}, ...replies], repliesAtOnce: 2})));
    const root = only(store, '1');
    expect(store.repliesLeft(root)).to.equal(2);
    expect(root.replies).to.have.length(2);
    await store.further.moreReplies(root);
    expect(root.replies).to.have.length(4);
    expect(store.repliesLeft(root)).to.equal(0);
  });

  it('finds a comment that is not on the first page, and reads on from there both ways', async () => {
    const store = makeStore();
    await store.load(settings(memoryBackend({comments: seeds(9)})));
    await store.further.locate('4');
    expect(ids(store)).to.deep.equal(['4', '3']);
    await store.further.more('previous');
    expect(ids(store)).to.deep.equal(['6', '5', '4', '3']);
    await store.further.more('next');
    expect(ids(store).at(-1)).to.equal('1');
    expect(await store.further.locate('gone')).to.equal(null);
    expect(ids(store)).to.have.length(6);
  });

  describe('what the reader has sent', () => {
    it('stands first or last, as the order is, and is counted once', async () => {
      for (const [order, expected] of [
        ['newest', ['new', '2', '1']],
        ['oldest', ['1', '2', 'new']],
      ] as const) {
        const store = makeStore();
        await store.load(settings(memoryBackend({comments: seeds(2)}), {order}));
        store.further.add(comment({id: 'new'}));
        expect(ids(store)).to.deep.equal(expected);
        expect(store.count).to.equal(3);
      }
    });

    it('is not lost to an answer that left the server before', async () => {
      const backend = memoryBackend({comments: seeds(1)});
      const answer = backend.hold('list');
      const store = makeStore();
      const reading = store.load(settings(backend));
      store.further.add(comment({id: 'new'}));
      answer();
      await reading;
      expect(ids(store)).to.deep.equal(['new', '1']);
    });

    it('SEC 7.3: is shown after a reload while it is held, and kept until it is listed', async () => {
      const storage = new TestStorage();
      const backend = memoryBackend({comments: seeds(1), moderation: 'before'});
      const first = makeStore(storage);
      await first.load(settings(backend));
      first.further.add(comment({id: 'held', status: 'held'}), {token: 't', until: ''});

      const second = makeStore(storage);
      await second.load(settings(backend));
      expect(ids(second)).to.deep.equal(['held', '1']);
      expect(only(second, 'held').comment.status).to.equal('held');

      backend.receive('k', {id: 'held', text: 'published'});
      const third = makeStore(storage);
      await third.load(settings(backend));
      expect(ids(third)).to.deep.equal(['held', '1']);
      expect(only(third, 'held').comment.status).to.equal('published');
      expect(storage.kept.size).to.equal(0);
    });

    for (const [status, word] of [
      ['published', 'published'],
      ['rejected', 'rejected'],
    ] as const) {
      it(`SEC 7.3: is asked about and forgotten once it is ${word}`, async () => {
        const storage = new TestStorage();
        const backend = memoryBackend({moderation: 'before'});
        const created = await backend.create(
          {
            thread: 'k',
            parentId: null,
            author: {name: 'ليلى', email: '', url: null},
            content: {text: 'نص', html: null},
            lang: 'ar',
            dir: 'rtl',
            agreed: {rules: null, privacy: null},
            decoy: '',
            challenge: null,
            key: 'k1',
          },
          new AbortController().signal,
        );
        const store = makeStore(storage);
        // The list no longer has it: only the question about its status does.
        const {list: _list, ...rest} = backend;
        const empty: Backend = {...rest, list: memoryBackend().list};
        await store.load(settings(empty));
        if (!created.comment || !created.edit) throw new Error('not held');
        store.further.add(created.comment, created.edit);
        expect(await store.further.askHeld()).to.deep.equal([]);
        backend.moderate(created.comment.id, status);
        const [changed] = await store.further.askHeld();
        expect(changed?.comment.status).to.equal(status);
        expect(storage.kept.size).to.equal(0);
      });
    }
  });

  describe('likes', () => {
    const liking = async (backend: MemoryBackend, storage = new TestStorage()): Promise<Reading> => {
      const store = makeStore(storage);
      await store.load(settings(backend));
      return store;
    };

    it('count at once, are remembered on the device, and can be taken back', async () => {
      const backend = memoryBackend({comments: [{id: '1', likes: 4}]});
      const storage = new TestStorage();
      const store = await liking(backend, storage);
      const answer = backend.hold('like');
      const done = store.further.toggleLike(only(store, '1'));
      expect(only(store, '1').comment.likes).to.equal(5);
      expect(store.isLiked(only(store, '1'))).to.equal(true);
      answer();
      expect(await done).to.equal(null);

      const later = await liking(backend, storage);
      expect(later.isLiked(only(later, '1'))).to.equal(true);
      await later.further.toggleLike(only(later, '1'));
      expect(later.isLiked(only(later, '1'))).to.equal(false);
      expect(only(later, '1').comment.likes).to.equal(4);
    });

    it('are taken back when the server refuses', async () => {
      const backend = memoryBackend({comments: [{id: '1', likes: 4}]});
      const store = await liking(backend);
      backend.fail('like', new CommentError('network'));
      const error = await store.further.toggleLike(only(store, '1'));
      expect(error?.code).to.equal('network');
      expect(only(store, '1').comment.likes).to.equal(4);
      expect(store.isLiked(only(store, '1'))).to.equal(false);
    });

    it('stay where the server takes no like back', async () => {
      const backend = memoryBackend({comments: [{id: '1'}], capabilities: {like: 'once'}});
      const store = await liking(backend);
      await store.further.toggleLike(only(store, '1'));
      await store.further.toggleLike(only(store, '1'));
      expect(only(store, '1').comment.likes).to.equal(1);
    });
  });
});
