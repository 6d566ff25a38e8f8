// `MARKUP=basic`: what readers wrote with tags, as the server keeps it and gives it out.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {createApi} from '../../demo/server/app.js';
import {readConfig} from '../../demo/server/config.js';
import {createServices} from '../../demo/server/services.js';
import {openDatabase, type OpenDatabase} from '../../demo/server/store/database.js';
import {createWebhook} from '../../demo/server/webhook.js';
import {bearer, draft, newThread, problem, success, type WireCreated, type WirePage} from './client.js';
import {findPostgres, startPostgres, type Postgres} from './start-postgres.js';

const programs = findPostgres();
const databases: readonly (readonly [string, string | null])[] = [
  ['PGlite', null],
  ...(programs === null ? [] : [['PostgreSQL', programs] as const]),
];

const paste = '<p onclick=x>لصق</p>';
const typed = `<b>مهم</b>: أ < ب\n<script>alert(1)</script> ${paste}`;
const html = '<b>مهم</b>: أ &lt; ب<br>&lt;script&gt;alert(1)&lt;/script&gt; &lt;p onclick=x&gt;لصق&lt;/p&gt;';

for (const [name, found] of databases) {
  describe(`comments with tags, kept in ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'taaliq-markup-'));
    let postgres: Postgres | null = null;
    let open: OpenDatabase;
    let basic: ReturnType<typeof createApi>;
    let plain: ReturnType<typeof createApi>;

    const create = async (settings: Readonly<Record<string, string>>) =>
      createApi(
        await createServices(
          readConfig({RATE_LIMIT: '0', MAX_LENGTH: '60', MAX_LINKS: '2', BLOCKED_WORDS: 'أحمق', ...settings}),
          open.database,
          createWebhook(null),
        ),
      );
    const ask = async (api: typeof basic, path: string, method = 'GET', body?: unknown, more = {}) =>
      api.request(
        path,
        {
          method,
          headers: {'Content-Type': 'application/json', ...more},
          ...(body !== undefined && {body: JSON.stringify(body)}),
        },
        {incoming: {socket: {remoteAddress: '192.0.2.1'}}},
      );
    const write = (api: typeof basic, thread: string, source: unknown, key: string = crypto.randomUUID()) =>
      ask(api, '/', 'POST', draft(thread, '', {content: {text: 'غيره', html: '<i>غيره</i>', source}}), {
        'Idempotency-Key': key,
      });
    const read = async (api: typeof basic, thread: string) =>
      (await success<WirePage>(await ask(api, `/?thread=${encodeURIComponent(thread)}`), 200)).comments;

    before(async () => {
      if (found !== null) postgres = await startPostgres(found);
      open = await openDatabase(postgres?.url ?? null, folder);
      basic = await create({MARKUP: 'basic'});
      plain = await create({});
    });
    after(async () => {
      await open?.close();
      await postgres?.stop();
      rmSync(folder, {recursive: true});
    });

    it('are announced', async () => {
      for (const [api, markup] of [
        [basic, true],
        [plain, false],
      ] as const)
        assert.equal((await success<{markup: unknown}>(await ask(api, '/capabilities'), 200)).markup, markup);
    });

    it('go out as HTML that the server made itself, with what was typed beside it', async () => {
      const thread = newThread();
      const {comment} = await success<WireCreated>(await write(basic, thread, typed), 201);
      assert.deepEqual(comment.content, {text: null, html, source: typed});
      assert.deepEqual((await read(basic, thread))[0]?.content, {text: null, html, source: typed});
    });

    it('what the client says of them counts for nothing', async () => {
      const thread = newThread();
      const {comment} = await success<WireCreated>(await write(basic, thread, '<u>لا</u>'), 201);
      assert.deepEqual(comment.content, {text: null, html: '&lt;u&gt;لا&lt;/u&gt;', source: '<u>لا</u>'});
    });

    it('are checked by what is seen of them', async () => {
      const codes = async (source: unknown) =>
        (await problem(await write(basic, newThread(), source), 422, 'invalid')).map(({code}) => code);
      assert.deepEqual(await codes('<b> </b>'), ['required']);
      assert.deepEqual(await codes('<b>أح</b>مق'), ['blocked-words']);
      assert.deepEqual(await codes(`<b>${'م'.repeat(61)}</b>`), ['too-long']);
      assert.deepEqual(await codes(`م${'<b></b>'.repeat(40)}`), ['too-long']);
      assert.deepEqual(await codes('<a href="https://a.example">س</a>'.repeat(3)), ['too-many-links']);
      assert.deepEqual(await codes(7), ['malformed']);
      await success(await write(basic, newThread(), `<strong>${'م'.repeat(60)}</strong>`), 201);
    });

    it('without MARKUP the text is kept as it is', async () => {
      const thread = newThread();
      const {comment} = await success<WireCreated>(await write(plain, thread, typed), 201);
      assert.deepEqual(comment.content, {text: 'غيره', html: null});
    });

    it('text stays text beside them', async () => {
      const thread = newThread();
      const answer = await ask(basic, '/', 'POST', draft(thread, '<b>نص</b>'));
      assert.deepEqual((await success<WireCreated>(answer, 201)).comment.content, {
        text: '<b>نص</b>',
        html: null,
      });
    });

    it('the same key again is the same comment, and another one with other tags is refused', async () => {
      const [thread, key] = [newThread(), crypto.randomUUID()];
      const first = await success<WireCreated>(await write(basic, thread, '<b>أ</b>', key), 201);
      const again = await success<WireCreated>(await write(basic, thread, '<b>أ</b>', key), 201);
      assert.equal(again.comment.id, first.comment.id);
      await problem(await write(basic, thread, '<i>أ</i>', key), 422, 'invalid');
      await problem(await write(basic, thread, '<i>أ</i>'), 409, 'duplicate');
    });

    it('are changed with tags, or become text, and nothing is left of what was deleted', async () => {
      const thread = newThread();
      const {comment, edit} = await success<WireCreated>(await write(basic, thread, '<b>أول</b>'), 201);
      const token = bearer(edit?.token ?? '');
      const change = (content: object) => ask(basic, `/${comment.id}`, 'PATCH', {content}, token);
      const source = '<i>ثان</i>';
      const changed = await success<WireCreated>(await change({text: 'x', source}), 200);
      assert.deepEqual(changed.comment.content, {text: null, html: source, source});
      const asText = await success<WireCreated>(await change({text: '<i>ثالث</i>'}), 200);
      assert.deepEqual(asText.comment.content, {text: '<i>ثالث</i>', html: null});
      await change({text: 'x', source});
      await ask(basic, '/', 'POST', draft(thread, 'رد', {parentId: comment.id}));
      assert.equal((await ask(basic, `/${comment.id}`, 'DELETE', undefined, token)).status, 204);
      assert.deepEqual((await read(basic, thread))[0]?.content, {text: null, html: null});
    });
  });
}

describe('MARKUP', () => {
  it('is text or basic, and a word that is not known stops the start', () => {
    assert.deepEqual(
      [{}, {MARKUP: 'text'}, {MARKUP: 'basic'}].map((settings) => readConfig(settings).markup),
      [false, false, true],
    );
    assert.throws(() => readConfig({MARKUP: 'html'}), {message: /^MARKUP must be "text" or "basic"$/});
  });
});
