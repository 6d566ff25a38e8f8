/** Comments on their way to a real WordPress: every answer here is its own. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {CommentPage} from '../../src/backends/port.js';
import {freePort} from '../support/engines.mjs';
import {connect, pageElsewhere, refusal, signal, write} from './wordpress/connect.js';
import {losingAnswers, watch} from './wordpress/fetching.js';
import {readPage} from './wordpress/read-page.js';
import {startWordPress, type WordPressSite} from './wordpress/site.js';
import {textOf} from './wordpress/text-of.js';

let site: WordPressSite;

before(async () => {
  site = await startWordPress();
});

after(() => site?.stop());

const list = (thread?: number): Promise<CommentPage> =>
  connect(site).list(
    {thread: String(thread ?? site.posts.open.id), order: 'newest', limit: 20, cursor: null},
    signal,
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
      const author = {name: 'ليلى', email: 'laila@example.org', url: 'https://laila.example/?a=1&b=2'};
      const {status, id, comment} = await connect(site).create(write(site, {author}), signal);
      assert.equal(status, 'published');
      if (!canRead) return;
      assert.match(id ?? '', /^\d+$/);
      assert.equal(comment?.id, id);
      assert.deepEqual(comment?.author, {name: author.name, url: author.url, role: null});
      assert.ok(Math.abs(Date.now() - Date.parse(comment?.createdAt ?? '')) < 60_000);
    });

    it('goes straight to the form once the API has refused', async () => {
      const backend = connect(site);
      await backend.create(write(site), signal);
      const asked = await watch(() => backend.create(write(site), signal));
      const paths = asked.filter(({method}) => method === 'POST').map(({url}) => new URL(url).pathname);
      assert.deepEqual(paths, [way === 'by the API' ? '/' : '/wp-comments-post.php']);
    });

    it('is held when the site moderates', async () => {
      await reset({comment_moderation: '1'});
      const {status, id} = await connect(site).create(write(site), signal);
      assert.equal(status, 'held');
      assert.match(id ?? '', /^\d+$/);
      if (!canRead) return;
      assert.equal((await list()).total, 0);
      await site.moderate(Number(id), 'approve');
      assert.equal((await list()).comments[0]?.id, id);
    });

    it('is held when WordPress does not know the author yet', async () => {
      await reset({comment_previously_approved: '1'});
      assert.equal((await connect(site).create(write(site), signal)).status, 'held');
    });

    it('is refused as a duplicate', async () => {
      const backend = connect(site);
      await backend.create(write(site, {text: 'مرتين'}), signal);
      const error = await refusal(backend.create(write(site, {text: 'مرتين'}), signal));
      assert.equal(error.code, 'duplicate');
      assert.equal(error.status, 409);
    });

    it('is refused when it comes too fast', async () => {
      await reset({taaliq_flood: '1'});
      const backend = connect(site);
      await backend.create(write(site), signal);
      const error = await refusal(backend.create(write(site), signal));
      assert.equal(error.code, 'too-fast');
      assert.equal(error.retryAfter, 15);
      assert.equal(error.status, way === 'by the API' ? 400 : 429);
    });

    it('is refused where comments are closed', async () => {
      const error = await refusal(
        connect(site).create(write(site, {thread: String(site.posts.closed.id)}), signal),
      );
      assert.equal(error.code, 'closed');
    });

    it('is refused where there is no such post', async () => {
      for (const thread of ['9999', String(site.posts.draft.id), String(site.posts.secret.id)]) {
        const error = await refusal(connect(site).create(write(site, {thread}), signal));
        assert.equal(error.code, 'not-found', thread);
        assert.match(error.advice ?? '', /"thread"/);
      }
    });

    it('is refused without name and e-mail', async () => {
      const author = {name: '', email: '', url: null};
      const error = await refusal(connect(site).create(write(site, {author}), signal));
      assert.equal(error.code, 'invalid');
      assert.deepEqual(error.fields, [
        {field: 'name', code: 'required'},
        {field: 'email', code: 'required'},
      ]);
    });

    it('is refused with an e-mail that WordPress does not take', async () => {
      const author = {name: 'ليلى', email: 'ليلى@مثال.إختبار', url: null};
      const error = await refusal(connect(site).create(write(site, {author}), signal));
      assert.equal(error.code, 'invalid');
      assert.deepEqual(error.fields, [{field: 'email', code: 'malformed'}]);
    });

    it('is refused where readers have to log in', async () => {
      await reset({comment_registration: '1'});
      const error = await refusal(connect(site).create(write(site), signal));
      // Where the API says nothing at all, the form's sentence has nothing to be known by.
      assert.equal(error.code, canRead ? 'login-required' : 'closed');
    });

    it('that hits a list of forbidden words waits, for all that is said', async () => {
      await reset({disallowed_keys: 'ممنوع'});
      const {status} = await connect(site).create(write(site, {text: 'هذا ممنوع'}), signal);
      assert.equal(status, canRead ? 'held' : 'published');
    });

    it('counts as accepted when it had arrived the first time', async () => {
      const backend = connect(site);
      const comment = write(site, {text: 'ضاع الجواب'});
      const lost = await refusal(losingAnswers(() => backend.create(comment, signal)));
      assert.equal(lost.code, 'network');
      assert.equal((await backend.create(comment, signal)).status, 'published');
      const error = await refusal(backend.create({...comment, key: 'another'}, signal));
      assert.equal(error.code, 'duplicate');
    });

    if (canRead) {
      it('answers another', async () => {
        const backend = connect(site);
        const first = await backend.create(write(site), signal);
        const reply = await backend.create(write(site, {parentId: first.id}), signal);
        const answer = await backend.create(write(site, {parentId: reply.id}), signal);
        assert.equal(reply.comment?.parentId, first.id);
        const {comments, total} = await list();
        assert.deepEqual(
          comments.map(({id, parentId}) => [id, parentId]),
          [
            [first.id, null],
            [reply.id, first.id],
            [answer.id, reply.id],
          ],
        );
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
        const backend = connect(site);
        for (const text of texts) {
          const {id} = await backend.create(write(site, {text}), signal);
          const {comments} = await list();
          const html = comments.find((comment) => comment.id === id)?.content.html ?? '';
          assert.equal(textOf(html), text);
        }
      });

      it('keeps the name as it was typed', async () => {
        const backend = connect(site);
        for (const name of ['ليلى', 'ليلى & شركاه', 'أ < ب', '<b>ليلى</b>', 'أ\'د "سعيد"', '&lt;أحمد&gt;']) {
          const author = {name, email: 'laila@example.org', url: null};
          const {comment} = await backend.create(write(site, {author}), signal);
          assert.equal(comment?.author.name, name);
        }
      });
    }
  });
}

describe('a page of another origin', () => {
  it('posts by the API where it is open to visitors', async () => {
    await site.reset();
    const backend = connect(site, pageElsewhere);
    assert.equal((await backend.create(write(site), signal)).status, 'published');
  });

  it('cannot use the form, and says what to do', async () => {
    await site.reset({taaliq_anonymous: '0'});
    const backend = connect(site, pageElsewhere);
    const asked = await watch(async () => {
      const error = await refusal(backend.create(write(site), signal));
      assert.equal(error.code, 'login-required');
      assert.match(error.advice ?? '', /rest_allow_anonymous_comments.*__return_true/);
      assert.match(error.advice ?? '', /site's own pages/);
    });
    assert.ok(!asked.some(({url}) => url.includes('wp-comments-post')));
  });
});

describe('the form of the page', () => {
  it('gives what plugins hid in it', async () => {
    await site.reset({taaliq_anonymous: '0', taaliq_hidden_field: '1', taaliq_classic_form: '1'});
    const page = await readPage(site.posts.open.url);
    assert.equal((await connect(site, page).create(write(site), signal)).status, 'published');
    const error = await refusal(connect(site).create(write(site), signal));
    assert.equal(error.code, 'forbidden');
  });
});

describe('a server that is down', () => {
  it('is said to be', async () => {
    const url = `http://127.0.0.1:${await freePort()}/`;
    const error = await refusal(connect({url}).create(write(site), signal));
    assert.equal(error.code, 'network');
    assert.ok(error.retryable);
  });
});
