import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {box, clean, one, ready, send, show, submitButton, type, write} from './element.js';
import {waitUntil} from '../support/wait-until.js';

type Properties = Partial<TaaliqForm>;

const everything: Properties = {
  fields: 'name* email* website',
  agreeRules: true,
  agreePrivacy: true,
  privacyUrl: '/privacy',
  hasThread: true,
};

/** Every state of the form, and how it is reached. */
const states: Readonly<Record<string, (lang: string, properties: Properties) => Promise<TaaliqForm>>> = {
  empty: (lang, properties) => show(memoryBackend(), {...everything, ...properties}, lang),
  'being written': async (lang, properties) => {
    const form = await ready(memoryBackend(), {...properties, maxLength: 20}, lang);
    write(form, {text: 'hello ليلى hello hello'});
    return form;
  },
  wrong: async (lang, properties) => {
    const form = await ready(memoryBackend(), {...everything, ...properties}, lang);
    await send(form);
    return form;
  },
  sending: async (lang, properties) => {
    const backend = memoryBackend();
    backend.hold('create');
    const form = await ready(backend, properties, lang);
    write(form);
    submitButton(form).click();
    await waitUntil(() => backend.calls.includes('create'));
    return form;
  },
  sent: async (lang, properties) => {
    const form = await ready(memoryBackend(), properties, lang);
    write(form);
    await send(form);
    return form;
  },
  held: async (lang, properties) => {
    const form = await ready(memoryBackend({moderation: 'before'}), properties, lang);
    write(form);
    await send(form);
    return form;
  },
  failed: async (lang, properties) => {
    const backend = memoryBackend();
    backend.fail('create', new CommentError('network'));
    const form = await ready(backend, properties, lang);
    write(form);
    await send(form);
    return form;
  },
  'read before it is published': async (lang, properties) => {
    const form = await ready(memoryBackend({moderation: 'before'}), properties, lang);
    await waitUntil(() => form.renderRoot.querySelector('.premoderation'));
    return form;
  },
  closed: (lang, properties) => show(memoryBackend(), {...properties, readOnly: true}, lang),
  'not set up': (lang, properties) => show('rest', properties, lang),
  reply: (lang, properties) =>
    ready(memoryBackend(), {...properties, parentId: '1', parentName: 'Peter'}, lang),
  'with a question': async (lang, properties) => {
    const form = await ready(memoryBackend(), {...properties, parentId: '1', parentName: 'Peter'}, lang);
    type(box(form), 'نص');
    one(form, '.actions .quiet').click();
    await waitUntil(() => form.renderRoot.querySelector('dialog[open]'));
    return form;
  },
  'with a filled decoy': async (lang, properties) => {
    const form = await ready(memoryBackend(), properties, lang);
    write(form);
    one<HTMLInputElement>(form, '#decoy').value = 'x';
    await send(form);
    return form;
  },
};

describe('axe finds nothing', () => {
  afterEach(() => {
    clean();
    document.documentElement.removeAttribute('style');
  });

  for (const [state, reach] of Object.entries(states)) {
    for (const [lang, scheme] of [
      ['ar', 'light'],
      ['ar', 'dark'],
      ['en', 'light'],
      ['en', 'dark'],
    ] as const) {
      it(`${state}: ${lang}, ${scheme}`, async () => {
        const root = document.documentElement;
        root.style.colorScheme = scheme;
        root.style.background = 'Canvas';
        root.style.color = 'CanvasText';
        await expect(await reach(lang, {})).to.be.accessible();
      });
    }
  }
});
