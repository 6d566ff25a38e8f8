import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type MemoryBackend} from '../../src/backends/memory/backend.js';
import type {Backend} from '../../src/backends/port.js';
import type {TaaliqThread} from '../../src/thread/thread.js';
import {axeFindsNothing, type Reach} from '../support/axe.js';
import {comment} from './comments.js';
import {acting, all, button, focused, next, one, show, shown} from './element.js';
import {action, openEditor, question, withOwn, write} from './own.js';
import {waitUntil} from '../support/wait-until.js';

const rich = [
  {id: '1', name: 'ليلى', likes: 3, text: 'أصل https://example.org/a\n\nSecond paragraph here'},
  {id: '2', parentId: '1', name: 'سامي', author: {role: 'writer', url: 'https://example.org/'} as const},
  {id: '3', parentId: '2', name: 'John', editedAt: '2026-02-01T10:00:00.000Z'},
  {id: '4', status: 'deleted'} as const,
  {id: '5', parentId: '4', html: '<p>نص <b>مهم</b></p><ul><li>واحد</li></ul><blockquote>اقتباس</blockquote>'},
  ...Array.from({length: 3}, (_, index) => ({id: `m${index}`, name: `قارئ ${index}`})),
];

/** With what comes a moment after the comments. */
async function whole(
  backend: MemoryBackend,
  properties: Partial<TaaliqThread>,
  lang: string,
): Promise<TaaliqThread> {
  const thread = await shown(backend, properties, lang);
  await acting(thread);
  return thread;
}

/** A conversation that could not be read. */
async function unread(backend: Backend | string, lang: string): Promise<TaaliqThread> {
  const failed = next('comments-failed');
  const thread = await show(backend, {}, lang);
  await failed;
  await thread.updateComplete;
  return thread;
}

const save = (thread: TaaliqThread): void => one(thread, '.edit .submit').click();

