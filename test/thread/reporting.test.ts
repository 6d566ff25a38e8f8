import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqThread} from '../../src/thread/thread.js';
import {acting, articleWith, focused, one, seen, shown} from './element.js';
import {action, actionsOf, withOwn} from './own.js';
import {waitUntil} from '../support/wait-until.js';

const said = (thread: Element): string => seen(one(thread, '[role=status]'));

const make = async (
  backend = memoryBackend({comments: [{id: 'a', text: 'إساءة'}]}),
): Promise<{backend: typeof backend; thread: TaaliqThread}> => {
  const thread = await shown(backend);
  await acting(thread);
  return {backend, thread};
};

describe('reporting a comment', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('RTL G4: is said, and the focus stays', async () => {
    const {backend, thread} = await make();
    const report = action(thread, 'إساءة', 'report');
    report.focus();
    report.click();
    await waitUntil(() => said(thread) === 'تم إرسال البلاغ.');
    expect(focused() === report).to.equal(true);
    expect(seen(report)).to.equal('تم إرسال البلاغ.');
    expect(backend.calls.filter((call) => call === 'report')).to.have.length(1);
  });

  it('is sent once, also after the conversation was read again', async () => {
    const {backend, thread} = await make();
    const answer = backend.hold('report');
    action(thread, 'إساءة', 'report').click();
    action(thread, 'إساءة', 'report').click();
    // Before the first press has reached the server.
    answer();
    await waitUntil(() => said(thread) === 'تم إرسال البلاغ.');
    thread.reload();
    await thread.updateComplete;
    await waitUntil(() => said(thread) === '');
    action(thread, 'إساءة', 'report').click();
    expect(action(thread, 'إساءة', 'report').getAttribute('aria-disabled')).to.equal('true');
    expect(backend.calls.filter((call) => call === 'report')).to.have.length(1);
  });

  for (const [error, words] of [
    [new CommentError('network'), /^تعذّر الاتصال/],
    [new CommentError('not-found', {status: 404}), /^هذا التعليق محذوف/],
    [new CommentError('forbidden', {status: 403}), /^حدثت مشكلة من جهتنا/],
  ] as const) {
    it(`is said at the comment when it fails, and can be tried again: ${error.code}`, async () => {
      const {backend, thread} = await make();
      backend.fail('report', error, {times: 1});
      action(thread, 'إساءة', 'report').click();
      const failure = (): string => seen(articleWith(thread, 'إساءة').querySelector('[role=alert]'));
      await waitUntil(() => failure() !== '');
      expect(failure()).to.match(words);
      action(thread, 'إساءة', 'report').click();
      await waitUntil(() => said(thread) === 'تم إرسال البلاغ.');
      expect(failure()).to.equal('');
    });
  }

  it('is not offered at one’s own comments, nor at what is deleted', async () => {
    const {thread} = await withOwn('تعليقي', {
      capabilities: {edit: false, remove: false},
      comments: [
        {id: 'b', status: 'deleted'},
        {id: 'a', parentId: 'b', text: 'تعليق آخر'},
      ],
    });
    expect(actionsOf(thread, 'تعليقي')).to.deep.equal(['reply', 'like']);
    expect(actionsOf(thread, 'هذا التعليق محذوف')).to.deep.equal([]);
  });
});
