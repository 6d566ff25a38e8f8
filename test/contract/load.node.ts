// Fifty readers write at once, impatiently: each request is sent twice. On both databases.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it, type TestContext} from 'node:test';
import {PGlite} from '@electric-sql/pglite';
import {sql} from 'drizzle-orm';
import {Client} from 'pg';
import {openDatabase} from '../../demo/server/store/database.js';
import {draft, newThread, post, readAll, success, type WireCreated} from './client.js';
import {runServer} from './run-server.js';
import {findPostgres, startPostgres, type Postgres} from './start-postgres.js';

const writers = 50;
const each = 4;

/** What a widget and its reader do: send again, with the same key, until it is acknowledged. Gives the id. */
async function persist(endpoint: string, body: object, key: string): Promise<string> {
  for (let tries = 1; ; tries++) {
    const response = await post(endpoint, body, key).catch(() => null);
    if (response?.status === 201) return (await success<WireCreated>(response, 201)).comment.id;
    const said = await response?.text();
    assert.ok(tries < 20, `not acknowledged: ${response?.status} ${said}`);
  }
}

/** Counts by the database's own word, without the server. */
type CountRows = (sql: string) => Promise<number>;

async function checkLoad(
  context: TestContext,
  settings: Readonly<Record<string, string>>,
  countRows: CountRows,
): Promise<void> {
  const server = await runServer(settings);
  const thread = newThread();
  const ids = new Map<string, Set<string>>();
  const start = performance.now();
  await Promise.all(
    Array.from({length: writers}, async (_, writer) => {
      for (let number = 0; number < each; number++) {
        const text = `كاتب ${writer} تعليق ${number}`;
        const [key, body] = [randomUUID(), draft(thread, text)];
        const got = await Promise.all([
          persist(server.endpoint, body, key),
          persist(server.endpoint, body, key),
        ]);
        ids.set(text, new Set(got));
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  context.diagnostic(`${ids.size} comments, each sent twice, in ${seconds.toFixed(1)} s`);
  assert.deepEqual(
    [...ids].filter(([, same]) => same.size !== 1),
    [],
  );
  const listed = await readAll(server, {thread, order: 'oldest', limit: 100});
  const expected = [...ids.keys()].sort();
  assert.deepEqual(listed.map(({content}) => content.text ?? '').sort(), expected);
  assert.equal(await server.end('SIGTERM'), 0);
  assert.equal(await countRows('SELECT count(*)::int AS count FROM comments'), writers * each);
  assert.equal(await countRows('SELECT count(DISTINCT text)::int AS count FROM comments'), writers * each);
}

describe('fifty writers at once, on PGlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-load-'));
  after(() => rmSync(folder, {recursive: true}));

  it('nothing is lost and nothing is doubled', (context) =>
    checkLoad(context, {DATA_FOLDER: folder}, async (sql) => {
      const client = await PGlite.create(join(folder, 'pglite'));
      const {rows} = await client.query<{count: number}>(sql);
      await client.close();
      return rows[0]?.count ?? 0;
    }));
});

const programs = findPostgres();
if (programs === null && !['1', 'true'].includes(process.env.CI ?? '')) {
  console.log('Left out: fifty writers on PostgreSQL, which this machine does not have.');
} else {
  describe('fifty writers at once, on PostgreSQL', () => {
    let postgres: Postgres;
    before(async () => {
      if (programs === null) throw new Error('CI needs PostgreSQL: install the package "postgresql".');
      postgres = await startPostgres(programs);
    });
    after(async () => postgres?.stop());

    const ask = async <Row extends object>(sql: string): Promise<Row | undefined> => {
      const client = new Client({connectionString: postgres.url});
      await client.connect();
      const {rows} = await client.query<Row>(sql);
      await client.end();
      return rows[0];
    };

    it('nothing is lost and nothing is doubled', (context) =>
      checkLoad(
        context,
        {DATABASE_URL: postgres.url},
        async (sql) => (await ask<{count: number}>(sql))?.count ?? 0,
      ));

    it('a query that hangs ends after fifteen seconds', async () => {
      const {database, close} = await openDatabase(postgres.url, '');
      const shown = await database.execute(sql`SHOW statement_timeout`);
      await close();
      assert.deepEqual((shown as unknown as {rows: unknown}).rows, [{statement_timeout: '15s'}]);
    });
  });
}
