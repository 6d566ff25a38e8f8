import {expect} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {box, clean, errorOf, ready, send, status, summary, type, write} from './element.js';

const words = ['أحمق', 'fool'];

describe('blocked words in the form', () => {
  afterEach(clean);

  it('RTL C5: advised against: told once which, in quotation marks, and then sent as it is', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {blockedWords: {words, action: 'advise'}});
    write(form, {text: 'أنت والأحمــق سواء'});
    await send(form);
    const advice = 'في التعليق كلمات قد تخالف شروط التعليق: «والأحمــق». عدّلها، أو أرسل التعليق كما هو.';
    expect(errorOf(form, 'comment')).to.equal(`خطأ: ${advice}`);
    expect(summary(form)).to.contain(advice);
    expect(box(form).value).to.equal('أنت والأحمــق سواء');
    expect(backend.sent).to.have.length(0);
    await send(form);
    expect(backend.sent.map(({content}) => content.text)).to.deep.equal(['أنت والأحمــق سواء']);
    expect(box(form).value, 'accepted').to.equal('');
  });

  it('RTL C5: advised against: what comes new is told, the old is not', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {blockedWords: {words, action: 'advise'}});
    write(form, {text: 'أحمق'});
    await send(form);
    type(box(form), 'أحمق fool');
    await send(form);
    expect(errorOf(form, 'comment')).to.contain('«fool»');
    expect(backend.sent).to.have.length(0);
    await send(form);
    expect(backend.sent).to.have.length(1);
  });

  it('RTL C5: refused: as long as they are there, and nothing is lost', async () => {
    const backend = memoryBackend();
    const form = await ready(backend, {blockedWords: {words, action: 'refuse'}});
    write(form, {text: 'يا احمق'});
    for (let attempt = 0; attempt < 3; attempt++) {
      await send(form);
      expect(errorOf(form, 'comment')).to.equal(
        'خطأ: في التعليق كلمات تخالف شروط التعليق: «احمق». عدّلها ثم أعد الإرسال.',
      );
      expect(box(form).value).to.equal('يا احمق');
    }
    expect(JSON.stringify({...sessionStorage}), 'the draft').to.contain('يا احمق');
    expect(backend.sent).to.have.length(0);
    type(box(form), 'يا كريم');
    await send(form);
    expect(errorOf(form, 'comment')).to.equal('');
    expect(backend.sent.map(({content}) => content.text)).to.deep.equal(['يا كريم']);
    expect(status(form)).not.to.equal('');
  });

  const quoted: readonly (readonly [lang: string, word: string])[] = [
    ['ar', '«fool»'],
    ['fa', '«fool»'],
    ['ur', '«fool»'],
    ['ckb', '«fool»'],
    ['ps', '«fool»'],
    ['ug', '«fool»'],
    ['fr', '« fool »'],
    ['he', '"fool"'],
    ['en', '“fool”'],
    ['tr', '“fool”'],
  ];
  for (const [lang, word] of quoted) {
    it(`RTL S13: names them in the quotation marks of ${lang}`, async () => {
      const form = await ready(memoryBackend(), {blockedWords: {words, action: 'refuse'}}, lang);
      write(form, {text: 'fool'});
      await send(form);
      expect(errorOf(form, 'comment')).to.contain(`: ${word}`);
    });
  }

  it('written wrongly by the page: as if there were none', async () => {
    const backend = memoryBackend();
    // A page may put anything there by JSON.
    const form = await ready(backend, {blockedWords: {words: 'x'} as never});
    write(form);
    await send(form);
    expect(backend.sent).to.have.length(1);
  });
});
