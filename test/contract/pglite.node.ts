import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {restContract} from './rest-contract.js';
import {startReference, type Reference} from './start-reference.js';

describe('REST contract: the reference backend on PGlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-pglite-'));
  let reference: Reference;

  before(async () => {
    reference = await startReference(null, folder);
  });
  after(async () => {
    await reference.stop();
    rmSync(folder, {recursive: true});
  });

  for (const {part, name, check} of restContract) it(`${part}: ${name}`, () => check(reference.target));
});
