import {aTimeout, expect, oneEvent} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {CommentCreatedEvent} from '../../src/form/comment-created-event.js';
import {
  all,
  box,
  clean,
  errorOf,
  focused,
  input,
  one,
  prepared,
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
  isVisible,
} from './element.js';
import {waitUntil} from '../support/wait-until.js';

const isBusy = (form: HTMLElement): boolean =>
  form.shadowRoot?.querySelector('[part=submit]')?.getAttribute('aria-disabled') === 'true';

describe('sending', () => {
  afterEach(clean);

  it('sends what was written, cleaned, and empties the box', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {fields: 'name* email* website'});
    write(form, {name: '  ليلى\u200f  حداد ', email: ' laila@example.org', text: ' أ < ب و ج > د \n'});
    type(input(form, 'website'), 'example.org');
    await send(form);
    expect(backend.sent).to.have.length(1);
    expect(backend.sent[0]).to.deep.include({
      thread: thread(),
      parentId: null,
      author: {name: 'ليلى حداد', email: 'laila@example.org', url: 'https://example.org/'},
      lang: 'ar',
      dir: 'rtl',
      agreed: {rules: null, privacy: null},
      decoy: '',
      challenge: null,
    });
    expect(backend.sent[0]?.content.text).to.equal('أ < ب و ج > د');
    expect(backend.sent[0]?.content.html).to.equal('<p dir="rtl">أ &lt; ب و ج &gt; د</p>');
    expect(backend.sent[0]?.key).to.match(/^[\da-f-]{36}$/);
    expect(box(form).value).to.equal('');
    expect(input(form, 'name').value).to.equal('  ليلى\u200f  حداد ');
  });

  it('RTL G2: says that it is published and takes the focus there', async () => {
    const form = await ready();
    write(form);
    await send(form);
    expect(status(form)).to.equal('نُشِر تعليقك.');
    if (document.hasFocus()) expect(focused(form)).to.equal(one(form, '[part=status]'));
    expect(sessionStorage.length).to.equal(1); // how fast comments follow one another
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('says that it waits for a moderator', async () => {
    const form = await ready(memoryBackend({moderation: 'before'}));
    write(form);
    const created = oneEvent(form, 'comment-created') as Promise<CommentCreatedEvent>;
    await send(form);
    const event = await created;
    expect(status(form)).to.equal('تعليقك في انتظار المراجعة.');
    expect(event.status).to.equal('held');
    expect(event.comment.status).to.equal('held');
  });

  it('leaves focus and words to whoever shows the comment', async () => {
    const form = await ready();
    form.addEventListener('comment-created', (event) => event.claimFocus());
    write(form);
    await send(form);
    expect(status(form)).to.equal('');
    expect(box(form).value).to.equal('');
  });

  it('SEC 2.9: hands on the reader’s own text, with the server’s id', async () => {
    const form = await ready();
    write(form, {text: 'أ < ب'});
    const created = oneEvent(form, 'comment-created') as Promise<CommentCreatedEvent>;
    await send(form);
    const {comment} = await created;
    expect(comment.content).to.deep.equal({text: 'أ < ب', html: null});
    expect(comment.author).to.deep.equal({name: 'ليلى', url: null, role: null});
    expect(comment.id).to.equal('new-1');
    expect(comment.createdAt).to.match(/Z$/);
  });

  it('SEC 8.1: no event holds the e-mail', async () => {
    const form = await ready();
    const events: Event[] = [];
    for (const name of ['comment-submit', 'comment-created'] as const)
      form.addEventListener(name, (event) => void events.push(event));
    write(form, {email: 'secret@example.org'});
    await send(form);
    expect(events.map(({type}) => type)).to.deep.equal(['comment-submit', 'comment-created']);
    for (const event of events) {
      expect(event.bubbles && event.composed, event.type).to.equal(true);
      expect(JSON.stringify(Object.values(event))).not.to.contain('secret');
    }
  });

  it('does not send what the page does not want', async () => {
    const backend = memoryBackend();
    const form = await ready(backend);
    form.addEventListener('comment-submit', (event) => event.preventDefault());
    write(form);
    await send(form);
    expect(backend.sent).to.have.length(0);
    expect(box(form).value).to.equal('السلام عليكم');
    expect(summary(form)).to.equal('');
  });

  it('SEC 7.1: once, however often and by whatever it is pressed', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const form = await ready(backend);
    let announced = 0;
    form.addEventListener('comment-submit', () => announced++);
    write(form);
    const button = submitButton(form);
    button.click();
    button.click();
    one<HTMLFormElement>(form, 'form').requestSubmit();
    box(form).dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true}));
    await waitUntil(() => backend.calls.includes('create'));
    button.click();
    expect(isBusy(form)).to.equal(true);
    expect(button.disabled).to.equal(false);
    expect(seen(button)).to.equal('جارٍ الإرسال…');
    release();
    await settled(form);
    expect(backend.sent).to.have.length(1);
    expect(announced).to.equal(1);
  });

  it('SEC 7.1: once, from two forms of one conversation', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const first = await ready(backend);
    write(first);
    const second = await ready(backend);
    expect(box(second).value).to.equal('السلام عليكم');
    submitButton(first).click();
    await waitUntil(() => backend.calls.includes('create'));
    write(second, {text: 'السلام عليكم'});
    submitButton(second).click();
    await aTimeout(0);
    release();
    await Promise.all([settled(first), settled(second)]);
    expect(backend.sent).to.have.length(1);
    expect(box(first).value + box(second).value).to.equal('');
  });

  for (const press of ['Control+Enter', 'Meta+Enter']) {
    it(`RTL F8: ${press} sends from the box`, async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form);
      const [modifier = '', key = ''] = press.split('+');
      const options = {key, bubbles: true, ctrlKey: modifier === 'Control', metaKey: modifier === 'Meta'};
      box(form).dispatchEvent(new KeyboardEvent('keydown', options));
      await form.updateComplete;
      await settled(form);
      expect(backend.sent).to.have.length(1);
    });
  }

  it('Enter in a field sends, as in every form', async () => {
    const backend = memoryBackend();
    const form = await ready(backend);
    write(form);
    one<HTMLFormElement>(form, 'form').requestSubmit();
    await form.updateComplete;
    await settled(form);
    expect(backend.sent).to.have.length(1);
  });

  it('waits for its own code when the reader is faster', async () => {
    const backend = memoryBackend();
    const form = await show(backend);
    for (const [id, value] of Object.entries({name: 'سامي', email: 's@example.org', comment: 'سريع'})) {
      input(form, id).value = value;
      input(form, id).dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    }
    submitButton(form).click();
    submitButton(form).click();
    await form.updateComplete;
    expect(isBusy(form)).to.equal(true);
    expect(seen(submitButton(form))).to.equal('جارٍ الإرسال…');
    await waitUntil(() => backend.sent.length, 'sent by itself');
    await settled(form);
    expect(backend.sent).to.have.length(1);
    expect(box(form).value).to.equal('');
  });

  it('keeps what is written while it sends', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const form = await ready(backend);
    write(form, {text: 'الأول'});
    submitButton(form).click();
    await waitUntil(() => backend.calls.includes('create'));
    type(box(form), 'الأول، ثم الثاني');
    release();
    await settled(form);
    expect(backend.sent[0]?.content.text).to.equal('الأول');
    expect(box(form).value).to.equal('الأول، ثم الثاني');
    const again = await show(backend);
    expect(box(again).value).to.equal('الأول، ثم الثاني');
  });

  it('SEC 7.4: a comment on its way survives its form, and settles its draft', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const form = await ready(backend);
    write(form);
    submitButton(form).click();
    await waitUntil(() => backend.calls.includes('create'));
    form.remove();
    // Another form of the same conversation knows of it.
    const next = await ready(backend);
    expect(box(next).value).to.equal('السلام عليكم');
    await waitUntil(() => isBusy(next));
    submitButton(next).click();
    release();
    await settled(next);
    expect(backend.sent).to.have.length(1);
    expect(box(next).value).to.equal('');
    expect(box(await show(backend)).value).to.equal('');
  });

  it('SEC 7.4: goes where it was written for, though the page has turned to another', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const form = await ready(backend);
    const created: Event[] = [];
    form.addEventListener('comment-created', (event) => void created.push(event));
    write(form, {text: 'للأولى'});
    submitButton(form).click();
    await waitUntil(() => backend.calls.includes('create'));
    form.thread = 'second';
    await form.updateComplete;
    await form.updateComplete;
    expect(isBusy(form)).to.equal(false);
    type(box(form), 'للثانية');
    release();
    await waitUntil(() => backend.stored(thread()).length);
    await form.updateComplete;
    expect(box(form).value).to.equal('للثانية');
    expect(created).to.have.length(0);
    form.thread = thread();
    await form.updateComplete;
    expect(box(form).value).to.equal('');
  });

  it('remembers that the rules were accepted, until they change', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {agreeRules: true, rulesVersion: '2', agreePrivacy: true});
    write(form);
    input(form, 'rules').click();
    input(form, 'privacy').click();
    await send(form);
    expect(backend.sent[0]?.agreed).to.deep.equal({rules: '2', privacy: true});
    const same = await show(backend, {agreeRules: true, rulesVersion: '2', agreePrivacy: true, thread: 'b'});
    expect(input(same, 'rules').checked).to.equal(true);
    expect(input(same, 'privacy').checked).to.equal(false);
    const changed = await show(backend, {agreeRules: true, rulesVersion: '3', thread: 'c'});
    expect(input(changed, 'rules').checked).to.equal(false);
  });

  it('has a state for styles', async () => {
    const backend = memoryBackend();
    const release = backend.hold('create');
    const form = await ready(backend);
    const matches = (state: string): boolean => form.matches(`:state(${state})`);
    write(form, {text: ''});
    await send(form);
    expect(matches('failed')).to.equal(true);
    write(form);
    submitButton(form).click();
    expect([matches('sending'), matches('failed')]).to.deep.equal([true, false]);
    release();
    await settled(form);
    expect([matches('sending'), matches('failed')]).to.deep.equal([false, false]);
  });

  describe('what is wrong', () => {
    it('RTL E1: is not said before the reader sends', async () => {
      const form = await ready();
      type(input(form, 'email'), 'laila@');
      box(form).focus();
      input(form, 'name').focus();
      expect(all(form, '[aria-invalid=true]')).to.have.length(0);
      expect(summary(form)).to.equal('');
    });

    it('RTL E2, E3: is said above, in the order of the fields, and before each field', async () => {
      const backend = memoryBackend();
      const form = await ready(backend, {agreeRules: true});
      write(form, {name: '', email: 'laila@', text: ''});
      await send(form);
      expect(backend.sent).to.have.length(0);
      const alert = one(form, '[part=summary]');
      expect(alert).to.have.attribute('role', 'alert');
      expect(alert).to.have.attribute('tabindex', '-1');
      if (document.hasFocus()) expect(focused(form)).to.equal(alert);
      expect(all(form, '[part=summary] li').map((item) => seen(item))).to.deep.equal([
        'اكتب اسمك',
        'اكتب البريد الإلكتروني بالصيغة الصحيحة، مثل name@example.com',
        'اكتب تعليقك',
        'يجب أن توافق على شروط التعليق قبل إرسال التعليق',
      ]);
      expect(errorOf(form, 'name')).to.equal('خطأ: اكتب اسمك');
      for (const id of ['name', 'email', 'comment', 'rules']) {
        expect(input(form, id)).to.have.attribute('aria-invalid', 'true');
        expect(input(form, id).getAttribute('aria-describedby')).to.contain(`${id}-error`);
        const error = one(form, `#${id}-error`);
        expect(error.compareDocumentPosition(input(form, id))).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      }
      expect(input(form, 'email').value).to.equal('laila@');
    });

    it('RTL E6: isolates the example', async () => {
      const form = await ready();
      write(form, {email: 'x'});
      await send(form);
      expect(seen(one(form, '#email-error bdi[dir=ltr]'))).to.equal('name@example.com');
    });

    it('RTL E4: its links focus the fields and leave the address alone', async () => {
      const form = await ready();
      write(form, {name: '', text: ''});
      await send(form);
      const {href} = location;
      const [, link] = all(form, '[part=summary] a');
      link?.click();
      expect(focused(form)).to.equal(box(form));
      expect(location.href).to.equal(href);
    });

    it('RTL E1: goes when the field is right, and no new error comes before the next try', async () => {
      const form = await ready();
      write(form, {name: '', text: ''});
      await send(form);
      type(input(form, 'email'), 'wrong@');
      await form.updateComplete;
      expect(errorOf(form, 'email')).to.equal('');
      type(input(form, 'name'), ' ');
      await form.updateComplete;
      expect(errorOf(form, 'name')).to.equal('خطأ: اكتب اسمك');
      type(input(form, 'name'), 'ليلى');
      await form.updateComplete;
      expect(errorOf(form, 'name')).to.equal('');
      expect(input(form, 'name')).to.have.attribute('aria-invalid', 'false');
      expect(all(form, '[part=summary] li')).to.have.length(1);
    });

    it('moves nothing while a button is pressed', async () => {
      const form = await ready();
      write(form, {name: ''});
      await send(form);
      const button = submitButton(form);
      const pointer = {bubbles: true, composed: true};
      button.dispatchEvent(new PointerEvent('pointerdown', pointer));
      type(input(form, 'name'), 'ليلى');
      await form.updateComplete;
      expect(errorOf(form, 'name')).not.to.equal('');
      button.dispatchEvent(new PointerEvent('pointerup', pointer));
      await waitUntil(() => errorOf(form, 'name') === '');
    });

    it('comes in the language that the page turns to', async () => {
      const form = await ready();
      write(form, {name: ''});
      await send(form);
      form.lang = 'en';
      await waitUntil(() => errorOf(form, 'name') === 'Error: Enter your name', 'in English');
      form.removeAttribute('lang');
    });
  });

  describe('against spam', () => {
    it('SEC 9.1: shows a decoy that was filled, and drops nothing', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      const decoy = input(form, 'decoy');
      expect(decoy.closest('[aria-hidden=true]')).not.to.equal(null);
      expect(decoy.tabIndex).to.equal(-1);
      write(form);
      decoy.value = 'x';
      await send(form);
      expect(backend.sent).to.have.length(0);
      expect(summary(form)).to.contain('حقل مخفي');
      expect(decoy.closest('[aria-hidden=true]')).to.equal(null);
      all(form, '[part=summary] a')[0]?.click();
      expect(focused(form)).to.equal(decoy);
      type(decoy, '');
      await send(form);
      expect(backend.sent).to.have.length(1);
    });

    it('SEC 9.1: sends it to a server that knows it', async () => {
      const backend = memoryBackend({capabilities: {decoy: true}});
      const form = await ready(backend);
      await waitUntil(() => backend.calls.includes('capabilities'));
      await aTimeout(0);
      write(form);
      input(form, 'decoy').value = 'x';
      await send(form);
      expect(backend.sent[0]?.decoy).to.equal('x');
    });

    it('SEC 9.2: holds what comes too early and sends it by itself', async () => {
      const backend = memoryBackend();
      const form = await show(backend);
      await prepared(form);
      write(form);
      submitButton(form).click();
      await form.updateComplete;
      expect(isBusy(form)).to.equal(true);
      await aTimeout(0);
      expect(backend.calls).not.to.include('create');
      await waitUntil(() => backend.sent.length, 'sent by itself');
      await settled(form);
      expect(status(form)).to.equal('نُشِر تعليقك.');
    });

    it('SEC 9.3: says once how long to wait, and sends nothing before', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form, {text: 'الأول'});
      await send(form);
      write(form, {text: 'الثاني'});
      await send(form);
      expect(backend.sent).to.have.length(1);
      expect(summary(form)).to.match(/تمهّل قليلاً\. حاول مجددًا بعد (10|9) ثوانٍ\./);
      expect(box(form).value).to.equal('الثاني');
    });

    it('SEC 9.3: asks once before the same text goes again', async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form, {text: 'مكرر'});
      await send(form);
      // Ten seconds later.
      const {now} = Date;
      Date.now = () => now() + 11_000;
      try {
        write(form, {text: 'مكرر'});
        submitButton(form).click();
        await waitUntil(() => form.renderRoot.querySelector('dialog[open]'));
        expect(seen(one(form, 'dialog p'))).to.equal('أرسلت هذا التعليق قبل قليل. هل تريد إرساله مرة أخرى؟');
        one(form, 'dialog .quiet').click();
        await settled(form);
        expect(backend.sent).to.have.length(1);
        expect(box(form).value).to.equal('مكرر');
        submitButton(form).click();
        await waitUntil(() => form.renderRoot.querySelector('dialog[open]'));
        one(form, 'dialog .submit').click();
        await waitUntil(() => backend.sent.length === 2);
        await settled(form);
      } finally {
        Date.now = now;
      }
    });
  });

  describe('SEC 9.4: a challenge', () => {
    it('that cannot be drawn keeps the text, and nothing reaches the page', async () => {
      const backend = memoryBackend();
      const challenge = {
        render: () => {
          throw new Error('no');
        },
        token: () => 'never asked',
      };
      const form = await ready(backend, {challenge});
      write(form);
      await send(form);
      expect(summary(form)).to.contain('لم ينجح التحقق.');
      expect(box(form).value).to.equal('السلام عليكم');
      form.challenge = undefined;
      await form.updateComplete;
      await send(form);
      expect(backend.sent).to.have.length(1);
    });

    it('is drawn in its slot, and its token is sent once', async () => {
      const backend = memoryBackend();
      let drawn: HTMLElement | undefined;
      let asked = 0;
      const challenge = {
        render: (host: HTMLElement) => void (drawn = host),
        token: async () => `token-${++asked}`,
      };
      const form = await ready(backend, {challenge});
      expect(drawn?.slot).to.equal('challenge');
      expect(drawn?.parentElement).to.equal(form);
      write(form);
      await send(form);
      expect(backend.sent[0]?.challenge).to.equal('token-1');
      expect(asked).to.equal(1);
    });

    const failures: readonly [
      what: string,
      token: () => never | Promise<never> | string | Promise<string>,
    ][] = [
      ['rejects', () => Promise.reject(new Error('no'))],
      [
        'throws',
        () => {
          throw new Error('no');
        },
      ],
      ['gives nothing', () => ''],
      ['gives too much', () => 'x'.repeat(9000)],
      ['gives something else', () => 7 as never],
    ];
    for (const [what, token] of failures) {
      it(`that ${what} keeps the text and offers to try again`, async () => {
        const backend = memoryBackend();
        const form = await ready(backend, {challenge: {render: () => {}, token}});
        write(form);
        const failed = oneEvent(form, 'comment-failed');
        await send(form);
        await failed;
        expect(summary(form)).to.contain('لم ينجح التحقق.');
        expect(isVisible(one(form, '[part=summary] button'))).to.equal(true);
        expect(box(form).value).to.equal('السلام عليكم');
        expect(backend.sent).to.have.length(0);
      });
    }
  });

  describe('what the server asks for', () => {
    it('is asked for by the form', async () => {
      const backend = memoryBackend({capabilities: {requires: ['name', 'email']}});
      const form = await ready(backend, {fields: 'name'});
      await waitUntil(() => form.renderRoot.querySelector('#email'));
      expect(all(form, '.fields label').map((label) => seen(label))).to.deep.equal([
        'الاسم*',
        'البريد الإلكتروني*',
      ]);
      write(form, {name: '', email: ''});
      await send(form);
      expect(all(form, '[part=summary] li')).to.have.length(2);
    });
  });
});
