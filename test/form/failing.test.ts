import {expect, oneEvent} from '@open-wc/testing';
import {CommentError, type ErrorCode} from '../../src/backends/errors.js';
import {memoryBackend, type MemoryBackend} from '../../src/backends/memory/backend.js';
import type {CommentFailedEvent} from '../../src/form/comment-failed-event.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {en} from '../../src/language/en.js';
import {registerLanguage} from '../../src/language/register-language.js';
import {
  all,
  box,
  clean,
  errorOf,
  focused,
  input,
  one,
  passTime,
  ready,
  seen,
  send,
  settled,
  show,
  status,
  submitButton,
  summary,
  type,
  write,
  thread,
} from './element.js';
import {withFullStorage} from './kept.js';
import {waitUntil} from '../support/wait-until.js';

const plain = {idempotent: false} as const;

/** A form with a text, after an attempt that failed. */
async function failed(backend: MemoryBackend, error: CommentError, afterwards = false): Promise<TaaliqForm> {
  backend.fail('create', error, {times: 1, afterwards});
  const form = await ready(backend);
  await waitUntil(() => backend.calls.includes('capabilities'));
  write(form);
  await send(form);
  return form;
}

const question = (form: TaaliqForm): Promise<void> =>
  waitUntil(() => form.renderRoot.querySelector('dialog[open]'), 'a question');

/** The network as the browser tells it. */
function setOnline(online: boolean): void {
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => online});
  if (online) dispatchEvent(new Event('online'));
}

