import {expect} from '@open-wc/testing';
import {toSafeFragment} from '../../../src/content/sanitize/sanitize.js';
import {ask, path as pageKey, readAll, refusal, signal, write} from '../call-adapter.js';
import {withArtalk} from './call.js';
import {site} from './recorded.js';
import {refused, runArtalk} from './server.js';

const textOf = (html: string | null | undefined): string =>
  (toSafeFragment(html ?? '').textContent ?? '').trim();

describe('Artalk, from the first comment on', () => {
  it('shows an empty thread', () =>
    withArtalk(runArtalk(), async (backend) => {
      expect(await backend.list(ask(), signal)).to.deep.equal({
        comments: [],
        skipped: 0,
        total: 0,
        nextCursor: null,
        prevCursor: null,
        closed: false,
      });
    }));

  it('publishes a comment', async () => {
    const artalk = runArtalk();
    await withArtalk(artalk, async (backend) => {
      expect((await backend.capabilities(signal)).requires).to.deep.equal(['name', 'email']);
      const author = {name: 'ليلى & شركاه', email: 'laila@example.org', url: 'https://laila.example/'};
      const created = await backend.create(write('السلام عليكم', {author}), signal);
      expect(created).to.include({status: 'published', id: '1'}).and.not.to.have.property('edit');
      const {comments, total} = await backend.list(ask(), signal);
      expect(total).to.equal(1);
      expect(comments).to.deep.equal([{...created.comment, createdAt: '2026-01-12T10:46:41.000Z'}]);
      expect(comments[0]?.author).to.deep.equal({
        name: 'ليلى & شركاه',
        url: 'https://laila.example/',
        role: null,
      });
      expect(textOf(comments[0]?.content.html)).to.equal('السلام عليكم');
    });
    expect(artalk.posted).to.deep.equal([
      {
        name: 'ليلى & شركاه',
        email: 'laila@example.org',
        link: 'https://laila.example/',
        content: 'السلام عليكم',
        rid: 0,
        page_key: pageKey,
        page_title: 'مقال',
        site_name: site,
      },
    ]);
  });

  it('holds a comment, and can be asked what became of it', async () => {
    const artalk = runArtalk({moderation: true});
    await withArtalk(artalk, async (backend) => {
      const {status, id, edit} = await backend.create(write('السلام عليكم'), signal);
      expect([status, id]).to.deep.equal(['held', '1']);
      expect((await backend.list(ask(), signal)).comments).to.deep.equal([]);
      const {token = ''} = edit ?? {};
      expect(token).not.to.equal('');
      expect(await backend.status('1', token, signal)).to.include({status: 'held'});
      Object.assign(artalk.comments[0] ?? {}, {is_pending: false});
      expect(await backend.status('1', token, signal)).to.include({status: 'published'});
      artalk.drop(1);
      expect(await refusal(backend.status('1', token, signal), 'not-found')).to.include({advice: null});
    });
  });

  it('puts a reply under the reply that it answers', () =>
    withArtalk(runArtalk(), async (backend) => {
      await backend.create(write('تعليق أول'), signal);
      await backend.create(write('رد أول', {parentId: '1'}), signal);
      await backend.create(write('رد ثان', {parentId: '2'}), signal);
      const {comments} = await backend.list(ask(), signal);
      expect(comments.map(({id, parentId}) => [id, parentId])).to.deep.equal([
        ['1', null],
        ['2', '1'],
        ['3', '2'],
      ]);
    }));

  it('tells that what was answered is gone, of another page, held or folded', async () => {
    const artalk = runArtalk();
    artalk.add('/another', 1);
    artalk.add(pageKey, 2, {is_pending: true});
    artalk.add(pageKey, 3, {is_collapsed: true});
    await withArtalk(artalk, async (backend, seen) => {
      for (const parentId of ['1', '2', '3', '99'])
        await refusal(backend.create(write('رد أول', {parentId}), signal), 'parent-missing');
      const before = seen.length;
      // Artalk would read this as an answer to nothing.
      await refusal(backend.create(write('رد أول', {parentId: 'local-1'}), signal), 'parent-missing');
      expect(seen).to.have.length(before);
    });
  });

  it('keeps 5,000 characters of Arabic', () =>
    withArtalk(runArtalk(), async (backend) => {
      const text = 'تعليق طويل '.repeat(455).slice(0, 5_000).trim();
      await backend.create(write(text), signal);
      const {comments} = await backend.list(ask(), signal);
      expect(textOf(comments[0]?.content.html)).to.equal(text);
    }));

  it('names the field that is missing', () =>
    withArtalk(runArtalk(), async (backend) => {
      for (const field of ['name', 'email'] as const) {
        const author = {name: 'ليلى', email: 'laila@example.org', url: null, [field]: ''};
        const {fields} = await refusal(backend.create(write('أهلًا', {author}), signal), 'invalid');
        expect(fields.map((one) => one.field)).to.deep.equal([field]);
      }
    }));

  it('names the field that is not as it should be, also of a reply', async () => {
    const artalk = runArtalk();
    artalk.add(pageKey, 1);
    await withArtalk(artalk, async (backend) => {
      const author = {name: 'ليلى', email: 'laila', url: null};
      for (const parentId of [null, '1']) {
        const {fields} = await refusal(backend.create(write('أهلًا', {author, parentId}), signal), 'invalid');
        expect(fields).to.deep.equal([{field: 'email', code: 'malformed'}]);
      }
    });
  });

  it('tells that a page is closed for visitors', () =>
    withArtalk(runArtalk({adminOnly: true}), async (backend) => {
      expect((await backend.list(ask(), signal)).closed).to.equal(true);
      await refusal(backend.create(write('أهلًا'), signal), 'login-required');
    }));

  it('tells the site’s developer what keeps visitors out', () =>
    withArtalk(runArtalk({anonymous: false}), async (backend) => {
      const {advice} = await refusal(backend.create(write('أهلًا'), signal), 'login-required');
      expect(advice).to.contain('anonymous');
    }));

  it('tells the site’s developer that there is no such site', () =>
    withArtalk(
      runArtalk(),
      async (backend) => {
        expect((await refusal(backend.list(ask(), signal), 'not-found')).advice).to.contain('"site"');
        expect((await refusal(backend.create(write('أهلًا'), signal), 'not-found')).advice).to.contain(
          '"site"',
        );
      },
      {site: ''},
    ));

  it('has no way to tell a comment that comes twice', () =>
    withArtalk(runArtalk(), async (backend) => {
      expect((await backend.capabilities(signal)).idempotent).to.equal(false);
      await backend.create(write('تعليق أول'), signal);
      await backend.create(write('تعليق أول'), signal);
      // The form looks here before it sends again.
      const {comments} = await backend.list(ask(), signal);
      expect(comments.map(({id}) => id)).to.deep.equal(['2', '1']);
    }));

  it('says so when the server is down', () =>
    withArtalk({answer: () => Promise.reject(new TypeError('refused'))}, async (backend, seen) => {
      expect(await refusal(backend.list(ask(), signal), 'network')).to.include({retryable: true});
      expect(await refusal(backend.create(write('أهلًا'), signal), 'network')).to.include({retryable: true});
      expect(seen.filter(({method}) => method === 'POST')).to.have.length(1);
    }));

  it('recognises what is no Artalk, and names the setting', () =>
    withArtalk(
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

  it('knows no refusal that it has not heard of', () =>
    withArtalk({answer: () => refused(418, 'x')}, async (backend) => {
      await refusal(backend.create(write('أهلًا'), signal), 'server');
    }));

  it('pages through 250 comments without a repeat or a gap', async () => {
    const artalk = runArtalk();
    for (let id = 1; id <= 250; id++) artalk.add(pageKey, id, {rid: id % 5 === 0 ? id - 1 : 0});
    await withArtalk(artalk, async (backend) => {
      const ids = (await readAll(backend)).flat();
      expect(ids).to.have.length(250);
      expect(new Set(ids).size).to.equal(250);
    });
  });

  it('asks nobody for the comments of an e-mail address', async () => {
    await withArtalk(runArtalk({moderation: true}), async (backend, seen) => {
      await backend.create(write('تعليق أول'), signal);
      await backend.list(ask(), signal);
      expect(seen.filter(({url}) => url.search.includes('laila'))).to.deep.equal([]);
    });
  });
});
