import {expect, nextFrame, oneEvent} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {all, articleWith, button, focused, one, seen, shown} from './element.js';
import {action, actionsOf, addOwn, editBox, openEditor, press, question, withOwn, write} from './own.js';
import {waitUntil} from '../support/wait-until.js';

const said = (thread: Element): string => seen(one(thread, '[role=status]'));
const wrong = (thread: Element): string => seen(one(thread, '#edit-error'));
const save = (thread: Element): void => one(thread, '.edit .submit').click();
const closed = (thread: Element): Promise<void> =>
  waitUntil(() => !all(thread, '.edit').length, 'the box is closed');

describe('changing a comment of one’s own', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is offered at one’s own comments only, and only as long as the server allows', async () => {
    const {thread} = await withOwn();
    expect(actionsOf(thread, 'تعليقي')).to.deep.equal(['reply', 'like', 'edit', 'remove']);
    expect(actionsOf(thread, 'تعليق آخر')).to.deep.equal(['reply', 'like', 'report']);
    const over = await withOwn('قديم', {now: () => Date.now() - 60 * 60_000});
    expect(actionsOf(over.thread, 'قديم')).to.deep.equal(['reply', 'like']);
  });

  it('is offered only where the server has it', async () => {
    const {thread} = await withOwn('تعليقي', {capabilities: {edit: false, remove: false, report: false}});
    expect(actionsOf(thread, 'تعليقي')).to.deep.equal(['reply', 'like']);
    expect(actionsOf(thread, 'تعليق آخر')).to.deep.equal(['reply', 'like']);
  });

  it('RTL F9: the box is described by its greatest length from the start', async () => {
    const {thread} = await withOwn('تعليقي', {capabilities: {maxLength: 300}}, {maxLength: 500}, 'ar');
    const box = await openEditor(thread, 'تعليقي');
    const described = box.getAttribute('aria-describedby')?.split(' ') ?? [];
    const words = described.map((id) => seen(thread.shadowRoot?.getElementById(id))).join(' ');
    expect(words.trim()).to.equal('الحد الأقصى 300 حرف');
  });

  it('RTL A4: has a button that is named with its comment', async () => {
    const {thread} = await withOwn();
    const names = action(thread, 'تعليقي', 'edit').getAttribute('aria-labelledby')?.split(' ') ?? [];
    const name = names.map((id) => seen(thread.shadowRoot?.getElementById(id))).join(' ');
    expect(name).to.match(/^تحرير نورة/);
  });

  it('gives the text back as it was typed, and shows what it becomes, marked and said', async () => {
    const text = 'أ < ب و ج > د\nif (a<b) &amp; **x**';
    const {backend, thread} = await withOwn(text);
    const box = await openEditor(thread, 'نورة');
    expect(box.value).to.equal(text);
    expect(focused() === box).to.equal(true);
    expect(box.labels?.[0]?.textContent).to.equal('التعليق');
    write(box, `${text}\nوسطر آخر`);
    save(thread);
    await closed(thread);
    expect(backend.stored('k').at(-1)?.content.text).to.equal(`${text}\nوسطر آخر`);
    const article = articleWith(thread, 'وسطر آخر');
    expect([...article.querySelectorAll('.body p')].map(seen)).to.deep.equal([
      'أ < ب و ج > د',
      'if (a<b) &amp; **x**',
      'وسطر آخر',
    ]);
    expect(seen(article.querySelector('.edited'))).to.equal('معدّل');
    expect(said(thread)).to.equal('تم تحديث تعليقك.');
    expect(focused() === action(thread, 'وسطر آخر', 'edit')).to.equal(true);
    expect(sessionStorage.getItem('taaliq:edit')).to.contain('edit-new-1');
  });

  it('Escape or the button that cancels leaves it as it was, with the focus where it came from', async () => {
    const {backend, thread} = await withOwn();
    press(await openEditor(thread, 'تعليقي'), 'Escape');
    await closed(thread);
    expect(seen(articleWith(thread, 'نورة').querySelector('.body'))).to.equal('تعليقي');
    expect(focused() === action(thread, 'تعليقي', 'edit')).to.equal(true);
    await openEditor(thread, 'تعليقي');
    button(one(thread, '.edit'), 'إلغاء').click();
    await closed(thread);
    expect(seen(articleWith(thread, 'نورة').querySelector('.body'))).to.equal('تعليقي');
    expect(backend.calls).not.to.include('edit');
  });

  it('RTL G3: asks before what was typed is thrown away', async () => {
    const {thread} = await withOwn();
    const box = await openEditor(thread, 'تعليقي');
    write(box, 'غير ذلك');
    press(box, 'Escape');
    const dialog = await question(thread);
    expect(seen(dialog.querySelector('p'))).to.equal('هل تريد تجاهل ما كتبته؟');
    button(dialog, 'مواصلة الكتابة').click();
    await waitUntil(() => focused() === box, 'back in the box');
    expect(box.value).to.equal('غير ذلك');
    press(box, 'Escape');
    button(await question(thread), 'تجاهل').click();
    await closed(thread);
    expect((await openEditor(thread, 'تعليقي')).value).to.equal('تعليقي');
  });

  it('sends nothing when nothing was changed, and Ctrl+Enter saves', async () => {
    const {backend, thread} = await withOwn();
    press(await openEditor(thread, 'تعليقي'), 'Enter', {ctrlKey: true});
    await closed(thread);
    expect(backend.calls).not.to.include('edit');
    write(await openEditor(thread, 'تعليقي'), 'تعليق جديد');
    press(editBox(thread), 'Enter', {ctrlKey: true});
    await closed(thread);
    expect(backend.calls.filter((call) => call === 'edit')).to.have.length(1);
  });

  it('RTL E2: says what is wrong at the box, in the order of the rules, and sends nothing', async () => {
    const {backend, thread} = await withOwn(
      'تعليقي',
      {},
      {
        maxLength: 10,
        blockedWords: {words: ['سيئ'], action: 'advise'},
      },
    );
    const box = await openEditor(thread, 'تعليقي');
    for (const [text, words] of [
      ['\u200f ـــ', 'خطأ: اكتب تعليقك'],
      ['أكثر من عشرة أحرف', 'خطأ: يجب ألا يزيد التعليق على 10 أحرف'],
      ['كلام سيئ', 'خطأ: في التعليق كلمات قد تخالف شروط التعليق: «سيئ». عدّلها، أو أرسل التعليق كما هو.'],
    ] as const) {
      write(box, text);
      save(thread);
      await thread.updateComplete;
      expect(wrong(thread)).to.equal(words);
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      expect(box.getAttribute('aria-describedby')).to.equal('edit-error edit-note');
      expect(box.value).to.equal(text);
      expect(focused() === box).to.equal(true);
    }
    expect(backend.calls).not.to.include('edit');
    // Told once, it may be saved all the same.
    save(thread);
    await closed(thread);
    expect(backend.calls).to.include('edit');
  });

  it('the stricter limit of page and server counts', async () => {
    const {thread} = await withOwn('نص', {capabilities: {maxLength: 5}}, {maxLength: 10});
    write(await openEditor(thread, 'نص'), 'ستة أحرف');
    save(thread);
    await thread.updateComplete;
    expect(wrong(thread)).to.contain('5 أحرف');
  });

  it('RTL E7: keeps what was typed when it cannot be saved, says why, and tries again', async () => {
    const {backend, thread} = await withOwn();
    backend.fail('edit', new CommentError('network'), {times: 1});
    const box = await openEditor(thread, 'تعليقي');
    write(box, 'تعليق جديد');
    save(thread);
    await waitUntil(() => wrong(thread) !== '');
    expect(wrong(thread)).to.contain('تعذّر الاتصال');
    expect(box.value).to.equal('تعليق جديد');
    save(thread);
    await closed(thread);
    expect(seen(articleWith(thread, 'نورة').querySelector('.body'))).to.equal('تعليق جديد');
  });

  for (const code of ['forbidden', 'not-found', 'login-required'] as const) {
    it(`says that it is too late: ${code}`, async () => {
      const {backend, thread} = await withOwn();
      backend.fail('edit', new CommentError(code, {status: 403}));
      write(await openEditor(thread, 'تعليقي'), 'تعليق جديد');
      save(thread);
      await waitUntil(() => wrong(thread) !== '');
      expect(wrong(thread)).to.equal('خطأ: لم يعد بالإمكان تغيير هذا التعليق.');
    });
  }

  it('says what the server says of the text, and how long it wants to be left alone', async () => {
    const {backend, thread} = await withOwn();
    const fields = [{field: 'content', code: 'too-long', limit: 3}] as const;
    backend.fail('edit', new CommentError('invalid', {status: 422, fields}), {times: 1});
    write(await openEditor(thread, 'تعليقي'), 'تعليق جديد');
    save(thread);
    await waitUntil(() => wrong(thread).includes('3 أحرف'));
    backend.fail('edit', new CommentError('too-fast', {status: 429, retryAfter: 20}));
    save(thread);
    await waitUntil(() => wrong(thread).includes('بعد 20 ثانية'));
  });

  it('SEC 7.1: is saved once, however often it is pressed', async () => {
    const {backend, thread} = await withOwn();
    const answer = backend.hold('edit');
    write(await openEditor(thread, 'تعليقي'), 'تعليق جديد');
    save(thread);
    save(thread);
    press(editBox(thread), 'Enter', {ctrlKey: true});
    press(editBox(thread), 'Escape');
    await waitUntil(() => backend.calls.includes('edit'));
    expect(one(thread, '.edit .submit')).to.have.attribute('aria-disabled', 'true');
    expect(seen(one(thread, '.edit .submit'))).to.equal('جارٍ الإرسال…');
    answer();
    await closed(thread);
    expect(backend.calls.filter((call) => call === 'edit')).to.have.length(1);
  });

  it('SEC 7.3: takes nothing that would be lost while it is being saved', async () => {
    const {backend, thread} = await withOwn();
    const answer = backend.hold('edit');
    const box = await openEditor(thread, 'تعليقي');
    write(box, 'تعليق جديد');
    save(thread);
    await waitUntil(() => box.readOnly, 'being saved');
    answer();
    await closed(thread);
    backend.fail('edit', new CommentError('network'));
    const again = await openEditor(thread, 'تعليق جديد');
    write(again, 'وآخر');
    save(thread);
    await waitUntil(() => wrong(thread), 'refused');
    expect(again.readOnly).to.equal(false);
  });

  it('does not leave a box whose text is being saved, and says there what went wrong', async () => {
    const own = await withOwn('أول');
    await addOwn(own, 'ثانٍ');
    const {backend, thread} = own;
    backend.fail('edit', new CommentError('network'));
    const answer = backend.hold('edit');
    const box = await openEditor(thread, 'أول');
    write(box, 'لم يُحفظ بعد');
    save(thread);
    await waitUntil(() => box.readOnly, 'being saved');
    action(thread, 'ثانٍ', 'edit').click();
    // The press is taken up before the answer comes.
    await nextFrame();
    answer();
    await waitUntil(() => wrong(thread), 'refused');
    expect(editBox(thread).value).to.equal('لم يُحفظ بعد');
  });

  it('what was typed outlives its box, until it is saved', async () => {
    const {thread} = await withOwn();
    write(await openEditor(thread, 'تعليقي'), 'لم يكتمل');
    const loaded = oneEvent(thread, 'comments-loaded');
    thread.reload();
    await loaded;
    await thread.updateComplete;
    expect(all(thread, '.edit')).to.have.length(0);
    expect((await openEditor(thread, 'تعليقي')).value).to.equal('لم يكتمل');
    await waitUntil(() => said(thread) === 'استُعيدت مسودة تعليقك.');
    save(thread);
    await closed(thread);
    expect((await openEditor(thread, 'لم يكتمل')).value).to.equal('لم يكتمل');
  });

  it('has one box at a time, and keeps what was typed into another', async () => {
    const own = await withOwn('أول');
    await addOwn(own, 'ثانٍ');
    const {thread} = own;
    write(await openEditor(thread, 'أول'), 'لم يكتمل');
    await openEditor(thread, 'ثانٍ');
    expect(all(thread, '.edit')).to.have.length(1);
    expect(seen(articleWith(thread, 'أول').querySelector('.body'))).to.equal('أول');
    expect((await openEditor(thread, 'أول')).value).to.equal('لم يكتمل');
  });

  it('is still possible after a reload of the page, but not from another tab', async () => {
    const {backend, thread} = await withOwn();
    thread.remove();
    const again = await shown(backend);
    await waitUntil(() => actionsOf(again, 'تعليقي').includes('edit'), 'the buttons have come');
    again.remove();
    sessionStorage.clear();
    const elsewhere = await shown(backend);
    await waitUntil(() => all(elsewhere, '[data-do=report]').length > 0);
    expect(actionsOf(elsewhere, 'تعليقي')).not.to.include('edit');
  });

  it('is possible while a comment is held, and keeps it so', async () => {
    const {backend, thread} = await withOwn('ينتظر', {moderation: 'before'});
    expect(actionsOf(thread, 'ينتظر')).to.deep.equal(['edit', 'remove']);
    write(await openEditor(thread, 'ينتظر'), 'ينتظر بعد');
    save(thread);
    await closed(thread);
    await waitUntil(() => said(thread) === 'تعليقك في انتظار المراجعة.', 'said again');
    expect(localStorage.getItem('taaliq:held')).to.contain('ينتظر بعد');
    thread.remove();
    sessionStorage.clear();
    // Who uses the device in another tab sees that it waits, and cannot change it.
    const again = await shown(backend);
    await waitUntil(() => actionsOf(again, 'تعليق آخر').includes('report'));
    expect(actionsOf(again, 'ينتظر بعد')).to.deep.equal([]);
  });

  it('a changed comment that has to wait again is counted no more', async () => {
    const {backend, thread} = await withOwn();
    await waitUntil(() => seen(one(thread, '[part=heading]')) === 'التعليقات 2');
    backend.moderation = 'before';
    const {edit} = backend;
    backend.edit = async (...values) => ({...(await edit(...values)), status: 'held'});
    write(await openEditor(thread, 'تعليقي'), 'تعليق جديد');
    save(thread);
    await closed(thread);
    await waitUntil(() => seen(one(thread, '[part=heading]')) === 'التعليقات 1');
    expect(articleWith(thread, 'تعليق جديد').className).to.contain('held');
  });

  it('RTL D4: goes on in another language', async () => {
    const {thread} = await withOwn();
    const box = await openEditor(thread, 'تعليقي');
    write(box, 'نصف جملة');
    thread.lang = 'en';
    await waitUntil(() => seen(one(thread, '.edit .submit')) === 'Save', 'in English');
    expect(editBox(thread) === box).to.equal(true);
    expect(box.value).to.equal('نصف جملة');
    expect(box.dir).to.equal('rtl');
  });

  it('shows how much room is left', async () => {
    const {thread} = await withOwn('تعليقي', {}, {maxLength: 10});
    write(await openEditor(thread, 'تعليقي'), 'تسعة أحرف');
    expect(seen(one(thread, '.edit .counter'))).to.equal('بقي حرف واحد');
  });

  it('SEC 7.4: is carried out though its element has gone', async () => {
    const {backend, thread} = await withOwn();
    const answer = backend.hold('edit');
    write(await openEditor(thread, 'تعليقي'), 'تعليق جديد');
    save(thread);
    await waitUntil(() => backend.calls.includes('edit'));
    const drafts = (): readonly string[] =>
      Object.keys(sessionStorage).filter((key) => key.startsWith('taaliq:draft'));
    expect(drafts()).to.have.length(1);
    thread.remove();
    answer();
    await waitUntil(() => !drafts().length, 'the draft is settled');
    expect(backend.stored('k').at(-1)?.content.text).to.equal('تعليق جديد');
  });
});