describe('failing', () => {
  afterEach(() => {
    clean();
    // The prototype's own getter counts again.
    Reflect.deleteProperty(navigator, 'onLine');
  });

  const sentences: readonly [ErrorCode, string][] = [
    ['invalid', 'حدثت مشكلة من جهتنا.'],
    ['duplicate', 'تم اكتشاف وجود تعليق مكرر'],
    ['too-fast', 'أنت تقوم بنشر التعليقات بسرعة كبيرة.'],
    ['closed', 'عفواً، التعليقات مغلقة لهذا العنصر.'],
    ['login-required', 'عذرًا، يجب أن تكون متصلًا'],
    ['forbidden', 'عفوًا، التعليقات غير مسموح بها'],
    ['blocked-words', 'في التعليق كلمات تخالف شروط التعليق.'],
    ['spam', 'لم يُقبل التعليق لأنه يشبه الرسائل المزعجة.'],
    ['too-many-links', 'في التعليق روابط كثيرة.'],
    ['parent-missing', 'التعليق الذي ترد عليه لم يعد موجودًا.'],
    ['not-found', 'عفوًا، التعليقات غير مسموح بها'],
    ['network', 'تعذّر الاتصال.'],
    ['timeout', 'لن يُنشر تعليقك مرتين.'],
    ['offline', 'أنت غير متصل بالإنترنت.'],
    ['server', 'حدثت مشكلة من جهتنا.'],
    ['invalid-response', 'حدثت مشكلة من جهتنا.'],
  ];
  for (const [code, sentence] of sentences) {
    it(`RTL E5, E7: ${code} is said, the text stays`, async () => {
      const form = await failed(memoryBackend(), new CommentError(code));
      expect(summary(form)).to.contain(sentence);
      expect(all(form, '[part=summary] a')).to.have.length(0);
      expect(box(form).value).to.equal('السلام عليكم');
      expect(input(form, 'name').value).to.equal('ليلى');
      if (document.hasFocus()) expect(focused(form)).to.equal(one(form, '[part=summary]'));
      expect(submitButton(form)).not.to.have.attribute('aria-disabled');
    });
  }

  it('tells the page, in an event without e-mail', async () => {
    const backend = memoryBackend();
    backend.fail('create', new CommentError('spam'));
    const form = await ready(backend);
    write(form);
    const event = oneEvent(form, 'comment-failed') as Promise<CommentFailedEvent>;
    await send(form);
    const {error, bubbles, composed} = await event;
    expect([error.code, bubbles, composed]).to.deep.equal(['spam', true, true]);
  });

  it('what is no CommentError is said as well, and nothing reaches the page', async () => {
    const backend = memoryBackend();
    const stray: unknown[] = [];
    const note = (event: PromiseRejectionEvent | ErrorEvent): void => void stray.push(event);
    addEventListener('unhandledrejection', note);
    addEventListener('error', note);
    for (const create of [
      () => Promise.reject(new TypeError('broken')),
      () => Promise.reject(undefined),
      () => {
        throw new TypeError('broken');
      },
    ]) {
      const form = await ready({...backend, create});
      write(form);
      await send(form);
      expect(summary(form)).to.contain('حدثت مشكلة من جهتنا.');
      clean();
    }
    removeEventListener('unhandledrejection', note);
    removeEventListener('error', note);
    expect(stray).to.deep.equal([]);
  });

  it('says what the server says of a field, at the field', async () => {
    const error = new CommentError('invalid', {
      fields: [
        {field: 'email', code: 'malformed'},
        {field: 'content', code: 'too-long', limit: 3},
        {field: 'website', code: 'malformed'},
      ],
    });
    const form = await failed(memoryBackend(), error);
    expect(errorOf(form, 'email')).to.contain('اكتب البريد الإلكتروني بالصيغة الصحيحة');
    expect(errorOf(form, 'comment')).to.contain('يجب ألا يزيد التعليق على 3 أحرف');
    // The website is not shown: a sentence without link.
    expect(all(form, '[part=summary] li')).to.have.length(3);
    expect(all(form, '[part=summary] a')).to.have.length(2);
    type(input(form, 'email'), 'other@example.org');
    await form.updateComplete;
    expect(errorOf(form, 'email')).to.equal('');
  });

  it('SEC 6.8: waits as long as the server asks', async () => {
    const backend = memoryBackend();
    const form = await failed(backend, new CommentError('too-fast', {retryAfter: 30}));
    expect(summary(form)).to.contain('حاول مجددًا بعد 30 ثانية.');
    await send(form);
    expect(backend.calls.filter((call) => call === 'create')).to.have.length(1);
    expect(summary(form)).to.match(/حاول مجددًا بعد (30|29|28) ثانية\./);
    passTime(50_000);
    await send(form);
    expect(backend.sent).to.have.length(1);
    expect(box(form).value).to.equal('');
  });

  it('offers to try again where that can help, and keeps the focus', async () => {
    const backend = memoryBackend();
    const form = await failed(backend, new CommentError('network'));
    const retry = one(form, '[part=summary] button');
    expect(seen(retry)).to.equal('إعادة المحاولة');
    retry.focus();
    retry.click();
    await form.updateComplete;
    await settled(form);
    expect(backend.stored(thread())).to.have.length(1);
    expect(summary(form)).to.equal('');
    expect(status(form)).to.equal('نُشِر تعليقك.');
  });

  describe('an answer that was lost', () => {
    it('is made up for by the same key, on servers that know it', async () => {
      const backend = memoryBackend();
      const form = await failed(backend, new CommentError('timeout'), true);
      expect(backend.stored(thread())).to.have.length(1);
      await send(form);
      expect(backend.stored(thread())).to.have.length(1);
      expect(new Set(backend.sent.map(({key}) => key)).size).to.equal(1);
      expect(box(form).value).to.equal('');
    });

    it('is made up for after a reload as well', async () => {
      const backend = memoryBackend();
      const first = await failed(backend, new CommentError('timeout'), true);
      first.remove();
      sessionStorage.clear();
      const form = await ready(backend);
      expect(box(form).value).to.equal('السلام عليكم');
      write(form);
      await send(form);
      expect(backend.stored(thread())).to.have.length(1);
    });

    it('is made up for where storage is forbidden', async () => {
      await withFullStorage(async () => {
        const backend = memoryBackend();
        const form = await failed(backend, new CommentError('timeout'), true);
        await send(form);
        expect(backend.stored(thread())).to.have.length(1);
        expect(box(form).value).to.equal('');
      });
    });

    it('another text is another comment', async () => {
      const backend = memoryBackend();
      const form = await failed(backend, new CommentError('timeout'), true);
      type(box(form), 'غيره');
      await send(form);
      expect(backend.stored(thread())).to.have.length(2);
      expect(new Set(backend.sent.map(({key}) => key)).size).to.equal(2);
    });

    it('and back to the same text it is the same comment', async () => {
      const backend = memoryBackend();
      const form = await failed(backend, new CommentError('timeout'), true);
      type(box(form), 'غيره');
      type(box(form), 'السلام عليكم');
      await send(form);
      expect(backend.stored(thread())).to.have.length(1);
    });

    it('409 after it counts as accepted', async () => {
      const backend = memoryBackend();
      const form = await failed(backend, new CommentError('timeout'), true);
      backend.fail('create', new CommentError('duplicate'));
      const created = oneEvent(form, 'comment-created');
      await send(form);
      await created;
      expect(box(form).value).to.equal('');
      expect(status(form)).to.equal('نُشِر تعليقك.');
    });

    it('elsewhere nothing is promised, and what has arrived is found', async () => {
      const backend = memoryBackend({capabilities: plain});
      const form = await failed(backend, new CommentError('timeout'), true);
      expect(summary(form)).to.contain('ربما وصل تعليقك');
      await send(form);
      expect(backend.calls.filter((call) => call === 'create')).to.have.length(1);
      expect(box(form).value).to.equal('');
      expect(status(form)).to.equal('نُشِر تعليقك.');
      expect(box(await show(backend)).value).to.equal('');
    });

    it('elsewhere the reader is asked when nothing is found', async () => {
      const backend = memoryBackend({capabilities: plain});
      const form = await failed(backend, new CommentError('network'));
      submitButton(form).click();
      await question(form);
      one<HTMLDialogElement>(form, 'dialog').close();
      await settled(form);
      expect(backend.stored(thread())).to.have.length(0);
      expect(box(form).value).to.equal('السلام عليكم');
      submitButton(form).click();
      await question(form);
      expect(seen(one(form, 'dialog .submit'))).to.equal('إرسال مرة أخرى');
      one(form, 'dialog .submit').click();
      await waitUntil(() => backend.stored(thread()).length);
      await settled(form);
      expect(box(form).value).to.equal('');
    });

    it('a refusal is no lost answer: nothing is asked', async () => {
      const backend = memoryBackend({capabilities: plain});
      const form = await failed(backend, new CommentError('spam'));
      await send(form);
      expect(backend.stored(thread())).to.have.length(1);
    });
  });

  describe('SEC 7.3: offline', () => {
    it('waits visibly and goes by itself when the network returns, once', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form);
      setOnline(false);
      await send(form);
      expect(status(form)).to.equal('أنت غير متصل بالإنترنت. سيُرسل تعليقك حين يعود الاتصال.');
      expect(backend.sent).to.have.length(0);
      expect(box(form).value).to.equal('السلام عليكم');
      setOnline(true);
      dispatchEvent(new Event('online'));
      await waitUntil(() => backend.sent.length);
      await settled(form);
      expect(backend.sent).to.have.length(1);
      expect(box(form).value).to.equal('');
    });

    it('what waits survives a closed tab', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form);
      setOnline(false);
      await send(form);
      form.remove();
      sessionStorage.clear();
      expect(box(await show(backend)).value).to.equal('السلام عليكم');
    });

    it('what is changed while it waits does not go by itself', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form);
      setOnline(false);
      await send(form);
      type(box(form), 'السلام');
      await form.updateComplete;
      expect(status(form)).to.equal('أنت غير متصل بالإنترنت. سيبقى ما كتبته محفوظًا هنا.');
      setOnline(true);
      await form.updateComplete;
      await settled(form);
      expect(backend.sent).to.have.length(0);
      expect(box(form).value).to.equal('السلام');
    });

    it('is tried all the same when the reader insists', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form);
      setOnline(false);
      await send(form);
      await send(form);
      expect(backend.sent).to.have.length(1);
    });

    it('lost on the way, it waits where the server stores it once', async () => {
      const backend = memoryBackend();
      backend.fail('create', new CommentError('offline'), {times: 1, afterwards: true});
      const form = await ready(backend);
      write(form);
      const {create} = backend;
      const falling = {
        ...backend,
        create: (...args: Parameters<typeof create>) => (setOnline(false), create(...args)),
      };
      form.backend = falling;
      await form.updateComplete;
      await waitUntil(() => backend.calls.filter((call) => call === 'capabilities').length === 2);
      await send(form);
      expect(status(form)).to.contain('سيُرسل تعليقك حين يعود الاتصال.');
      form.backend = falling;
      setOnline(true);
      await waitUntil(() => backend.sent.length === 2);
      await settled(form);
      expect(backend.stored(thread())).to.have.length(1);
    });

    it('goes on waiting when it is moved in the page', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form);
      setOnline(false);
      await send(form);
      const place = form.parentElement;
      form.remove();
      setOnline(true);
      expect(backend.sent).to.have.length(0);
      place?.append(form);
      await waitUntil(() => backend.sent.length);
      await settled(form);
    });
  });

  describe('settings', () => {
    it('an unknown backend: said in the form, with the text kept', async () => {
      const form = await ready('no-such', {endpoint: '/api'});
      await waitUntil(
        () => summary(form) === 'لم تُضبط التعليقات في هذه الصفحة بعد. أخبر صاحب الموقع.',
        'said',
      );
      write(form);
      await send(form);
      expect(summary(form)).to.contain('لم تُضبط التعليقات');
      expect(box(form).value).to.equal('السلام عليكم');
    });

    for (const endpoint of [
      `${'javascript'}:alert(1)`,
      'ftp://example.org',
      'https://user@example.org/',
      'http://[',
    ]) {
      it(`SEC 7.6: endpoint="${endpoint}"`, async () => {
        const form = await ready('rest', {endpoint});
        await waitUntil(() => summary(form).includes('لم تُضبط التعليقات'), 'said');
      });
    }
  });

  it('code that cannot be loaded is said, with a way to try again, and the text kept', async () => {
    let broken = true;
    registerLanguage('de', async () => {
      if (broken) throw new TypeError('offline');
      return {...en, lang: 'de'};
    });
    const form = await show(memoryBackend(), {}, 'de');
    type(box(form), 'نص');
    submitButton(form).click();
    await waitUntil(() => summary(form) !== '', 'said');
    expect(summary(form)).to.contain('تعذّر تحميل جزء من نموذج التعليق.');
    expect(submitButton(form)).not.to.have.attribute('aria-disabled');
    expect(box(form).value).to.equal('نص');
    broken = false;
    one(form, '[part=summary] button').click();
    await waitUntil(() => form.renderRoot.querySelector('#decoy'), 'loaded');
    await waitUntil(() => summary(form) === '');
    expect(box(form).value).to.equal('نص');
  });
});
