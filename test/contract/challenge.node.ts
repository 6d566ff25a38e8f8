// `CHALLENGE=altcha`: no comment without a solution, and no solution for two comments.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it, mock} from 'node:test';
import type {Challenge} from 'altcha-lib';
import {createApi} from '../../demo/server/app.js';
import {readConfig} from '../../demo/server/config.js';
import {createServices} from '../../demo/server/services.js';
import {forgetChallenges} from '../../demo/server/store/challenges.js';
import {openDatabase, type OpenDatabase} from '../../demo/server/store/database.js';
import {challenges} from '../../demo/server/store/schema.js';
import {createWebhook} from '../../demo/server/webhook.js';
import {draft, list, newThread, post, problem, success, type WireCreated, type WirePage} from './client.js';
import {runServer} from './run-server.js';
import {solve, toToken} from './solve.js';
import {findPostgres, startPostgres, type Postgres} from './start-postgres.js';

const minute = 60_000;
const programs = findPostgres();

const databases: readonly (readonly [string, string | null])[] = [
  ['PGlite', null],
  ...(programs === null ? [] : [['PostgreSQL', programs] as const]),
];

for (const [name, found] of databases) {
  describe(`SEC 9.4: proof of work, kept in ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'taaliq-challenge-'));
    let postgres: Postgres | null = null;
    let open: OpenDatabase;
    let api: ReturnType<typeof createApi>;

    const incoming = {incoming: {socket: {remoteAddress: '192.0.2.1'}}};
    const createOne = async (settings: Readonly<Record<string, string>>) =>
      createApi(
        await createServices(
          readConfig({RATE_LIMIT: '0', CHALLENGE: 'altcha', ...settings}),
          open.database,
          createWebhook(null),
        ),
      );
    const ask = async (path: string, init?: RequestInit): Promise<Response> =>
      api.request(path, init, incoming);
    const send = (body: object, key: string = crypto.randomUUID()): Promise<Response> =>
      ask('/', {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
        body: JSON.stringify(body),
      });
    const write = (thread: string, challenge: unknown, text?: string, key?: string): Promise<Response> =>
      send(draft(thread, text, {challenge}), key);
    const getChallenge = async (): Promise<Challenge> => success<Challenge>(await ask('/challenge'), 200);
    const refusal = async (response: Response): Promise<unknown> =>
      (await problem(response, 422, 'invalid')).map(({field, code}) => `${field} ${code}`);
    const total = async (thread: string): Promise<number> =>
      (await success<WirePage>(await ask(`/?thread=${encodeURIComponent(thread)}`), 200)).total;

    before(async () => {
      if (found !== null) postgres = await startPostgres(found);
      open = await openDatabase(postgres?.url ?? null, folder);
      api = await createOne({});
    });
    after(async () => {
      await open?.close();
      await postgres?.stop();
      rmSync(folder, {recursive: true});
    });

    it('is announced, and each challenge is another one', async () => {
      const {challenge} = await success<{challenge: unknown}>(await ask('/capabilities'), 200);
      assert.equal(challenge, 'altcha');
      const answer = await ask('/challenge');
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      const [one, other] = [await success<Challenge>(answer, 200), await getChallenge()];
      assert.notEqual(one.signature, other.signature);
      assert.equal(one.parameters.algorithm, 'PBKDF2/SHA-256');
    });

    it('a solution brings a comment', async () => {
      const thread = newThread();
      await success<WireCreated>(await write(thread, await solve(await getChallenge())), 201);
      assert.equal(await total(thread), 1);
    });

    it('without one nothing is stored', async () => {
      const thread = newThread();
      for (const token of [null, undefined, ''])
        assert.deepEqual(await refusal(await write(thread, token)), ['challenge required']);
      assert.equal(await total(thread), 0);
    });

    it('what was made up is refused', async () => {
      const challenge = await getChallenge();
      const right = JSON.parse(Buffer.from(await solve(challenge), 'base64').toString()) as {
        solution: {counter: number; derivedKey: string};
      };
      const {solution} = right;
      const {parameters, signature} = challenge;
      const later = (parameters.expiresAt ?? 0) + 3_600;
      const thread = newThread();
      const wrong: readonly unknown[] = [
        'token',
        '====',
        'A'.repeat(9_000),
        toToken(null),
        toToken([]),
        toToken({challenge}),
        toToken({challenge, solution: {counter: 1, derivedKey: '00'.repeat(32)}}),
        toToken({challenge, solution: {...solution, derivedKey: solution.derivedKey.toUpperCase()}}),
        toToken({challenge, solution: {...solution, counter: '7'}}),
        toToken({challenge: {parameters, signature: ''}, solution}),
        toToken({challenge: {parameters, signature: signature?.toUpperCase()}, solution}),
        toToken({challenge: {parameters: {...parameters, expiresAt: later}, signature}, solution}),
        toToken({challenge: {parameters: {...parameters, cost: 1, keyPrefix: '00'}, signature}, solution}),
        toToken({challenge: {parameters: {...parameters, more: 1}, signature}, solution}),
      ];
      for (const token of wrong)
        assert.deepEqual(await refusal(await write(thread, token)), ['challenge malformed'], String(token));
      assert.deepEqual(await refusal(await write(thread, 7)), ['challenge malformed']);
      assert.equal(await total(thread), 0);
    });

    it('a solution brings no second comment, in whatever thread and however many at once', async () => {
      const token = await solve(await getChallenge());
      const answers = await Promise.all(Array.from({length: 8}, () => write(newThread(), token)));
      const statuses = answers.map(({status}) => status).sort();
      assert.deepEqual(statuses, [201, ...Array<number>(7).fill(422)]);
      assert.deepEqual(await refusal(await write(newThread(), token)), ['challenge expired']);
    });

    it('the same comment again is answered as before, although its solution is spent', async () => {
      const [thread, key, token] = [newThread(), crypto.randomUUID(), await solve(await getChallenge())];
      const first = await success<WireCreated>(await write(thread, token, 'مرة واحدة', key), 201);
      const again = await success<WireCreated>(await write(thread, token, 'مرة واحدة', key), 201);
      assert.equal(again.comment.id, first.comment.id);
      assert.equal(await total(thread), 1);
    });

    it('a comment that is refused does not spend it', async () => {
      const [thread, token] = [newThread(), await solve(await getChallenge())];
      await success(await write(thread, await solve(await getChallenge()), 'مكرر'), 201);
      await problem(await write(thread, token, 'مكرر'), 409, 'duplicate');
      await success(await write(thread, token, 'غير مكرر'), 201);
    });

    it('after twenty minutes it is too late, and what was used is forgotten later', async () => {
      const [used, kept] = [await solve(await getChallenge()), await solve(await getChallenge())];
      const [thread, now] = [newThread(), Date.now()];
      await success(await write(thread, used), 201);
      const spent = async (): Promise<number> => (await open.database.select().from(challenges)).length;
      const before = await spent();
      mock.timers.enable({apis: ['Date'], now: now + 21 * minute});
      try {
        assert.deepEqual(await refusal(await write(thread, kept)), ['challenge expired']);
        await forgetChallenges(open.database);
        assert.equal(await spent(), before);
        mock.timers.setTime(now + 90 * minute);
        await forgetChallenges(open.database);
        assert.equal(await spent(), 0);
      } finally {
        mock.timers.reset();
      }
    });

    it('one address gets only so many', async () => {
      const generous = api;
      api = await createOne({RATE_LIMIT: '1'});
      try {
        const statuses: number[] = [];
        for (let at = 0; at < 7; at++) statuses.push((await ask('/challenge')).status);
        assert.deepEqual(statuses, [...Array<number>(6).fill(200), 429]);
      } finally {
        api = generous;
      }
    });
  });
}

describe('SEC 9.4: proof of work and a restart', () => {
  it('what was used stays used, what was given still counts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taaliq-challenge-restart-'));
    const settings = {DATA_FOLDER: folder, CHALLENGE: 'altcha'};
    const thread = newThread();
    const write = (endpoint: string, challenge: string): Promise<Response> =>
      post(endpoint, draft(thread, undefined, {challenge}));
    let server = await runServer(settings);
    try {
      const get = async (): Promise<string> =>
        solve(await success<Challenge>(await fetch(`${server.endpoint}/challenge`), 200));
      const [used, unused] = [await get(), await get()];
      await success(await write(server.endpoint, used), 201);
      await server.end('SIGKILL');
      server = await runServer(settings);
      const errors = await problem(await write(server.endpoint, used), 422, 'invalid');
      assert.deepEqual(errors, [{field: 'challenge', code: 'expired'}]);
      await success(await write(server.endpoint, unused), 201);
      assert.equal((await list(server, {thread})).total, 2);
    } finally {
      await server.end('SIGTERM');
      rmSync(folder, {recursive: true});
    }
  });
});

describe('without CHALLENGE', () => {
  it('none is asked for, and a word that is not known stops the start', () => {
    assert.equal(readConfig({}).challenge, null);
    assert.equal(readConfig({CHALLENGE: 'off'}).challenge, null);
    assert.throws(() => readConfig({CHALLENGE: 'turnstile'}), {
      message: /^CHALLENGE must be "altcha" or "off"$/,
    });
  });
});
