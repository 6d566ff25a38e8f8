import {after, before, describe, it} from 'node:test';
import {restContract} from './rest-contract.js';
import {findPostgres, startPostgres, type Postgres} from './start-postgres.js';
import {startReference, type Reference} from './start-reference.js';

const programs = findPostgres();
const required = ['1', 'true'].includes(process.env.CI ?? '');

if (programs === null && !required) {
  console.log('Left out: the REST contract on PostgreSQL, which this machine does not have.');
} else {
  describe('REST contract: the reference backend on PostgreSQL', () => {
    let postgres: Postgres;
    let reference: Reference;

    before(async () => {
      if (programs === null) throw new Error('CI needs PostgreSQL: install the package "postgresql".');
      postgres = await startPostgres(programs);
      reference = await startReference(postgres.url, '');
    });
    after(async () => {
      await reference?.stop();
      await postgres?.stop();
    });

    for (const {part, name, check} of restContract) it(`${part}: ${name}`, () => check(reference.target));
  });
}
