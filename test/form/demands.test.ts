import {expect} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import {warnOfDemands} from '../../src/form/warn-of-bad-settings.js';
import {waitUntil} from '../support/wait-until.js';
import {
  all,
  box,
  clean,
  errorOf,
  focused,
  input,
  isVisible,
  one,
  prepared,
  ready,
  seen,
  send,
  show,
  summary,
  type,
  write,
} from './element.js';

const demanding = (requires: readonly ('name' | 'email')[]): ReturnType<typeof memoryBackend> =>
  memoryBackend({capabilities: {requires}});

const labels = (form: Parameters<typeof all>[0]): readonly string[] =>
  all(form, '.fields label').map((label) => seen(label));

/** What the console is told while `act` runs. */
async function warnings(act: () => unknown): Promise<readonly string[]> {
  const said: string[] = [];
  const {warn} = console;
  console.warn = (line: string) => said.push(line);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('what the server demands', () => {
  afterEach(clean);

  it('is required also where the page left it out or open, and refused when it is missing', async () => {
    const backend = demanding(['name', 'email']);
    const form = await ready(backend, {fields: 'name website'});
    await waitUntil(() => form.renderRoot.querySelector('#email'));
    expect(labels(form)).to.deep.equal(['الاسم*', 'الموقع الإلكتروني', 'البريد الإلكتروني*']);
    expect(input(form, 'name').required).to.equal(true);
    // The form speaks of e-mail where it asks for one.
    expect(seen(one(form, '[part=notes]'))).to.contain('لن يتم نشر عنوان بريدك الإلكتروني.');
    write(form, {name: '', email: ''});
    await send(form);
    expect(errorOf(form, 'name')).to.contain('اكتب اسمك');
    expect(errorOf(form, 'email')).to.contain('اكتب بريدك الإلكتروني');
    expect(backend.sent).to.have.length(0);
  });

  it('moves neither what the reader is at nor what was typed', async () => {
    const backend = demanding(['name', 'email']);
    const answer = backend.hold('capabilities');
    const form = await ready(backend, {fields: 'website'});
    const space = document.createElement('p');
    space.style.blockSize = '300vh';
    form.before(space);
    form.after(space.cloneNode());
    type(input(form, 'website'), 'example.org');
    box(form).focus();
    type(box(form), 'نصف جملة');
    box(form).scrollIntoView({block: 'center', behavior: 'instant'});
    const {top} = box(form).getBoundingClientRect();
    answer();
    await waitUntil(() => form.renderRoot.querySelector('#email'));
    await form.updateComplete;
    expect(Math.abs(box(form).getBoundingClientRect().top - top)).to.be.below(2);
    expect(focused(form)).to.equal(box(form));
    expect(box(form).value).to.equal('نصف جملة');
    expect(input(form, 'website').value).to.equal('example.org');
  });

  it('changes nothing where the page asks for it already', async () => {
    const form = await ready(demanding(['name', 'email']), {fields: 'email* name* website'});
    await form.updateComplete;
    expect(labels(form)).to.deep.equal(['البريد الإلكتروني*', 'الاسم*', 'الموقع الإلكتروني']);
  });

  it('is a limit of length where it is stricter than the page’s', async () => {
    const strict = await ready(memoryBackend({capabilities: {maxLength: 10}}), {maxLength: 20});
    await waitUntil(() => seen(one(strict, '#comment-note')).includes('10'));
    write(strict, {text: 'أكثر من عشرة أحرف'});
    await send(strict);
    expect(summary(strict)).to.contain('10 أحرف');
    const lax = await ready(memoryBackend({capabilities: {maxLength: 20}}), {maxLength: 10});
    await lax.updateComplete;
    expect(seen(one(lax, '#comment-note'))).to.contain('10');
  });

  it('is told to the page’s developer once, with what to write', async () => {
    const backend = demanding(['name', 'email']);
    const said = await warnings(async () => {
      for (let times = 0; times < 2; times++) {
        const form = await ready(backend, {fields: 'website email'});
        await waitUntil(() => form.renderRoot.querySelector('#name'));
      }
    });
    expect(said).to.deep.equal([
      'Taaliq: the server takes no comment without name and email, so the form asks for it; write fields="website email* name*".',
    ]);
  });

  it('nothing is told where the page asks for as much, or the server has not said', async () => {
    const form = await show();
    const {capabilities} = memoryBackend();
    const can = await capabilities(new AbortController().signal);
    const told = await warnings(() => {
      warnOfDemands(form, {...can, requires: ['email', 'name']});
      warnOfDemands(form, undefined);
    });
    expect(told).to.deep.equal([]);
  });

  it('a challenge that the page has not set is told', async () => {
    const form = await show();
    const can = await memoryBackend().capabilities(new AbortController().signal);
    const [line, ...more] = await warnings(() => {
      warnOfDemands(form, {...can, challenge: 'altcha'});
      warnOfDemands(form, {...can, challenge: 'altcha'});
    });
    expect(line).to.contain('altcha').and.to.contain('"challenge"');
    expect(more).to.deep.equal([]);
    const challenge = {render: () => {}, token: async () => 't'};
    const own = await warnings(() =>
      warnOfDemands(Object.assign(form, {challenge}), {...can, challenge: 'other'}),
    );
    expect(own).to.deep.equal([]);
  });
});

describe('a server that looks at comments first', () => {
  afterEach(clean);

  it('is spoken of at the button, before anything is sent', async () => {
    const form = await show(memoryBackend({moderation: 'before'}));
    expect(form.renderRoot.querySelector('.premoderation')).to.equal(null);
    await prepared(form);
    await waitUntil(() => form.renderRoot.querySelector('.premoderation'));
    const hint = one(form, '.premoderation');
    expect(seen(hint)).to.equal('تُراجع التعليقات قبل نشرها.');
    expect(isVisible(hint)).to.equal(true);
    expect(hint.closest('.actions')?.contains(one(form, '[part=submit]'))).to.equal(true);
    // Also said of the button, to who comes to it by keyboard.
    expect(one(form, '[part=submit]').getAttribute('aria-describedby')?.split(' ')).to.include(hint.id);
    expect(seen(one(form, '[part=status]'))).to.equal('');
  });

  it('is not spoken of where comments are published at once, or looked at afterwards', async () => {
    for (const moderation of ['none', 'after'] as const) {
      const form = await ready(memoryBackend({moderation}));
      await form.updateComplete;
      expect(form.renderRoot.querySelector('.premoderation')).to.equal(null);
    }
  });
});
