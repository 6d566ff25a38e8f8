// The backend of the guide: it keeps the contract, and it and its server understand each other.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import {after, before, describe, it} from 'node:test';
import {loadGuestbook} from '../../demo/guide/own-backend.js';
import {openGuestbook, serve} from '../../demo/guide/own-server.js';
import {CommentError} from '../../src/backends/errors.js';
import type {BackendFactory} from '../../src/backends/port.js';
import type {NewComment} from '../../src/content/types.js';
import {backendContract, type BackendSubject, type Handler} from '../../src/testing.js';

// As the registry does it.
const createGuestbook = (await loadGuestbook({CommentError})) as BackendFactory;

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});

interface Note {
  readonly under: number | null;
  readonly said: string;
}

/** The server of the guide without a network, with some notes already. */
function guestbook(notes: readonly Note[] = []): Handler {
  const answer = openGuestbook();
  const ask = async (method: string, url: string, body: string): Promise<Response> => {
    const {status, body: answered} = await answer(Object.assign(Readable.from([body]), {method, url}));
    return new Response(String(answered), {status, headers: {'content-type': 'application/json'}});
  };
  const filled = notes.reduce(async (earlier, note, index) => {
    await earlier;
    await ask(
      'POST',
      '/notes',
      JSON.stringify({...note, page: '/2026/01/article', who: 'ليلى', once: index}),
    );
  }, Promise.resolve());
  return async (request) => {
    await filled;
    const {pathname, search} = new URL(request.url);
    return ask(request.method, pathname + search, await request.text());
  };
}

/** A note, an answer to it, and an answer to that, in turn. */
const conversation = Array.from({length: 75}, (_, index) => ({
  under: index % 3 ? index : null,
  said: `تعليق ${index}`,
}));

const refusing = (status: number, wrong?: string): Handler => {
  return () => json({wrong}, status);
};

const subject: BackendSubject = {
  create: createGuestbook,
  endpoint: 'https://visitors.example/notes',
  empty: {answer: guestbook()},
  conversation: {answer: guestbook(conversation), comments: 75, pageSize: 10},
  spoilt: {
    answer: () => json({notes: [{no: 1, said: 'a'}, {no: 'x'}, {no: 3, said: 'b'}], all: 3, more: null}),
  },
  published: {answer: guestbook()},
  refusals: [
    {name: 'closed', answer: refusing(403), code: 'closed'},
    {name: 'an answer to nothing', answer: refusing(404, 'under'), code: 'parent-missing'},
    {name: 'no name', answer: refusing(422, 'who'), code: 'invalid', fields: ['name']},
    {name: 'too long', answer: refusing(422, 'said'), code: 'invalid', fields: ['content']},
  ],
};

describe('the backend of the guide', () => {
  it('is as short as the guide says', () => {
    const code = readFileSync(new URL('../../demo/guide/own-backend.js', import.meta.url), 'utf8');
    assert.ok(code.trimEnd().split('\n').length <= 100);
  });

  for (const {name, run} of backendContract(subject)) it(name, run);

  describe('with its server', () => {
    let server: Server;
    let origin: string;
    const {signal} = new AbortController();

    before(async () => {
      server = (await serve()) as Server;
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => server?.close());

    it('posts, answers, and reads what was typed', async () => {
      const backend = createGuestbook({
        endpoint: new URL('/notes', origin),
        site: '',
        page: {url: '', title: '', canonical: null, links: [], bodyClasses: [], commentForm: null},
        storage: {get: () => null, set: () => false, remove: () => {}},
        headers: {},
        credentials: 'omit',
      });
      const typed = 'أ < ب و ج > د\n*نجوم* &lt;b&gt;';
      const comment: NewComment = {
        thread: '/2026/01/مقال',
        parentId: null,
        author: {name: 'ليلى', email: 'laila@mail.example', url: null},
        content: {text: typed, html: null},
        lang: 'ar',
        dir: 'rtl',
        agreed: {rules: null, privacy: null},
        decoy: '',
        challenge: null,
        key: 'one',
      };
      const {id} = await backend.create(comment, signal);
      await backend.create(comment, signal);
      await backend.create({...comment, parentId: id, key: 'two'}, signal);
      const page = await backend.list?.(
        {thread: comment.thread, order: 'newest', limit: 10, cursor: null},
        signal,
      );
      assert.deepEqual(
        page?.comments.map(({content, parentId}) => [content.text, parentId]),
        [
          [typed, null],
          [typed, id],
        ],
      );
      assert.ok(!JSON.stringify(page).includes('mail.example'));
    });

    it('serves its page and the widget, and no other file', async () => {
      const page = await fetch(`${origin}/`);
      assert.match(await page.text(), /backend="guestbook"/);
      assert.equal((await fetch(`${origin}/own-backend.js`)).status, 200);
      for (const path of ['/../package.json', '/dist/../../package.json', '/%2e%2e/package.json', '/x.js'])
        assert.equal((await fetch(origin + path)).status, 404);
    });
  });
});
