import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type Seed} from '../../src/backends/memory/backend.js';
import type {CommentsFailedEvent} from '../../src/thread/comments-failed-event.js';
import {all, button, next, one, seen, show, shown, threadIn} from './element.js';
import {waitUntil} from '../support/wait-until.js';

const seeds = (count: number): Seed[] => Array.from({length: count}, (_, index) => ({id: String(index + 1)}));

describe('states of <taaliq-thread>', () => {
  it('G5: is busy while it loads, and says so only when it takes long', async () => {
    const backend = memoryBackend({comments: seeds(1)});
    const answer = backend.hold('list');
    const thread = await show(backend);
    await thread.updateComplete;
    const list = one(thread, '[part=thread] > ol');
    expect(list).to.have.attribute('aria-busy', 'true');
    expect(thread.matches(':state(loading)')).to.equal(true);
    expect(seen(one(thread, '[role=status]'))).to.equal('');
    await waitUntil(() => seen(one(thread, '[role=status]')) === 'جارٍ التحميل…', 'never said');
    answer();
    await oneEvent(thread, 'comments-loaded');
    await thread.updateComplete;
    expect(list).to.have.attribute('aria-busy', 'false');
    expect(thread.matches(':state(loading)')).to.equal(false);
    expect(seen(one(thread, '[role=status]'))).to.equal('');
  });

  it('N7: invites the first comment', async () => {
    const thread = await shown(memoryBackend());
    expect(seen(one(thread, '.empty'))).to.equal('لا توجد تعليقات كن أول من يعلّق.');
    expect(one(thread, '.empty').hidden).to.equal(false);
    expect(seen(one(thread, '[part=heading]'))).to.equal('التعليقات');
    expect(thread.matches(':state(empty)')).to.equal(true);
  });

  it('invites nobody where comments are closed', async () => {
    const thread = await shown(memoryBackend({closed: true}));
    expect(seen(one(thread, '.empty'))).to.equal('لا توجد تعليقات');
  });

  it('shows the page’s own words in slot empty', async () => {
    const loaded = next('comments-loaded');
    const place = await fixture<HTMLElement>(
      html`<div lang="ar">
        <taaliq-thread .backend=${memoryBackend()} thread="k"><p slot="empty">اكتب!</p></taaliq-thread>
      </div>`,
    );
    const thread = threadIn(place);
    await loaded;
    await thread.updateComplete;
    expect(place.querySelector('p')?.getBoundingClientRect().height).to.be.above(0);
  });

  it('says what went wrong, fires comments-failed, and tries again', async () => {
    const backend = memoryBackend({comments: seeds(1)});
    backend.fail('list', new CommentError('network'), {times: 1});
    const failed = next<CommentsFailedEvent>('comments-failed');
    const thread = await show(backend);
    const {error} = await failed;
    expect(error.code).to.equal('network');
    await thread.updateComplete;
    const alert = one(thread, '[role=alert]');
    expect(seen(alert)).to.contain('تعذّر تحميل التعليقات');
    expect(thread.matches(':state(failed)')).to.equal(true);
    button(alert, 'إعادة المحاولة').click();
    await oneEvent(thread, 'comments-loaded');
    await thread.updateComplete;
    expect(all(thread, 'article')).to.have.length(1);
    expect(seen(one(thread, '[role=alert]'))).to.equal('');
    expect(thread.matches(':state(failed)')).to.equal(false);
  });

  it('says how long a server wants to be left alone', async () => {
    const backend = memoryBackend();
    backend.fail('list', new CommentError('server', {status: 503, retryAfter: 20}));
    const failed = next('comments-failed');
    const thread = await show(backend);
    await failed;
    await thread.updateComplete;
    expect(seen(one(thread, '[role=alert]'))).to.match(/20/);
  });

  it('says that it is not set up where there is no endpoint', async () => {
    const failed = next('comments-failed');
    const thread = await show(memoryBackend(), {backend: 'rest', endpoint: ''});
    await failed;
    await thread.updateComplete;
    expect(seen(one(thread, '[role=alert]'))).to.contain('لم تُضبط التعليقات');
    expect(all(thread, '[role=alert] button')).to.have.length(0);
  });

  it('shows nothing to answer where comments are closed or it is read-only', async () => {
    const closed = await shown(memoryBackend({comments: seeds(1), closed: true}));
    expect(all(closed, '[part=reply]')).to.have.length(0);
    const readOnly = await shown(memoryBackend({comments: seeds(1)}), {readOnly: true});
    expect(all(readOnly, '[part=reply]')).to.have.length(0);
  });

  it('shows only what the server can do', async () => {
    const thread = await shown(
      memoryBackend({comments: seeds(3), capabilities: {like: null, orders: ['newest']}}),
    );
    expect(all(thread, '[part=like]')).to.have.length(0);
    expect(all(thread, 'select')).to.have.length(0);
  });
});
