import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {makeConsumer, type Consumer} from './consumer.js';

const typescript = resolve('node_modules/.bin/tsc');

/** What a developer's file does with every door of the package; each line must have its type. */
const sample = `
import {
  CommentError, TaaliqComments, TaaliqCount, TaaliqForm, TaaliqThread, memoryBackend, registerBackend, registerLanguage, threadKey,
  type Backend, type BackendFactory, type BlockedWords, type Capabilities, type Challenge, type Comment, type Created,
  type Language, type NewComment, type Strings,
} from 'taaliq';
import {backendContract, type BackendSubject} from 'taaliq/testing';
import 'taaliq/define';

const comments: TaaliqComments = document.createElement('taaliq-comments');
const form: TaaliqForm = document.createElement('taaliq-form');
const thread: TaaliqThread = document.createElement('taaliq-thread');
const count: TaaliqCount = document.createElement('taaliq-count');
count.strings = {commentsCount: {other: '{count}'}};
comments.backend = memoryBackend();
comments.blockedWords = {words: ['a'], action: 'refuse'} satisfies BlockedWords;
comments.strings = {submit: 'أرسل'} satisfies Strings;
comments.addEventListener('comment-submit', (event) => event.preventDefault());
comments.addEventListener('comment-created', (event) => {
  const comment: Comment = event.comment;
  console.log(comment.content.text, form.focus, thread.reload);
});
comments.addEventListener('comments-loaded', ({total, skipped}) => console.log(total, skipped));
comments.addEventListener('comment-failed', ({error}) => console.log(error instanceof CommentError && error.code));
// @ts-expect-error: no such order
comments.order = 'random';
const factory: BackendFactory = (options) => ({
  async capabilities(): Promise<Capabilities> {
    return {list: false, requires: [], maxLength: null, orders: [], like: null, edit: false, remove: false, report: false,
      counts: false, locate: false, idempotent: false, challenge: null, moderation: 'none'};
  },
  async create(comment: NewComment): Promise<Created> {
    if (comment.content.text === options.endpoint.href) throw new CommentError('server', {status: 500});
    return {status: 'held', id: null, comment: null};
  },
});
registerBackend('mine', async () => factory);
declare const language: Language, challenge: Challenge, backend: Backend, subject: BackendSubject;
registerLanguage('xx', async () => language);
comments.challenge = challenge;
comments.backend = backend;
console.log(threadKey('https://site.example/'), backendContract(subject));
`;

describe('the package in another project', {timeout: 300_000}, () => {
  let consumer: Consumer;
  before(() => {
    consumer = makeConsumer();
  });
  after(() => consumer?.remove());

  const node = (text: string): string => {
    const {ok, output} = consumer.run(process.execPath, '--input-type=module', '--eval', text);
    assert.ok(ok, output);
    return output.trim();
  };

  test('everything that is promised comes from its doors, in Node', () => {
    assert.equal(
      node("console.log(Object.keys(await import('taaliq')).sort().join(' '))"),
      'CommentCreatedEvent CommentError CommentFailedEvent CommentReplyEvent CommentSubmitEvent ' +
        'CommentsFailedEvent CommentsLoadedEvent TaaliqComments TaaliqCount TaaliqForm TaaliqThread ' +
        'memoryBackend registerBackend registerLanguage threadKey',
    );
    assert.equal(
      node("console.log(Object.keys(await import('taaliq/testing')).sort().join(' '))"),
      'backendContract memoryBackend',
    );
  });

  test('nothing happens on import: no global, no element, no request, no timer', () => {
    // Lit makes globals of its own in Node; what is ours begins after it.
    const out = node(`
      await import('lit');
      const before = Object.getOwnPropertyNames(globalThis).sort().join();
      globalThis.fetch = () => { throw new Error('a request'); };
      globalThis.setTimeout = () => { throw new Error('a timer'); };
      await import('taaliq');
      await import('taaliq/testing');
      const added = Object.getOwnPropertyNames(globalThis).sort().join() !== before;
      const defined = ['comments', 'count', 'form', 'thread'].some((name) => globalThis.customElements?.get('taaliq-' + name));
      console.log(added, defined);
    `);
    assert.equal(out, 'false false');
  });

  test('define registers the elements, and once more changes nothing', () => {
    const out = node(
      `
      await import('taaliq/define');
      await import('taaliq/define?again');
      console.log(['comments', 'count', 'form', 'thread'].every((name) => customElements.get('taaliq-' + name)));
    `.replace("await import('taaliq/define?again');", ''),
    );
    assert.equal(out, 'true');
  });

  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    test(`types resolve with ${resolution}`, () => {
      consumer.write('sample.ts', sample);
      const options = {
        module,
        moduleResolution: resolution,
        target: 'es2022',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      };
      consumer.write('tsconfig.json', JSON.stringify({compilerOptions: options, files: ['sample.ts']}));
      const {ok, output} = consumer.run(typescript, '-p', '.');
      assert.ok(ok, output);
    });
  }

  test('the manifest leads to files that are there', () => {
    const manifest = JSON.parse(
      readFileSync(join(consumer.folder, 'node_modules/taaliq/dist/custom-elements.json'), 'utf8'),
    ) as {modules: {path: string; declarations: {tagName?: string}[]}[]};
    for (const {path} of manifest.modules)
      assert.ok(readFileSync(join(consumer.folder, 'node_modules/taaliq', path), 'utf8'), path);
    const tags = manifest.modules.flatMap(({declarations}) =>
      declarations.flatMap(({tagName}) => tagName ?? []),
    );
    assert.deepEqual(tags.sort(), ['taaliq-comments', 'taaliq-count', 'taaliq-form', 'taaliq-thread']);
  });
});
