import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe} from 'node:test';
import {checkDurability} from './durability.js';
import {findPostgres, startPostgres, type Postgres} from './start-postgres.js';

describe('durability on PGlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-durable-'));
  after(() => rmSync(folder, {recursive: true}));
  checkDurability(() => ({DATA_FOLDER: folder}));
});

const programs = findPostgres();
if (programs === null && !['1', 'true'].includes(process.env.CI ?? '')) {
  console.log('Left out: durability on PostgreSQL, which this machine does not have.');
} else {
  describe('durability on PostgreSQL', () => {
    let postgres: Postgres;
    before(async () => {
      if (programs === null) throw new Error('CI needs PostgreSQL: install the package "postgresql".');
      postgres = await startPostgres(programs);
    });
    after(async () => postgres?.stop());
    checkDurability(() => ({DATABASE_URL: postgres.url}));
  });
}
