import {expect} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {all, box, clean, errorOf, input, ready, send, type, write} from './element.js';

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
