/** The adapter against a real WordPress: every answer here is WordPress's own. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {CommentError} from '../../src/backends/errors.js';
import type {Backend, CommentPage, PageFacts} from '../../src/backends/port.js';
import {createWordPress} from '../../src/backends/wordpress/backend.js';
import type {Comment, NewComment} from '../../src/content/types.js';
import {readPage} from './wordpress/read-page.js';
import {startWordPress, type WordPressSite} from './wordpress/site.js';
import {textOf} from './wordpress/text-of.js';

const signal = new AbortController().signal;

let site: WordPressSite;

before(async () => {
  site = await startWordPress();
});

after(() => site?.stop());

const noFacts: Omit<PageFacts, 'url'> = {
  title: '',
  canonical: null,
  links: [],
  bodyClasses: [],
  commentForm: null,
};

interface Setting {
  readonly page?: PageFacts;
  readonly endpoint?: string;
}

type Reader = Backend & Required<Pick<Backend, 'list' | 'locate'>>;

/** As on a page of the site itself, unless told otherwise. */
function connect({page = {...noFacts, url: site.url}, endpoint = site.url}: Setting = {}): Reader {
  const backend = createWordPress({
    endpoint: new URL(endpoint),
    site: '',
    page,
    storage: {get: () => null, set: () => false, remove: () => {}},
    headers: {},
    credentials: 'omit',
  });
  assert.ok(backend.list && backend.locate);
  return {...backend, list: backend.list, locate: backend.locate};
}

const elsewhere = (): PageFacts => ({...noFacts, url: 'https://other.example/article'});

let written = 0;

