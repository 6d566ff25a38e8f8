import {expect} from '@open-wc/testing';
import {toSafeFragment} from '../../../src/content/sanitize/sanitize.js';
import {ask, path as uri, readAll, refusal, signal, thread, write} from '../call-adapter.js';
import {withIsso} from './call.js';
import {runIsso} from './server.js';

const textOf = (html: string | null | undefined): string =>
  (toSafeFragment(html ?? '').textContent ?? '').trim();

describe('Isso, from the first comment on', () => {
  it('shows an empty thread', () =>
    withIsso(runIsso(), async (backend) => {
      expect(await backend.list(ask(), signal)).to.deep.equal({
        comments: [],
        skipped: 0,
        total: 0,
        nextCursor: null,
        prevCursor: null,
        closed: false,
      });
    }));

  it('shows an empty thread where old servers say that there is none', () =>
    withIsso(runIsso({version: '0.12.2'}), async (backend) => {
      expect((await backend.list(ask(), signal)).comments).to.deep.equal([]);
    }));

  it('publishes a comment', async () => {
    const isso = runIsso();
    await withIsso(isso, async (backend) => {
      const created = await backend.create(write('السلام عليكم'), signal);
      expect(created).to.include({status: 'published', id: '1'}).and.not.to.have.property('edit');
      const {comments, total} = await backend.list(ask(), signal);
      expect(total).to.equal(1);
      expect(comments[0]).to.deep.include({
        ...created.comment,
        author: {name: 'ليلى', url: null, role: null},
      });
      expect(textOf(comments[0]?.content.html)).to.equal('السلام عليكم');
    });
    expect(isso.comments[0]).to.include({uri});
    expect(isso.posted[0]).to.deep.equal({
      author: 'ليلى',
      email: 'laila@example.org',
      website: null,
      text: 'السلام عليكم',
      parent: null,
      title: 'مقال',
    });
  });

  it('gives the thread a title where the page has none', async () => {
    const isso = runIsso();
    await withIsso(isso, (backend) => backend.create(write('أهلًا', {thread: 'a'}), signal), {
      page: {
        url: 'https://x.example/',
        title: ' ',
        canonical: null,
        links: [],
        bodyClasses: [],
        commentForm: null,
      },
    });
    expect(isso.posted[0]).to.include({title: 'a'});
  });

  it('holds a comment', () =>
    withIsso(runIsso({moderation: true}), async (backend) => {
      expect(await backend.capabilities(signal)).to.include({moderation: 'before'});
      const created = await backend.create(write('السلام عليكم'), signal);
      expect(created).to.include({status: 'held', id: '1'});
      expect(created.comment).to.include({status: 'held'});
      expect((await backend.list(ask(), signal)).comments).to.deep.equal([]);
    }));

  it('puts a reply to a reply under the comment above both', () =>
    withIsso(runIsso(), async (backend) => {
      await backend.create(write('أول'.repeat(2)), signal);
      await backend.create(write('رد أول', {parentId: '1'}), signal);
      const {comment} = await backend.create(write('رد ثان', {parentId: '2'}), signal);
      expect(comment).to.include({id: '3', parentId: '1'});
      const {comments} = await backend.list(ask(), signal);
      expect(comments.map(({id, parentId}) => [id, parentId])).to.deep.equal([
        ['1', null],
        ['2', '1'],
        ['3', '1'],
      ]);
    }));

  it('does not let a reply to a comment of this page only become a comment of its own', () =>
    withIsso(runIsso(), async (backend, seen) => {
      await refusal(backend.create(write('رد أول', {parentId: 'local-1'}), signal), 'parent-missing');
      expect(seen).to.have.length(0);
    }));

  it('tells that what was answered has gone by where it puts the reply', () =>
    withIsso(runIsso(), async (backend) => {
      const {comment} = await backend.create(write('رد أول', {parentId: '99'}), signal);
      expect(comment?.parentId).to.equal(null);
    }));

  it('keeps 5,000 characters of Arabic', () =>
    withIsso(runIsso(), async (backend) => {
      const text = 'تعليق طويل '.repeat(455).slice(0, 5_000).trim();
      await backend.create(write(text), signal);
      const {comments} = await backend.list(ask(), signal);
      expect(textOf(comments[0]?.content.html)).to.equal(text);
    }));

  it('refuses what is too short, with the field', () =>
    withIsso(runIsso(), async (backend) => {
      const {fields} = await refusal(backend.create(write('لا'), signal), 'invalid');
      expect(fields).to.deep.equal([{field: 'content', code: 'too-short', limit: 3}]);
    }));

  it('refuses what is too long, with the field', () =>
    withIsso(runIsso(), async (backend) => {
      const {fields} = await refusal(backend.create(write('ا'.repeat(65_536)), signal), 'invalid');
      expect(fields).to.deep.equal([{field: 'content', code: 'too-long'}]);
    }));

  it('demands name and e-mail where the server does', () =>
    withIsso(runIsso({requireAuthor: true, requireEmail: true}), async (backend) => {
      expect((await backend.capabilities(signal)).requires).to.deep.equal(['name', 'email']);
      const author = {name: 'ليلى', email: '', url: null};
      const {fields} = await refusal(backend.create(write('أهلًا', {author}), signal), 'invalid');
      expect(fields).to.deep.equal([{field: 'email', code: 'required'}]);
    }));

  it('refuses an e-mail address and a website that are too long', () =>
    withIsso(runIsso(), async (backend) => {
      const long = 'a'.repeat(255);
      const author = {name: 'ليلى', email: `${long}@x.example`, url: null};
      expect(
        (await refusal(backend.create(write('أهلًا', {author}), signal), 'invalid')).fields,
      ).to.deep.equal([{field: 'email', code: 'too-long'}]);
      const linked = {name: 'ليلى', email: '', url: `https://x.example/${long}`};
      const tooLong = backend.create(write('أهلًا', {author: linked}), signal);
      expect((await refusal(tooLong, 'invalid')).fields).to.deep.equal([
        {field: 'website', code: 'too-long'},
      ]);
    }));

  it('tells that a reader is too fast, and how long to wait', async () => {
    const isso = runIsso({rateLimit: 2});
    await withIsso(isso, async (backend) => {
      await backend.create(write('تعليق أول'), signal);
      await backend.create(write('تعليق ثان'), signal);
      const error = await refusal(backend.create(write('تعليق ثالث'), signal), 'too-fast');
      expect(error).to.include({retryAfter: 60, status: 403, retryable: true});
      isso.wait(60);
      expect((await backend.create(write('تعليق ثالث'), signal)).status).to.equal('published');
    });
  });

  it('tells the site’s developer which setting turns regular readers away', () =>
    withIsso(runIsso({directReply: 1}), async (backend) => {
      await backend.create(write('تعليق أول'), signal);
      const error = await refusal(backend.create(write('تعليق ثان'), signal), 'forbidden');
      expect(error.advice).to.contain('direct-reply');
      expect((await backend.create(write('رد أول', {parentId: '1'}), signal)).status).to.equal('published');
    }));

  it('tells that nobody may answer their own fresh comment', () =>
    withIsso(runIsso({replyToSelf: false}), async (backend) => {
      await backend.create(write('تعليق أول'), signal);
      const error = await refusal(backend.create(write('رد أول', {parentId: '1'}), signal), 'too-fast');
      expect(error).to.include({retryAfter: null});
      expect(error.advice).to.contain('reply-to-self');
    }));

  it('has no way to tell a comment that comes twice', () =>
    withIsso(runIsso(), async (backend) => {
      expect((await backend.capabilities(signal)).idempotent).to.equal(false);
      await backend.create(write('تعليق أول'), signal);
      await backend.create(write('تعليق أول'), signal);
      // The form looks here before it sends again.
      const {comments} = await backend.list(ask(), signal);
      expect(comments.map(({id}) => id)).to.deep.equal(['2', '1']);
    }));

  it('likes a comment once', async () => {
    const isso = runIsso();
    isso.add(uri, 1, {likes: 5, dislikes: 2});
    await withIsso(isso, async (backend, seen) => {
      expect((await backend.list(ask(), signal)).comments[0]?.likes).to.equal(3);
      expect(await backend.like('1', true, signal)).to.equal(4);
      // Someone of the same network has liked it already: no error, and no more likes.
      expect(await backend.like('1', true, signal)).to.equal(4);
      expect(seen.at(-1)?.body).to.equal('');
      await refusal(backend.like('9', true, signal), 'not-found');
    });
  });

  it('counts threads, however their addresses are written', async () => {
    const isso = runIsso();
    isso.add(uri, 1);
    isso.add('/b/', 2);
    isso.add('/b/', 3, {parent: 2});
    isso.add('/c', 4, {mode: 2});
    await withIsso(isso, async (backend, seen) => {
      const numbers = await backend.count([thread, '/b', '/c', '/d'], signal);
      expect([...numbers]).to.deep.equal([
        [thread, 1],
        ['/b', 2],
        ['/c', 0],
        ['/d', 0],
      ]);
      expect(seen).to.have.length(1);
      // A browser need not ask first.
      expect(seen[0]?.headers).to.contain('content-type: text/plain');
    });
  });

  it('reads names once decoded, and no link but of the web', async () => {
    const isso = runIsso();
    isso.add(uri, 1, {author: 'أ &amp;lt;b&gt;', website: 'https://x.example/?a=1&amp;b=2'});
    isso.add(uri, 2, {author: null, website: 'data:text/html,x'});
    await withIsso(isso, async (backend) => {
      const {comments} = await backend.list(ask({order: 'oldest'}), signal);
      expect(comments.map(({author}) => author)).to.deep.equal([
        {name: 'أ &lt;b>', url: 'https://x.example/?a=1&b=2', role: null},
        {name: '', url: null, role: null},
      ]);
    });
  });

  it('keeps the place of a deleted comment with replies', async () => {
    const isso = runIsso();
    isso.add(uri, 1, {mode: 4, text: '', author: null});
    isso.add(uri, 2, {parent: 1});
    await withIsso(isso, async (backend) => {
      const {comments} = await backend.list(ask(), signal);
      expect(comments[0]).to.deep.include({status: 'deleted', content: {text: null, html: null}});
      expect(comments[1]).to.include({status: 'published', parentId: '1'});
    });
  });

  it('says so when the server is down', () =>
    withIsso({answer: () => Promise.reject(new TypeError('refused'))}, async (backend, seen) => {
      expect(await refusal(backend.list(ask(), signal), 'network')).to.include({retryable: true});
      expect(await refusal(backend.create(write('أهلًا'), signal), 'network')).to.include({retryable: true});
      expect(seen.filter(({method}) => method === 'POST')).to.have.length(1);
    }));

  it('recognises what is no Isso, and names the setting', () =>
    withIsso(
      {
        answer: () =>
          new Response('{"code":"rest_no_route"}', {headers: {'content-type': 'application/json'}}),
      },
      async (backend) => {
        for (const attempt of [
          backend.list(ask(), signal),
          backend.capabilities(signal),
          backend.create(write('أهلًا'), signal),
        ])
          expect((await refusal(attempt, 'invalid-response')).advice).to.contain('endpoint');
      },
    ));

  it('does not take a missing page for an empty thread', () =>
    withIsso({answer: () => new Response('', {status: 404})}, async (backend) => {
      expect((await refusal(backend.list(ask(), signal), 'not-found')).advice).to.contain('endpoint');
    }));

  it('pages through 250 comments without a repeat or a gap', async () => {
    const isso = runIsso();
    for (let id = 1; id <= 250; id++) isso.add(uri, id, {parent: id % 5 === 0 ? id - 1 : null});
    await withIsso(isso, async (backend) => {
      const ids = (await readAll(backend)).flat();
      expect(ids).to.have.length(250);
      expect(new Set(ids).size).to.equal(250);
    });
  });
});
