import {expect} from '@open-wc/testing';
import {createWaline} from '../../../src/backends/waline/backend.js';
import {onServer, signal, type Asked} from '../listen.js';
import {options} from './call.js';
import {success} from './recorded.js';

const pathsOf = ({url}: Asked): readonly string[] => url.searchParams.getAll('url');

async function count(threads: readonly string[]): Promise<{
  readonly asked: readonly Asked[];
  readonly numbers: ReadonlyMap<string, number> | undefined;
}> {
  let numbers: ReadonlyMap<string, number> | undefined;
  const asked = await onServer(
    ({url}) => success(new URL(url).searchParams.getAll('url').map((path) => path.length)),
    async () => {
      numbers = await createWaline(options()).count?.(threads, signal);
    },
  );
  return {asked, numbers};
}

describe('counting on Waline', () => {
  it('asks for both names of a thread, and adds their numbers', async () => {
    const {asked, numbers} = await count(['/xyz', '/xyz', '/b/']);
    expect(asked.map(pathsOf)).to.deep.equal([['/xyz', '/xyz/', '/b/', '/xyz']]);
    expect([...(numbers ?? [])]).to.deep.equal([
      ['/xyz', 9],
      ['/b/', 3],
    ]);
  });

  it('never asks for one alone, which would be cut at its commas', async () => {
    const {asked, numbers} = await count(['/a, b/']);
    expect(asked.map(pathsOf)).to.deep.equal([['/a, b/', '/a, b/']]);
    expect(numbers?.get('/a, b/')).to.equal(6);
  });

  it('keeps addresses short', async () => {
    const threads = Array.from({length: 300}, (_, index) => `/مقال-طويل/${index}`);
    const {asked, numbers} = await count(threads);
    expect(asked.length).to.be.within(2, 15);
    for (const {url} of asked) expect(url.href.length).to.be.below(6_000);
    expect(new Set(asked.flatMap(pathsOf)).size).to.equal(600);
    expect(numbers?.size).to.equal(300);
  });

  it('takes what is no number for none', async () => {
    let numbers: ReadonlyMap<string, number> | undefined;
    await onServer(
      () => success(['x', -1, null]),
      async () => {
        numbers = await createWaline(options()).count?.(['/b', '/c'], signal);
      },
    );
    expect([...(numbers ?? [])]).to.deep.equal([
      ['/b', 0],
      ['/c', 0],
    ]);
  });

  it('asks nothing about nothing', async () => {
    const {asked} = await count([]);
    expect(asked).to.deep.equal([]);
  });
});