const write = (change: Partial<NewComment> & {readonly text?: string} = {}): NewComment => ({
  thread: String(site.posts.open.id),
  parentId: null,
  author: {name: 'ليلى', email: 'laila@example.org', url: null},
  content: {text: change.text ?? `السلام عليكم ${++written}`, html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: `key-${++written}`,
  ...change,
});

const list = (backend: Reader, change = {}): Promise<CommentPage> =>
  backend.list(
    {thread: String(site.posts.open.id), order: 'newest', limit: 20, cursor: null, ...change},
    signal,
  );

/** The refusal that a promise has to end in. */
async function refusal(promise: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await promise.then(
    () => assert.fail('was not refused'),
    (error: unknown) => error,
  );
  assert.ok(error instanceof CommentError, String(error));
  return error;
}

/** Who answers whom, in the order given. */
const places = (comments: readonly Comment[]): readonly (readonly [string, string | null])[] =>
  comments.map(({id, parentId}) => [id, parentId]);

/** Each comment stands below what it answers, and branches do not mix. */
function checkBranches(comments: readonly Comment[]): void {
  const branch = new Set<string>();
  for (const {id, parentId} of comments) {
    if (parentId === null) branch.clear();
    else assert.ok(branch.has(parentId), `${id} is not in the branch of ${parentId}`);
    branch.add(id);
  }
}

/** Runs `act` with another `fetch`. */
async function withFetch<Result>(
  replacement: (real: typeof fetch) => typeof fetch,
  act: () => Promise<Result>,
): Promise<Result> {
  const real = globalThis.fetch;
  globalThis.fetch = replacement(real);
  try {
    return await act();
  } finally {
    globalThis.fetch = real;
  }
}

/** What `act` asks of the server. */
async function watch(act: () => Promise<unknown>): Promise<readonly {method: string; url: string}[]> {
  const asked: {method: string; url: string}[] = [];
  await withFetch(
    (real) => (input, init) => {
      asked.push({method: init?.method ?? 'GET', url: String(input)});
      return real(input, init);
    },
    act,
  );
  return asked;
}

/** The server takes what is posted, and its answer is lost on the way. */
const losingAnswers = <Result>(act: () => Promise<Result>): Promise<Result> =>
  withFetch(
    (real) => async (input, init) => {
      const answer = await real(input, init);
      // An error of the API leads on to the form.
      if (init?.method === 'POST' && (answer.ok || answer.redirected)) throw new TypeError('reset');
      return answer;
    },
    act,
  );

/** The ways that a comment can go, and the site that leaves only that one. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'by the API': {},
  'by the form, where the API refuses visitors': {taaliq_anonymous: '0'},
  'by the form, where the API is closed altogether': {taaliq_rest_closed: '1'},
};

for (const [way, options] of Object.entries(ways)) {
  const canRead = !options['taaliq_rest_closed'];

  describe(`a comment ${way}`, () => {
    const reset = (more: Readonly<Record<string, string>> = {}): Promise<void> =>
      site.reset({...options, ...more});

    beforeEach(() => reset());

    it('is published', async () => {
      const author = {name: 'ليلى', email: 'laila@example.org', url: 'https://laila.example/'};
      const {status, id, comment} = await connect().create(write({author}), signal);
      assert.equal(status, 'published');
      if (!canRead) return;
      assert.match(id ?? '', /^\d+$/);
      assert.equal(comment?.id, id);
      assert.deepEqual(comment?.author, {name: 'ليلى', url: 'https://laila.example/', role: null});
      assert.ok(Math.abs(Date.now() - Date.parse(comment?.createdAt ?? '')) < 60_000);
    });

    it('goes straight to the form once the API has refused', async () => {
      const backend = connect();
      await backend.create(write(), signal);
      const asked = await watch(() => backend.create(write(), signal));
      const paths = asked.filter(({method}) => method === 'POST').map(({url}) => new URL(url).pathname);
      assert.deepEqual(paths, [way === 'by the API' ? '/' : '/wp-comments-post.php']);
    });

    it('is held when the site moderates', async () => {
      await reset({comment_moderation: '1'});
      const {status, id} = await connect().create(write(), signal);
      assert.equal(status, 'held');
      assert.match(id ?? '', /^\d+$/);
      if (!canRead) return;
      assert.equal((await list(connect())).total, 0);
      await site.moderate(Number(id), 'approve');
      assert.equal((await list(connect())).comments[0]?.id, id);
    });

    it('is held when WordPress does not know the author yet', async () => {
      await reset({comment_previously_approved: '1'});
      assert.equal((await connect().create(write(), signal)).status, 'held');
    });

    it('is refused as a duplicate', async () => {
      const backend = connect();
      await backend.create(write({text: 'مرتين'}), signal);
      const error = await refusal(backend.create(write({text: 'مرتين'}), signal));
      assert.equal(error.code, 'duplicate');
      assert.equal(error.status, 409);
    });

    it('is refused when it comes too fast', async () => {
      await reset({taaliq_flood: '1'});
      const backend = connect();
      await backend.create(write(), signal);
      const error = await refusal(backend.create(write(), signal));
      assert.equal(error.code, 'too-fast');
      assert.equal(error.retryAfter, 15);
      assert.equal(error.status, way === 'by the API' ? 400 : 429);
    });

    it('is refused where comments are closed', async () => {
      const error = await refusal(connect().create(write({thread: String(site.posts.closed.id)}), signal));
      assert.equal(error.code, 'closed');
    });

    it('is refused where there is no such post', async () => {
      for (const thread of ['9999', String(site.posts.draft.id), String(site.posts.secret.id)]) {
        const error = await refusal(connect().create(write({thread}), signal));
        assert.equal(error.code, 'not-found', thread);
        assert.match(error.advice ?? '', /"thread"/);
      }
    });

    it('is refused without name and e-mail', async () => {
      const author = {name: '', email: '', url: null};
      const error = await refusal(connect().create(write({author}), signal));
      assert.equal(error.code, 'invalid');
      assert.deepEqual(error.fields, [
        {field: 'name', code: 'required'},
        {field: 'email', code: 'required'},
      ]);
    });

    it('is refused with an e-mail that WordPress does not take', async () => {
      const author = {name: 'ليلى', email: 'ليلى@مثال.إختبار', url: null};
      const error = await refusal(connect().create(write({author}), signal));
      assert.equal(error.code, 'invalid');
      assert.deepEqual(error.fields, [{field: 'email', code: 'malformed'}]);
    });

    it('is refused where readers have to log in', async () => {
      await reset({comment_registration: '1'});
      const error = await refusal(connect().create(write(), signal));
      // Where the API says nothing at all, the form's sentence has nothing to be known by.
      assert.equal(error.code, canRead ? 'login-required' : 'closed');
    });

    it('that hits a list of forbidden words waits, for all that is said', async () => {
      await reset({disallowed_keys: 'ممنوع'});
      const {status} = await connect().create(write({text: 'هذا ممنوع'}), signal);
      assert.equal(status, canRead ? 'held' : 'published');
    });

    it('counts as accepted when it had arrived the first time', async () => {
      const backend = connect();
      const comment = write({text: 'ضاع الجواب'});
      const lost = await refusal(losingAnswers(() => backend.create(comment, signal)));
      assert.equal(lost.code, 'network');
      assert.equal((await backend.create(comment, signal)).status, 'published');
      const error = await refusal(backend.create({...comment, key: 'another'}, signal));
      assert.equal(error.code, 'duplicate');
    });

    if (canRead) {
      it('answers another', async () => {
        const backend = connect();
        const first = await backend.create(write(), signal);
        const reply = await backend.create(write({parentId: first.id}), signal);
        const answer = await backend.create(write({parentId: reply.id}), signal);
        assert.equal(reply.comment?.parentId, first.id);
        const {comments, total} = await list(backend);
        assert.deepEqual(places(comments), [
          [first.id, null],
          [reply.id, first.id],
          [answer.id, reply.id],
        ]);
        assert.equal(total, 3);
      });

      it('comes back as it was typed', async () => {
        const texts = [
          'أ < ب و ج > د',
          'if (a<b && c>d)',
          '<3 و <me@example.org>',
          '&lt;b&gt; و &amp;amp; و &nbsp;',
          '<script>alert(1)</script>',
          '</textarea><b>غامق</b>',
          '{{x}} ${x} \\n \\ %20',
          '# عنوان\n* بند\n> اقتباس\n1. رقم',
          'سطر\nسطر\n\nفقرة',
          'مُحَمَّد ﷺ ½ می‌خواهم 👨‍👩‍👧‍👦 🇵🇸',
        ];
        const backend = connect();
        for (const text of texts) {
          const {id} = await backend.create(write({text}), signal);
          const {comments} = await list(backend);
          const html = comments.find((comment) => comment.id === id)?.content.html ?? '';
          assert.equal(textOf(html), text);
        }
      });

      it('keeps the name as it was typed', async () => {
        const backend = connect();
        for (const name of ['ليلى', 'ليلى & شركاه', 'أ < ب', '<b>ليلى</b>', 'أ\'د "سعيد"', '&lt;أحمد&gt;']) {
          const author = {name, email: 'laila@example.org', url: null};
          const {comment} = await backend.create(write({author}), signal);
          assert.equal(comment?.author.name, name);
        }
      });
    }
  });
}

describe('a page of another origin', () => {
  it('posts by the API where it is open to visitors', async () => {
    await site.reset();
    const backend = connect({page: elsewhere()});
    assert.equal((await backend.create(write(), signal)).status, 'published');
  });

  it('cannot use the form, and says what to do', async () => {
    await site.reset({taaliq_anonymous: '0'});
    const backend = connect({page: elsewhere()});
    const asked = await watch(async () => {
      const error = await refusal(backend.create(write(), signal));
      assert.equal(error.code, 'login-required');
      assert.match(error.advice ?? '', /rest_allow_anonymous_comments.*__return_true/);
      assert.match(error.advice ?? '', /page of the site itself/);
    });
    assert.ok(!asked.some(({url}) => url.includes('wp-comments-post')));
  });
});

describe('the form of the page', () => {
  it('gives what plugins hid in it', async () => {
    await site.reset({taaliq_anonymous: '0', taaliq_hidden_field: '1', taaliq_classic_form: '1'});
    const page = await readPage(site.posts.open.url);
    assert.equal((await connect({page}).create(write(), signal)).status, 'published');
    const error = await refusal(connect().create(write(), signal));
    assert.equal(error.code, 'forbidden');
  });
});

describe('the article', () => {
  beforeEach(() => site.reset());

  const threadOf = ({canonical, url}: PageFacts): string =>
    decodeURIComponent(new URL(canonical ?? url).pathname.replace(/(?<=.)\/$/, ''));

  it('is known by the markup of its page', async () => {
    for (const name of ['open', 'arabic', 'page'] as const) {
      const {id, url} = site.posts[name];
      await site.seed([{post: id, content: name}]);
      const page = await readPage(url);
      const {comments} = await list(connect({page}), {thread: threadOf(page)});
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
      assert.equal((await list(connect({page}), {thread: threadOf(page)})).total, 1, mark);
  });

  it('is known where addresses are not rewritten', async () => {
    await site.reset({permalink_structure: ''});
    const {id} = site.posts.open;
    await site.seed([{post: id}]);
    const page = await readPage(`${site.url}?p=${id}`);
    assert.ok(page.links.some(({rel, href}) => rel === 'https://api.w.org/' && href.includes('rest_route')));
    const backend = connect({page});
    assert.equal((await list(backend, {thread: `/?p=${id}`})).total, 1);
    assert.equal((await backend.create(write({thread: `/?p=${id}`}), signal)).status, 'published');
    const bare = connect({page: elsewhere()});
    assert.equal((await list(bare)).total, 2);
  });

  it('tells that its comments are closed', async () => {
    const {closed} = await list(connect(), {thread: String(site.posts.closed.id)});
    assert.equal(closed, true);
    assert.equal((await list(connect())).closed, false);
  });

  it('that nobody can find gives a reason', async () => {
    const error = await refusal(list(connect({page: elsewhere()}), {thread: '/article'}));
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
    order: string,
    meanwhile: () => Promise<unknown> = async () => {},
  ): Promise<readonly Comment[]> {
    const backend = connect();
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
    const page = await list(connect());
    assert.equal(page.total, 250);
    assert.equal(page.skipped, 0);
  });

  it('are asked for no further than a page goes', async () => {
    const asked = await watch(() => list(connect(), {limit: 10}));
    assert.equal(asked.filter(({url}) => url.includes('per_page')).length, 1);
  });

  it('can be searched for one', async () => {
    const wanted = ids[31];
    const page = await connect().locate(
      {thread: String(post()), id: String(wanted), order: 'newest', limit: 10},
      signal,
    );
    assert.ok(page.comments.some(({id}) => id === String(wanted)));
    checkBranches(page.comments);
    const error = await refusal(
      connect().locate({thread: String(post()), id: '9999', order: 'newest', limit: 10}, signal),
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
    const {comments, nextCursor} = await list(connect());
    assert.equal(comments.length, 4);
    assert.equal(nextCursor, null);
  });
});

describe('a server that is down', () => {
  it('is said to be', async () => {
    const {freePort} = await import('../support/engines.mjs');
    const endpoint = `http://127.0.0.1:${await freePort()}/`;
    const error = await refusal(
      connect({endpoint, page: {...noFacts, url: endpoint}}).create(write(), signal),
    );
    assert.equal(error.code, 'network');
    assert.ok(error.retryable);
  });
});
