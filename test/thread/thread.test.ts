import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type Seed} from '../../src/backends/memory/backend.js';
import {toLocalId} from '../../src/content/local-id.js';
import type {CommentsLoadedEvent} from '../../src/thread/comments-loaded-event.js';
import {TaaliqThread} from '../../src/thread/thread.js';
import {acting, all, articleWith, button, focused, next, one, seen, show, shown} from './element.js';
import {withOwn} from './own.js';
import {waitUntil} from '../support/wait-until.js';

const seeds = (count: number): Seed[] => Array.from({length: count}, (_, index) => ({id: String(index + 1)}));

const nested: readonly Seed[] = [
  {id: 'a', name: 'ليلى', text: 'أصل'},
  {id: 'b', parentId: 'a', name: 'سامي', text: 'رد أول'},
  {id: 'c', parentId: 'b', name: 'نورة', text: 'رد ثان'},
];

describe('<taaliq-thread>', () => {
  afterEach(() => {
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('events', () => {
    it('comments-loaded tells total, closed, skipped and count, and bubbles out of shadow roots', async () => {
      const loaded = next<CommentsLoadedEvent>('comments-loaded');
      const thread = await show(memoryBackend({comments: seeds(30), closed: true}));
      const event = await loaded;
      const {total, closed, skipped, count, composed} = event;
      expect({total, closed, skipped, count, composed}).to.deep.equal({
        total: 30,
        closed: true,
        skipped: 0,
        count: 20,
        composed: true,
      });
      expect(event.target === thread).to.equal(true);
    });

    it('none is fired by setting a property', async () => {
      const thread = await shown(memoryBackend({comments: nested}));
      let fired = 0;
      for (const name of ['comments-loaded', 'comments-failed', 'comment-reply'])
        thread.addEventListener(name, () => fired++);
      thread.headingLevel = 4;
      thread.readOnly = true;
      thread.depth = 1;
      await thread.updateComplete;
      await aTimeout(0);
      expect(fired).to.equal(0);
    });
  });

  describe('a server that says late what it can do', () => {
    it('SEC 6.8: its list is shown before; buttons follow', async () => {
      const backend = memoryBackend({comments: nested});
      const say = backend.hold('capabilities');
      const thread = await shown(backend);
      expect(all(thread, 'article')).to.have.length(3);
      expect(all(thread, '[data-do=like], [data-do=report]')).to.have.length(0);
      say();
      await acting(thread, 3);
      expect(all(thread, '[data-do=like]')).to.have.length(3);
    });

    it('is read again where it turns out to have another order', async () => {
      const backend = memoryBackend({comments: seeds(2), capabilities: {orders: ['oldest']}});
      const say = backend.hold('capabilities');
      const thread = await shown(backend);
      const again = oneEvent(thread, 'comments-loaded');
      say();
      await again;
      await thread.updateComplete;
      expect(backend.calls.filter((call) => call === 'list')).to.have.length(2);
      expect(all(thread, 'article')).to.have.length(2);
    });
  });

  describe('further comments', () => {
    it('RTL A7: come below on request; the reader is put at the first new one and hears how many', async () => {
      const thread = await shown(memoryBackend({comments: seeds(25)}));
      const before = all(thread, 'article');
      expect(before).to.have.length(20);
      button(one(thread, '[part=thread]'), 'عرض المزيد').click();
      await oneEvent(thread, 'comments-loaded');
      await waitUntil(() => focused()?.matches('article'));
      const after = all(thread, 'article');
      expect(after).to.have.length(25);
      expect(after.slice(0, 20)).to.deep.equal(before);
      expect(focused()).to.equal(after[20]);
      expect(seen(one(thread, '[role=status]'))).to.equal('5 تعليقات جديدة');
      expect(all(thread, '[data-do=next]')).to.have.length(0);
    });

    it('keep what is shown when they cannot be read', async () => {
      const backend = memoryBackend({comments: seeds(25)});
      const thread = await shown(backend);
      backend.fail('list', new CommentError('network'), {times: 1});
      one(thread, '[data-do=next]').click();
      await oneEvent(thread, 'comments-failed');
      await thread.updateComplete;
      expect(all(thread, 'article')).to.have.length(20);
      one(thread, '[data-do=retry]').click();
      await oneEvent(thread, 'comments-loaded');
      await thread.updateComplete;
      expect(all(thread, 'article')).to.have.length(25);
    });

    it('of one comment come under it', async () => {
      const thread = await shown(
        memoryBackend({
          comments: [{id: '1'}, ...seeds(6).map(({id}) => ({id: `r${id}`, parentId: '1', text: `رد ${id}`}))],
          repliesAtOnce: 2,
        }),
      );
      const more = (): HTMLElement => one(thread, '[data-do=replies]');
      expect(seen(more())).to.equal('عرض 4 ردود');
      more().click();
      await oneEvent(thread, 'comments-loaded');
      await waitUntil(() => focused()?.matches('article'));
      expect(seen(focused()?.querySelector('.body'))).to.equal('رد 3');
      expect(seen(more())).to.equal('عرض ردّين');
    });

    it('come in the order that the reader chooses, and the list stays until then', async () => {
      const thread = await shown(memoryBackend({comments: seeds(3)}));
      const select = one(thread, 'select');
      if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
      expect([...select.options].map(seen)).to.deep.equal(['الأحدث', 'الأقدم', 'الأكثر تفاعلًا']);
      expect(select.value).to.equal('newest');
      select.value = 'oldest';
      select.dispatchEvent(new Event('change'));
      await Promise.resolve();
      expect(all(thread, 'article')).to.have.length(3);
      await oneEvent(thread, 'comments-loaded');
      await thread.updateComplete;
      expect(all(thread, '.body').map(seen)).to.deep.equal(['تعليق 1', 'تعليق 2', 'تعليق 3']);
    });
  });

  describe('a like', () => {
    it('RTL A4: is a toggle that counts at once, and is named with its comment', async () => {
      const backend = memoryBackend({comments: [{id: '1', name: 'سامي', likes: 4}]});
      const thread = await shown(backend);
      const like = one(thread, '[part=like]');
      expect(like).to.have.attribute('aria-pressed', 'false');
      const named = like.getAttribute('aria-labelledby')?.split(' ') ?? [];
      expect(named.map((id) => seen(one(thread, `#${id}`)))[1]).to.contain('سامي');
      const answer = backend.hold('like');
      like.click();
      await waitUntil(() => like.ariaPressed === 'true');
      expect(seen(like)).to.equal('أعجبني 5');
      answer();
    });

    it('of one’s own comment that is refused says nothing of changing it', async () => {
      const {backend, thread} = await withOwn();
      backend.fail('like', new CommentError('forbidden', {status: 403}));
      articleWith(thread, 'تعليقي').querySelector<HTMLElement>('[part=like]')?.click();
      await waitUntil(() => seen(all(thread, 'article [role=alert]')[0]).startsWith('حدثت مشكلة من جهتنا'));
    });

    it('is undone and said when the server refuses', async () => {
      const backend = memoryBackend({comments: [{id: '1', likes: 4}]});
      backend.fail('like', new CommentError('network'));
      const thread = await shown(backend);
      one(thread, '[part=like]').click();
      await waitUntil(() => seen(all(thread, 'article [role=alert]')[0]).startsWith('تعذّر الاتصال'));
      expect(one(thread, '[part=like]')).to.have.attribute('aria-pressed', 'false');
      expect(seen(one(thread, '[part=like]'))).to.equal('أعجبني 4');
    });
  });

  describe('a comment that was just sent', () => {
    const sent = {
      id: 'new',
      parentId: null,
      author: {name: 'أنا', url: null, role: null},
      content: {text: 'تعليقي', html: null},
      createdAt: new Date().toISOString(),
      editedAt: null,
      status: 'published',
      likes: 0,
      url: null,
      moreReplies: 0,
    } as const;

    it('RTL G2: stands at its place, has focus and is announced', async () => {
      const thread = await shown(memoryBackend({comments: seeds(2)}));
      thread.add(sent);
      await waitUntil(() => focused()?.matches('article'));
      expect(focused()).to.equal(all(thread, 'article')[0]);
      expect(seen(focused())).to.contain('تعليقي');
      expect(focused()?.className).to.contain('new');
      expect(seen(one(thread, '[role=status]'))).to.equal('نُشِر تعليقك.');
      expect(seen(one(thread, '[part=heading]'))).to.equal('التعليقات 3');
    });

    it('offers nothing that needs an id where the server has given none', async () => {
      const thread = await shown(memoryBackend({comments: seeds(1)}));
      thread.add({...sent, id: toLocalId('key')});
      await waitUntil(() => focused()?.matches('article'));
      expect(focused()?.querySelectorAll('button')).to.have.length(0);
    });

    it('stands at the end when the oldest come first', async () => {
      const thread = await shown(memoryBackend({comments: seeds(2)}), {order: 'oldest'});
      thread.add(sent);
      await waitUntil(() => focused()?.matches('article'));
      expect(focused()).to.equal(all(thread, 'article')[2]);
    });

    it('SEC 7.3: is marked for its author in words while it is held, also after a reload', async () => {
      const backend = memoryBackend({comments: seeds(1)});
      const thread = await shown(backend);
      thread.add({...sent, status: 'held'});
      await waitUntil(() => focused()?.matches('.held'));
      expect(seen(one(thread, '[role=status]'))).to.equal('تعليقك في انتظار المراجعة.');
      const later = await shown(backend);
      const held = one(later, '.held');
      expect(seen(held)).to.contain('تعليقك في انتظار المراجعة.');
      expect(held.querySelector('button')).to.equal(null);
      expect(getComputedStyle(held).borderBlockStartStyle).to.equal('dashed');
    });

    it('does not pull the reader back when it is added quietly', async () => {
      const thread = await shown(memoryBackend({comments: seeds(1)}));
      thread.add(sent, undefined, true);
      await waitUntil(() => all(thread, 'article').length === 2);
      expect(focused()?.localName).to.equal('body');
    });
  });

  describe('permalinks', () => {
    it('are on the time, whole addresses of this page', async () => {
      const thread = await shown(memoryBackend({comments: [{id: 'أ/١'}]}));
      expect(one(thread, '.when')).to.have.attribute('href', `${location.href}#comment-%D8%A3%2F%D9%A1`);
    });

    it('are followed on load', async () => {
      history.replaceState(null, '', '#comment-2');
      await shown(memoryBackend({comments: seeds(3)}));
      await waitUntil(() => focused()?.matches('article'));
      expect(seen(focused()?.querySelector('.body'))).to.equal('تعليق 2');
      expect(seen(focused()?.querySelector('time'))).to.match(/2026/);
      expect(document.activeElement?.localName).to.equal('taaliq-thread');
    });

    it('are followed when the fragment changes, also to what is not on the page', async () => {
      const thread = await shown(memoryBackend({comments: seeds(50)}), {pageSize: 5});
      location.hash = '#comment-9';
      await waitUntil(() => focused()?.matches('article'));
      expect(seen(focused()?.querySelector('.body'))).to.equal('تعليق 9');
      // What stands before is brought on request only.
      one(thread, '[data-do=previous]').click();
      await oneEvent(thread, 'comments-loaded');
      await waitUntil(() => seen(focused()?.querySelector('.body')) === 'تعليق 14');
      expect(all(thread, '.body').map(seen).slice(0, 2)).to.deep.equal(['تعليق 14', 'تعليق 13']);
    });

    it('to nowhere change nothing', async () => {
      const thread = await shown(memoryBackend({comments: seeds(2)}));
      location.hash = '#comment-gone';
      await oneEvent(window, 'hashchange');
      await aTimeout(0);
      expect(all(thread, 'article')).to.have.length(2);
      expect(focused()?.localName).to.equal('body');
    });
  });

  describe('in the page', () => {
    it('reads again when thread, order or backend change, once for changes of one moment', async () => {
      const backend = memoryBackend({comments: seeds(1)});
      const thread = await shown(backend);
      const lists = (): number => backend.calls.filter((call) => call === 'list').length;
      thread.thread = 'other';
      thread.order = 'oldest';
      await oneEvent(thread, 'comments-loaded');
      expect(lists()).to.equal(2);
      thread.backend = memoryBackend();
      await oneEvent(thread, 'comments-loaded');
      await thread.updateComplete;
      expect(all(thread, 'article')).to.have.length(0);
      thread.theme = 'dark';
      await thread.updateComplete;
      expect(lists()).to.equal(2);
    });

    it('shows the same whether properties are set before or after it is upgraded or attached', async () => {
      const loaded = next('comments-loaded');
      const late = document.createElement('taaliq-thread');
      document.body.append(late);
      Object.assign(late, {backend: memoryBackend({comments: seeds(2)}), thread: 'k'});
      await loaded;
      await late.updateComplete;
      expect(all(late, 'article')).to.have.length(2);
      late.remove();
    });

    it('goes on when it is moved, and keeps its comments', async () => {
      const backend = memoryBackend({comments: seeds(2)});
      const thread = await shown(backend);
      const [article] = all(thread, 'article');
      const place = await fixture<HTMLElement>(html`<div lang="ar"></div>`);
      place.append(thread);
      await aTimeout(0);
      await thread.updateComplete;
      expect(all(thread, 'article')[0]).to.equal(article);
      expect(backend.calls.filter((call) => call === 'list')).to.have.length(1);
    });

    it('is not disturbed by a move while it reads', async () => {
      const backend = memoryBackend({comments: seeds(2)});
      const answer = backend.hold('list');
      const thread = await show(backend);
      const place = await fixture<HTMLElement>(html`<div lang="ar"></div>`);
      place.append(thread);
      await aTimeout(0);
      answer();
      await oneEvent(thread, 'comments-loaded');
      expect(backend.calls.filter((call) => call === 'list')).to.have.length(1);
    });

    it('gives up reading when it is removed, and begins again when it comes back', async () => {
      const backend = memoryBackend({comments: seeds(2)});
      const answer = backend.hold('list');
      const thread = await show(backend);
      const parent = thread.parentElement;
      thread.remove();
      await aTimeout(0);
      parent?.append(thread);
      answer();
      await oneEvent(thread, 'comments-loaded');
      await thread.updateComplete;
      expect(all(thread, 'article')).to.have.length(2);
    });

    it('stands beside another without a word to it', async () => {
      const first = await shown(memoryBackend({comments: nested}));
      const second = await shown(memoryBackend({comments: seeds(1)}), {thread: 'other'});
      expect(all(first, 'article')).to.have.length(3);
      expect(all(second, 'article')).to.have.length(1);
    });

    it('RTL D4: changes its language in place', async () => {
      const thread = await shown(memoryBackend({comments: nested}));
      const [article] = all(thread, 'article');
      thread.lang = 'en';
      await waitUntil(() => seen(one(thread, '[part=reply]')) === 'Reply');
      expect(one(thread, '[part=root]')).to.have.attribute('dir', 'ltr');
      expect(all(thread, 'article')[0]).to.equal(article);
      expect(one(thread, '.body p')).to.have.attribute('dir', 'rtl');
    });

    it('is an Arabic thread in an English page and the other way round', async () => {
      const thread = await shown(memoryBackend({comments: seeds(1)}), {}, 'en');
      expect(one(thread, '[part=root]')).to.have.attribute('dir', 'ltr');
      expect(seen(one(thread, '[part=heading]'))).to.equal('Comments 1');
    });

    it('takes words of the page’s own', async () => {
      const thread = await shown(memoryBackend({comments: seeds(1)}), {strings: {reply: 'جاوب'}});
      expect(seen(one(thread, '[part=reply]'))).to.equal('جاوب');
    });

    it('offers the parts that it promises', async () => {
      const thread = await shown(
        memoryBackend({comments: [...seeds(24), {id: 'w', author: {role: 'writer'}}]}),
      );
      for (const part of 'root heading thread comment author badge time body actions reply like more error status'.split(
        ' ',
      ))
        expect(all(thread, `[part=${part}]`), part).not.to.have.length(0);
    });
  });

  it('is a class that can be registered under its name', () => {
    expect(customElements.get('taaliq-thread')).to.equal(TaaliqThread);
  });
});
