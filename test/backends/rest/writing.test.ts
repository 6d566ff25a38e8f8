import {expect} from '@open-wc/testing';
import type {Handler} from '../../../src/testing.js';
import {call, comment, first, kept, refusal, signal} from './call.js';
import {json, wireComment, wirePage} from './recorded.js';

describe('rest: writing', () => {
  beforeEach(() => kept.clear());

  describe('writing', () => {
    it('sends the comment as REST.md says', async () => {
      const {asked} = await call(
        () => json({comment: wireComment('n')}, 201),
        (backend) => backend.create(comment, signal),
        {site: 'news'},
      );
      expect(asked.method).to.equal('POST');
      expect(asked.headers)
        .to.contain(`idempotency-key: ${comment.key}`)
        .and.to.contain('content-type: application/json');
      const {key: _key, ...rest} = comment;
      expect(JSON.parse(asked.body)).to.deep.equal({
        ...rest,
        site: 'news',
        page: {url: 'https://news.example/2026/01/a?x=1', title: 'مقال'},
      });
    });

    it('keeps the token of its own comment', async () => {
      const edit = {token: 'abc', until: '2027-01-31T18:19:05+03:00'};
      const {result} = await call(
        () => json({comment: wireComment('n', {status: 'held'}), edit}, 202),
        (backend) => backend.create(comment, signal),
      );
      expect(result).to.include({status: 'held', id: 'n'});
      expect(result.edit).to.deep.equal({token: 'abc', until: '2027-01-31T15:19:05.000Z'});
    });

    for (const edit of [
      {token: 'a b', until: '2027-01-31T18:19:05Z'},
      {token: 'a\nb'},
      {token: 7},
      'x',
      null,
    ])
      it(`keeps no token of ${JSON.stringify(edit)}`, async () => {
        const {result} = await call(
          () => json({comment: wireComment('n'), edit}, 201),
          (backend) => backend.create(comment, signal),
        );
        expect(result.edit).to.equal(undefined);
      });

    for (const body of [{}, {comment: null}, [], {ok: true}, {error: 'x'}])
      it(`does not take ${JSON.stringify(body)} for acceptance`, async () => {
        expect((await refusal(() => json(body, 201))).code).to.equal('invalid-response');
      });

    it('edits and deletes with the token', async () => {
      const edited = await call(
        () => json({comment: wireComment('n')}),
        (backend) => backend.edit('n', 'نص', null, 'tok', signal),
      );
      expect(edited.asked).to.include({method: 'PATCH', body: '{"content":{"text":"نص","html":null}}'});
      expect(edited.asked.headers).to.contain('authorization: Bearer tok');
      const removed = await call(
        () => new Response(null, {status: 204}),
        (backend) => backend.remove('n', 'tok', signal),
      );
      expect(removed.asked).to.include({method: 'DELETE', body: ''});
    });

    it('likes under one random name, made at the first like', async () => {
      const names = [];
      for (const liked of [true, false]) {
        const {result, asked} = await call(
          () => json({likes: 4}),
          (backend) => backend.like('n', liked, signal),
        );
        expect(result).to.equal(4);
        expect(asked.method).to.equal(liked ? 'PUT' : 'DELETE');
        expect(asked.url.pathname).to.equal('/api/comments/n/like');
        names.push(
          /reader-key: ([\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})/.exec(
            asked.headers,
          )?.[1],
        );
      }
      expect(names[0]).to.be.a('string').and.to.equal(names[1]);
      expect([...kept.values()]).to.deep.equal([names[0]]);
    });

    it('makes no name before the first like', async () => {
      await call(
        () => json(wirePage([])),
        (backend) => backend.list(first, signal),
      );
      expect(kept.size).to.equal(0);
    });

    it('reports', async () => {
      const {asked} = await call(
        () => json({}, 202),
        (backend) => backend.report('n', 'شتيمة', signal),
      );
      expect(asked).to.include({method: 'POST', body: '{"reason":"شتيمة"}'});
      expect(asked.url.pathname).to.equal('/api/comments/n/report');
    });
  });

  describe('errors', () => {
    const problem =
      (status: number, body: unknown, headers = {}): Handler =>
      () =>
        new Response(JSON.stringify(body), {
          status,
          headers: {'content-type': 'application/problem+json', ...headers},
        });

    for (const [status, code, expected] of [
      [400, 'invalid', 'invalid'],
      [422, 'invalid', 'invalid'],
      [401, 'login-required', 'login-required'],
      [403, 'closed', 'closed'],
      [403, 'forbidden', 'forbidden'],
      [403, 'spam', 'spam'],
      [404, 'not-found', 'not-found'],
      [409, 'duplicate', 'duplicate'],
      [410, 'parent-missing', 'parent-missing'],
      [413, 'invalid', 'invalid'],
      [429, 'too-fast', 'too-fast'],
      [503, 'server', 'server'],
      [403, 'offline', 'forbidden'],
      [403, '__proto__', 'forbidden'],
      [410, undefined, 'parent-missing'],
      [418, undefined, 'server'],
    ] as const)
      it(`${status} ${code} is ${expected}`, async () => {
        expect(await refusal(problem(status, {code}))).to.include({code: expected, status});
      });

    it('waits as long as it is told', async () => {
      expect((await refusal(problem(429, {code: 'too-fast'}, {'retry-after': '12'}))).retryAfter).to.equal(
        12,
      );
    });

    it('names the fields it knows, and only those', async () => {
      const errors = [
        {field: 'email', code: 'malformed', message: 'x'},
        {field: 'content', code: 'too-long', limit: 10},
        {field: 'password', code: 'required'},
        {field: 'name', code: 'ugly'},
        null,
        'x',
      ];
      const {fields} = await refusal(problem(422, {code: 'invalid', errors}));
      expect(fields).to.deep.equal([
        {field: 'email', code: 'malformed'},
        {field: 'content', code: 'too-long', limit: 10},
      ]);
    });

    for (const [what, answer] of [
      ['no JSON', () => new Response('<h1>no', {status: 403, headers: {'content-type': 'text/html'}})],
      ['null', problem(403, null)],
      ['a list', problem(403, [])],
    ] as const)
      it(`is judged by its status when the body is ${what}`, async () => {
        expect((await refusal(answer)).code).to.equal('forbidden');
      });

    it('holds nothing of what the server or the reader wrote', async () => {
      const error = await refusal(
        problem(422, {code: 'invalid', title: 'prose', detail: comment.author.email}),
      );
      expect(`${error.message}${JSON.stringify(error)}`).not.to.match(/prose|laila/);
    });
  });
});
