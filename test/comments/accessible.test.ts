import {expect} from '@open-wc/testing';
import {CommentError} from '../../src/backends/errors.js';
import {memoryBackend, type MemoryBackend} from '../../src/backends/memory/backend.js';
import type {TaaliqComments} from '../../src/comments/comments.js';
import type {TaaliqForm} from '../../src/form/form.js';
import {axeFindsNothing, type Reach} from '../support/axe.js';
import {waitUntil} from '../support/wait-until.js';
import {acting, all, focused, next, one} from '../thread/element.js';
import {articles, formOf, seeds, send, show, shown, threadOf} from './element.js';

const comments = [
  {id: '1', name: 'ليلى', likes: 3, text: 'أصل https://example.org/a'},
  {id: '2', parentId: '1', name: 'Sam', author: {role: 'writer'} as const, text: 'An answer'},
  {id: '3', status: 'deleted'} as const,
  {id: '4', parentId: '3', html: '<p>نص <b>مهم</b></p><blockquote>اقتباس</blockquote>'},
];

/** All that the page can ask for, and with further comments to be had. */
const everything = {
  fields: 'name* email* website',
  agreeRules: true,
  agreePrivacy: true,
  privacyUrl: '/privacy',
  pageSize: 2,
};

const full = async (lang: string, backend = memoryBackend({comments})): Promise<TaaliqComments> => {
  const element = await shown(backend, {lang, ...everything});
  await acting(threadOf(element));
  return element;
};

const sent = async (lang: string, backend: MemoryBackend): Promise<TaaliqComments> => {
  const element = await shown(backend, {lang});
  await send(element, 'تعليقي');
  await waitUntil(() => focused()?.localName === 'article');
  await waitUntil(() => all(threadOf(element), '[data-do=remove]').length);
  return element;
};

/** Every state of form and conversation that one brings about in the other; their own are tested with each. */
const states: Readonly<Record<string, Reach>> = {
  full: (lang) => full(lang),
  empty: (lang) => shown(memoryBackend(), {lang, ...everything}),
  async loading(lang) {
    const backend = memoryBackend({comments});
    backend.hold('list');
    const element = await show(backend, {lang});
    await waitUntil(() => backend.calls.includes('list'));
    return element;
  },
  'before anything was fetched': (lang) => show(memoryBackend({comments}), {lang, loading: 'lazy'}),
  async failed(lang) {
    const backend = memoryBackend();
    backend.fail('list', new CommentError('network'));
    const failed = next('comments-failed');
    const element = await show(backend, {lang});
    await failed;
    await waitUntil(() => all(threadOf(element), '[data-do=retry]').length);
    return element;
  },
  async closed(lang) {
    const element = await shown(memoryBackend({comments, closed: true}), {lang});
    await waitUntil(() => !one(formOf(element), '.hint').hidden, 'the form has heard of it');
    return element;
  },
  'closed by the page': (lang) => shown(memoryBackend({comments}), {lang, readOnly: true}),
  async 'write-only'(lang) {
    const element = await show(memoryBackend({capabilities: {list: false}}), {lang});
    await waitUntil(() => (formOf(element) as TaaliqForm).hasThread === false, 'it is known');
    return element;
  },
  async 'not set up'(lang) {
    const failed = next('comments-failed');
    const element = await show('rest', {lang});
    await failed;
    return element;
  },
  'a comment was sent': (lang) => sent(lang, memoryBackend({comments})),
  'a comment is held': (lang) => sent(lang, memoryBackend({comments, moderation: 'before'})),
  async 'a form above and one in the conversation'(lang) {
    const element = await full(lang);
    one(threadOf(element), '[part=reply]').click();
    await waitUntil(() => focused()?.localName === 'textarea');
    return element;
  },
  async 'a form with errors'(lang) {
    const element = await full(lang);
    one(formOf(element), 'input').focus();
    await waitUntil(() => all(formOf(element), '#decoy').length);
    one(formOf(element), '[part=submit]').click();
    await waitUntil(() => all(formOf(element), '[part=summary] a').length);
    return element;
  },
  async 'more of it'(lang) {
    const element = await full(lang, memoryBackend({comments: seeds(5)}));
    const before = articles(element).length;
    one(threadOf(element), '[data-do=next]').click();
    await waitUntil(() => articles(element).length > before);
    expect(focused()?.localName).to.equal('article');
    return element;
  },
};

describe('axe finds nothing in the whole section', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  axeFindsNothing(states);
});
