import {expect} from '@open-wc/testing';
import type {CommentError} from '../../../src/backends/errors.js';
import {call, first, signal} from './call.js';
import {capabilities, json, wireComment, wirePage} from './recorded.js';

describe('rest: reading', () => {
  describe('reading', () => {
    it('asks for a page', async () => {
      const {asked} = await call(
        () => json(wirePage([])),
        (backend) => backend.list({...first, cursor: 'c&d=1'}, signal),
      );
      expect(asked.url.pathname).to.equal('/api/comments/');
      expect([...asked.url.searchParams]).to.deep.equal([
        ['thread', '/2026/01/مقال'],
        ['order', 'popular'],
        ['limit', '20'],
        ['cursor', 'c&d=1'],
      ]);
    });

    it('names the site with every request, and keeps the query of the endpoint', async () => {
      const endpoint = new URL('https://news.example/api.php?route=comments');
      const {asked} = await call(
        () => json({counts: {}}),
        (backend) => backend.count(['/a'], signal),
        {
          endpoint,
          site: 'محلي & co',
        },
      );
      expect(asked.url.href).to.contain('/api.php/counts?');
      expect([...asked.url.searchParams]).to.deep.equal([
        ['route', 'comments'],
        ['thread', '/a'],
        ['site', 'محلي & co'],
      ]);
    });

    it('asks for the replies of one comment', async () => {
      const {asked} = await call(
        () => json(wirePage([])),
        (backend) => backend.list({...first, parentId: '9', cursor: 'x'}, signal),
      );
      expect(asked.url.search).to.contain('parent=9').and.to.contain('cursor=x').and.not.to.contain('order');
    });

    it('asks for the page around a comment', async () => {
      const {result, asked} = await call(
        () => json(wirePage([wireComment('1')], {prevCursor: 'p', nextCursor: 'n', closed: true, total: 9})),
        (backend) => backend.locate({thread: '/a', id: '1', order: 'newest', limit: 5}, signal),
      );
      expect(asked.url.searchParams.get('around')).to.equal('1');
      expect(result).to.include({prevCursor: 'p', nextCursor: 'n', closed: true, total: 9, skipped: 0});
    });

    it('makes a comment of what the server sends', async () => {
      const {result} = await call(
        () =>
          json(
            wirePage([
              wireComment('1', {
                email: 'secret@example.org',
                ip: '10.0.0.1',
                moreReplies: 3,
                author: {name: 'كاتب', role: 'writer'},
              }),
            ]),
          ),
        (backend) => backend.list(first, signal),
      );
      expect(result.comments).to.deep.equal([
        {
          id: '1',
          parentId: null,
          author: {name: 'كاتب', url: null, role: 'writer'},
          content: {text: 'تعليق 1', html: null},
          createdAt: '2026-01-31T18:04:05.000Z',
          editedAt: null,
          status: 'published',
          likes: 2,
          url: 'https://news.example/a#comment-1',
          moreReplies: 3,
        },
      ]);
    });

    it('knows no total, cursor or closing where the server says nonsense', async () => {
      const nonsense = {total: -1, nextCursor: 'x'.repeat(2_049), prevCursor: {}, closed: 'yes'};
      const {result} = await call(
        () => json(wirePage([], nonsense)),
        (backend) => backend.list(first, signal),
      );
      expect(result).to.deep.equal({
        comments: [],
        skipped: 0,
        total: null,
        nextCursor: null,
        prevCursor: null,
        closed: false,
      });
    });

    for (const body of [
      [],
      null,
      {},
      {comments: {}},
      {comments: null},
      {error: 'x'},
      {comments: [{}]},
      {comments: [1, null]},
    ])
      it(`takes ${JSON.stringify(body)} for no list`, async () => {
        const {result} = await call(
          () => json(body),
          (backend) => backend.list(first, signal).catch((error: CommentError) => error.code),
        );
        expect(result).to.equal('invalid-response');
      });

    it('reads its own comment by the token, in an envelope or without', async () => {
      for (const body of [
        wireComment('1', {status: 'held'}),
        {comment: wireComment('1', {status: 'held'})},
      ]) {
        const {result, asked} = await call(
          () => json(body),
          (backend) => backend.status('a/../b', 'tok', signal),
        );
        expect(result).to.include({id: '1', status: 'held'});
        expect(asked.url.pathname).to.equal('/api/comments/a%2F..%2Fb');
        expect(asked.headers).to.contain('authorization: Bearer tok');
      }
    });

    it('lets no id lead out of the path', async () => {
      for (const id of ['.', '..', '']) {
        const {result, seen} = await call(
          () => json({}),
          (backend) => backend.remove(id, 'tok', signal).catch((error: CommentError) => error.code),
        );
        expect(result).to.equal('not-found');
        expect(seen).to.have.length(0);
      }
    });
  });

  describe('counts', () => {
    it('gives a number for every thread asked for, whatever its name', async () => {
      const names = ['/a', '__proto__', 'constructor', '/b'];
      const {result} = await call(
        () =>
          new Response('{"counts":{"/a":3,"__proto__":4,"/b":"x"}}', {
            headers: {'content-type': 'application/json'},
          }),
        (backend) => backend.count(names, signal),
      );
      expect([...result]).to.deep.equal([
        ['/a', 3],
        ['__proto__', 4],
        ['constructor', 0],
        ['/b', 0],
      ]);
    });

    it('asks for 100 keys at a time, each once', async () => {
      const keys = Array.from({length: 250}, (_, index) => `/${index}`);
      const {seen} = await call(
        () => json({counts: {}}),
        (backend) => backend.count([...keys, '/0'], signal),
      );
      // All at once: any of them may be seen first.
      const asked = seen.map(({url}) => url.searchParams.getAll('thread'));
      expect(asked.map(({length}) => length)).to.have.members([100, 100, 50]);
      expect(asked.flat()).to.have.members(keys);
    });

    it('keeps addresses under 6,000 bytes', async () => {
      const keys = Array.from({length: 40}, (_, index) => `/${'مقال'.repeat(30)}-${index}`);
      const {seen} = await call(
        () => json({counts: {}}),
        (backend) => backend.count(keys, signal),
        {site: 's'.repeat(500)},
      );
      for (const {url} of seen) expect(url.href.length).to.be.at.most(6_000);
      expect(seen.flatMap(({url}) => url.searchParams.getAll('thread'))).to.deep.equal(keys);
    });

    it('asks nothing for no thread', async () => {
      const {result, seen} = await call(
        () => json({counts: {}}),
        (backend) => backend.count([], signal),
      );
      expect(result.size + seen.length).to.equal(0);
    });
  });

  describe('capabilities', () => {
    it('are what the server says, asked for once', async () => {
      const {result, seen} = await call(
        () => json(capabilities),
        async (backend) => {
          await backend.capabilities(signal);
          return backend.capabilities(signal);
        },
      );
      expect(seen.map(({url}) => url.pathname)).to.deep.equal(['/api/comments/capabilities']);
      expect(result).to.deep.equal({
        list: true,
        requires: ['name', 'email'],
        maxLength: 5000,
        orders: ['newest', 'oldest', 'popular'],
        like: 'toggle',
        edit: true,
        remove: true,
        report: true,
        counts: true,
        locate: true,
        idempotent: true,
        challenge: null,
        moderation: 'none',
        // It is a field of the contract: the server decides what a filled one means.
        decoy: true,
      });
    });

    for (const [what, answer] of [
      ['404', () => new Response('<p>Not found', {status: 404, headers: {'content-type': 'text/html'}})],
      ['an empty object', () => json({})],
      [
        'nonsense',
        () =>
          json({
            orders: ['x'],
            requires: 'name',
            maxLength: -1,
            like: 'yes',
            moderation: 'some',
            challenge: 7,
          }),
      ],
    ] as const)
      it(`are reading and posting alone at ${what}`, async () => {
        const {result} = await call(answer, (backend) => backend.capabilities(signal));
        expect(result).to.deep.equal({
          list: true,
          requires: [],
          maxLength: null,
          orders: ['newest'],
          like: null,
          edit: false,
          remove: false,
          report: false,
          counts: false,
          locate: false,
          idempotent: false,
          challenge: null,
          moderation: 'none',
          decoy: true,
        });
      });
  });
});
