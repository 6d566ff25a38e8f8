import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {restContract} from './rest-contract.js';
import {moderatorToken, startReference, type Between, type Reference} from './start-reference.js';
import {wrongServers} from './wrong-servers.js';

describe('REST contract: servers with one mistake each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-wrong-'));
  const servers = wrongServers(moderatorToken);
  let reference: Reference;
  let between: Between;

  before(async () => {
    reference = await startReference(null, folder, (request, serve) => between(request, serve));
  });
  after(async () => {
    await reference.stop();
    rmSync(folder, {recursive: true});
  });

  for (const server of servers) {
    for (const rule of server.breaks) {
      it(`a server that ${server.mistake} fails "${rule}"`, async () => {
        const found = restContract.find(({part, name}) => `${part}: ${name}` === rule);
        assert.ok(found, 'no such rule');
        between = server.between;
        await assert.rejects(found.check(reference.target));
      });
    }
  }

  it('every rule has a server that breaks it', () => {
    const broken = new Set(servers.flatMap(({breaks}) => breaks));
    const unbroken = restContract
      .map(({part, name}) => `${part}: ${name}`)
      .filter((rule) => !broken.has(rule));
    assert.deepEqual(unbroken, []);
  });
});
