import {expect} from '@open-wc/testing';
import type {Credentials} from '../../../src/backends/port.js';
import {ask, refusal, signal, write} from '../call-adapter.js';
import {withIsso} from './call.js';
import {runIsso} from './server.js';

const withCookies = {credentials: 'include'} as const;

describe('one’s own comment on Isso', () => {
  const rows: readonly (readonly [credentials: Credentials, endpoint: string, can: boolean])[] = [
    ['omit', 'https://news.example/isso/', false],
    ['include', 'https://comments.example/', true],
    ['same-origin', 'https://comments.example/', false],
    ['same-origin', 'https://news.example/isso/', true],
  ];
  for (const [credentials, endpoint, can] of rows)
    it(`can${can ? '' : 'not'} be changed with "${credentials}" at ${endpoint}`, () =>
      withIsso(
        runIsso(),
        async (backend) => {
          expect(await backend.capabilities(signal)).to.include({edit: can, remove: can});
          for (const name of ['edit', 'remove', 'status'] as const)
            expect(typeof backend[name]).to.equal(can ? 'function' : 'undefined');
        },
        {credentials, endpoint: new URL(endpoint)},
      ));

  it('is granted only where the browser keeps the cookie', async () => {
    for (const keepsCookies of [true, false])
      await withIsso(
        runIsso({keepsCookies}),
        async (backend) => {
          const {edit} = await backend.create(write('تعليق أول'), signal);
          expect(edit !== undefined).to.equal(keepsCookies);
          const minutes = (Date.parse(edit?.until ?? '') - Date.now()) / 60_000;
          expect(keepsCookies ? Math.round(minutes) : minutes).to.deep.equal(keepsCookies ? 15 : NaN);
        },
        withCookies,
      );
  });

  it('is changed as text', () =>
    withIsso(
      runIsso(),
      async (backend, seen) => {
        await backend.create(write('تعليق أول'), signal);
        const changed = await backend.edit('1', 'أ < ب و ج > د', null, 'cookie', signal);
        expect(changed.editedAt).not.to.equal(null);
        expect(changed.content).to.deep.equal({text: null, html: '<p>أ &lt; ب و ج &gt; د</p>\n'});
        expect(JSON.parse(seen.at(-1)?.body ?? '')).to.deep.equal({text: 'أ \\< ب و ج > د'});
        const {fields} = await refusal(backend.edit('1', 'لا', null, 'cookie', signal), 'invalid');
        expect(fields[0]).to.include({field: 'content', code: 'too-short'});
      },
      withCookies,
    ));

  it('is taken away, and keeps its place as long as it has replies', () =>
    withIsso(
      runIsso(),
      async (backend) => {
        await backend.create(write('تعليق أول'), signal);
        await backend.create(write('رد أول', {parentId: '1'}), signal);
        await backend.remove('1', 'cookie', signal);
        expect((await backend.list(ask(), signal)).comments[0]).to.include({id: '1', status: 'deleted'});
        await backend.remove('2', 'cookie', signal);
        expect((await backend.list(ask(), signal)).comments.map(({id}) => id)).to.deep.equal(['1']);
      },
      withCookies,
    ));

  it('is gone when it is taken away a second time', () =>
    withIsso(
      runIsso(),
      async (backend) => {
        await backend.create(write('تعليق أول'), signal);
        await backend.remove('1', 'cookie', signal);
        await backend.remove('1', 'cookie', signal);
      },
      withCookies,
    ));

  it('is not gone because the server stumbles', async () => {
    const isso = runIsso();
    isso.add('/', 1);
    await withIsso(
      {
        answer: (request) =>
          request.method === 'DELETE' ? new Response('', {status: 500}) : isso.answer(request),
      },
      async (backend) => {
        await refusal(backend.remove('1', 'cookie', signal), 'server');
      },
      withCookies,
    );
  });

  it('tells what became of it while it is held', async () => {
    const isso = runIsso({moderation: true});
    await withIsso(
      isso,
      async (backend) => {
        const {edit, id} = await backend.create(write('تعليق أول'), signal);
        expect(edit).not.to.equal(undefined);
        expect(await backend.status(id ?? '', 'cookie', signal)).to.include({status: 'held'});
        Object.assign(isso.comments[0] ?? {}, {mode: 1});
        expect(await backend.status(id ?? '', 'cookie', signal)).to.include({status: 'published'});
        isso.drop(1);
        await refusal(backend.status(id ?? '', 'cookie', signal), 'not-found');
      },
      withCookies,
    );
  });

  it('cannot be changed when the cookie is gone', async () => {
    const isso = runIsso({keepsCookies: false});
    await withIsso(
      isso,
      async (backend) => {
        await backend.create(write('تعليق أول'), signal);
        await refusal(backend.edit('1', 'تعليق آخر', null, 'cookie', signal), 'forbidden');
        await refusal(backend.remove('1', 'cookie', signal), 'forbidden');
        expect(isso.comments[0]?.text).to.equal('<p>تعليق أول</p>\n');
      },
      withCookies,
    );
  });
});
