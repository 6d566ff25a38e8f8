import {expect} from '@open-wc/testing';
import type {BackendOptions} from '../../../src/backends/port.js';
import {refusal, signal, write} from '../call-adapter.js';
import {withRemark42} from './call.js';
import {page} from './recorded.js';
import {failure, json, openRemark42, plain, wireComment} from './server.js';

const idOf = (number: number): string => wireComment(number).id;
const author = (name: string): {author: {name: string; email: string; url: null}} => ({
  author: {name, email: '', url: null},
});

describe('who may write on Remark42', () => {
  const elsewhere = {...page(() => 'of another application'), url: 'https://other.example/a'};

  it('anybody from another host, by a header that the server is set up to send', async () => {
    const server = openRemark42({access: 'header'});
    await withRemark42(
      server,
      async (backend, seen) => {
        await backend.create(write('أهلًا'), signal);
        expect(seen.at(-1)?.headers).to.include('x-jwt: token-1').and.not.to.include('x-xsrf-token');
        expect(seen.every(({credentials}) => credentials === 'omit')).to.equal(true);
      },
      {page: elsewhere, credentials: 'omit'},
    );
    expect(server.comments).to.have.length(1);
  });

  const nobody: readonly (readonly [
    what: string,
    server: Parameters<typeof openRemark42>[0],
    changes: Partial<BackendOptions>,
    requests: number,
  ])[] = [
    ['without cookies', {}, {credentials: 'omit'}, 1],
    ['from another host', {}, {page: elsewhere, credentials: 'include'}, 1],
    ['where anonymous login is off', {config: {auth_providers: ['github']}}, {}, 1],
    [
      'where the header cannot be read',
      {access: 'header not exposed'},
      {page: elsewhere, credentials: 'omit'},
      2,
    ],
    ['where the cookie does not arrive', {}, {page: page(() => null)}, 2],
    ['where a cookie of that name cannot stand in a header', {}, {page: page(() => 'ليلى')}, 2],
  ];
  for (const [what, settings, changes, requests] of nobody)
    it(`nobody ${what}; the developer is told why`, async () => {
      const server = openRemark42(settings);
      await withRemark42(
        server,
        async (backend, seen) => {
          const {advice} = await refusal(backend.create(write('أهلًا'), signal), 'login-required');
          expect(advice).to.include('AUTH_ANON').and.to.include('credentials=').and.to.include('X-JWT');
          expect(seen).to.have.length(requests);
          expect(seen.some(({headers}) => headers.includes('another application'))).to.equal(false);
        },
        changes,
      );
      expect(server.comments).to.have.length(0);
    });

  it('is told by a cookie of the same host on another port', () =>
    withRemark42(
      openRemark42(),
      async (backend) => {
        expect((await backend.create(write('أهلًا'), signal)).status).to.equal('published');
      },
      {endpoint: new URL('https://news.example:8443/'), credentials: 'include'},
    ));

  for (const [what, name, code] of [
    ['none', '', 'malformed'],
    ['one that is too short', 'م', 'malformed'],
    ['one that is too long', 'عبد الرحمن بن محمد بن خلدون الحضرمي التونسي', 'too-long'],
    ['one in a script that needs its marks', 'हिन्दी', 'malformed'],
  ] as const)
    it(`is refused a name: ${what}`, () =>
      withRemark42(openRemark42(), async (backend) => {
        const error = await refusal(backend.create(write('أهلًا', author(name)), signal), 'invalid');
        expect(error.fields).to.deep.equal([{field: 'name', code}]);
      }));

  it('is refused a name that is kept for others', () =>
    withRemark42(openRemark42({restrictedNames: ['المدير']}), async (backend) => {
      const error = await refusal(backend.create(write('أهلًا', author('المدير')), signal), 'invalid');
      expect(error.fields).to.deep.equal([{field: 'name', code: 'blocked-words'}]);
    }));

  it('is told which setting names the site', () =>
    withRemark42(
      openRemark42(),
      async (backend) => {
        const {advice} = await refusal(backend.create(write('أهلًا'), signal), 'forbidden');
        expect(advice).to.include('"site"');
        const counting = await refusal(backend.count(['/a'], signal), 'not-found');
        expect(counting.advice).to.include('"site"');
      },
      {site: 'other'},
    ));

  it('is logged in anew for each comment, under its own name', async () => {
    const server = openRemark42();
    await withRemark42(server, async (backend) => {
      await backend.create(write('أول', author('ليلى')), signal);
      await backend.create(write('ثان', author('سعيد')), signal);
    });
    expect(server.comments.map(({user}) => user.name)).to.deep.equal(['ليلى', 'سعيد']);
  });

  it('is slowed down at the login, too', () => {
    const server = openRemark42();
    const {answer} = server;
    const slow = (request: Request): Response | Promise<Response> =>
      request.url.includes('/auth/') ? plain('Too Many Requests', 429) : answer(request);
    return withRemark42({...server, answer: slow}, async (backend) => {
      await refusal(backend.create(write('أهلًا'), signal), 'too-fast');
    });
  });
});