const states: Readonly<Record<string, Reach>> = {
  full: (lang) => whole(memoryBackend({comments: rich, repliesAtOnce: 1}), {order: 'oldest'}, lang),
  flat: (lang) => whole(memoryBackend({comments: rich}), {depth: 0, order: 'oldest'}, lang),
  empty: (lang) => shown(memoryBackend(), {}, lang),
  closed: (lang) => whole(memoryBackend({comments: rich, closed: true}), {}, lang),
  'without a heading': (lang) => whole(memoryBackend({comments: rich}), {noHeading: true}, lang),
  async loading(lang) {
    const backend = memoryBackend();
    backend.hold('list');
    return show(backend, {}, lang);
  },
  async failed(lang) {
    const backend = memoryBackend();
    backend.fail('list', new CommentError('network'));
    return unread(backend, lang);
  },
  'not set up': (lang) => unread('rest', lang),
  async 'loading more'(lang) {
    const backend = memoryBackend({comments: rich});
    const thread = await whole(backend, {pageSize: 2}, lang);
    backend.hold('list');
    one(thread, '[data-do=next]').click();
    await waitUntil(() => all(thread, '[data-do=next][aria-disabled=true]').length);
    return thread;
  },
  async 'failed to load more'(lang) {
    const backend = memoryBackend({comments: rich});
    const thread = await whole(backend, {pageSize: 2}, lang);
    backend.fail('list', new CommentError('network'));
    one(thread, '[data-do=next]').click();
    await waitUntil(() => all(thread, '[data-do=retry]').length);
    return thread;
  },
  async held(lang) {
    const thread = await whole(memoryBackend({comments: rich}), {}, lang);
    thread.add(comment({id: 'held', status: 'held'}));
    await waitUntil(() => focused()?.matches('.held'));
    return thread;
  },
  async 'reply open'(lang) {
    const thread = await whole(memoryBackend({comments: rich}), {}, lang);
    one(thread, '[part=reply]').click();
    await waitUntil(() => focused()?.localName === 'textarea');
    return thread;
  },
  async 'own comment'(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    await waitUntil(() => action(thread, 'تعليقي', 'edit'));
    return thread;
  },
  async 'being changed'(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {maxLength: 100}, lang);
    write(await openEditor(thread, 'تعليقي'), 'ت'.repeat(90));
    return thread;
  },
  async 'being changed, with a preview'(lang) {
    const thread = await shown(memoryBackend({comments: rich}), {}, lang);
    const source = '<b>تعليقي</b> <code>a=b</code>';
    const own = {...comment({id: 'own'}), content: {text: null, html: source, source}};
    thread.add(own, {token: 'edit-own', until: new Date(Date.now() + 60_000).toISOString()});
    await waitUntil(() => all(thread, '.new').length);
    await openEditor(thread, 'تعليقي');
    one(thread, '#preview-button').click();
    await waitUntil(() => all(thread, '#preview b').length);
    return thread;
  },
  async 'changed wrongly'(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    write(await openEditor(thread, 'تعليقي'), '');
    save(thread);
    await waitUntil(() => one(thread, '#edit-error').childElementCount);
    return thread;
  },
  async 'change under way'(lang) {
    const {backend, thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    backend.hold('edit');
    write(await openEditor(thread, 'تعليقي'), 'آخر');
    save(thread);
    await waitUntil(() => all(thread, '.edit .submit[aria-disabled]').length);
    return thread;
  },
  async 'change refused'(lang) {
    const {backend, thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    backend.fail('edit', new CommentError('forbidden'));
    write(await openEditor(thread, 'تعليقي'), 'آخر');
    save(thread);
    await waitUntil(() => one(thread, '#edit-error').childElementCount);
    return thread;
  },
  async 'asked whether to throw a change away'(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    write(await openEditor(thread, 'تعليقي'), 'آخر');
    one(thread, '.edit .quiet').click();
    await question(thread);
    return thread;
  },
  async 'asked whether to delete'(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    action(thread, 'تعليقي', 'remove').click();
    await question(thread);
    return thread;
  },
  async deleted(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    action(thread, 'تعليقي', 'remove').click();
    await question(thread);
    one(thread, 'dialog .submit').click();
    await waitUntil(() => !thread.shadowRoot?.textContent.includes('تعليقي'));
    return thread;
  },
  async reported(lang) {
    const thread = await whole(memoryBackend({comments: rich}), {}, lang);
    one(thread, '[data-do=report]').click();
    await waitUntil(() => all(thread, '[data-do=report][aria-disabled=true]').length);
    return thread;
  },
  async 'failed at a comment'(lang) {
    const backend = memoryBackend({comments: rich});
    backend.fail('report', new CommentError('server'));
    const thread = await whole(backend, {}, lang);
    one(thread, '[data-do=report]').click();
    await waitUntil(() => one(thread, 'article [role=alert]').textContent);
    return thread;
  },
  async 'write-only'(lang) {
    const thread = await show(memoryBackend({capabilities: {list: false}}), {}, lang);
    await waitUntil(() => !one(thread, 'section').getClientRects().length);
    return thread;
  },
  async liked(lang) {
    const thread = await whole(memoryBackend({comments: rich}), {}, lang);
    one(thread, '[part=like]').click();
    await waitUntil(() => all(thread, '[aria-pressed=true]').length);
    return thread;
  },
};

describe('axe finds nothing in the conversation', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  axeFindsNothing(states);

  it('lets the skip link come into view when it has focus', async () => {
    const thread = await shown(memoryBackend({comments: rich}), {noHeading: true});
    const skip = button(one(thread, '.bar'), 'انتقل إلى نموذج التعليق');
    skip.focus();
    expect(getComputedStyle(skip).clipPath).to.equal('none');
    const told = next('skip-to-form');
    skip.click();
    expect((await told).cancelable).to.equal(true);
  });
});
