import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type MemoryBackend, type Seed} from '../../src/backends/memory/backend.js';
import type {Order} from '../../src/content/types.js';
import type {CommentsFailedEvent} from '../../src/thread/comments-failed-event.js';
import {yieldThread} from '../../src/thread/yield-thread.js';
import {comment} from './comments.js';
import {acting, all, button, next, one, seen, show, shown, threadIn} from './element.js';
import {waitUntil} from '../support/wait-until.js';

const seeds = (count: number): Seed[] => Array.from({length: count}, (_, index) => ({id: String(index + 1)}));

describe('states of <taaliq-thread>', () => {
  it('RTL G5: is busy while it loads, and says so only when it takes long', async () => {
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

  it('RTL N7: invites the first comment', async () => {
    const thread = await shown(memoryBackend());
    expect(seen(one(thread, '.empty'))).to.equal('لا توجد تعليقات كن أول من يعلّق.');
    expect(one(thread, '.empty').hidden).to.equal(false);
    expect(seen(one(thread, '[part=heading]'))).to.equal('التعليقات');
    expect(thread.matches(':state(empty)')).to.equal(true);
  });

  it('RTL A2: is a list only where something is in it', async () => {
    const backend = memoryBackend();
    const thread = await shown(backend);
    const list = one(thread, '[part=thread] > ol');
    expect(list.checkVisibility()).to.equal(false);
    thread.add(comment({id: 'first'}));
    await waitUntil(() => list.childElementCount);
    await thread.updateComplete;
    expect(list.checkVisibility()).to.equal(true);
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
    // Nothing of it twice.
    expect(seen(one(thread, '[role=alert]'))).to.equal(
      'تعذّر تحميل التعليقات. حاول مجددًا بعد 20 ثانية. إعادة المحاولة',
    );
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

  describe('an order that the server has not', () => {
    const asked = (backend: MemoryBackend): readonly Order[] => {
      const orders: Order[] = [];
      const {list} = backend;
      backend.list = (request, signal) => {
        orders.push(request.order);
        return list(request, signal);
      };
      return orders;
    };

    it('is not asked for, and told once', async () => {
      const backend = memoryBackend({comments: seeds(2), capabilities: {orders: ['oldest', 'newest']}});
      const orders = asked(backend);
      const said: string[] = [];
      const {warn} = console;
      console.warn = (line: string) => said.push(line);
      try {
        for (let times = 0; times < 2; times++) {
          const thread = await shown(backend, {order: 'popular'});
          await acting(thread);
          expect(all(thread, '.body').map(seen)).to.deep.equal(['تعليق 1', 'تعليق 2']);
        }
        await waitUntil(() => said.length, 'it is told');
      } finally {
        console.warn = warn;
      }
      expect(orders).to.deep.equal(['oldest', 'oldest']);
      expect(said).to.deep.equal([
        'Taaliq: the server has no order="popular"; "oldest" is shown. It has oldest, newest.',
      ]);
    });

    it('is not asked for either when it is the default', async () => {
      const backend = memoryBackend({comments: seeds(2), capabilities: {orders: ['oldest']}});
      const orders = asked(backend);
      const thread = await shown(backend);
      expect(orders).to.deep.equal(['oldest']);
      expect(all(thread, '.body').map(seen)).to.deep.equal(['تعليق 1', 'تعليق 2']);
    });

    it('the default is read at once while a slow server says what it can do, and again where it cannot', async () => {
      const backend = memoryBackend({comments: seeds(2), capabilities: {orders: ['oldest']}});
      const orders = asked(backend);
      const answer = backend.hold('capabilities');
      const loaded = next('comments-loaded');
      const thread = await show(backend);
      await waitUntil(() => orders.length === 1);
      answer();
      await loaded;
      await thread.updateComplete;
      expect(orders).to.deep.equal(['newest', 'oldest']);
      expect(all(thread, '.body').map(seen)).to.deep.equal(['تعليق 1', 'تعليق 2']);
    });

    it('another than the default waits until it is known to be there', async () => {
      const backend = memoryBackend({comments: seeds(2)});
      const orders = asked(backend);
      const answer = backend.hold('capabilities');
      const loaded = next('comments-loaded');
      const thread = await show(backend, {order: 'popular'});
      await waitUntil(() => backend.calls.includes('capabilities'));
      await yieldThread();
      expect(orders).to.deep.equal([]);
      answer();
      await loaded;
      await thread.updateComplete;
      expect(orders).to.deep.equal(['popular']);
    });
  });

  describe('a server that only takes comments', () => {
    const writeOnly = (): MemoryBackend => memoryBackend({capabilities: {list: false}});

    it('has no conversation: nothing is seen, nothing takes room, nothing is read', async () => {
      const backend = writeOnly();
      const thread = await show(backend);
      await waitUntil(() => !one(thread, 'section').getClientRects().length, 'nothing is shown');
      expect(thread.getBoundingClientRect().height).to.equal(0);
      expect(thread.matches(':state(failed)')).to.equal(false);
      expect(backend.calls).to.deep.equal(['capabilities']);
    });

    it('the same where it has no way to read', async () => {
      const {list: _, ...backend} = memoryBackend();
      const thread = await show(backend);
      await waitUntil(() => !one(thread, 'section').getClientRects().length, 'nothing is shown');
    });

    it('though it was asked, and refused, before it said so', async () => {
      const backend = writeOnly();
      backend.fail('list', new CommentError('forbidden', {status: 403}));
      const answer = backend.hold('capabilities');
      const thread = await show(backend);
      await waitUntil(() => backend.calls.includes('list'));
      answer();
      await waitUntil(() => !one(thread, 'section').getClientRects().length, 'nothing is shown');
      expect(seen(one(thread, '[role=alert]'))).to.equal('');
    });

    it('what was sent is neither shown nor kept', async () => {
      const thread = await show(writeOnly());
      await waitUntil(() => !one(thread, 'section').getClientRects().length, 'nothing is shown');
      thread.add(comment({id: 'x', status: 'held'}));
      await import('../../src/thread/acting.js');
      await yieldThread();
      expect(thread.getBoundingClientRect().height).to.equal(0);
      expect(localStorage.getItem('taaliq:held')).to.equal(null);
    });
  });
});
