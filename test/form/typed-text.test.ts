import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {all, box, clean, errorOf, input, ready, send, summary, type, write} from './element.js';

describe('what is typed into the form', () => {
  afterEach(clean);

  it('RTL C2, SEC 2.4: over the limit it can be typed, is refused in words, stays, and is never cut', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {maxLength: 10});
    expect(all(form, '[maxlength]')).to.deep.equal([]);
    const long = 'ن'.repeat(25);
    write(form, {text: long});
    await send(form);
    expect(errorOf(form, 'comment')).to.contain('10');
    expect(box(form).value).to.equal(long);
    expect(backend.sent).to.have.length(0);
  });

  describe('RTL T5: signs that are not seen', () => {
    /** Every sign that cleaning removes from some field, but for line ends, which are seen. */
    const unseen = [
      ...'\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
      ...'\u0000\u0008\u000e\u001f\u007f\u009f\u00ad\u180e\u200b\u2060\u2064\u206a\u206f\ufeff\ufff9',
      ...'\ufffb\u115f\u1160\u3164\uffa0\u{e0001}\u{e007f}',
    ].join('');
    const typed = {
      name: `لي${unseen}لى`,
      email: `la${unseen}ila@exam${unseen}ple.org`,
      website: `exam${unseen}ple.org/a`,
      comment: `سلا${unseen}م`,
    };

    const fillIn = (form: TaaliqForm): void => {
      for (const [id, value] of Object.entries(typed)) type(control(form, id), value);
    };
    const kept = (form: TaaliqForm): Record<string, string> =>
      Object.fromEntries(Object.keys(typed).map((id) => [id, control(form, id).value]));
    const control = (form: TaaliqForm, id: string): HTMLInputElement | HTMLTextAreaElement =>
      id === 'comment' ? box(form) : input(form, id);

    it('stay in the fields while the reader writes, goes elsewhere and fails to send; only what is sent is clean', async () => {
      const backend = memoryBackend();
      backend.fail('create', new CommentError('network'), {times: 1});
      const form = await ready(backend, {fields: 'name* email* website'});
      fillIn(form);
      expect(kept(form)).to.deep.equal(typed);
      for (const id of Object.keys(typed)) {
        control(form, id).focus();
        control(form, id).blur();
      }
      form.requestUpdate();
      await form.updateComplete;
      expect(kept(form)).to.deep.equal(typed);
      await send(form);
      expect(kept(form)).to.deep.equal(typed);
      const drafts = Object.values({...sessionStorage}).map(
        (json) => (JSON.parse(json) as {text?: string}).text,
      );
      expect(drafts).to.include(typed.comment);
      await send(form);
      const sent = backend.sent.at(-1);
      expect(sent?.author).to.deep.equal({
        // One that joins stays between letters; controls are a space (SEC 10.1).
        name: 'لي\u200c لى',
        email: 'laila@example.org',
        url: 'https://example.org/a',
      });
      expect(sent?.content.text).to.equal('سلا\u200c\u200eم');
    });

    it('are no error in any field', async () => {
      const backend = memoryBackend();
      const form = await ready(backend, {fields: 'name* email* website'});
      fillIn(form);
      await send(form);
      expect(all(form, '[aria-invalid=true]')).to.deep.equal([]);
      expect(summary(form)).to.equal('');
      expect(backend.sent).to.have.length(1);
    });

    it('do not make a text too long', async () => {
      const backend = memoryBackend();
      const form = await ready(backend, {maxLength: 5});
      write(form, {text: `سلا${'\u200b\u2060'.repeat(20)}م`});
      await send(form);
      expect(errorOf(form, 'comment')).to.equal('');
      expect(backend.sent.map(({content}) => content.text)).to.deep.equal(['سلام']);
    });
  });

  it('RTL T2, SEC 2.3, SEC 10.1, SEC 10.6: what is sent is clean', async () => {
    const backend = memoryBackend();
    const form = await ready(backend);
    write(form, {
      name: '\u200fليلى\u2060\u202e',
      email: ' laila@example.org\u200e',
      text: '\ufeffسلام\u202e \r\n',
    });
    await send(form);
    const [sent] = backend.sent;
    expect(sent?.author).to.deep.equal({name: 'ليلى', email: 'laila@example.org', url: null});
    expect(sent?.content.text).to.equal('سلام');
  });

  for (const text of [
    'مُحَمَّد ﷺ ½ ﻻ',
    'e\u0301 م\u0651\u064e',
    'أ < ب و ج > د',
    'if (a<b && c>d) <3 <me@example.org>',
    '&lt;b&gt; &amp;amp; </textarea> {{x}} ${x} \\n',
    '# أ\n* ب\n> ج\n1. د',
    '👩\u200d💻 می\u200cخواهم',
    '<b>bold</b><script>alert(1)</script>',
  ]) {
    it(`RTL T1, SEC 2.1, SEC 2.2: sends ${JSON.stringify(text)} as it was typed`, async () => {
      const backend = memoryBackend();
      const form = await ready(backend);
      write(form, {text});
      await send(form);
      expect(backend.sent.map(({content}) => content.text)).to.deep.equal([text]);
    });
  }

  for (const [text, lang, dir] of [
    ['مرحبا', 'ar', 'rtl'],
    ['Hello', 'ar', 'ltr'],
    ['مرحبا', 'en', 'rtl'],
    ['12', 'ar', 'rtl'],
    ['12', 'en', 'ltr'],
  ] as const) {
    it(`RTL B11: "${text}" of a form in ${lang} is sent as ${dir}`, async () => {
      const backend = memoryBackend();
      const form = await ready(backend, {}, lang);
      write(form, {text});
      await send(form);
      expect(backend.sent.map((sent) => sent.dir)).to.deep.equal([dir]);
    });
  }

  it('RTL T7: a website is sent with its scheme, or refused', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {fields: 'name* email* website'});
    write(form);
    type(input(form, 'website'), 'me@example.org');
    await send(form);
    expect(errorOf(form, 'website')).not.to.equal('');
    expect(backend.sent).to.have.length(0);
    type(input(form, 'website'), 'example.org');
    await send(form);
    expect(backend.sent.map(({author}) => author.url)).to.deep.equal(['https://example.org/']);
  });
});
