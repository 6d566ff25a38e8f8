/** Conversations of a real Twikoo: every answer here is its own. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {CommentPage, ListRequest} from '../../src/backends/port.js';
import type {Comment} from '../../src/content/types.js';
import {threadKey} from '../../src/page/thread-key.js';
import {connect, pageAt, refusal, signal, write, type Reader} from './twikoo/connect.js';
import {startTwikoo, type Document, type TwikooSite} from './twikoo/site.js';
import {watch} from './wordpress/fetching.js';

let site: TwikooSite;

before(async () => {
  site = await startTwikoo();
});

after(() => site?.stop());

const list = (reader: Reader = connect(site), change: Partial<ListRequest> = {}): Promise<CommentPage> =>
  reader.list({thread: '/a', order: 'newest', limit: 20, cursor: null, ...change}, signal);

/** Each comment stands below what it answers, and branches do not mix. */
function checkBranches(comments: readonly Comment[]): void {
  const branch = new Set<string>();
  for (const {id, parentId} of comments) {
    if (parentId === null) branch.clear();
    else assert.ok(branch.has(parentId), `${id} is not in the branch of ${parentId}`);
    branch.add(id);
  }
}

/** Reads to the end; between two pages, `meanwhile` happens. */
async function readAll(meanwhile: () => Promise<unknown> = async () => {}): Promise<readonly Comment[]> {
  const reader = connect(site);
  const all: Comment[] = [];
  for (let cursor: string | null = null; ; await meanwhile()) {
    const page: CommentPage = await list(reader, {cursor});
    checkBranches(page.comments);
    all.push(...page.comments);
    cursor = page.nextCursor;
    if (cursor === null) return all;
  }
}

const sorted = (comments: readonly Comment[]): readonly number[] =>
  comments.map(({id}) => Number(id)).sort((one, other) => one - other);

const numbers = (length: number): readonly number[] => Array.from({length}, (_, index) => index);

describe('a thread', () => {
  beforeEach(() => site.reset());

  it('in which nobody wrote is empty', async () => {
    const {comments, total, nextCursor, closed} = await list();
    assert.deepEqual([comments, total, nextCursor, closed], [[], 0, null, false]);
  });

  it('with an Arabic address is the one of Twikoo’s own client', async () => {
    const address = 'https://news.example/2026/%D9%85%D9%82%D8%A7%D9%84/';
    await site.reset({}, [{url: new URL(address).pathname}]);
    const thread = threadKey(address);
    assert.equal(thread, '/2026/مقال');
    const reader = connect(site, pageAt(address));
    assert.equal((await list(reader, {thread})).comments.length, 1);
    await reader.create(write({thread}), signal);
    const [, sent] = await site.stored();
    assert.equal(sent?.['url'], new URL(address).pathname);
    assert.deepEqual([...(await reader.count([thread], signal))], [[thread, 2]]);
    // Seen from a list of articles, where nobody knows how its address is written.
    const elsewhere = connect(site, pageAt('https://news.example/'));
    assert.equal((await elsewhere.count([thread], signal)).get(thread), 2);
  });

  it('is the same with and without a slash at its end', async () => {
    await site.reset({}, [{url: '/a'}, {url: '/a/'}, {url: '/a/b'}]);
    for (const address of ['https://news.example/a', 'https://news.example/a/'])
      assert.deepEqual(sorted((await list(connect(site, pageAt(address)))).comments), [0, 1]);
    assert.equal((await connect(site).count(['/a'], signal)).get('/a'), 2);
  });

  it('of the page’s own is what the page calls it', async () => {
    await connect(site).create(write({thread: 'مقال-12'}), signal);
    assert.equal((await site.stored())[0]?.['url'], 'مقال-12');
  });
});

