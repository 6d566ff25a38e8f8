/** Conversations of a real WordPress: every answer here is its own. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {CommentPage, ListRequest, PageFacts} from '../../src/backends/port.js';
import type {Comment, Order} from '../../src/content/types.js';
import {connect, pageElsewhere, refusal, signal, write, type Reader} from './wordpress/connect.js';
import {watch} from './wordpress/fetching.js';
import {readPage} from './wordpress/read-page.js';
import {startWordPress, type WordPressSite} from './wordpress/site.js';
import {textOf} from './wordpress/text-of.js';

let site: WordPressSite;

before(async () => {
  site = await startWordPress();
});

after(() => site?.stop());

const list = (backend: Reader, change: Partial<ListRequest> = {}): Promise<CommentPage> =>
  backend.list(
    {thread: String(site.posts.open.id), order: 'newest', limit: 20, cursor: null, ...change},
    signal,
  );

/** Each comment stands below what it answers, and branches do not mix. */
function checkBranches(comments: readonly Comment[]): void {
  const branch = new Set<string>();
  for (const {id, parentId} of comments) {
    if (parentId === null) branch.clear();
    else assert.ok(branch.has(parentId), `${id} is not in the branch of ${parentId}`);
    branch.add(id);
  }
}

describe('the article', () => {
  beforeEach(() => site.reset());

  const threadOf = ({canonical, url}: PageFacts): string =>
    decodeURIComponent(new URL(canonical ?? url).pathname.replace(/(?<=.)\/$/, ''));

  it('is known by the markup of its page', async () => {
    for (const name of ['open', 'arabic', 'page'] as const) {
      const {id, url} = site.posts[name];
      await site.seed([{post: id, content: name}]);
      const page = await readPage(url);
      const {comments} = await list(connect(site, page), {thread: threadOf(page)});
      assert.equal(textOf(comments[0]?.content.html ?? ''), name);
    }
  });

  it('is known by any one of the marks', async () => {
    const {id, url} = site.posts.page;
    await site.seed([{post: id}]);
    const page = await readPage(url);
    const only = (change: Partial<PageFacts>): PageFacts => ({
      ...page,
      links: [],
      bodyClasses: [],
      ...change,
    });
    const pages = {
      'JSON link': only({links: page.links.filter(({type}) => type === 'application/json')}),
      shortlink: only({links: page.links.filter(({rel}) => rel === 'shortlink')}),
      'body class': only({bodyClasses: page.bodyClasses}),
    };
    for (const [mark, page] of Object.entries(pages))
      assert.equal((await list(connect(site, page), {thread: threadOf(page)})).total, 1, mark);
  });

  it('is known where addresses are not rewritten', async () => {
    await site.reset({permalink_structure: ''});
    const {id} = site.posts.open;
    await site.seed([{post: id}]);
    const page = await readPage(`${site.url}?p=${id}`);
    assert.ok(page.links.some(({rel, href}) => rel === 'https://api.w.org/' && href.includes('rest_route')));
    const backend = connect(site, page);
    assert.equal((await list(backend, {thread: `/?p=${id}`})).total, 1);
    assert.equal((await backend.create(write(site, {thread: `/?p=${id}`}), signal)).status, 'published');
    const bare = connect(site, pageElsewhere);
    assert.equal((await list(bare)).total, 2);
  });

  it('tells that its comments are closed', async () => {
    const {closed} = await list(connect(site), {thread: String(site.posts.closed.id)});
    assert.equal(closed, true);
    assert.equal((await list(connect(site))).closed, false);
  });

  it('that nobody can find gives a reason', async () => {
    const error = await refusal(list(connect(site, pageElsewhere), {thread: '/article'}));
    assert.equal(error.code, 'not-found');
    assert.match(error.advice ?? '', /"thread"/);
  });
});

