import {expect} from '@open-wc/testing';
import {CommentError} from '../../../src/backends/errors.js';
import {ask, refusal, signal, write} from '../call-adapter.js';
import {withRemark42} from './call.js';
import {article, failure, json, openRemark42, plain, site, wireComment} from './server.js';

const idOf = (number: number): string => wireComment(number).id;

describe('Remark42, from the first comment on', () => {
  it('shows an empty thread', () =>
    withRemark42(openRemark42(), async (backend) => {
      expect(await backend.list(ask(), signal)).to.deep.equal({
        comments: [],
        skipped: 0,
        total: 0,
        nextCursor: null,
        prevCursor: null,
        closed: false,
      });
    }));

  it('publishes a comment under the page’s address and title, without the e-mail address', async () => {
    const server = openRemark42();
    await withRemark42(server, async (backend, seen) => {
      const created = await backend.create(write('السلام عليكم'), signal);
      expect(created).to.include({status: 'published', id: idOf(1)});
      expect(created.comment?.author.name).to.equal('ليلى');
      const {comments, total} = await backend.list(ask(), signal);
      expect(total).to.equal(1);
      expect(comments[0]).to.deep.equal(created.comment);
      const sent = seen.find(({url}) => url.pathname === '/api/v1/comment');
      expect(JSON.parse(sent?.body ?? '')).to.deep.equal({
        text: 'السلام عليكم',
        pid: '',
        title: 'مقال',
        locator: {site, url: article},
      });
      expect(seen.some(({body}) => body.includes('laila@example.org'))).to.equal(false);
    });
  });

  it('proves who writes by the cookie’s token, and names the site in every address', () =>
    withRemark42(openRemark42(), async (backend, seen) => {
      await backend.create(write('أهلًا'), signal);
      const [config, login, comment] = seen;
      expect(config?.url.pathname).to.equal('/api/v1/config');
      expect(login).to.include({method: 'POST', credentials: 'same-origin'});
      expect(login?.url.search).to.equal('?sess=1');
      expect(JSON.parse(login?.body ?? '')).to.deep.equal({user: 'ليلى', aud: site});
      expect(comment?.headers).to.include('x-xsrf-token: token-1').and.not.to.include('x-jwt');
      for (const {url} of [config, comment].filter((one) => one !== undefined))
        expect(url.searchParams.get('site')).to.equal(site);
    }));

  it('puts replies below what they answer', () =>
    withRemark42(openRemark42(), async (backend) => {
      await backend.create(write('أول'), signal);
      await backend.create(write('ثان'), signal);
      await backend.create(write('رد', {parentId: idOf(1)}), signal);
      await backend.create(write('رد على رد', {parentId: idOf(3)}), signal);
      const {comments} = await backend.list(ask({order: 'oldest'}), signal);
      expect(comments.map(({id, parentId}) => [id, parentId])).to.deep.equal([
        [idOf(1), null],
        [idOf(3), idOf(1)],
        [idOf(4), idOf(3)],
        [idOf(2), null],
      ]);
    }));

  it('stores what is sent twice twice, and says so', async () => {
    const server = openRemark42();
    await withRemark42(server, async (backend) => {
      await backend.create(write('أهلًا'), signal);
      await backend.create(write('أهلًا'), signal);
      expect((await backend.capabilities(signal)).idempotent).to.equal(false);
    });
    expect(server.comments).to.have.length(2);
  });

  it('tells that comments are closed, before and after a try', () =>
    withRemark42(openRemark42({readOnly: true}), async (backend) => {
      expect((await backend.list(ask(), signal)).closed).to.equal(true);
      await refusal(backend.create(write('أهلًا'), signal), 'closed');
    }));

  it('tells to wait who writes too fast', () =>
    withRemark42(openRemark42({refusal: () => plain('Too Many Requests', 429)}), async (backend) => {
      const error = await refusal(backend.create(write('أهلًا'), signal), 'too-fast');
      expect(error.retryAfter).to.equal(5);
    }));

  it('tells who is blocked', () =>
    withRemark42(openRemark42({refusal: () => failure(7, 403)}), async (backend) => {
      await refusal(backend.create(write('أهلًا'), signal), 'forbidden');
    }));

  it('takes 5,000 characters where the server does', async () => {
    const server = openRemark42({config: {max_comment_size: 20_000}});
    const text = 'تعليق طويل '.repeat(455).slice(0, 4_999).trim();
    await withRemark42(server, async (backend) => {
      expect((await backend.capabilities(signal)).maxLength).to.equal(20_000);
      await backend.create(write(text), signal);
    });
    expect(server.comments[0]?.orig).to.equal(text);
  });

  it('tells how much would be right where the server takes less, with what encoding adds', () =>
    withRemark42(openRemark42(), async (backend) => {
      expect((await backend.capabilities(signal)).maxLength).to.equal(2048);
      const error = await refusal(
        backend.create(write('*'.repeat(10) + 'ا'.repeat(4_990)), signal),
        'invalid',
      );
      expect(error.fields).to.deep.equal([{field: 'content', code: 'too-long', limit: 2038}]);
    }));

  it('tells how much would be enough where the server wants more', () =>
    withRemark42(openRemark42({config: {min_comment_size: 20}}), async (backend) => {
      const error = await refusal(backend.create(write('قصير'), signal), 'invalid');
      expect(error.fields).to.deep.equal([{field: 'content', code: 'too-short', limit: 20}]);
    }));

  it('shows who wrote, what was changed and what is gone', () => {
    const user = {name: '&lt;b&gt; &amp;amp;', id: 'github_1', admin: true};
    const edit = {time: '2026-01-02T10:00:00.5+03:00', summary: ''};
    const comments = [
      wireComment(1, {user, edit, score: 3}),
      wireComment(2, {delete: true, text: ''}),
      wireComment(3, {pid: idOf(2), score: -4}),
      wireComment(4, {delete: true, text: ''}),
    ];
    return withRemark42(openRemark42({comments}), async (backend) => {
      const page = await backend.list(ask({order: 'oldest'}), signal);
      expect(page.total).to.equal(2);
      const [first, gone, reply] = page.comments;
      expect(page.comments).to.have.length(3);
      expect(first).to.deep.include({
        author: {name: '<b> &amp;', url: null, role: 'moderator'},
        createdAt: '2026-01-01T00:01:00.000Z',
        editedAt: '2026-01-02T07:00:00.500Z',
        likes: 3,
      });
      expect(gone).to.deep.include({status: 'deleted', content: {text: null, html: null}});
      expect(reply).to.include({parentId: idOf(2), likes: 0});
    });
  });

  it('never shows the source of a comment, which the server has not cleaned', () => {
    const comments = [wireComment(1, {text: '<p>نص</p>', orig: '<script>alert(1)</script>'})];
    return withRemark42(openRemark42({comments}), async (backend) => {
      const page = await backend.list(ask(), signal);
      expect(page.comments[0]?.content).to.deep.equal({text: null, html: '<p>نص</p>'});
      expect(JSON.stringify(page)).not.to.include('alert');
    });
  });

  it('reads 2,000 replies in a chain', () => {
    const comments = Array.from({length: 2_000}, (_, index) => ({
      ...wireComment(index + 1),
      pid: index ? idOf(index) : '',
    }));
    const chain = comments.reduceRight<object | undefined>(
      (reply, comment) => ({comment, ...(reply && {replies: [reply]})}),
      undefined,
    );
    const answer = (): Response => json({comments: [chain], info: {count: 2_000}});
    return withRemark42({...openRemark42(), answer}, async (backend) => {
      const page = await backend.list(ask(), signal);
      expect(page.comments.map(({id}) => id)).to.deep.equal(comments.map(({id}) => id));
    });
  });

  it('counts a list of articles, however their addresses are spelled', () => {
    const at = (url: string): {locator: {site: string; url: string}} => ({locator: {site, url}});
    const comments = [
      wireComment(1),
      wireComment(2, at(article.replace(/%../g, (code) => code.toLowerCase()))),
      wireComment(3, at(article.slice(0, -1))),
      wireComment(4, at('https://news.example/other')),
      wireComment(5, {delete: true}),
    ];
    return withRemark42(openRemark42({comments}), async (backend, seen) => {
      const threads = ['/2026/01/مقال', '/other', '/none', 'https://news.example/other'];
      const numbers = await backend.count(threads, signal);
      expect([...numbers.values()]).to.deep.equal([3, 0, 0, 1]);
      expect(seen).to.have.length(1);
    });
  });

  it('asks for many numbers in several requests', () =>
    withRemark42(openRemark42(), async (backend, seen) => {
      const threads = Array.from({length: 90}, (_, index) => `/${index}`);
      expect((await backend.count(threads, signal)).size).to.equal(90);
      expect(seen.length).to.be.greaterThan(1);
      for (const {body} of seen) expect(JSON.parse(body)).to.have.length.below(101);
    }));

  for (const [what, answer] of [
    ['JSON of something else', () => json({code: 'rest_no_route'})],
    ['a page', () => new Response('<html>', {headers: {'content-type': 'text/html'}})],
  ] as const)
    it(`says that the endpoint is wrong where it answers ${what}`, () =>
      withRemark42({...openRemark42(), answer}, async (backend) => {
        const attempts = [backend.list(ask(), signal), backend.capabilities(signal)];
        for (const attempt of attempts) {
          const error: unknown = await attempt.catch((reason: unknown) => reason);
          expect(error).to.be.instanceOf(CommentError).and.to.include({code: 'invalid-response'});
          expect((error as CommentError).advice).to.include('endpoint');
        }
      }));
});
