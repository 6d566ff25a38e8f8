import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {memoryBackend, type MemoryBackend} from '../../src/backends/memory/backend.js';
import {TaaliqForm} from '../../src/form/form.js';
import type {CommentReplyEvent} from '../../src/thread/comment-reply-event.js';
import type {TaaliqThread} from '../../src/thread/thread.js';
import {acting, all, articleWith, button, focused, next, one, seen, shown} from './element.js';
import {waitUntil} from '../support/wait-until.js';

const seeds = [
  {id: 'a', name: 'ليلى', text: 'أصل'},
  {id: 'b', name: 'سامي', text: 'آخر'},
];

const formOf = (thread: Element): HTMLElement => one(thread, 'taaliq-form');

const box = (thread: Element): HTMLElement => one(formOf(thread), 'textarea');

const openReply = async (thread: Element, text: string): Promise<HTMLElement> => {
  const reply = button(articleWith(thread, text), 'رد');
  reply.click();
  const item = reply.closest('li');
  await waitUntil(
    () => item?.querySelector('taaliq-form')?.shadowRoot?.activeElement?.localName === 'textarea',
    'the box never had focus',
  );
  return reply;
};

const fill = (form: Element, id: string, value: string): void => {
  const field = one(form, `#${id}`);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error(id);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

const answer = async (backend: MemoryBackend): Promise<TaaliqThread> => {
  const thread = await shown(backend);
  await openReply(thread, 'أصل');
  const form = formOf(thread);
  fill(form, 'name', 'نورة');
  fill(form, 'email', 'n@example.org');
  fill(form, 'comment', 'ردي');
  const created = next('comment-created');
  one(form, '[part=submit]').click();
  await created;
  await waitUntil(() => focused()?.localName === 'article');
  return thread;
};

describe('a reply in <taaliq-thread>', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('RTL A4: has a button that names whom it answers, beginning with what is seen', async () => {
    const thread = await shown(memoryBackend({comments: seeds}));
    const reply = button(articleWith(thread, 'أصل'), 'رد');
    expect(reply.getAttribute('aria-label')).to.equal('رد على \u2068ليلى\u2069');
  });

  it('RTL G3: opens a form under the comment, with its box focused, and tells the page', async () => {
    const thread = await shown(memoryBackend({comments: seeds}));
    const told = next<CommentReplyEvent>('comment-reply');
    await openReply(thread, 'أصل');
    const event = await told;
    expect(event.comment.id).to.equal('a');
    expect(event.composed).to.equal(true);
    const form = formOf(thread);
    expect(form.getRootNode() === thread.shadowRoot).to.equal(true);
    expect(form.closest('li')?.contains(articleWith(thread, 'أصل'))).to.equal(true);
    expect(seen(one(form, '[part=heading]'))).to.equal('اترك رداً على ليلى');
  });

  it('has one form, which goes where the reader answers', async () => {
    const thread = await shown(memoryBackend({comments: seeds}));
    await openReply(thread, 'أصل');
    await sendKeys({type: 'مسودة'});
    await openReply(thread, 'آخر');
    expect(all(thread, 'taaliq-form')).to.have.length(1);
    expect(formOf(thread).closest('li')?.contains(articleWith(thread, 'آخر'))).to.equal(true);
    expect(box(thread)).to.have.value('');
    // What was written to the first is not lost.
    await openReply(thread, 'أصل');
    await waitUntil(() => (box(thread) as HTMLTextAreaElement).value === 'مسودة');
  });

  it('RTL G3: Escape with nothing typed closes it and gives the focus back', async () => {
    const thread = await shown(memoryBackend({comments: seeds}));
    const reply = await openReply(thread, 'أصل');
    // The part of the form that knows the keys comes with the first focus.
    await waitUntil(() => seen(one(formOf(thread), '[part=form]')).includes('إلغاء الرد'));
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !all(thread, 'taaliq-form').length);
    expect(focused() === reply).to.equal(true);
  });

  it('RTL G3: Escape closes it also before the part that knows the keys has come, and loses nothing', async () => {
    const thread = await shown(memoryBackend({comments: seeds}));
    await acting(thread);
    const reply = button(articleWith(thread, 'أصل'), 'رد');
    const opened = new Promise<TaaliqForm>((resolve) => {
      const observer = new MutationObserver(() => {
        const [form] = all(thread, 'taaliq-form');
        if (!(form instanceof TaaliqForm)) return;
        observer.disconnect();
        resolve(form);
      });
      observer.observe(one(thread, '[part=thread]'), {childList: true, subtree: true});
    });
    reply.click();
    const form = await opened;
    await form.updateComplete;
    expect(all(form, '#decoy')).to.have.length(0);
    fill(form, 'comment', 'بداية');
    box(thread).dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, cancelable: true}),
    );
    expect(all(thread, 'taaliq-form')).to.have.length(0);
    expect(focused() === reply).to.equal(true);
    await openReply(thread, 'أصل');
    await waitUntil(() => (box(thread) as HTMLTextAreaElement).value === 'بداية');
  });

  it('Escape in the question leaves the form open', async () => {
    const thread = await shown(memoryBackend({comments: seeds}));
    await openReply(thread, 'أصل');
    await waitUntil(() => seen(one(formOf(thread), '[part=form]')).includes('إلغاء الرد'));
    fill(formOf(thread), 'comment', 'نص');
    await sendKeys({press: 'Escape'});
    await waitUntil(() => all(formOf(thread), 'dialog[open]').length);
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !all(formOf(thread), 'dialog').length);
    expect((box(thread) as HTMLTextAreaElement).value).to.equal('نص');
  });

  it('RTL G3: so does the button that cancels', async () => {
    const thread = await shown(memoryBackend({comments: seeds}));
    const reply = await openReply(thread, 'أصل');
    const root = formOf(thread).shadowRoot;
    if (!root) throw new Error('no form');
    await waitUntil(() => seen(root.querySelector('[part=form]')).includes('إلغاء الرد'));
    button(root, 'إلغاء الرد').click();
    await waitUntil(() => !all(thread, 'taaliq-form').length);
    expect(focused() === reply).to.equal(true);
  });

  it('RTL G2: is shown under the comment once it is sent, with focus and in words', async () => {
    const thread = await answer(memoryBackend({comments: seeds}));
    const shownReply = articleWith(thread, 'ردي');
    expect(focused() === shownReply).to.equal(true);
    expect(shownReply.closest('ol')?.closest('li')?.contains(articleWith(thread, 'أصل'))).to.equal(true);
    expect(seen(one(thread, '[role=status]'))).to.equal('نُشِر ردك.');
    expect(all(thread, 'taaliq-form')).to.have.length(0);
    expect(seen(one(thread, '[part=heading]'))).to.equal('التعليقات 3');
  });

  it('is marked while it is held', async () => {
    const thread = await answer(memoryBackend({comments: seeds, moderation: 'before'}));
    expect(articleWith(thread, 'ردي').className).to.contain('held');
    expect(seen(one(thread, '[part=heading]'))).to.equal('التعليقات 2');
  });

  it('has the settings of the conversation, also when they change', async () => {
    const thread = await shown(memoryBackend({comments: seeds}), {fields: 'name', headingLevel: 3});
    await openReply(thread, 'أصل');
    expect(all(formOf(thread), 'input[type=email]')).to.have.length(0);
    expect(one(formOf(thread), '[part=heading]')).to.have.attribute('aria-level', '4');
    thread.theme = 'dark';
    await thread.updateComplete;
    expect(formOf(thread)).to.have.property('theme', 'dark');
  });

  it('goes when its comment goes, and stays where the comment stays', async () => {
    const backend = memoryBackend({comments: seeds});
    const thread = await shown(backend);
    await openReply(thread, 'أصل');
    thread.thread = 'other';
    await oneEvent(thread, 'comments-loaded');
    await thread.updateComplete;
    expect(all(thread, 'taaliq-form')).to.have.length(0);
  });
});
