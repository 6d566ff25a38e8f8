import {expect, oneEvent} from '@open-wc/testing';
import {memoryBackend, type MemoryBackend} from '../../src/backends/memory/backend.js';
import {CommentError} from '../../src/backends/errors.js';
import type {CommentCreatedEvent} from '../../src/form/comment-created-event.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {linkAttributes} from '../../src/content/link-attributes.js';
import {attacks} from '../content/sanitize/attacks.js';
import {waitUntil} from '../support/wait-until.js';
import {
  all,
  box,
  clean,
  errorOf,
  isVisible,
  one,
  ready,
  seen,
  send,
  show,
  status,
  type,
  write,
} from './element.js';

const basic = {markup: 'basic'} as const;
const button = (form: TaaliqForm): HTMLButtonElement => one<HTMLButtonElement>(form, '#preview-button');
const region = (form: TaaliqForm): HTMLElement => one(form, '#preview');
const shownHtml = (form: TaaliqForm): string =>
  region(form)
    .innerHTML.replace(/<!--.*?-->/gs, '')
    .trim();

const withTags = async (backend: MemoryBackend = memoryBackend(), lang = 'ar'): Promise<TaaliqForm> => {
  const form = await ready(backend, basic, lang);
  await waitUntil(() => all(form, '#preview-button').length, 'the server has said that it keeps tags');
  return form;
};

/** Opens the preview and waits until it shows something. */
async function preview(form: TaaliqForm): Promise<void> {
  button(form).click();
  await waitUntil(() => region(form).childElementCount > 0, 'the preview is shown');
}

/** What the console says while `body` runs. */
async function warningsOf(body: () => Promise<unknown>): Promise<readonly string[]> {
  const {warn} = console;
  const said: string[] = [];
  console.warn = (...words) => void said.push(words.join(' '));
  try {
    await body();
  } finally {
    console.warn = warn;
  }
  return said.filter((line) => line.includes('markup'));
}