describe('250 comments', () => {
  const post = (): number => site.posts.open.id;
  let ids: readonly number[] = [];

  beforeEach(async () => {
    await site.reset();
    // Threes: a comment, its reply, and the reply to that; every fifth of the last ones comes much later.
    const seeds = Array.from({length: 250}, (_, index) => ({
      post: post(),
      ...(index % 3 > 0 && {under: index - 1}),
      time: 1_700_000_000 + index * 60 + (index % 15 === 14 ? 86_400 : 0),
    }));
    ids = await site.seed(seeds);
  });

  /** Reads to the end; between two pages, `meanwhile` happens. */
  async function readAll(
    order: Order,
    meanwhile: () => Promise<unknown> = async () => {},
  ): Promise<readonly Comment[]> {
    const backend = connect(site);
    const all: Comment[] = [];
    for (let cursor: string | null = null; ; await meanwhile()) {
      const page: CommentPage = await list(backend, {order, cursor, limit: 10});
      assert.ok(page.comments.filter(({parentId}) => parentId === null).length <= 10);
      checkBranches(page.comments);
      all.push(...page.comments);
      cursor = page.nextCursor;
      if (cursor === null) return all;
    }
  }

  const sorted = (comments: readonly Comment[]): readonly number[] =>
    comments.map(({id}) => Number(id)).sort((one, other) => one - other);

  it('come in whole branches, newest first, none twice and none left out', async () => {
    const all = await readAll('newest');
    assert.deepEqual(sorted(all), ids);
    const tops = all.filter(({parentId}) => parentId === null).map(({id}) => Number(id));
    assert.deepEqual(
      tops,
      [...tops].sort((one, other) => other - one),
    );
  });

  it('come oldest first', async () => {
    const all = await readAll('oldest');
    assert.deepEqual(sorted(all), ids);
    const tops = all.filter(({parentId}) => parentId === null).map(({id}) => Number(id));
    assert.deepEqual(
      tops,
      [...tops].sort((one, other) => one - other),
    );
  });

  it('stay whole while others arrive and some are taken away', async () => {
    let round = 0;
    const gone: number[] = [];
    const all = await readAll('newest', async () => {
      await site.seed([
        {post: post(), time: 1_800_000_000 + round},
        {post: post(), time: 1_800_000_030 + round},
      ]);
      // One that has been shown already: what follows moves up.
      const shown = ids[ids.length - 3 - round * 6];
      if (shown !== undefined && round < 5) {
        gone.push(shown);
        await site.moderate(shown, 'trash');
      }
      round++;
    });
    assert.equal(new Set(all.map(({id}) => id)).size, all.length);
    assert.deepEqual(sorted(all), ids);
    assert.equal(gone.length, 5);
  });

  it('are counted', async () => {
    const page = await list(connect(site));
    assert.equal(page.total, 250);
    assert.equal(page.skipped, 0);
  });

  it('are asked for no further than a page goes', async () => {
    const asked = await watch(() => list(connect(site), {limit: 10}));
    assert.equal(asked.filter(({url}) => url.includes('per_page')).length, 1);
  });

  it('can be searched for one', async () => {
    const wanted = ids[31];
    const page = await connect(site).locate(
      {thread: String(post()), id: String(wanted), order: 'newest', limit: 10},
      signal,
    );
    assert.ok(page.comments.some(({id}) => id === String(wanted)));
    checkBranches(page.comments);
    const error = await refusal(
      connect(site).locate({thread: String(post()), id: '9999', order: 'newest', limit: 10}, signal),
    );
    assert.equal(error.code, 'not-found');
  });

  it('survive parents that are gone and parents in a circle', async () => {
    await site.reset();
    const [first = 0] = await site.seed([{post: post()}]);
    await site.seed([
      {post: post(), parent: first},
      {post: post(), parent: 9999},
      {post: post(), parent: first + 4},
      {post: post(), parent: first + 3},
    ]);
    await site.moderate(first, 'trash');
    const {comments, nextCursor} = await list(connect(site));
    assert.equal(comments.length, 4);
    assert.equal(nextCursor, null);
  });
});
