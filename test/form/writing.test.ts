import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {
  all,
  box,
  clean,
  input,
  one,
  ready,
  seen,
  send,
  show,
  status,
  summary,
  type,
  write,
  passTime,
  thread,
} from './element.js';
import {withFullStorage} from './kept.js';
import {waitUntil} from '../support/wait-until.js';

const drafts = (storage: Storage): string[] =>
  Object.keys(storage).filter((key) => key.startsWith('taaliq:draft'));

describe('writing', () => {
  afterEach(clean);

  describe('direction', () => {
    const rows: readonly [lang: string, text: string, dir: string | null][] = [
      ['ar', '', null],
      ['ar', '123 ، !', null],
      ['ar', 'سلام', 'rtl'],
      ['ar', 'hello', 'ltr'],
      ['ar', 'قرأت كتاب Clean Code', 'rtl'],
      ['en', 'hello', 'ltr'],
      ['en', 'سلام', 'rtl'],
    ];
    for (const [lang, text, dir] of rows) {
      it(`RTL F2: "${text}" in ${lang}: ${dir}`, async () => {
        const form = await ready(memoryBackend(), {}, lang);
        for (const control of [box(form), input(form, 'name')]) {
          type(control, text);
          expect(control.getAttribute('dir')).to.equal(dir);
        }
      });
    }

    it('goes when the text goes', async () => {
      const form = await ready();
      type(box(form), 'hello');
      type(box(form), '');
      expect(box(form)).not.to.have.attribute('dir');
    });

    it('is never left to the engine', async () => {
      const form = await ready();
      write(form);
      expect(form.renderRoot.querySelector('[dir=auto]')).to.equal(null);
    });
  });

  describe('RTL F9: the counter', () => {
    const counter = (form: TaaliqForm): string => seen(one(form, '[part=counter]'));

    it('shows from four fifths of the limit, and says when it is passed', async () => {
      const form = await ready(undefined, {maxLength: 10});
      type(box(form), 'ن'.repeat(7));
      expect(counter(form)).to.equal('');
      type(box(form), 'ن'.repeat(8));
      expect(counter(form)).to.equal('بقي حرفان');
      type(box(form), 'ن'.repeat(13));
      expect(counter(form)).to.equal('تجاوزت الحد بمقدار 3 أحرف');
      expect(box(form).value).to.have.length(13);
      type(box(form), 'ن');
      expect(counter(form)).to.equal('');
    });

    it('RTL C1: counts as a reader does', async () => {
      const form = await ready(undefined, {maxLength: 5});
      type(box(form), 'مَرْحَبًا');
      expect(counter(form)).to.equal('لم يتبقَّ أي حرف');
    });

    it('is hidden from voices, which hear it when typing stops', async () => {
      const form = await ready(undefined, {maxLength: 10});
      type(box(form), 'ن'.repeat(9));
      expect(one(form, '[part=counter]')).to.have.attribute('aria-hidden', 'true');
      const spoken = one(form, '.counter-spoken');
      expect(seen(spoken)).to.equal('');
      await waitUntil(() => seen(spoken) === 'بقي حرف واحد', 'said after a second');
    });

    it('takes the stricter of page and server', async () => {
      const form = await ready(memoryBackend({capabilities: {maxLength: 10}}), {maxLength: 50});
      await waitUntil(() => seen(one(form, '#comment-note')).includes('10'), 'the server has said so');
      type(box(form), 'ن'.repeat(11));
      expect(counter(form)).to.equal('تجاوزت الحد بحرف واحد');
    });
  });

  describe('RTL F11: the draft', () => {
    it('is kept with every key, before anything else has been loaded, without name and e-mail', async () => {
      const form = await show();
      box(form).value = 'مسودة';
      box(form).dispatchEvent(new InputEvent('input', {bubbles: true}));
      expect(drafts(sessionStorage)).to.have.length(1);
      write(form, {name: 'سرّي', email: 'secret@example.org', text: 'مسودة ثانية'});
      const kept = JSON.stringify({...sessionStorage, ...localStorage});
      expect(kept).to.contain('مسودة ثانية');
      expect(kept).not.to.contain('secret');
      expect(kept).not.to.contain('سرّي');
    });

    it('comes back in another form of the same conversation, and says so', async () => {
      const first = await show();
      type(box(first), 'hello draft');
      first.remove();
      const form = await show();
      expect(box(form).value).to.equal('hello draft');
      await form.updateComplete;
      expect(status(form)).to.equal('استُعيدت مسودة تعليقك.');
      await waitUntil(() => box(form).dir === 'ltr', 'has its direction without a focus');
    });

    it('belongs to one server, conversation and comment', async () => {
      const form = await show();
      type(box(form), 'لهذه');
      for (const other of [{thread: 'other'}, {parentId: '7'}, {endpoint: '/other'}]) {
        expect(box(await show(undefined, other)).value, JSON.stringify(other)).to.equal('');
      }
    });

    it('stays with its conversation when the page turns to another, and back', async () => {
      const form = await ready();
      type(box(form), 'نص الأول');
      form.thread = 'second';
      await form.updateComplete;
      expect(box(form).value).to.equal('');
      type(box(form), 'نص الثاني');
      form.thread = thread();
      await form.updateComplete;
      expect(box(form).value).to.equal('نص الأول');
      form.thread = 'second';
      await form.updateComplete;
      expect(box(form).value).to.equal('نص الثاني');
    });

    it('survives a change of conversation where storage is forbidden', async () => {
      await withFullStorage(async () => {
        const form = await ready();
        type(box(form), 'بلا تخزين');
        form.thread = 'second';
        await form.updateComplete;
        await form.updateComplete;
        expect(box(form).value).to.equal('');
        form.thread = thread();
        await waitUntil(() => box(form).value === 'بلا تخزين', 'the text is back');
      });
    });

    it('goes with the last letter, and does not say that it came back', async () => {
      const form = await ready();
      type(box(form), 'نص');
      type(box(form), '');
      expect(drafts(sessionStorage)).to.have.length(0);
      const again = await show();
      expect(status(again)).to.equal('');
    });

    it('survives what others wrote into storage', async () => {
      type(box(await show()), 'نص');
      const [key = ''] = drafts(sessionStorage);
      for (const kept of ['{', 'null', '7', '{"text":7}', '[]']) {
        sessionStorage.setItem(key, kept);
        expect(box(await show()).value, kept).to.equal('');
      }
    });

    it('SEC 7.3: outlives its tab once it was sent and not accepted, for seven days', async () => {
      const backend = memoryBackend();
      const {CommentError} = await import('../../src/backends/errors.js');
      backend.fail('create', new CommentError('server'));
      const form = await ready(backend);
      passTime();
      write(form, {text: 'لم تُقبل'});
      expect(drafts(localStorage)).to.have.length(0);
      await send(form);
      expect(drafts(localStorage)).to.have.length(1);
      type(box(form), 'لم تُقبل، ثم زيدت');
      sessionStorage.clear();
      const later = await show();
      expect(box(later).value).to.equal('لم تُقبل، ثم زيدت');

      const [key = ''] = drafts(localStorage);
      const draft = JSON.parse(localStorage.getItem(key) ?? '') as {until: number};
      expect(draft.until).to.be.closeTo(Date.now() + 7 * 86_400_000, 60_000);
      localStorage.setItem(key, JSON.stringify({...draft, until: Date.now() - 1}));
      sessionStorage.clear();
      const muchLater = await ready();
      expect(box(muchLater).value).to.equal('');
      expect(drafts(localStorage)).to.have.length(0);
    });
  });

  describe('RTL F10: what is remembered', () => {
    it('nothing until it is ticked, and nothing any more when it is not', async () => {
      const form = await ready();
      write(form, {name: 'ليلى', email: 'laila@example.org'});
      expect(JSON.stringify({...localStorage})).not.to.contain('laila');
      input(form, 'remember').click();
      expect(JSON.stringify({...localStorage})).to.contain('laila@example.org');
      const again = await show(undefined, {thread: 'other'});
      expect(input(again, 'name').value).to.equal('ليلى');
      expect(input(again, 'email').value).to.equal('laila@example.org');
      expect(input(again, 'remember').checked).to.equal(true);
      input(form, 'remember').click();
      expect(JSON.stringify({...localStorage})).not.to.contain('laila');
    });

    it('SEC 8.2: unticked, it is deleted at once, even if that is the first thing a reader does', async () => {
      localStorage.setItem('taaliq:reader', JSON.stringify({name: 'ليلى', email: 'laila@example.org'}));
      const form = await show();
      expect(input(form, 'remember').checked).to.equal(true);
      input(form, 'remember').click();
      expect(localStorage.getItem('taaliq:reader')).to.equal(null);
    });

    it('is not forgotten because another form, where it is not ticked, is written in', async () => {
      const other = await ready();
      const form = await ready();
      write(form);
      input(form, 'remember').click();
      write(other, {name: 'سامي'});
      expect(localStorage.getItem('taaliq:reader')).to.contain('ليلى');
    });

    it('is not offered where the page does not want it', async () => {
      localStorage.setItem('taaliq:reader', JSON.stringify({name: 'قديم', email: 'old@example.org'}));
      const form = await show(undefined, {noRemember: true});
      expect(input(form, 'name').value).not.to.equal('قديم');
    });

    it('survives what others wrote into storage', async () => {
      for (const kept of ['{', '7', '"x"', 'null', '[]', '{"name": {"a": 1}}']) {
        localStorage.setItem('taaliq:reader', kept);
        expect(await show(), kept).not.to.equal(null);
      }
    });

    it('WCAG 3.3.7: another form of the page does not ask again', async () => {
      const form = await ready();
      write(form, {name: 'نورة', email: 'n@example.org'});
      const reply = await show(undefined, {parentId: '1', parentName: 'سامي'});
      expect(input(reply, 'name').value).to.equal('نورة');
      expect(input(reply, 'email').value).to.equal('n@example.org');
    });
  });

  it('RTL F8: Enter makes a new line', async () => {
    const form = await ready();
    box(form).focus();
    await sendKeys({type: 'a'});
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'b'});
    expect(box(form).value).to.equal('a\nb');
    expect(summary(form)).to.equal('');
    expect(all(form, '[aria-invalid=true]')).to.have.length(0);
  });
});
