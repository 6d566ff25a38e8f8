import {expect, html} from '@open-wc/testing';
import type {Language} from '../../src/language/messages.js';
import {registerLanguage} from '../../src/language/register-language.js';
import {loadLanguage} from '../../src/language/registry.js';
import {languages} from './languages.js';
import {hears, say} from './probe.js';

describe('registerLanguage', () => {
  it('serves elements that are there already', async () => {
    const element = await say(html`<language-probe lang="pt-BR"></language-probe>`);
    expect(element.heading).to.equal('Leave a Comment');
    registerLanguage('pt', () =>
      Promise.resolve({...languages['en']!, lang: 'pt', formTitle: 'Deixe um comentário'}),
    );
    await hears(element, 'Deixe um comentário');
    expect(element.root.lang).to.equal('pt-BR');
  });

  it('takes a tag with a region before the language', async () => {
    registerLanguage('ar-TN', () => Promise.resolve({...languages['ar']!, formTitle: 'خلّي تعليق'}));
    expect((await say(html`<language-probe lang="ar-TN"></language-probe>`)).heading).to.equal('خلّي تعليق');
    expect((await say(html`<language-probe lang="ar-DZ"></language-probe>`)).heading).to.equal('اترك تعليق');
  });

  it('RTL L6: says in the language of the same direction what it lacks', async () => {
    // A page without TypeScript may leave things out.
    const part = (dir: 'rtl' | 'ltr'): Language =>
      ({lang: 'xx', dir, formTitle: 'Ⅰ', submit: ''}) as unknown as Language;
    registerLanguage('sd', () => Promise.resolve(part('rtl')));
    registerLanguage('it', () => Promise.resolve(part('ltr')));
    const sindhi = await say(html`<language-probe lang="sd"></language-probe>`);
    expect(sindhi.heading).to.equal('Ⅰ');
    expect(sindhi.language.text('submit')).to.equal('إرسال التعليق');
    const italian = await say(html`<language-probe lang="it"></language-probe>`);
    expect(italian.language.text('submit')).to.equal('Post Comment');
    expect(italian.language.text('errorNetwork')).to.equal(languages['en']!.errorNetwork);
  });
});

describe('loadLanguage', () => {
  it('rejects a language that is not there', async () => {
    const failure = await loadLanguage('xx').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(RangeError);
  });
});
