import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {box, clean, focused, one, ready, seen, send, show, status, type, write} from './element.js';
import {waitUntil} from '../support/wait-until.js';

const reply = (): Promise<TaaliqForm> => ready(memoryBackend(), {parentId: '7', parentName: 'سامي'});
const cancel = (form: TaaliqForm): HTMLElement => one(form, '.actions .quiet');
const question = (form: TaaliqForm): Promise<void> =>
  waitUntil(() => form.renderRoot.querySelector('dialog[open]'), 'a question');

describe('a reply', () => {
  afterEach(clean);

  it('is sent to its comment and said as a reply', async () => {
    const backend = memoryBackend({comments: [{id: '7'}]});
    const form = await ready(backend, {parentId: '7', parentName: 'سامي'});
    write(form);
    await send(form);
    expect(backend.sent[0]?.parentId).to.equal('7');
    expect(status(form)).to.equal('نُشِر ردك.');
  });

  it('has no way to give up where there is nothing to give up', async () => {
    expect((await ready()).renderRoot.querySelector('.actions .quiet')).to.equal(null);
  });

  it('RTL G3: is given up at once when nothing was written', async () => {
    const form = await reply();
    expect(seen(cancel(form))).to.equal('إلغاء الرد');
    const given = oneEvent(form, 'reply-cancel');
    cancel(form).click();
    await given;
    const again = oneEvent(form, 'reply-cancel');
    box(form).dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    await again;
  });

  it('RTL G3: asks before what was written is thrown away', async () => {
    const form = await reply();
    let given = 0;
    form.addEventListener('reply-cancel', () => given++);
    type(box(form), 'نص');
    cancel(form).click();
    await question(form);
    expect(seen(one(form, 'dialog p'))).to.equal('هل تريد تجاهل ما كتبته؟');
    if (document.hasFocus()) expect(focused(form)).to.equal(one(form, 'dialog .quiet'));
    one(form, 'dialog .quiet').click();
    await waitUntil(() => !form.renderRoot.querySelector('dialog'));
    expect(given).to.equal(0);
    expect(box(form).value).to.equal('نص');
    await waitUntil(() => focused(form) === box(form));

    cancel(form).click();
    await question(form);
    one(form, 'dialog .submit').click();
    await waitUntil(() => given === 1);
    expect(box(form).value).to.equal('');
    expect(box(await show(undefined, {parentId: '7'})).value).to.equal('');
  });

  it('Escape asks, and Escape means no', async () => {
    const form = await reply();
    let given = 0;
    form.addEventListener('reply-cancel', () => given++);
    type(box(form), 'نص');
    box(form).focus();
    await sendKeys({press: 'Escape'});
    await question(form);
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !form.renderRoot.querySelector('dialog'));
    expect(given).to.equal(0);
    expect(box(form).value).to.equal('نص');
  });

  it('Escape does nothing while characters are composed, and nothing in a form of its own', async () => {
    const form = await reply();
    let given = 0;
    form.addEventListener('reply-cancel', () => given++);
    box(form).dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, isComposing: true}));
    const own = await ready();
    own.addEventListener('reply-cancel', () => given++);
    box(own).dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    expect(given).to.equal(0);
  });

  it('removed from the page, its question goes with it and the text stays', async () => {
    const form = await reply();
    type(box(form), 'نص');
    cancel(form).click();
    await question(form);
    const place = form.parentElement;
    form.remove();
    place?.append(form);
    await form.updateComplete;
    expect(form.renderRoot.querySelector('dialog')).to.equal(null);
    expect(box(form).value).to.equal('نص');
  });
});