describe('one’s own comment on Remark42', () => {
  it('can be changed and taken away as long as the server says', async () => {
    const server = openRemark42();
    await withRemark42(server, async (backend) => {
      const before = Date.now();
      const {id, edit} = await backend.create(write('أهلًا'), signal);
      expect(await backend.capabilities(signal)).to.include({edit: true, remove: true});
      const until = Date.parse(edit?.until ?? '');
      expect(until).to.be.within(before + 300_000, Date.now() + 300_000);
      const changed = await backend.edit(id ?? '', 'أهلًا *وسهلًا*', null, edit?.token ?? '', signal);
      expect(changed).to.include({id, editedAt: '2026-01-02T00:00:00.000Z'});
      expect(server.comments[0]?.orig).to.equal('أهلًا \\*وسهلًا\\*');
      await backend.remove(id ?? '', edit?.token ?? '', signal);
    });
    expect(server.comments[0]).to.include({delete: true});
  });

  it('is changed under the name that it was written with', () =>
    withRemark42(openRemark42(), async (backend, seen) => {
      const {id, edit} = await backend.create(write('أهلًا', author('د. ليلى')), signal);
      await backend.create(write('أهلًا', author('سعيد')), signal);
      await backend.edit(id ?? '', 'نعم', null, edit?.token ?? '', signal);
      const put = seen.at(-1);
      expect(put).to.include({method: 'PUT'});
      expect(put?.url.searchParams.get('url')).to.equal(page(() => null).url);
      expect(put?.headers).to.include('x-xsrf-token: token-3');
    }));

  it('cannot be changed any more when someone has replied', () =>
    withRemark42(openRemark42(), async (backend) => {
      const {id, edit} = await backend.create(write('أهلًا'), signal);
      await backend.create(write('رد', {parentId: id}), signal);
      await refusal(backend.edit(id ?? '', 'نعم', null, edit?.token ?? '', signal), 'forbidden');
      await refusal(backend.remove(id ?? '', edit?.token ?? '', signal), 'forbidden');
    }));

  for (const [what, code, wire] of [
    ['it is too late', 'forbidden', failure(10, 400)],
    ['it is somebody else’s', 'forbidden', failure(3, 403)],
    ['it is gone', 'not-found', failure(1, 400)],
    ['it has words that are not allowed', 'blocked-words', failure(4, 400, 'comment has restricted words')],
  ] as const)
    it(`cannot be changed when ${what}`, () =>
      withRemark42(openRemark42({refusal: () => wire.clone()}), async (backend) => {
        const token = `${page(() => null).url}\nليلى`;
        await refusal(backend.edit(idOf(1), 'نعم', null, token, signal), code);
      }));

  it('stays as it is where the server gives no time', () =>
    withRemark42(openRemark42({config: {edit_duration: 0}}), async (backend) => {
      expect(await backend.create(write('أهلًا'), signal)).not.to.have.property('edit');
      expect(await backend.capabilities(signal)).to.include({edit: false, remove: false});
    }));

  it('is not lost to an answer that says nothing', () => {
    const server = openRemark42();
    const {answer} = server;
    const odd = (request: Request): Response | Promise<Response> =>
      request.url.includes('/comment') ? json({ok: true}, 201) : answer(request);
    return withRemark42({...server, answer: odd}, async (backend) => {
      await refusal(backend.create(write('أهلًا'), signal), 'invalid-response');
    });
  });
});