describe('250 comments', () => {
  // Fives: a comment, its reply, the reply to that, and two more comments.
  const seeds: readonly Document[] = numbers(250).map((index) => {
    const place = index % 5;
    const root = String(index - place);
    return place === 1 || place === 2 ? {rid: root, pid: String(index - 1)} : {};
  });

  beforeEach(() => site.reset({}, seeds));

  it('come in whole branches, newest first, none twice and none left out', async () => {
    const all = await readAll();
    assert.deepEqual(sorted(all), numbers(250));
    const tops = all.filter(({parentId}) => parentId === null).map(({id}) => Number(id));
    assert.deepEqual(
      tops,
      [...tops].sort((one, other) => other - one),
    );
  });

  it('stay whole while others arrive and some are taken away', async () => {
    let round = 0;
    const all = await readAll(async () => {
      await connect(site).create(write(), signal);
      // One that has been shown already, and one that then will not be.
      if (round < 3)
        for (const id of [249 - round, round])
          await site.administer('COMMENT_SET_FOR_ADMIN', {id: String(id), set: {isSpam: true}});
      round++;
    });
    assert.deepEqual(sorted(all), numbers(250).slice(3));
  });

  it('are none too many for comments of one and the same moment', async () => {
    const moment = 1_700_000_000_000;
    await site.reset(
      {},
      numbers(40).map((index) => ({created: moment + Math.floor(index / 7)})),
    );
    assert.deepEqual(sorted(await readAll()), numbers(40));
  });

  it('come once when some are pinned to the top', async () => {
    await site.reset(
      {},
      seeds.map((seed, index) => ({...seed, ...([3, 120].includes(index) && {top: true})})),
    );
    const all = await readAll();
    const tops = all.filter(({parentId}) => parentId === null).map(({id}) => id);
    assert.deepEqual(tops.slice(0, 3), ['120', '3', '249']);
    assert.deepEqual(sorted(all), numbers(250));
  });

  it('come in pages as long as the site has set', async () => {
    for (const size of ['1', '20']) {
      await site.reset({COMMENT_PAGE_SIZE: size}, seeds.slice(0, 100));
      const tops = (await list()).comments.filter(({parentId}) => parentId === null);
      assert.equal(tops.length, Number(size));
      assert.deepEqual(sorted(await readAll()), numbers(100));
    }
  });

  it('are counted, with their replies', async () => {
    const {total, skipped, comments} = await list();
    assert.deepEqual([total, skipped], [250, 0]);
    assert.ok(comments.length < 250);
    assert.deepEqual(
      [...(await connect(site).count(['/a', '/none'], signal))],
      [
        ['/a', 250],
        ['/none', 0],
      ],
    );
  });

  it('are asked for no further than a page goes', async () => {
    const asked = await watch(() => list());
    assert.equal(asked.length, 2);
  });

  it('can be searched for one', async () => {
    const {comments, nextCursor, total} = await connect(site).locate(
      {thread: '/a', id: '152', order: 'newest', limit: 20},
      signal,
    );
    assert.ok(comments.some(({id}) => id === '152'));
    assert.deepEqual([total, typeof nextCursor], [250, 'string']);
    checkBranches(comments);
    const error = await refusal(
      connect(site).locate({thread: '/a', id: 'unknown', order: 'newest', limit: 20}, signal),
    );
    assert.equal(error.code, 'not-found');
  });

  it('can be answered and liked wherever they stand', async () => {
    const reader = connect(site);
    const {nextCursor} = await list(reader);
    const {comments} = await list(reader, {cursor: nextCursor});
    const answered = comments.findLast(({parentId}) => parentId !== null)?.id ?? '';
    const {status, comment} = await reader.create(write({parentId: answered}), signal);
    assert.deepEqual([status, comment?.parentId], ['published', answered]);
    assert.equal(await reader.like(answered, true, signal), 1);
  });
});

describe('replies', () => {
  it('to what is gone stay in their branch', async () => {
    await site.reset({}, [{}, {rid: '0', pid: '0'}, {rid: '0', pid: '1'}]);
    await site.administer('COMMENT_DELETE_FOR_ADMIN', {id: '1'});
    const {comments} = await list();
    assert.deepEqual(
      comments.map(({id, parentId}) => [id, parentId]),
      [
        ['0', null],
        ['2', '0'],
      ],
    );
  });
});
