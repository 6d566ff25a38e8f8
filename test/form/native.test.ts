import {expect} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {Challenge} from '../../src/form/challenge.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {
  all,
  box,
  clean,
  errorOf,
  focused,
  formIn,
  input,
  isVisible,
  one,
  ready,
  seen,
  send,
  show,
  submitButton,
  summary,
  type,
  write,
} from './element.js';

/** A form with all that can be asked for. */
const everything = {
  fields: 'name* email* website*',
  agreeRules: true,
  agreePrivacy: true,
  privacyUrl: '/privacy',
};

const controls = (form: TaaliqForm): readonly HTMLInputElement[] => [
  ...form.renderRoot.querySelectorAll<HTMLInputElement>('input:not(#decoy), textarea'),
];

const isBefore = (one: Element, other: Element): boolean =>
  one.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING;

/** What its labels say, without what voices do not hear. */
const labelsOf = (control: HTMLInputElement): string[] =>
  [...(control.labels ?? [])].map((label) => {
    const copy = label.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    return seen(copy);
  });

describe('the form as browsers and assistive technology know it', () => {
  afterEach(clean);

  it('RTL F1: one native form and all its controls and labels in one root', async () => {
    const form = await ready(memoryBackend(), everything);
    const forms = all(form, 'form');
    expect(forms).to.have.length(1);
    const [native] = forms;
    const ids = controls(form).map(({id}) => id);
    expect(ids).to.deep.equal(['name', 'email', 'website', 'comment', 'rules', 'privacy', 'remember']);
    for (const control of controls(form)) {
      expect(control.form, control.id).to.equal(native);
      expect(control.labels, control.id).to.have.length(1);
    }
    expect(submitButton(form).form).to.equal(native);
    expect(submitButton(form).type).to.equal('submit');
    // What is referred to by its id stands in the same root.
    for (const element of all(form, '[aria-describedby], [aria-labelledby]'))
      expect(element.getRootNode()).to.equal(form.renderRoot);
    const played = '[role=textbox], [role=checkbox], [role=button], [contenteditable], [role=combobox]';
    expect(all(form, played)).to.have.length(0);
  });

  it('RTL F3: a label that is seen above each field, and no placeholder in its stead', async () => {
    const form = await ready(memoryBackend(), everything);
    for (const control of controls(form)) {
      const [label] = control.labels ?? [];
      if (!label) throw new Error(`no label for ${control.id}`);
      expect(label).to.have.attribute('for', control.id);
      expect(isVisible(label)).to.equal(true);
      expect(control).not.to.have.attribute('placeholder');
      expect(control).not.to.have.attribute('aria-label');
      if (control.type === 'checkbox') expect(isBefore(control, label)).to.equal(true);
      else expect(label.getBoundingClientRect().bottom).to.be.at.most(control.getBoundingClientRect().top);
    }
  });

  it('RTL F5: what is required says so by its state; the star is for eyes only', async () => {
    const form = await ready(memoryBackend(), {...everything, fields: 'name* email* website'});
    for (const control of controls(form)) {
      const required = !['website', 'remember'].includes(control.id);
      expect(control.required, control.id).to.equal(required);
      expect(control).not.to.have.attribute('aria-required');
      const stars = [...(control.labels?.[0]?.querySelectorAll<HTMLElement>('span.mark') ?? [])];
      expect(stars.map(seen)).to.deep.equal(required ? ['*'] : []);
      for (const star of stars) {
        expect(star).to.have.attribute('aria-hidden', 'true');
        expect(isVisible(star)).to.equal(true);
      }
    }
    expect(controls(form).slice(0, 4).flatMap(labelsOf)).to.deep.equal([
      'الاسم',
      'البريد الإلكتروني',
      'الموقع الإلكتروني',
      'التعليق',
    ]);
  });

  it('RTL F6: nothing is invalid before the reader has sent, and only what is wrong after it', async () => {
    const form = await ready(memoryBackend(), everything);
    const states = (): Record<string, string | null> =>
      Object.fromEntries(controls(form).map((control) => [control.id, control.getAttribute('aria-invalid')]));
    const atRest = {
      name: 'false',
      email: 'false',
      website: 'false',
      comment: 'false',
      rules: 'false',
      privacy: 'false',
      remember: 'false',
    };
    expect(states()).to.deep.equal(atRest);
    type(input(form, 'email'), 'wrong');
    await form.updateComplete;
    expect(states()).to.deep.equal(atRest);
    write(form, {email: 'wrong', text: ''});
    input(form, 'rules').click();
    await send(form);
    const wrong = {email: 'true', website: 'true', comment: 'true', privacy: 'true'};
    expect(states()).to.deep.equal({...atRest, ...wrong});
  });

  it('RTL F7: the rules are a section with a heading, before the button that they describe', async () => {
    const form = await show();
    const rules = one(form, 'section[part=rules]');
    const title = one(form, `#${rules.getAttribute('aria-labelledby')}`);
    expect(title).to.have.attribute('role', 'heading');
    expect(seen(title)).to.equal('شروط التعليق :');
    expect(rules.contains(title)).to.equal(true);
    expect(isBefore(rules, submitButton(form))).to.equal(true);
    const [text = ''] = submitButton(form).getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(rules.contains(one(form, `#${text}`))).to.equal(true);
    expect(seen(one(form, `#${text}`))).to.match(/^عدم الإساءة للكاتب/);
  });

  it('RTL F12: nothing is asked that needs memory, copying or a puzzle', async () => {
    const form = await ready(memoryBackend(), everything);
    const asked = controls(form).map((control) => [control.id, control.getAttribute('autocomplete')]);
    expect(asked).to.deep.equal([
      ['name', 'name'],
      ['email', 'email'],
      ['website', 'url'],
      ['comment', null],
      ['rules', null],
      ['privacy', null],
      ['remember', null],
    ]);
    expect(all(form, 'iframe, canvas, img, [type=number], [type=password]')).to.have.length(0);
  });

  it('RTL F12, SEC 9.1: the decoy is out of sight, of the tab order and of what voices read', async () => {
    const form = await ready();
    const decoy = input(form, 'decoy');
    expect(decoy.tabIndex).to.equal(-1);
    const place = decoy.closest<HTMLElement>('[aria-hidden=true]');
    if (!place) throw new Error('the decoy is not hidden');
    // Of no size, but not `display: none`, which robots look for.
    const {width, height} = place.getBoundingClientRect();
    expect(Math.max(width, height)).to.be.at.most(1);
    expect(isVisible(decoy)).to.equal(true);
    expect(decoy.autocomplete).to.equal('off');
    expect(`${decoy.name} ${decoy.id} ${decoy.type}`).not.to.match(
      /name|mail|url|web|phone|tel|address|user|org/i,
    );
  });

  it('RTL F13: focus() goes to the first field; nothing else sends the focus there', async () => {
    const form = await ready();
    input(form, 'email').focus();
    form.focus();
    expect(focused(form)).to.equal(input(form, 'name'));
    // It would take the focus to the first field from whoever marks words of the form.
    expect(form.shadowRoot?.delegatesFocus).to.equal(false);
  });

  it('RTL F13: names are left alone by the translation of a page, everything else is not', async () => {
    const form = await ready(undefined, {parentId: '1', parentName: 'وردة'});
    const kept = all(form, '[translate]').map((element) => [seen(element), element.translate]);
    expect(kept).to.deep.equal([['وردة', false]]);
    expect(one(form, '[part=heading]').translate).to.equal(true);
  });

  it('SEC 9.5: text can be pasted into every field, and no key is taken from the reader', async () => {
    const form = await ready(memoryBackend(), everything);
    const fields = controls(form).filter(({type: kind}) => kind !== 'checkbox');
    for (const field of fields) {
      field.focus();
      for (const name of [
        'paste',
        'copy',
        'cut',
        'drop',
        'beforeinput',
        'contextmenu',
        'keypress',
        'keyup',
      ]) {
        const event = new Event(name, {bubbles: true, composed: true, cancelable: true});
        expect(field.dispatchEvent(event), `${name} in ${field.id}`).to.equal(true);
      }
      for (const key of ['a', 'ا', 'Tab', 'Enter', 'ArrowLeft', 'ArrowRight', 'Escape', 'Backspace']) {
        const event = new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true});
        expect(field.dispatchEvent(event), `${key} in ${field.id}`).to.equal(true);
      }
    }
    expect(fields.map((field) => field.getAttribute('autocomplete'))).to.deep.equal([
      'name',
      'email',
      'url',
      null,
    ]);
  });

  it('SEC 9.5: what the reader presses and where the mouse goes is neither kept nor sent', async () => {
    const backend = memoryBackend();
    const form = await ready(backend);
    write(form);
    const stored = (): string => JSON.stringify([{...localStorage}, {...sessionStorage}]);
    const before = stored();
    for (const name of [
      'mousemove',
      'pointermove',
      'mouseover',
      'pointerdown',
      'pointerup',
      'keyup',
      'scroll',
    ])
      box(form).dispatchEvent(new Event(name, {bubbles: true, composed: true}));
    box(form).dispatchEvent(new KeyboardEvent('keydown', {key: 'x', bubbles: true, composed: true}));
    await form.updateComplete;
    expect(stored()).to.equal(before);
    expect(backend.calls).not.to.include('create');
    await send(form);
    const [sent] = backend.sent;
    expect(Object.keys(sent ?? {}).toSorted()).to.deep.equal(
      'agreed author challenge content decoy dir key lang parentId thread'.split(' '),
    );
  });

  it('RTL E3: one error is summed up as well, with a heading, as a link to its field', async () => {
    const form = await ready();
    write(form, {name: ''});
    await send(form);
    const place = one(form, '[part=summary]');
    expect(isBefore(place, input(form, 'name'))).to.equal(true);
    const title = one(form, '[part=summary] [role=heading]');
    expect(seen(title)).to.equal('هناك مشكلة');
    // It comes before the form's own heading, and so is no deeper.
    expect(title.ariaLevel).to.equal(one(form, '[part=heading]').ariaLevel);
    const links = all(form, '[part=summary] li a');
    expect(links.map(seen)).to.deep.equal(['اكتب اسمك']);
    // The same words as before the field, which begin with what voices need there.
    expect(errorOf(form, 'name')).to.equal('خطأ: اكتب اسمك');
    expect(summary(form)).to.equal('هناك مشكلة اكتب اسمك');
    expect(all(form, '[part=error]').filter(({textContent}) => textContent)).to.have.length(1);
  });

  it('RTL F12: a challenge stands before the button, in the place that the page gives it', async () => {
    const challenge: Challenge = {
      render: (host) => void host.append('تحقق'),
      token: () => 'token',
    };
    const form = await ready(memoryBackend(), {challenge});
    const [host] = formIn(form.parentElement ?? document).children;
    expect(seen(host)).to.equal('تحقق');
    const slot = one<HTMLSlotElement>(form, 'slot[name=challenge]');
    expect(slot.assignedElements()).to.deep.equal([host]);
    expect(isBefore(slot, submitButton(form))).to.equal(true);
  });
});
