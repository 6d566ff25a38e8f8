import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqThread} from '../../src/thread/thread.js';
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
  ...Array.from({length: 25}, (_, index) => ({id: `m${index}`, name: `قارئ ${index}`})),
];

const states: Readonly<Record<string, (lang: string) => Promise<TaaliqThread>>> = {
  full: (lang) => shown(memoryBackend({comments: rich, repliesAtOnce: 1}), {order: 'oldest'}, lang),
  flat: (lang) => shown(memoryBackend({comments: rich}), {depth: 0, order: 'oldest'}, lang),
  empty: (lang) => shown(memoryBackend(), {}, lang),
  closed: (lang) => shown(memoryBackend({comments: rich, closed: true}), {}, lang),
  'without a heading': (lang) => shown(memoryBackend({comments: rich}), {noHeading: true}, lang),
  async loading(lang) {
    const backend = memoryBackend();
    backend.hold('list');
    return show(backend, {}, lang);
  },
  async failed(lang) {
    const backend = memoryBackend();
    backend.fail('list', new CommentError('network'));
    const failed = next('comments-failed');
    const thread = await show(backend, {}, lang);
    await failed;
    await thread.updateComplete;
    return thread;
  },
  async held(lang) {
    const thread = await shown(memoryBackend({comments: rich}), {}, lang);
    thread.add(comment({id: 'held', status: 'held'}));
    await waitUntil(() => focused()?.matches('.held'));
    return thread;
  },
  async 'reply open'(lang) {
    const thread = await shown(memoryBackend({comments: rich}), {}, lang);
    one(thread, '[part=reply]').click();
    await waitUntil(() => focused()?.localName === 'textarea');
    return thread;
  },
  async 'own comment'(lang) {
    return (await withOwn('تعليقي', {comments: rich}, {}, lang)).thread;
  },
  async 'being changed'(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {maxLength: 100}, lang);
    write(await openEditor(thread, 'تعليقي'), 'ت'.repeat(90));
    return thread;
  },
  async 'changed wrongly'(lang) {
    const {thread} = await withOwn('تعليقي', {comments: rich}, {}, lang);
    write(await openEditor(thread, 'تعليقي'), '');
    one(thread, '.edit .submit').click();
    await waitUntil(() => one(thread, '#edit-error').childElementCount);
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
    one(await question(thread).then(() => thread), 'dialog .submit').click();
    await waitUntil(() => !thread.shadowRoot?.textContent.includes('تعليقي'));
    return thread;
  },
  async reported(lang) {
    const thread = await shown(memoryBackend({comments: rich}), {}, lang);
    await acting(thread);
    one(thread, '[data-do=report]').click();
    await waitUntil(() => all(thread, '[data-do=report][aria-disabled=true]').length);
    return thread;
  },
  async 'failed at a comment'(lang) {
    const backend = memoryBackend({comments: rich});
    backend.fail('report', new CommentError('server'));
    const thread = await shown(backend, {}, lang);
    await acting(thread);
    one(thread, '[data-do=report]').click();
    await waitUntil(() => all(thread, 'article [role=alert]').length);
    return thread;
  },
  async 'write-only'(lang) {
    const thread = await show(memoryBackend({capabilities: {list: false}}), {}, lang);
    await waitUntil(() => !one(thread, 'section').getClientRects().length);
    return thread;
  },
  async liked(lang) {
    const thread = await shown(memoryBackend({comments: rich}), {}, lang);
    one(thread, '[part=like]').click();
    await thread.updateComplete;
    return thread;
  },
};

describe('<taaliq-thread> is accessible', function () {
  this.timeout(60_000);
  const page = document.documentElement;

  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    page.style.colorScheme = '';
    page.style.background = '';
    page.style.color = '';
  });

  for (const [name, make] of Object.entries(states)) {
    for (const lang of ['ar', 'en']) {
      for (const scheme of ['light', 'dark']) {
        it(`${name}, ${lang}, ${scheme}`, async () => {
          page.style.colorScheme = scheme;
          page.style.background = 'Canvas';
          page.style.color = 'CanvasText';
          const thread = await make(lang);
          await expect(thread).to.be.accessible();
        });
      }
    }
  }

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
