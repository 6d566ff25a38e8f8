import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {limits} from '../../src/content/limits.js';
import {waitUntil} from '../support/wait-until.js';
import {
  box,
  clean,
  input,
  prepared,
  ready,
  send,
  settled,
  show,
  submitButton,
  summary,
  thread,
  type,
  write,
} from './element.js';
import {withFullStorage} from './kept.js';

const kept = (storage: Storage): string => JSON.stringify({...storage});

describe('an unsent comment', () => {
  afterEach(() => {
    clean();
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('SEC 7.3: outlives its tab from the moment that send was pressed', async () => {
    const form = await show();
    await prepared(form);
    write(form, {text: 'قبل الإرسال'});
    expect(kept(localStorage)).not.to.contain('قبل الإرسال');
    submitButton(form).click();
    // Held back, because the form has just come into view.
    expect(kept(localStorage)).to.contain('قبل الإرسال');
    expect(kept(localStorage)).not.to.contain('laila');
    await settled(form);
    expect(kept(localStorage)).not.to.contain('قبل الإرسال');
  });

  it('SEC 7.3: is at most 64 KiB in storage, and still there when the page turns to another and back', async () => {
    const form = await ready();
    const long = 'ط'.repeat(limits.draft);
    type(box(form), long);
    expect(kept(sessionStorage).length).to.be.below(limits.draft);
    form.thread = 'second';
    await form.updateComplete;
    form.thread = thread();
    await waitUntil(() => box(form).value === long, 'the text is back');
  });

  it('SEC 7.3: is what was typed last, where storage has become full meanwhile', async () => {
    const form = await ready();
    type(box(form), 'أول');
    await withFullStorage(async () => {
      type(box(form), 'أول وثانٍ');
      form.thread = 'second';
      await form.updateComplete;
      await form.updateComplete;
      form.thread = thread();
      await waitUntil(() => box(form).value === 'أول وثانٍ', 'the text is back');
    });
  });

  it('SEC 7.2, SEC 7.4: what was written on while it is sent stays, though the page turned to another and back', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const form = await ready(backend);
    write(form, {text: 'الأول'});
    submitButton(form).click();
    await waitUntil(() => backend.calls.includes('create'));
    type(box(form), 'الأول، ثم الثاني');
    for (const to of ['second', thread()]) {
      form.thread = to;
      await form.updateComplete;
      await form.updateComplete;
    }
    release();
    await waitUntil(() => backend.stored(thread()).length);
    await settled(form);
    expect(box(form).value).to.equal('الأول، ثم الثاني');
  });

  it('SEC 7.2: two texts of two forms of one conversation both go, one after the other', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const first = await ready(backend);
    const second = await ready(backend);
    write(first, {text: 'من الأولى'});
    submitButton(first).click();
    await waitUntil(() => backend.calls.includes('create'));
    write(second, {text: 'من الثانية'});
    submitButton(second).click();
    release();
    await waitUntil(() => backend.stored(thread()).length === 2, 'both are there');
    await Promise.all([settled(first), settled(second)]);
    expect(backend.sent.map(({content}) => content.text)).to.deep.equal(['من الأولى', 'من الثانية']);
    expect(box(first).value + box(second).value).to.equal('');
  });

  it('SEC 7.3: two that two tabs could not send are both kept', async () => {
    const backend = memoryBackend();
    backend.fail('create', new CommentError('server'), {times: 1});
    const first = await ready(backend);
    // Another tab, open before, in which another comment is written.
    const second = await ready(backend);
    write(first, {text: 'من علامة أولى'});
    await send(first);
    first.remove();
    sessionStorage.clear();
    write(second, {text: 'من علامة ثانية'});
    await send(second);
    expect(backend.stored(thread())).to.have.length(1);
    second.remove();
    sessionStorage.clear();
    const later = await ready(backend);
    expect(box(later).value).to.equal('من علامة أولى');
  });

  it('waits without a question when the network goes before the server has said what it can do', async () => {
    const backend = memoryBackend();
    backend.fail('create', new CommentError('timeout'), {times: 1, afterwards: true});
    const first = await ready(backend);
    write(first);
    await send(first);
    first.remove();
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
    backend.fail('capabilities', new CommentError('offline'), {times: 1});
    const form = await ready(backend);
    write(form);
    submitButton(form).click();
    await settled(form);
    expect(form.renderRoot.querySelector('dialog')).to.equal(null);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await waitUntil(() => box(form).value === '', 'it went by itself');
    expect(backend.stored(thread())).to.have.length(1);
  });

  it('goes with what was put right while it waited', async () => {
    const backend = memoryBackend();
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
    const form = await ready(backend);
    write(form, {name: 'ليلا'});
    submitButton(form).click();
    await settled(form);
    type(input(form, 'name'), 'ليلى');
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await waitUntil(() => backend.sent.length, 'it went by itself');
    expect(backend.sent[0]?.author.name).to.equal('ليلى');
  });

  it('SEC 7.1, SEC 7.2: can be sent again when its page comes back from memory without an answer', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const form = await ready(backend);
    write(form);
    submitButton(form).click();
    await waitUntil(() => backend.calls.includes('create'));
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await settled(form);
    expect(summary(form)).to.contain('تعذّر الاتصال');
    expect(box(form).value).to.equal('السلام عليكم');
    release();
    await send(form);
    expect(backend.stored(thread())).to.have.length(1);
    expect(box(form).value).to.equal('');
  });
});
