import {elementUpdated, expect, html} from '@open-wc/testing';
import {list} from '../../src/language/numbers.js';
import {bare, say} from './probe.js';

const fsi = '\u2068';
const pdi = '\u2069';

describe('words', () => {
  it('RTL B6, L2: isolates every value and does not read it again', async () => {
    const {language} = await say(html`<language-probe></language-probe>`);
    expect(language.text('replyByTo', {name: '{parent}', parent: 'Ann'})).to.equal(
      `رد من ${fsi}{parent}${pdi} على ${fsi}Ann${pdi}`,
    );
    expect(language.plural('charactersLeft', 20)).to.equal(`بقي ${fsi}20${pdi} حرفًا`);
  });

  it('RTL B6: no value can end its isolate', async () => {
    const {language} = await say(html`<language-probe></language-probe>`);
    const text = language.text('replyTo', {name: `a${pdi}\u202eb\u2067c`});
    expect(text).to.equal(`رد على ${fsi}a\u202ebc${pdi}`);
  });

  it('writes numbers among the values in the digits of the place', async () => {
    const {language} = await say(html`<language-probe lang="ar-EG"></language-probe>`);
    expect(bare(language.text('says', {name: 12}))).to.equal('١٢ يقول:');
  });

  it('leaves nothing of a placeholder that has no value', async () => {
    const {language} = await say(html`<language-probe></language-probe>`);
    expect(bare(language.text('replyTo'))).to.equal('رد على ');
  });

  it('RTL B9: gives a template its values untouched, in the order of the language', async () => {
    const name = document.createElement('bdi');
    const arabic = (await say(html`<language-probe></language-probe>`)).language;
    expect(arabic.template('replyByTo', {name, parent: 7})).to.deep.equal(['رد من ', name, ' على ', 7, '']);
    const turkish = (await say(html`<language-probe lang="tr"></language-probe>`)).language;
    expect(turkish.template('replyByTo', {name, parent: 7})).to.deep.equal([
      '',
      7,
      ' yorumuna ',
      name,
      ' tarafından yanıt',
    ]);
  });

  it('RTL N9: joins lists as the language does, each item isolated', async () => {
    const words = ['أ', 'b', 'ج'];
    const joined = async (lang: string): Promise<string> =>
      list((await say(html`<language-probe lang=${lang}></language-probe>`)).language, words);
    expect(bare(await joined('en'))).to.equal('أ, b, and ج');
    expect(bare(await joined('ar'))).to.match(/^أ،? ?وb،? وج$/);
    for (const lang of ['en', 'ar', 'ckb', 'ug']) {
      expect((await joined(lang)).match(/\u2068[^\u2068\u2069]\u2069/g), lang).to.have.length(3);
    }
    if (!Intl.ListFormat.supportedLocalesOf('ckb').length) {
      expect(bare(await joined('ckb'))).to.equal('أ، b، ج');
    }
  });

  it('RTL N9: an array among the values is such a list', async () => {
    const {language} = await say(html`<language-probe></language-probe>`);
    const words = ['أحمق', 'fool'];
    expect(language.text('errorBlockedWordsList', {words})).to.contain(`: ${list(language, words)}. `);
  });
});

describe('strings of the page', () => {
  it('RTL L6: replace any message, at once and when they change', async () => {
    const element = await say(html`<language-probe .strings=${{formTitle: 'قل رأيك'}}></language-probe>`);
    expect(element.heading).to.equal('قل رأيك');
    element.strings = {replyTo: 'جاوب {name}', commentsCount: {one: 'رأي', other: '{count} رأي'}};
    await elementUpdated(element);
    expect(element.heading).to.equal('اترك تعليق');
    expect(bare(element.language.text('replyTo', {name: 'Ann'}))).to.equal('جاوب Ann');
    expect([1, 3].map((count) => bare(element.language.plural('commentsCount', count)))).to.deep.equal([
      'رأي',
      '3 رأي',
    ]);
  });

  it('RTL L6: fall back to the language where they are empty or not what they should be', async () => {
    const strings = {
      formTitle: '',
      submit: 5,
      retry: {other: 'x'},
      commentsCount: 'x',
      likesCount: null,
      edit: null,
    };
    const element = await say(html`<language-probe .strings=${strings}></language-probe>`);
    const {language} = element;
    expect(element.heading).to.equal('اترك تعليق');
    expect(language.text('submit')).to.equal('إرسال التعليق');
    expect(language.text('retry')).to.equal('إعادة المحاولة');
    expect(language.text('edit')).to.equal('تحرير');
    expect(language.plural('commentsCount', 2)).to.equal('تعليقان');
    expect(language.plural('likesCount', 2)).to.equal('إعجابان');
  });
});
