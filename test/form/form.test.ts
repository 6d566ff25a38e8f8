import {expect, fixtureSync, html} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {TaaliqForm} from '../../src/form/form.js';
import {
  all,
  box,
  clean,
  formIn,
  input,
  one,
  prepared,
  ready,
  seen,
  send,
  show,
  submitButton,
  type,
  write,
  isVisible,
} from './element.js';

const labels = (form: TaaliqForm): string[] => all(form, '.field label').map((label) => seen(label));

describe('<taaliq-form> at rest', () => {
  afterEach(clean);

  it('RTL L4: says exactly these Arabic words', async () => {
    const form = await show();
    expect(one(form, '[part=heading]').textContent?.trim()).to.equal('اترك تعليق');
    expect(one(form, '[part=notes]').textContent?.trim()).to.equal(
      'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
    );
    expect(one(form, '#rules-title').textContent?.trim()).to.equal('شروط التعليق :');
    expect(one(form, '#rules-text').textContent?.trim()).to.equal(
      'عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان أو الذات الالهية. والابتعاد عن التحريض الطائفي والعنصري والشتائم.',
    );
  });

  it('RTL D1, D3: its root has language and direction, its host has not', async () => {
    const form = await show();
    expect(one(form, '[part=root]')).to.have.attribute('lang', 'ar');
    expect(one(form, '[part=root]')).to.have.attribute('dir', 'rtl');
    expect(form).not.to.have.attribute('dir');
    expect(form).not.to.have.attribute('lang');
  });

  it('speaks English from left to right where the page does', async () => {
    const form = await ready(memoryBackend(), {}, 'en');
    expect(one(form, '[part=root]')).to.have.attribute('dir', 'ltr');
    expect(seen(one(form, '[part=heading]'))).to.equal('Leave a Comment');
    expect(seen(submitButton(form))).to.equal('Post Comment');
  });

  it('shows the fields asked for, in their order, marked', async () => {
    const form = await show(undefined, {fields: 'website email* name*'});
    expect(labels(form)).to.deep.equal(['الموقع الإلكتروني', 'البريد الإلكتروني*', 'الاسم*', 'التعليق*']);
  });

  it('does not speak of e-mail where it asks for none', async () => {
    const form = await show(undefined, {fields: 'name*'});
    expect(seen(one(form, '[part=notes]'))).to.equal('الحقول الإلزامية مشار إليها بـ *');
  });

  it('RTL 6: every field has the markup that browsers know', async () => {
    const form = await show(undefined, {fields: 'name* email* website'});
    const expected: Record<string, Record<string, string>> = {
      name: {
        name: 'name',
        type: 'text',
        autocomplete: 'name',
        autocapitalize: 'words',
        spellcheck: 'false',
        required: '',
      },
      email: {
        name: 'email',
        type: 'email',
        autocomplete: 'email',
        inputmode: 'email',
        autocapitalize: 'none',
        dir: 'ltr',
        required: '',
      },
      website: {
        name: 'url',
        type: 'url',
        autocomplete: 'url',
        inputmode: 'url',
        autocapitalize: 'none',
        dir: 'ltr',
      },
      comment: {name: 'comment', rows: '6', required: ''},
    };
    for (const [id, attributes] of Object.entries(expected)) {
      for (const [name, value] of Object.entries(attributes))
        expect(input(form, id)).to.have.attribute(name, value);
      // F6, and C2: text over the limit can be typed.
      expect(input(form, id)).to.have.attribute('aria-invalid', 'false');
      expect(input(form, id)).not.to.have.attribute('maxlength');
      expect(input(form, id)).not.to.have.attribute('placeholder');
      expect(isVisible(one(form, `label[for=${id}]`))).to.equal(true);
    }
    expect(input(form, 'website')).not.to.have.attribute('required');
    expect(input(form, 'name')).not.to.have.attribute('dir');
    expect(box(form)).not.to.have.attribute('dir');
    expect(one<HTMLFormElement>(form, 'form').noValidate).to.equal(true);
  });

  it('RTL F4, F9: describes e-mail and limit from the start', async () => {
    const form = await show(undefined, {maxLength: 300});
    const described = (id: string): string =>
      (input(form, id).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((of) => seen(form.renderRoot.querySelector(`#${of}`)))
        .join(' ')
        .trim();
    expect(described('email')).to.equal('لن يتم نشر عنوان بريدك الإلكتروني.');
    expect(described('comment')).to.equal('الحد الأقصى 300 حرف');
    expect(submitButton(form).getAttribute('aria-describedby')?.split(' ')).to.include('rules-text');
  });

  it('RTL G1: has two empty regions from the first rendering', async () => {
    const form = await show();
    expect(one(form, '[role=status][aria-atomic=true]').textContent).to.equal('');
    expect(one(form, '[role=alert]').textContent).to.equal('');
  });

  it('hides the rules, or shows the page’s own', async () => {
    expect(isVisible(one(await show(undefined, {noRules: true}), '[part=rules]'))).to.equal(false);
    const place = fixtureSync(html`<taaliq-form thread="k"><p slot="rules">كن لطيفًا</p></taaliq-form>`);
    await (place as TaaliqForm).updateComplete;
    const slot = one<HTMLSlotElement>(place as TaaliqForm, 'slot[name=rules]');
    expect(slot.assignedElements().map((element) => seen(element))).to.deep.equal(['كن لطيفًا']);
  });

  it('asks to accept the rules and for consent, with a link that only leads to the web', async () => {
    const form = await show(undefined, {agreeRules: true, agreePrivacy: true, privacyUrl: '/privacy'});
    expect(seen(one(form, 'label[for=rules]'))).to.equal('أوافق على شروط التعليق.*');
    expect(seen(one(form, 'label[for=privacy]'))).to.equal(
      'أوافق على سياسة الخصوصية (يُفتح في علامة تبويب جديدة) وعلى نشر تعليقي.*',
    );
    const link = one<HTMLAnchorElement>(form, 'label[for=privacy] a');
    expect(link).to.have.attribute('href', '/privacy');
    expect(link).to.have.attribute('rel', 'noopener');
    for (const privacyUrl of [`${'javascript'}:alert(1)`, ' java\nscript:alert(1)', 'data:text/html,x', '']) {
      form.privacyUrl = privacyUrl;
      await form.updateComplete;
      expect(form.renderRoot.querySelector('label[for=privacy] a'), privacyUrl).to.equal(null);
    }
  });

  it('SEC 8.2: offers to remember, off by default, or does not offer it', async () => {
    expect(input(await show(), 'remember').checked).to.equal(false);
    const form = await show(undefined, {noRemember: true});
    expect(form.renderRoot.querySelector('#remember')).to.equal(null);
  });

  it('is told what is wrong with its settings where it is seen, and asks for nothing', async () => {
    const form = await show('rest', {endpoint: ''});
    expect(seen(one(form, '[part=hint]'))).to.equal('لم تُضبط التعليقات في هذه الصفحة بعد. أخبر صاحب الموقع.');
    expect(isVisible(one(form, 'form'))).to.equal(false);
    form.endpoint = '/api/comments';
    await form.updateComplete;
    expect(isVisible(one(form, 'form'))).to.equal(true);
  });

  it('is closed when the page says so, but shows what the reader has typed', async () => {
    const form = await ready();
    form.readOnly = true;
    await form.updateComplete;
    expect(isVisible(one(form, 'form'))).to.equal(false);
    expect(seen(one(form, '[part=hint]'))).to.equal('التعليقات مغلقة.');
    form.readOnly = false;
    await form.updateComplete;
    type(box(form), 'لا تضِع');
    form.readOnly = true;
    await form.updateComplete;
    expect(isVisible(box(form))).to.equal(true);
    expect(box(form).value).to.equal('لا تضِع');
    await send(form);
    expect(seen(one(form, '[part=summary]'))).to.contain('عفواً، التعليقات مغلقة لهذا العنصر.');
  });

  it('RTL A6: leads to the conversation where there is one', async () => {
    const alone = await show();
    expect(isVisible(one(alone, '.skip'))).to.equal(false);
    const form = await show(undefined, {hasThread: true});
    let asked = 0;
    form.addEventListener('skip-to-comments', () => asked++);
    one(form, '.skip').focus();
    one(form, '.skip').click();
    expect(asked).to.equal(1);
  });

  it('has the heading level asked for, and names the form by it', async () => {
    const form = await show(undefined, {headingLevel: 3});
    expect(one(form, '[part=heading]')).to.have.attribute('aria-level', '3');
    expect(one(form, '#rules-title')).to.have.attribute('aria-level', '4');
    expect(one(form, 'form')).to.have.attribute('aria-labelledby', one(form, '[part=heading]').id);
  });

  it('has every part', async () => {
    const form = await ready(undefined, {agreeRules: true});
    for (const part of 'root heading form notes field label input error summary rules agree counter submit status'.split(
      ' ',
    ))
      expect(form.renderRoot.querySelector(`[part=${part}]`), part).not.to.equal(null);
  });

  it('is the same with properties set before it is upgraded', async () => {
    const name = 'taaliq-form-late';
    const form = document.createElement(name) as TaaliqForm;
    Object.assign(form, {backend: memoryBackend(), thread: 'k', fields: 'name', headingLevel: 4});
    document.body.append(form);
    customElements.define(name, class extends TaaliqForm {});
    await form.updateComplete;
    expect(labels(form)).to.deep.equal(['الاسم', 'التعليق*']);
    expect(one(form, '[part=heading]')).to.have.attribute('aria-level', '4');
    form.remove();
  });

  it('STYLE 3.5: keeps everything when it is moved in the page', async () => {
    const form = await ready(undefined, {agreeRules: true});
    write(form, {name: 'سامي', text: 'نص'});
    input(form, 'rules').click();
    const place = fixtureSync<HTMLElement>(html`<section></section>`);
    place.append(form);
    await form.updateComplete;
    expect(input(form, 'name').value).to.equal('سامي');
    expect(box(form).value).to.equal('نص');
    expect(input(form, 'rules').checked).to.equal(true);
    await send(form);
    await prepared(form);
  });

  it('RTL D4: keeps text, focus and caret when the language changes', async () => {
    const form = await ready();
    write(form, {text: 'hello world'});
    box(form).focus();
    box(form).setSelectionRange(3, 3);
    form.lang = 'en';
    await form.updateComplete;
    const place = form.parentElement;
    expect(place).not.to.equal(null);
    expect(form.shadowRoot?.activeElement).to.equal(box(form));
    expect(box(form).value).to.equal('hello world');
    expect(box(form).selectionStart).to.equal(3);
    form.removeAttribute('lang');
  });

  it('RTL E7: what was typed stays with its field when the fields change', async () => {
    const form = await ready(undefined, {fields: 'name email'});
    write(form, {name: 'سامي', email: 's@example.org'});
    form.fields = 'email* website name*';
    await form.updateComplete;
    expect(input(form, 'name').value).to.equal('سامي');
    expect(input(form, 'email').value).to.equal('s@example.org');
    expect(input(form, 'website').value).to.equal('');
  });

  it('focuses its first field; the box where a comment is answered', async () => {
    const form = await show(undefined, {fields: 'email name'});
    form.focus();
    expect(form.shadowRoot?.activeElement?.id).to.equal('email');
    const bare = await show(undefined, {fields: ''});
    bare.focus();
    expect(bare.shadowRoot?.activeElement?.id).to.equal('comment');
    const reply = await show(undefined, {parentId: '1', parentName: 'سامي'});
    reply.focus();
    expect(reply.shadowRoot?.activeElement?.id).to.equal('comment');
  });

  it('says whom it answers, whatever the name holds', async () => {
    const form = await ready(undefined, {parentId: '1', parentName: 'Peter <b>'});
    expect(seen(one(form, '[part=heading]'))).to.equal('اترك رداً على Peter <b>');
    expect(one(form, '[part=heading] bdi')).to.have.attribute('dir', 'ltr');
    expect(seen(submitButton(form))).to.equal('إرسال الرد');
  });

  it('does without settings that are gone or wrong', async () => {
    const form = await ready(memoryBackend(), {agreeRules: true});
    for (const name of [
      'fields',
      'endpoint',
      'rules-version',
      'max-length',
      'heading-level',
      'thread',
      'parent-id',
    ]) {
      form.setAttribute(name, '?');
      form.removeAttribute(name);
    }
    // Once for the settings, and once for the draft that goes with them.
    await form.updateComplete;
    await form.updateComplete;
    expect(input(form, 'rules').checked).to.equal(false);
    expect(one(form, '[part=heading]')).to.have.attribute('aria-level', '2');
    expect(seen(one(form, '#comment-note'))).to.equal('الحد الأقصى 5,000 حرف');
    input(form, 'rules').click();
    type(box(form), 'نص');
    await send(form);
    expect(seen(one(form, '[part=summary]'))).to.equal('');
    expect(box(form).value).to.equal('');
  });

  it('nothing of two forms is shared', async () => {
    const place = fixtureSync(
      html`<div>
        <taaliq-form backend="memory" thread="a"></taaliq-form
        ><taaliq-form backend="memory" thread="b"></taaliq-form>
      </div>`,
    );
    const [first, second] = place.querySelectorAll('taaliq-form');
    if (!first || !second) throw new Error('two forms');
    await Promise.all([first.updateComplete, second.updateComplete]);
    type(box(first), 'أول');
    type(box(second), 'ثان');
    expect(box(formIn(place)).value).to.equal('أول');
    first.thread = 'b';
    await first.updateComplete;
    expect(box(first).value).to.equal('ثان');
  });
});