describe('markup="basic"', () => {
  afterEach(clean);

  it('sends what was typed, what is seen of it, and what became of it', async () => {
    const backend = memoryBackend();
    const form = await withTags(backend);
    write(form, {text: ' <b>مهم</b>: أ < ب\n<script>alert(1)</script> '});
    await send(form);
    expect(backend.sent[0]?.content).to.deep.equal({
      text: 'مهم: أ < ب\n<script>alert(1)</script>',
      html: '<p dir="rtl"><b>مهم</b>: أ &lt; ب</p><p dir="ltr" lang="">&lt;script&gt;alert(1)&lt;/script&gt;</p>',
      source: '<b>مهم</b>: أ < ب\n<script>alert(1)</script>',
      inline: '<b>مهم</b>: أ &lt; ب\n&lt;script&gt;alert(1)&lt;/script&gt;',
    });
    expect(box(form).value).to.equal('');
    expect(status(form)).to.equal('نُشِر تعليقك.');
  });

  it('SEC 3.2: DOMPurify has decided on every shape of it before it is sent', async () => {
    const backend = memoryBackend();
    const form = await withTags(backend);
    // Its own rule: an attribute that could end a comment of a document goes.
    write(form, {text: '<abbr title="a --> b">م</abbr> "نص"'});
    await send(form);
    expect(backend.sent[0]?.content.html).to.contain('<abbr>م</abbr>');
    expect(backend.sent[0]?.content.inline).to.equal('<abbr>م</abbr> "نص"');
  });

  it('SEC 2.9: what was just sent is shown as what became of it', async () => {
    const form = await withTags();
    write(form, {text: '<i>نص</i>'});
    const created = oneEvent(form, 'comment-created') as Promise<CommentCreatedEvent>;
    await send(form);
    expect((await created).comment.content).to.deep.equal({
      text: null,
      html: '<p dir="rtl"><i>نص</i></p>',
      source: '<i>نص</i>',
    });
  });

  it('text stays the default: tags arrive as they were typed', async () => {
    const backend = memoryBackend();
    const form = await ready(backend);
    write(form, {text: '<b>نص</b>'});
    await send(form);
    expect(all(form, '#preview-button')).to.deep.equal([]);
    expect(backend.sent[0]?.content).to.deep.equal({
      text: '<b>نص</b>',
      html: '<p dir="ltr">&lt;b&gt;نص&lt;/b&gt;</p>',
    });
  });

  it('is text where the server keeps no tags, and the console says so once', async () => {
    const backend = memoryBackend({capabilities: {markup: false}});
    let form: TaaliqForm | undefined;
    const said = await warningsOf(async () => {
      form = await ready(backend, basic);
      write(form, {text: '<b>نص</b>'});
      await send(form);
      await ready(backend, basic);
    });
    expect(said).to.have.length(1);
    expect(form && all(form, '#preview-button')).to.deep.equal([]);
    expect(backend.sent[0]?.content.text).to.equal('<b>نص</b>');
    expect(backend.sent[0]?.content.source).to.equal(undefined);
  });

  it('waits for a server that has not said yet whether it keeps tags', async () => {
    const backend = memoryBackend();
    const tell = backend.hold('capabilities');
    const form = await ready(backend, basic);
    write(form, {text: '<b>نص</b>'});
    one(form, '[part=submit]').click();
    await form.updateComplete;
    expect(backend.sent).to.deep.equal([]);
    tell();
    await waitUntil(() => backend.sent.length, 'it has been sent');
    expect(backend.sent[0]?.content.text).to.equal('نص');
  });

  it('RTL T3: tags around nothing are nothing', async () => {
    const backend = memoryBackend();
    const form = await withTags(backend);
    for (const text of ['<b></b>', '<i> </i>\n<q>\u200f</q>', '<blockquote><s></s></blockquote>']) {
      write(form, {text});
      await send(form);
      expect(errorOf(form, 'comment')).to.contain('اكتب تعليقك');
    }
    expect(backend.sent).to.deep.equal([]);
  });

  it('counts what is seen and not the tags', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {...basic, maxLength: 10});
    await waitUntil(() => all(form, '#preview-button').length, 'the server has said that it keeps tags');
    write(form, {text: '<strong>عشرة</strong> <em>أحرف</em>'});
    expect(seen(one(form, '[part=counter]'))).to.equal('بقي حرف واحد');
    await send(form);
    expect(backend.sent).to.have.length(1);
    const long = await ready(backend, {...basic, maxLength: 10, thread: 'other'});
    await waitUntil(() => all(long, '#preview-button').length, 'the server has said that it keeps tags');
    write(long, {text: '<b>أكثر من عشرة أحرف</b>'});
    await send(long);
    expect(errorOf(long, 'comment')).to.contain('10');
    expect(backend.sent).to.have.length(1);
  });

  it('the draft keeps what was typed', async () => {
    const form = await withTags();
    write(form, {text: '<b>لم يُرسل'});
    const again = await show(form.backend, basic);
    expect(box(again).value).to.equal('<b>لم يُرسل');
  });

  it('SEC 7.1: a retry is the same comment', async () => {
    const backend = memoryBackend();
    const form = await withTags(backend);
    backend.fail('create', new CommentError('network'), {times: 1, afterwards: true});
    write(form, {text: '<b>نص</b>'});
    await send(form);
    expect(box(form).value).to.equal('<b>نص</b>');
    await send(form);
    expect(backend.sent.map(({key}) => key)).to.have.length(2);
    expect(new Set(backend.sent.map(({key}) => key)).size).to.equal(1);
    expect(backend.stored(form.thread)).to.have.length(1);
  });

  describe('the preview', () => {
    it('is a button with its name that opens a region of the same name, said politely', async () => {
      const form = await withTags();
      write(form, {text: 'قال <b>نعم</b>\nyes'});
      expect(seen(button(form))).to.equal('معاينة');
      expect(button(form).getAttribute('aria-expanded')).to.equal('false');
      expect(region(form).childElementCount).to.equal(0);
      await preview(form);
      expect(button(form).getAttribute('aria-expanded')).to.equal('true');
      expect(button(form).getAttribute('aria-controls')).to.equal(region(form).id);
      expect(region(form).getAttribute('role')).to.equal('region');
      expect(region(form).getAttribute('aria-labelledby')).to.equal(button(form).id);
      expect(region(form).getAttribute('aria-live')).to.equal('polite');
      expect(shownHtml(form)).to.equal('<p dir="rtl">قال <b>نعم</b></p><p dir="ltr" lang="">yes</p>');
      button(form).click();
      await form.updateComplete;
      expect(region(form).childElementCount).to.equal(0);
    });

    it('stands behind the box and before the button that sends', async () => {
      const form = await withTags();
      const order = all(form, 'textarea, #preview-button, #preview, [part=submit]').map(
        ({id, part}) => id || part.value,
      );
      expect(order).to.deep.equal(['comment', 'preview-button', 'preview', 'submit']);
      expect(isVisible(button(form))).to.equal(true);
    });

    it('follows what is typed, and says nothing of it meanwhile', async () => {
      const form = await withTags();
      write(form, {text: '<b>أ</b>'});
      await preview(form);
      type(box(form), '<i>ب</i>');
      await waitUntil(() => shownHtml(form) === '<p dir="rtl"><i>ب</i></p>', 'the preview has followed');
      expect(region(form).getAttribute('aria-live')).to.equal('off');
      button(form).click();
      await preview(form);
      expect(region(form).getAttribute('aria-live')).to.equal('polite');
    });

    it('shows exactly what is sent', async () => {
      const backend = memoryBackend();
      const form = await withTags(backend);
      write(form, {text: '<b>أ<i>ب</b>ج\n<a href="javascript:x">د</a> <u>هـ</u>\n\n<blockquote>a < b\nو'});
      await preview(form);
      const before = shownHtml(form);
      await send(form);
      expect(before).to.equal(backend.sent[0]?.content.html);
    });

    it('SEC 4.4: shows where a link leads that names another host', async () => {
      const form = await withTags();
      write(form, {text: '<a href="https://evil.example/">bank.example</a>'});
      await preview(form);
      const link = region(form).querySelector('a');
      expect(seen(region(form))).to.equal('bank.example (evil.example)');
      expect(link?.rel).to.equal('nofollow ugc noopener');
      expect(link?.target).to.equal('_blank');
    });

    it('is empty again when the comment is sent', async () => {
      const form = await withTags();
      write(form, {text: '<b>نص</b>'});
      await preview(form);
      await send(form);
      await waitUntil(() => !region(form).childElementCount, 'the preview is empty');
    });

    it('SEC 3.1, SEC 3.2: of hostile markup nothing runs, nothing is asked for, nothing but the tags stays', async () => {
      const form = await withTags();
      let ran = 0;
      Object.assign(window, {canary: () => ran++});
      const allowed = 'p br bdi a abbr acronym b blockquote cite code del em i q s strike strong'.split(' ');
      const names = ['href', 'title', 'datetime', 'dir', 'lang', 'translate', ...Object.keys(linkAttributes)];
      button(form).click();
      for (const attack of attacks) {
        type(box(form), `${attack} <b>end</b>`);
        // Opened anew: that shows at once what stands in the box.
        button(form).click();
        await preview(form);
        for (const element of region(form).querySelectorAll('*')) {
          expect(allowed, attack).to.include(element.localName);
          for (const {name} of element.attributes) expect(names, attack).to.include(name);
        }
      }
      expect(ran).to.equal(0);
      expect(
        performance.getEntriesByType('resource').filter(({name}) => name.includes('canary')),
      ).to.deep.equal([]);
    });
  });

  for (const lang of ['ar', 'ckb', 'en', 'fa', 'fr', 'he', 'ps', 'tr', 'ug', 'ur'])
    it(`the preview has a name in ${lang}`, async () => {
      const form = await withTags(memoryBackend(), lang);
      expect(seen(button(form))).not.to.equal('');
      if (lang !== 'en') expect(seen(button(form))).not.to.equal('Preview');
    });
});
