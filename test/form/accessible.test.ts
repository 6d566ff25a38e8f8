import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type MemoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {axeFindsNothing} from '../support/axe.js';
import {
  all,
  box,
  clean,
  one,
  ready,
  send,
  show,
  status,
  submitButton,
  summary,
  type,
  write,
} from './element.js';
import {waitUntil} from '../support/wait-until.js';

const everything: Partial<TaaliqForm> = {
  fields: 'name* email* website',
  agreeRules: true,
  agreePrivacy: true,
  privacyUrl: '/privacy',
  hasThread: true,
};

const asked = (form: TaaliqForm): Promise<void> =>
  waitUntil(() => form.renderRoot.querySelector('dialog[open]'), 'a question');

const tagged = async (lang: string, text: string): Promise<TaaliqForm> => {
  const form = await ready(memoryBackend(), {markup: 'basic'}, lang);
  await waitUntil(() => form.renderRoot.querySelector('#preview-button'), 'the server takes tags');
  type(box(form), text);
  one(form, '#preview-button').click();
  return form;
};

const withWords = async (lang: string, action: 'advise' | 'refuse'): Promise<TaaliqForm> => {
  const form = await ready(memoryBackend(), {blockedWords: {words: ['fool'], action}}, lang);
  write(form, {text: 'نص fool'});
  await send(form);
  return form;
};

const failedBy = async (lang: string, error: CommentError): Promise<TaaliqForm> => {
  const backend = memoryBackend();
  backend.fail('create', error);
  const form = await ready(backend, {}, lang);
  write(form);
  await send(form);
  return form;
};

const sentBy = async (lang: string, backend: MemoryBackend, text?: string): Promise<TaaliqForm> => {
  const form = await ready(backend, {}, lang);
  write(form, text === undefined ? {} : {text});
  await send(form);
  return form;
};

const reply = {parentId: '1', parentName: 'Peter'};

/** Every state of the form, and how it is reached. */
const states: Readonly<Record<string, (lang: string) => Promise<TaaliqForm>>> = {
  empty: (lang) => show(memoryBackend(), everything, lang),
  async 'being written'(lang) {
    const form = await ready(memoryBackend(), {maxLength: 20}, lang);
    write(form, {text: 'hello ليلى hello'});
    expect(one(form, '.counter').textContent).to.match(/\d/);
    return form;
  },
  async 'too long'(lang) {
    const form = await ready(memoryBackend(), {maxLength: 20}, lang);
    write(form, {text: 'hello ليلى hello hello'});
    expect(one(form, '.counter')).to.have.class('over');
    await send(form);
    return form;
  },
  async 'a draft is back'(lang) {
    const left = await show(memoryBackend(), {}, lang);
    type(box(left), 'نصف جملة');
    left.remove();
    const form = await show(memoryBackend(), {}, lang);
    await waitUntil(() => status(form) && form.renderRoot.querySelector('#decoy'));
    expect(box(form)).to.have.value('نصف جملة');
    return form;
  },
  async wrong(lang) {
    const form = await ready(memoryBackend(), everything, lang);
    await send(form);
    expect(all(form, '[part=summary] a').length).to.be.above(2);
    return form;
  },
  'words that the site advises against': (lang) => withWords(lang, 'advise'),
  'words that the site refuses': (lang) => withWords(lang, 'refuse'),
  async 'a preview'(lang) {
    const form = await tagged(lang, '<b>مهم</b>\n<blockquote>quoted</blockquote><code>a=b</code>');
    await waitUntil(() => form.renderRoot.querySelector('#preview blockquote'));
    return form;
  },
  async 'a preview of nothing'(lang) {
    const form = await tagged(lang, '');
    await form.updateComplete;
    expect(one(form, '#preview-button')).to.have.attribute('aria-expanded', 'true');
    return form;
  },
  async sending(lang) {
    const backend = memoryBackend();
    backend.hold('create');
    const form = await ready(backend, {}, lang);
    write(form);
    submitButton(form).click();
    await waitUntil(() => backend.calls.includes('create'));
    return form;
  },
  async 'waiting for the network'(lang) {
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
    const form = await sentBy(lang, memoryBackend());
    expect(one(form, '.status').dataset['says']).to.equal('waitingForNetwork');
    return form;
  },
  sent: (lang) => sentBy(lang, memoryBackend()),
  held: (lang) => sentBy(lang, memoryBackend({moderation: 'before'})),
  failed: (lang) => failedBy(lang, new CommentError('network')),
  'to be sent later': (lang) => failedBy(lang, new CommentError('too-fast', {retryAfter: 30})),
  'refused for good': (lang) => failedBy(lang, new CommentError('forbidden', {status: 403})),
  async 'read before it is published'(lang) {
    const form = await ready(memoryBackend({moderation: 'before'}), {}, lang);
    await waitUntil(() => form.renderRoot.querySelector('.premoderation'));
    return form;
  },
  closed: (lang) => show(memoryBackend(), {readOnly: true}, lang),
  async 'closed with something written'(lang) {
    const form = await ready(memoryBackend(), {}, lang);
    type(box(form), 'نص');
    form.readOnly = true;
    await form.updateComplete;
    expect([one(form, '.hint').hidden, one(form, 'form').hidden]).to.deep.equal([false, false]);
    return form;
  },
  'not set up': (lang) => show('rest', {}, lang),
  async 'set up wrongly'(lang) {
    const form = await ready('no-such', {endpoint: '/api'}, lang);
    await waitUntil(() => summary(form));
    return form;
  },
  async 'with a challenge'(lang) {
    const challenge = {
      render: (host: HTMLElement) => void host.append('تحقق'),
      token: () => Promise.reject(new Error('not solved')),
    };
    const form = await ready(memoryBackend(), {challenge}, lang);
    write(form);
    await send(form);
    return form;
  },
  reply: (lang) => ready(memoryBackend(), reply, lang),
  async 'asking whether to throw away what was written'(lang) {
    const form = await ready(memoryBackend(), reply, lang);
    type(box(form), 'نص');
    one(form, '.actions .quiet').click();
    await asked(form);
    return form;
  },
  async 'asking whether to send the same again'(lang) {
    const form = await sentBy(lang, memoryBackend());
    const {now} = Date;
    Date.now = () => now() + 60_000;
    try {
      write(form);
      submitButton(form).click();
      await asked(form);
    } finally {
      Date.now = now;
    }
    return form;
  },
  async 'with a filled decoy'(lang) {
    const form = await ready(memoryBackend(), {}, lang);
    write(form);
    one<HTMLInputElement>(form, '#decoy').value = 'x';
    await send(form);
    return form;
  },
};

describe('axe finds nothing in the form', () => {
  afterEach(() => {
    clean();
    // The prototype's own getter counts again.
    Reflect.deleteProperty(navigator, 'onLine');
  });

  axeFindsNothing(states);
});
