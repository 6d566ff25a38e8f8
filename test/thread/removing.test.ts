import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {CommentError} from '../../src/backends/errors.js';
import {all, articleWith, button, focused, one, seen} from './element.js';
import {action, actionsOf, question, withOwn} from './own.js';
import {waitUntil} from '../support/wait-until.js';

const said = (thread: Element): string => seen(one(thread, '[role=status]'));
const failure = (thread: Element, text: string): string =>
  seen(articleWith(thread, text).querySelector('[role=alert]'));

describe('taking back a comment of one’s own', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is asked first; no is what has focus, and leaves everything as it was', async () => {
    const {backend, thread} = await withOwn();
    const remove = action(thread, 'تعليقي', 'remove');
    remove.focus();
    remove.click();
    const dialog = await question(thread);
    expect(seen(dialog.querySelector('p'))).to.equal('هل تريد حذف هذا التعليق؟');
    expect(seen(focused())).to.equal('إلغاء');
    expect(dialog.closest('[part=root]')?.getAttribute('lang')).to.equal('ar');
    button(dialog, 'إلغاء').click();
    await waitUntil(() => !all(thread, 'dialog').length);
    expect(focused() === remove).to.equal(true);
    expect(remove.hasAttribute('aria-disabled')).to.equal(false);
    expect(backend.calls).not.to.include('remove');
  });

  it('RTL G7: Escape means no', async () => {
    const {backend, thread} = await withOwn();
    action(thread, 'تعليقي', 'remove').click();
    await question(thread);
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !all(thread, 'dialog').length);
    expect(backend.calls).not.to.include('remove');
    // And it can be asked again.
    action(thread, 'تعليقي', 'remove').click();
    await question(thread);
  });

  it('RTL G4, A10: leaves its place, with the focus there, in words; it is counted no more', async () => {
    const {backend, thread} = await withOwn();
    await waitUntil(() => seen(one(thread, '[part=heading]')) === 'التعليقات 2');
    action(thread, 'تعليقي', 'remove').click();
    button(await question(thread), 'حذف').click();
    await waitUntil(() => said(thread) === 'تم حذف التعليق.');
    expect(seen(focused())).to.equal('هذا التعليق محذوف.');
    expect(focused()?.localName).to.equal('article');
    expect(thread.shadowRoot?.textContent).not.to.contain('تعليقي');
    await waitUntil(() => seen(one(thread, '[part=heading]')) === 'التعليقات 1');
    expect(backend.stored('k').at(-1)?.status).to.equal('deleted');
    expect(sessionStorage.getItem('taaliq:edit')).to.equal(null);
  });

  it('a held one is forgotten on the device as well', async () => {
    const {thread} = await withOwn('ينتظر', {moderation: 'before'});
    action(thread, 'ينتظر', 'remove').click();
    button(await question(thread), 'حذف').click();
    await waitUntil(() => said(thread) === 'تم حذف التعليق.');
    expect(localStorage.getItem('taaliq:held')).to.equal(null);
  });

  it('what has gone already is gone', async () => {
    const {backend, thread} = await withOwn();
    backend.fail('remove', new CommentError('not-found', {status: 404}));
    action(thread, 'تعليقي', 'remove').click();
    button(await question(thread), 'حذف').click();
    await waitUntil(() => said(thread) === 'تم حذف التعليق.');
  });

  for (const [error, words] of [
    [new CommentError('network'), 'تعذّر الاتصال. تحقق من الإنترنت ثم أعد المحاولة. ما كتبته محفوظ.'],
    [new CommentError('forbidden', {status: 403}), 'لم يعد بالإمكان تغيير هذا التعليق.'],
    [new CommentError('server', {status: 500}), 'حدثت مشكلة من جهتنا. أعد المحاولة لاحقًا. ما كتبته محفوظ.'],
    [new CommentError('too-fast', {status: 429, retryAfter: 20}), 'حاول مجددًا بعد 20 ثانية.'],
  ] as const) {
    it(`is said at the comment when it fails, and can be tried again: ${error.code}`, async () => {
      const {backend, thread} = await withOwn();
      backend.fail('remove', error, {times: 1});
      action(thread, 'تعليقي', 'remove').click();
      button(await question(thread), 'حذف').click();
      await waitUntil(() => failure(thread, 'تعليقي') !== '');
      expect(failure(thread, 'تعليقي')).to.equal(words);
      expect(actionsOf(thread, 'تعليقي')).to.include('remove');
      action(thread, 'تعليقي', 'remove').click();
      const dialog = await question(thread);
      expect(failure(thread, 'تعليقي')).to.equal('');
      button(dialog, 'حذف').click();
      await waitUntil(() => said(thread) === 'تم حذف التعليق.');
    });
  }

  it('a question that is open goes with its element, and nothing is taken back', async () => {
    const {backend, thread} = await withOwn();
    action(thread, 'تعليقي', 'remove').click();
    await question(thread);
    const place = thread.parentElement;
    thread.remove();
    place?.append(thread);
    await thread.updateComplete;
    await waitUntil(() => !all(thread, 'dialog').length);
    expect(backend.calls).not.to.include('remove');
  });
});
