import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import type {BackendFactory} from '../../src/backends/port.js';
import {createRest} from '../../src/backends/rest/backend.js';
import {registerBackend} from '../../src/backends/register-backend.js';
import {hasBackend, loadBackend} from '../../src/backends/registry.js';

const factory: BackendFactory = () => {
  throw new Error('not made in these tests');
};

async function failure(attempt: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await attempt.catch((reason: unknown) => reason);
  expect(error).to.be.instanceOf(CommentError);
  return error as CommentError;
}

describe('the registry of backends', () => {
  it('brings in what it knows', async () => {
    expect(await loadBackend('rest')).to.equal(createRest);
    for (const name of ['rest', 'wordpress', 'memory']) {
      expect(hasBackend(name)).to.equal(true);
      expect(await loadBackend(name)).to.be.a('function');
    }
  });

  it('says what to write where a name is unknown', async () => {
    for (const name of ['disqus', '', '__proto__', 'constructor']) {
      expect(hasBackend(name)).to.equal(false);
      const {code, advice} = await failure(loadBackend(name));
      expect(code).to.equal('not-found');
      expect(advice).to.contain('rest').and.to.contain('registerBackend');
    }
  });

  it('loads the backend of a page once, when it is first needed', async () => {
    let loads = 0;
    registerBackend('once', async () => {
      loads++;
      return factory;
    });
    expect(loads).to.equal(0);
    const found = await Promise.all([loadBackend('once'), loadBackend('once')]);
    expect([...found, await loadBackend('once')]).to.deep.equal([factory, factory, factory]);
    expect(loads).to.equal(1);
  });

  it('tries again after a failure, also when several waited for it', async () => {
    let loads = 0;
    registerBackend('flaky', async () => {
      if (++loads === 1) throw new TypeError('Failed to fetch');
      return factory;
    });
    const errors = await Promise.all([failure(loadBackend('flaky')), failure(loadBackend('flaky'))]);
    for (const error of errors) expect(error).to.include({code: 'network', retryable: true});
    expect(await loadBackend('flaky')).to.equal(factory);
    expect(loads).to.equal(2);
  });

  it('gives a backend of the page the errors that the widget knows', async () => {
    let given: unknown;
    registerBackend('kit', async (kit) => {
      given = kit.CommentError;
      return factory;
    });
    await loadBackend('kit');
    expect(given).to.equal(CommentError);
  });

  it('rejects also when the page throws at once', async () => {
    registerBackend('throws', () => {
      throw new Error('at once');
    });
    expect((await failure(loadBackend('throws'))).code).to.equal('network');
  });

  it('lets a page take over a name', async () => {
    registerBackend('taken', async () => createRest);
    registerBackend('taken', async () => factory);
    expect(await loadBackend('taken')).to.equal(factory);
  });
});
