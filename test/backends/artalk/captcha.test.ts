import {expect} from '@open-wc/testing';
import {refusal, signal, write} from '../call-adapter.js';
import {withArtalk} from './call.js';
import {runArtalk} from './server.js';

describe('a captcha of Artalk', () => {
  it('is a matter of waiting where the page has no challenge', async () => {
    const artalk = runArtalk({actionLimit: 1});
    await withArtalk(artalk, async (backend) => {
      await backend.create(write('تعليق أول'), signal);
      const error = await refusal(backend.create(write('تعليق ثان'), signal), 'too-fast');
      expect(error).to.include({retryAfter: 60, status: 403});
      expect(error.advice).to.contain('captcha');
      artalk.wait(60);
      expect((await backend.create(write('تعليق ثان'), signal)).status).to.equal('published');
    });
  });

  it('is solved by the page’s challenge, and the comment stored once', async () => {
    const artalk = runArtalk({actionLimit: 0});
    await withArtalk(artalk, async (backend, seen) => {
      const {status} = await backend.create(write('تعليق أول', {challenge: 'ABCD'}), signal);
      expect(status).to.equal('published');
      expect(seen.map(({url}) => url.pathname)).to.deep.equal([
        '/api/v2/comments',
        '/api/v2/captcha/verify',
        '/api/v2/comments',
      ]);
      expect(seen[2]?.body).to.equal(seen[0]?.body);
      expect(JSON.parse(seen[1]?.body ?? '')).to.deep.equal({value: 'ABCD'});
    });
    expect(artalk.comments).to.have.length(1);
  });

  it('tells that the answer was wrong', async () => {
    const artalk = runArtalk({actionLimit: 0});
    await withArtalk(artalk, async (backend) => {
      const attempt = backend.create(write('تعليق أول', {challenge: 'wrong'}), signal);
      const {fields} = await refusal(attempt, 'invalid');
      expect(fields).to.deep.equal([{field: 'challenge', code: 'expired'}]);
    });
    expect(artalk.comments).to.deep.equal([]);
  });

  it('is nobody’s business where none is asked for', () =>
    withArtalk(runArtalk(), async (backend, seen) => {
      await backend.create(write('تعليق أول', {challenge: 'abcd'}), signal);
      expect(seen).to.have.length(1);
    }));

  it('holds for votes as well', async () => {
    const artalk = runArtalk({actionLimit: 0});
    artalk.add('/a', 1);
    await withArtalk(artalk, async (backend) => {
      expect(await refusal(backend.like('1', true, signal), 'too-fast')).to.include({retryAfter: 60});
    });
  });
});
