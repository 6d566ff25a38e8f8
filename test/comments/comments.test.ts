import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqComments} from '../../src/comments/comments.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {all, focused, next, one, seen} from '../thread/element.js';
import {articles, formOf, seeds, send, show, shown, threadOf, within} from './element.js';
import {waitUntil} from '../support/wait-until.js';

describe('<taaliq-comments>', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  it('RTL A1: is one section: its heading with the number, then form and comments one level below', async () => {
    const element = await shown(memoryBackend({comments: seeds(3)}), {headingLevel: 3});
    await waitUntil(() => seen(one(element, '[part=heading]')) === 'التعليقات 3');
    const heading = one(element, '[part=heading]');
    expect(heading).to.have.attribute('aria-level', '3');
    expect(one(element, 'section')).to.have.attribute('aria-labelledby', heading.id);
    expect(one(formOf(element), '[part=heading]')).to.have.attribute('aria-level', '4');
    expect(one(threadOf(element), 'article [role=heading]')).to.have.attribute('aria-level', '4');
    expect(all(threadOf(element), '[part=heading]')).to.have.length(0);
    const follows = heading.compareDocumentPosition(formOf(element));
    expect(follows & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    expect(
      formOf(element).compareDocumentPosition(threadOf(element)) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).to.be.above(0);
  });

  it('RTL G2: shows what was sent at its place, with focus, in words, and counts it', async () => {
    const element = await shown(memoryBackend({comments: seeds(2)}));
    await send(element, 'تعليقي الجديد');
    await waitUntil(() => focused()?.localName === 'article');
    expect(focused() === articles(element)[0]).to.equal(true);
    expect(seen(focused())).to.contain('تعليقي الجديد');
    expect(seen(one(threadOf(element), '[role=status]'))).to.equal('نُشِر تعليقك.');
    expect(seen(one(element, '[part=heading]'))).to.equal('التعليقات 3');
    // The form leaves the announcement to the conversation.
    expect(seen(one(formOf(element), '[role=status]'))).to.equal('');
  });

  it('shows a held comment, and does not count it', async () => {
    const element = await shown(memoryBackend({comments: seeds(2), moderation: 'before'}));
    await send(element, 'ينتظر');
    await waitUntil(() => focused()?.matches('.held'));
    expect(seen(one(element, '[part=heading]'))).to.equal('التعليقات 2');
  });

  it('brings in what was sent before the conversation was there, and does not pull the reader to it', async () => {
    const backend = memoryBackend({comments: seeds(1), moderation: 'before'});
    const answer = backend.hold('list');
    const element = await show(backend, {loading: 'lazy'});
    await send(element, 'مبكر');
    answer();
    await waitUntil(
      () => element.shadowRoot?.querySelector('taaliq-thread') && articles(element).length === 2,
    );
    expect(seen(articles(element)[0])).to.contain('مبكر');
  });

  it('does not ask for comments before the reader comes near', async () => {
    const backend = memoryBackend({comments: seeds(1)});
    const place = await fixture<HTMLElement>(
      html`<div lang="ar">
        <p .style=${'block-size: 9000px'}></p>
        <taaliq-comments .backend=${backend} thread="k"></taaliq-comments>
      </div>`,
    );
    const element = within(place);
    await element.updateComplete;
    await aTimeout(100);
    expect(backend.calls).to.deep.equal([]);
    expect(element.shadowRoot?.querySelector('taaliq-thread')).to.equal(null);
    const loaded = next('comments-loaded');
    element.scrollIntoView();
    await loaded;
    await waitUntil(() => articles(element).length === 1);
  });

  it('asks at once for someone who follows a link to a comment', async () => {
    history.replaceState(null, '', '#comment-2');
    const place = await fixture<HTMLElement>(
      html`<div lang="ar">
        <p .style=${'block-size: 9000px'}></p>
        <taaliq-comments .backend=${memoryBackend({comments: seeds(3)})} thread="k"></taaliq-comments>
      </div>`,
    );
    await waitUntil(() => focused()?.localName === 'article', 'never followed');
    expect(seen(focused()?.querySelector('.body'))).to.equal('تعليق 2');
    expect(place.contains(document.activeElement)).to.equal(true);
  });

  it('hands settings on, also when they change', async () => {
    const element = await shown(memoryBackend({comments: seeds(2)}));
    element.setAttribute('theme', 'dark');
    element.setAttribute('order', 'oldest');
    const loaded = next('comments-loaded');
    await element.updateComplete;
    await loaded;
    expect(formOf(element)).to.have.property('theme', 'dark');
    expect(threadOf(element)).to.have.property('theme', 'dark');
    await waitUntil(() => seen(articles(element)[0]?.querySelector('.body')) === 'تعليق 1');
  });

  it('closes the form when the server says that comments are closed', async () => {
    const element = await shown(memoryBackend({comments: seeds(1), closed: true}));
    await waitUntil(() => seen(one(formOf(element), '[part=hint]')) === 'التعليقات مغلقة.');
    expect(one(formOf(element), 'textarea').getBoundingClientRect().height).to.equal(0);
    expect(all(threadOf(element), '[part=reply]')).to.have.length(0);
  });

  describe('of a server that only takes comments', () => {
    const writeOnly = async (): Promise<TaaliqComments> => {
      const element = await show(memoryBackend({capabilities: {list: false}}));
      await waitUntil(() => (formOf(element) as TaaliqForm).hasThread === false, 'it is known');
      await element.updateComplete;
      return element;
    };

    it('is the form: no conversation, no number, no gap, nothing to skip to', async () => {
      const element = await writeOnly();
      expect(seen(one(element, '[part=heading]'))).to.equal('التعليقات');
      expect(threadOf(element).getBoundingClientRect().height).to.equal(0);
      const {bottom} = formOf(element).getBoundingClientRect();
      expect(Math.abs(element.getBoundingClientRect().bottom - bottom)).to.be.below(1);
      expect(one(formOf(element), '.skip').hidden).to.equal(true);
    });

    it('says itself what has become of a comment', async () => {
      const element = await writeOnly();
      await send(element, 'إلى المحررين');
      await waitUntil(() => seen(one(formOf(element), '[role=status]:not(.hidden)')) === 'نُشِر تعليقك.');
      expect(focused()?.className).to.equal('status');
      expect(seen(one(element, '[part=heading]'))).to.equal('التعليقات');
      expect(threadOf(element).getBoundingClientRect().height).to.equal(0);
    });

    it('turns to one that has a conversation, and back', async () => {
      const element = await writeOnly();
      const loaded = next('comments-loaded');
      element.backend = memoryBackend({comments: seeds(2)});
      await loaded;
      await waitUntil(() => seen(one(element, '[part=heading]')) === 'التعليقات 2');
      expect((formOf(element) as TaaliqForm).hasThread).to.equal(true);
      element.backend = memoryBackend({capabilities: {list: false}});
      await waitUntil(() => (formOf(element) as TaaliqForm).hasThread === false);
      await waitUntil(() => seen(one(element, '[part=heading]')) === 'التعليقات');
    });
  });

  it('counts a comment no more that its author has taken back', async () => {
    const element = await shown(memoryBackend({comments: seeds(2)}));
    await send(element, 'تعليقي');
    await waitUntil(() => seen(one(element, '[part=heading]')) === 'التعليقات 3');
    await waitUntil(() => all(threadOf(element), '[data-do=remove]').length);
    one(threadOf(element), '[data-do=remove]').click();
    await waitUntil(() => all(threadOf(element), 'dialog[open]').length);
    one(threadOf(element), 'dialog .submit').click();
    await waitUntil(() => seen(one(element, '[part=heading]')) === 'التعليقات 2');
  });

  it('keeps comments and what is being written when it is moved', async () => {
    const backend = memoryBackend({comments: seeds(2)});
    const element = await shown(backend);
    const box = one(formOf(element), 'textarea');
    if (!(box instanceof HTMLTextAreaElement)) throw new Error('no box');
    box.value = 'نصف جملة';
    const [article] = articles(element);
    const place = await fixture<HTMLElement>(html`<div lang="ar"></div>`);
    place.append(element);
    await aTimeout(0);
    await element.updateComplete;
    expect(articles(element)[0] === article).to.equal(true);
    expect(box).to.have.value('نصف جملة');
    expect(backend.calls.filter((call) => call === 'list')).to.have.length(1);
  });

  it('goes by the page’s address, also when that changes without a reload', async () => {
    const backend = memoryBackend();
    backend.receive('/one', {text: 'في الأولى'});
    backend.receive('/two', {text: 'في الثانية'});
    const before = location.href;
    try {
      history.pushState(null, '', '/one');
      const element = await shown(backend, {thread: ''});
      expect(seen(articles(element)[0])).to.contain('في الأولى');
      const loaded = next('comments-loaded');
      history.pushState(null, '', '/two');
      // Engines without the navigation API hear of it when the reader goes back and forth.
      dispatchEvent(new PopStateEvent('popstate'));
      await loaded;
      await waitUntil(() => seen(articles(element)[0]).includes('في الثانية'));
      expect(seen(one(element, '[part=heading]'))).to.equal('التعليقات 1');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('stands beside another without a word to it', async () => {
    const backend = memoryBackend();
    backend.receive('a', {text: 'في أ'});
    const first = await shown(backend, {thread: 'a'});
    const second = await shown(backend, {thread: 'b'});
    await send(second, 'في ب');
    await waitUntil(() => articles(second).length === 1);
    expect(articles(first)).to.have.length(1);
    expect(seen(articles(first)[0])).to.contain('في أ');
  });

  it('reads settings from a script in it', async () => {
    const loaded = next('comments-loaded');
    const place = await fixture<HTMLElement>(
      html`<div lang="ar">
        <taaliq-comments .backend=${memoryBackend({comments: seeds(1)})} thread="k" loading="eager">
          <script type="application/json">
            {"strings": {"formTitle": "قل شيئًا", "reply": "جاوب"}}
          </script>
        </taaliq-comments>
      </div>`,
    );
    await loaded;
    const element = within(place);
    await waitUntil(() => seen(one(formOf(element), '[part=heading]')) === 'قل شيئًا');
    expect(seen(one(threadOf(element), '[part=reply]'))).to.equal('جاوب');
  });

  it('hands slots through to where they belong', async () => {
    const loaded = next('comments-loaded');
    const place = await fixture<HTMLElement>(
      html`<div lang="ar">
        <taaliq-comments .backend=${memoryBackend()} thread="k" loading="eager">
          <p slot="header">رأس</p>
          <p slot="rules">شروطنا</p>
          <p slot="empty">لا أحد بعد</p>
          <p slot="footer">ذيل</p>
          <p class="fallback">بلا سكربت</p>
        </taaliq-comments>
      </div>`,
    );
    await loaded;
    const element = within(place);
    const heights = [...element.querySelectorAll('p')].map(
      (child) => child.getBoundingClientRect().height > 0,
    );
    await waitUntil(() => (element.querySelector('[slot=empty]')?.getBoundingClientRect().height ?? 0) > 0);
    expect(heights[0]).to.equal(true);
    expect(heights[1]).to.equal(true);
    expect(heights[3]).to.equal(true);
    expect(heights[4]).to.equal(false);
  });

  it('RTL A6: has a way from the form to the comments and back', async () => {
    const element = await shown(memoryBackend({comments: seeds(1)}));
    const there = [...all(formOf(element), 'a, button')].find((control) =>
      seen(control).includes('انتقل إلى التعليقات'),
    );
    if (!there) throw new Error('no way to the comments');
    there.click();
    await waitUntil(() => focused()?.matches('.thread'));
    one(threadOf(element), '[data-do=skip]').click();
    await waitUntil(() => formOf(element).shadowRoot?.activeElement);
    expect(focused()?.matches('input, textarea')).to.equal(true);
  });

  it('forwards the parts of what is in it', async () => {
    const element = await shown(memoryBackend({comments: seeds(1)}));
    for (const part of ['submit', 'input', 'label', 'heading'])
      expect(formOf(element).getAttribute('exportparts')).to.contain(part);
    for (const part of ['comment', 'author', 'time', 'body', 'reply', 'like', 'more', 'submit'])
      expect(threadOf(element).getAttribute('exportparts')).to.contain(part);
  });

  it('speaks the language of its place', async () => {
    const element = await shown(memoryBackend({comments: seeds(1)}), {lang: 'en'});
    await waitUntil(() => seen(one(element, '[part=heading]')) === 'Comments 1');
    expect(one(element, '[part=root]')).to.have.attribute('dir', 'ltr');
    expect(one(threadOf(element), '[part=root]')).to.have.attribute('dir', 'ltr');
  });
});
